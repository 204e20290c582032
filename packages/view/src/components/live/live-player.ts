import type { ContextDescription } from '../../built-in-element'
import { onPageVisibility } from '../scheduling/page-visibility'
import { ScheduledElement } from '../scheduling/scheduled-element'
import { attachShadow } from '../styling/sheets'
import { createFullScreen, type ScreenTurn } from '../video/full-screen'
import { mediaErrorText, startPlaying } from '../video/media-events'
import { takePicture } from './capture'
import { stageMarkup, stageSheet } from './stage'

/** Codes of `statechange` that a media element can tell. */
const CONNECTED = 2001
const PULLING = 2002
const FIRST_FRAME = 2003
const PLAYING = 2004
const ENDED = 2006
const LOADING = 2007
const SIZE_CHANGED = 2009
const DISCONNECTED = -2301

/**
 * Plays what the browser can (HLS where it knows it, files over HTTP). RTMP and FLV streams cannot come to a web page;
 * they end in `statechange` -2301 and `error`, as an unreachable stream does.
 */
export class LivePlayerElement extends ScheduledElement {
  private readonly video: HTMLVideoElement
  private readonly icon: Element
  private readonly fullScreen: ReturnType<typeof createFullScreen>
  private stopWatching: (() => void) | undefined

  static define(): void {
    customElements.define('wx-live-player', LivePlayerElement)
  }

  constructor() {
    super()
    const root = attachShadow(this, stageSheet, stageMarkup)
    this.video = root.querySelector('video')!
    this.icon = root.querySelector('.none')!
    const stage = root.querySelector<HTMLElement>('.stage')!
    this.fullScreen = createFullScreen(
      stage,
      () => this.port,
      (full, turn) =>
        this.emit('fullscreenchange', {
          fullScreen: full,
          direction: turn === 0 ? 'vertical' : 'horizontal',
        }),
    )
    this.listen()
  }

  connectedCallback(): void {
    this.stopWatching = onPageVisibility((visible) => {
      if (visible || !this.flag('auto-pause-if-navigate', true)) return
      this.video.pause()
    })
  }

  disconnectedCallback(): void {
    this.stopWatching?.()
    this.fullScreen.leave()
    this.video.pause()
  }

  protected update(changed: ReadonlySet<string>): void {
    this.video.muted = this.flag('mute-audio') || this.flag('muted')
    this.video.classList.toggle('fill', this.textOf('object-fit', 'contain') === 'fillCrop')
    if (changed.has('src')) {
      this.video.removeAttribute('src')
      this.showPicture(false)
    }
    if ((changed.has('src') || changed.has('autoplay')) && this.flag('autoplay')) this.play()
  }

  private listen(): void {
    const { video } = this
    video.addEventListener('loadstart', () => video.hasAttribute('src') && this.state(CONNECTED, 'connected'))
    video.addEventListener('loadedmetadata', () => this.state(PULLING, 'stream started'))
    video.addEventListener('loadeddata', () => {
      this.showPicture(true)
      this.state(FIRST_FRAME, 'first frame')
    })
    video.addEventListener('playing', () => this.state(PLAYING, 'playing'))
    video.addEventListener('waiting', () => this.state(LOADING, 'loading'))
    video.addEventListener('ended', () => this.state(ENDED, 'ended'))
    video.addEventListener('resize', () => this.state(SIZE_CHANGED, 'size changed'))
    video.addEventListener('error', () => video.hasAttribute('src') && this.fail(mediaErrorText(video.error)))
  }

  private state(code: number, message: string): void {
    this.emit('statechange', { code, message })
  }

  private fail(reason: string): void {
    this.showPicture(false)
    this.state(DISCONNECTED, reason)
    this.emit('error', { errMsg: `live-player:fail ${reason}` })
  }

  private showPicture(shown: boolean): void {
    this.video.hidden = !shown
    this.icon.toggleAttribute('hidden', shown)
  }

  private play(): void {
    const source = this.textOf('src')
    if (source === '') return
    const scheme = /^([a-z]+):/i.exec(source)?.[1]?.toLowerCase()
    if (scheme !== undefined && !['http', 'https', 'blob', 'data'].includes(scheme)) {
      return this.fail(`a web page cannot receive ${scheme} streams`)
    }
    if (!this.video.hasAttribute('src')) this.video.src = this.port.resolveUrl(source)
    startPlaying(this.video).catch((error: unknown) => {
      if (error instanceof DOMException && error.name === 'NotAllowedError')
        this.fail('playing was not allowed')
    })
  }

  override describeContext(): ContextDescription {
    return { type: 'live-player' }
  }

  override callMethod(name: string, args: unknown[]): unknown {
    const { video } = this
    switch (name) {
      case 'play':
      case 'resume':
        return this.play()
      case 'pause':
        return video.pause()
      case 'stop':
        video.pause()
        video.removeAttribute('src')
        video.load()
        return this.showPicture(false)
      case 'mute':
        video.muted = !video.muted
        return
      case 'snapshot':
        return takePicture(video)
      case 'requestFullScreen': {
        const direction = Number((args[0] as { direction?: unknown } | undefined)?.direction ?? 0)
        return this.fullScreen.enter((direction === 90 || direction === -90 ? direction : 0) as ScreenTurn)
      }
      case 'exitFullScreen':
        return this.fullScreen.leave()
      case 'requestPictureInPicture':
        return video.requestPictureInPicture().then(() => undefined)
      case 'exitPictureInPicture':
        return document.pictureInPictureElement ? document.exitPictureInPicture() : undefined
    }
    return super.callMethod(name, args)
  }
}
