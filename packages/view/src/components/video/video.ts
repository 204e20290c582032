import type { ContextDescription } from '../../built-in-element'
import { onPageVisibility } from '../scheduling/page-visibility'
import { ScheduledElement } from '../scheduling/scheduled-element'
import { attachShadow } from '../styling/sheets'
import { createDanmuLayer, danmuBetween, readDanmuList } from './danmu'
import { createFullScreen, type ScreenTurn } from './full-screen'
import { LEAVE_FULL_SCREEN_ICON, FULL_SCREEN_ICON, MUTED_ICON, SOUND_ICON } from './icons'
import { startPlaying } from './media-events'
import { followRail, showProgress } from './player-bar'
import { partsOf, playerMarkup, playerSheet, type PlayerParts } from './player-shadow'
import { relayMediaEvents } from './relay-media-events'
import { followPicture, touchActionFor, type GestureSettings } from './video-gestures'

const BAR_SHOWN_MS = 3000
const DOUBLE_TAP_MS = 300
/** WeChat hides the rail of players that are narrower. */
const MIN_RAIL_WIDTH_PX = 240

export class VideoElement extends ScheduledElement {
  private readonly parts: PlayerParts
  private readonly video: HTMLVideoElement
  private readonly danmu: ReturnType<typeof createDanmuLayer>
  private readonly fullScreen: ReturnType<typeof createFullScreen>
  private started = false
  private barShown = false
  private barTimer: ReturnType<typeof setTimeout> | undefined
  private lastTap = 0
  private seeking: number | undefined
  private danmuOn = false
  private lastDanmuTime = 0
  private stopWatching: (() => void) | undefined

  static define(): void {
    customElements.define('wx-video', VideoElement)
  }

  constructor() {
    super()
    this.parts = partsOf(attachShadow(this, playerSheet, playerMarkup))
    this.video = this.parts.video
    this.danmu = createDanmuLayer(this.parts.danmu!)
    this.fullScreen = createFullScreen(
      this.parts.player!,
      () => this.port,
      (full, turn) => this.fullScreenChanged(full, turn),
    )
    this.listenToMedia()
    this.listenToControls()
  }

  connectedCallback(): void {
    this.schedule()
    this.stopWatching = onPageVisibility((visible) => {
      if (!visible && this.flag('auto-pause-if-navigate', true)) this.video.pause()
    })
  }

  disconnectedCallback(): void {
    this.stopWatching?.()
    this.fullScreen.leave()
    this.video.pause()
    clearTimeout(this.barTimer)
  }

  protected update(changed: ReadonlySet<string>): void {
    const { video } = this
    video.loop = this.flag('loop')
    if (changed.has('muted')) video.muted = this.flag('muted')
    video.style.objectFit = this.textOf('object-fit', 'contain')
    if (changed.has('poster')) this.showPoster()
    if (changed.has('enable-danmu')) this.danmuOn = this.flag('enable-danmu')
    if (changed.has('src')) this.load()
    else if (changed.has('autoplay') && this.flag('autoplay') && !this.started) this.play()
    this.render()
  }

  private load(): void {
    const source = this.textOf('src')
    this.started = false
    this.lastDanmuTime = 0
    this.danmu.clear()
    if (source === '') {
      this.video.removeAttribute('src')
      this.video.load()
      return
    }
    this.video.src = this.port.resolveUrl(source)
    if (this.flag('autoplay')) this.play()
  }

  private showPoster(): void {
    const poster = this.textOf('poster')
    this.parts.poster!.style.backgroundImage =
      poster === '' ? '' : `url("${CSS.escape(this.port.resolveUrl(poster))}")`
  }

  private play(): void {
    startPlaying(this.video).catch((error: unknown) => {
      if (error instanceof DOMException && error.name === 'NotAllowedError') this.render()
    })
  }

  private get duration(): number {
    const own = this.numberOf('duration', 0)
    return own > 0 ? own : this.video.duration
  }

  private listenToMedia(): void {
    const { video } = this
    video.addEventListener('play', () => (this.started = true))
    video.addEventListener('loadedmetadata', () => {
      const initial = this.numberOf('initial-time', 0)
      if (initial > 0) video.currentTime = initial
    })
    video.addEventListener('progress', () => this.showTimes())
    relayMediaEvents(video, {
      emit: (name, detail) => this.emit(name, detail),
      changed: () => this.render(),
      timeUpdated: () => this.timeUpdated(),
      buffering: (busy) => (this.parts.busy!.hidden = !busy),
      isShown: () => this.isConnected,
    })
  }

  private timeUpdated(): void {
    const { currentTime } = this.video
    if (this.port.wants(this, 'timeupdate')) this.emit('timeupdate', { currentTime, duration: this.duration })
    this.showTimes()
    if (!this.danmuOn) return
    // A jump shows nothing of what it passed over.
    const since = Math.abs(currentTime - this.lastDanmuTime) > 2 ? currentTime - 0.5 : this.lastDanmuTime
    this.lastDanmuTime = currentTime
    for (const each of danmuBetween(readDanmuList(this.properties['danmu-list']), since, currentTime)) {
      this.danmu.show(each)
    }
  }

  private listenToControls(): void {
    const { parts, video } = this
    const onButton = (name: string, act: () => void) =>
      parts[name]!.addEventListener('click', (event) => {
        event.preventDefault()
        act()
        this.showBar()
      })
    onButton('center', () => this.play())
    onButton('play', () => (video.paused ? this.play() : video.pause()))
    onButton('mute', () => (video.muted = !video.muted))
    onButton('full', () => (this.fullScreen.isFull ? this.fullScreen.leave() : this.enterFullScreen()))
    onButton('back', () => this.fullScreen.leave())
    onButton('danmu-button', () => {
      this.danmuOn = !this.danmuOn
      this.danmu.clear()
    })
    const seek = (seconds: number, done: boolean) => {
      this.seeking = done ? undefined : seconds
      if (done) video.currentTime = seconds
      this.showTimes()
      this.showBar()
    }
    followRail(parts.progress!, () => this.duration, seek)
    followPicture(parts, () => this.gestures(), seek)
    parts.player!.addEventListener('click', (event) => {
      if (!(event.target instanceof Element && event.target.closest('button, .bar, .top')))
        this.pictureTapped()
    })
  }

  private gestures(): GestureSettings {
    return {
      progress: this.flag('enable-progress-gesture', true) && this.flag('controls', true),
      volumeAndLight: this.fullScreen.isFull
        ? this.flag('vslide-gesture-in-fullscreen', true)
        : this.flag('vslide-gesture') || this.flag('page-gesture'),
      duration: this.duration,
    }
  }

  private pictureTapped(): void {
    const now = performance.now()
    const isDouble = now - this.lastTap < DOUBLE_TAP_MS
    this.lastTap = isDouble ? 0 : now
    if (isDouble && this.flag('enable-play-gesture')) {
      if (this.video.paused) this.play()
      else this.video.pause()
    } else if (this.barShown) this.hideBar()
    else this.showBar()
  }

  private showBar(): void {
    clearTimeout(this.barTimer)
    this.barTimer = setTimeout(() => !this.video.paused && this.hideBar(), BAR_SHOWN_MS)
    this.setBarShown(true)
  }

  private hideBar(): void {
    clearTimeout(this.barTimer)
    this.setBarShown(false)
  }

  private setBarShown(shown: boolean): void {
    const changed = shown !== this.barShown
    this.barShown = shown
    this.render()
    if (changed && this.flag('controls', true)) this.emit('controlstoggle', { show: shown })
  }

  private render(): void {
    const { parts, video } = this
    const controls = this.flag('controls', true)
    const full = this.fullScreen.isFull
    parts.player!.style.touchAction = touchActionFor(this.gestures())
    parts.player!.classList.toggle('playing', !video.paused)
    parts.player!.classList.toggle('danmu-on', this.danmuOn)
    parts.danmu!.hidden = !this.danmuOn
    parts.poster!.hidden = this.started || this.textOf('poster') === ''
    const waits = (!this.started || video.ended) && video.paused
    parts.center!.hidden = !controls || !this.flag('show-center-play-btn', true) || !waits
    // Before it starts there is one button: the one in the middle, else that of the bar.
    const idleBar = !this.started && video.paused
    parts.bar!.hidden = !controls || (idleBar ? this.flag('show-center-play-btn', true) : !this.barShown)
    parts.line!.hidden =
      !this.started || !parts.bar!.hidden || !controls || !this.flag('show-bottom-progress', true)
    const title = this.textOf('title')
    parts.title!.textContent = title
    parts.top!.hidden = !(this.barShown || !this.started) || (!full && title === '') || !controls
    parts.play!.hidden = !this.flag('show-play-btn', true)
    const rail =
      this.properties['show-progress'] === undefined
        ? this.clientWidth > MIN_RAIL_WIDTH_PX
        : this.flag('show-progress')
    for (const name of ['progress', 'time', 'duration']) parts[name]!.hidden = !rail && !full
    parts['danmu-button']!.hidden = !this.flag('danmu-btn')
    parts.mute!.hidden = !this.flag('show-mute-btn')
    parts.mute!.innerHTML = video.muted ? MUTED_ICON : SOUND_ICON
    parts.full!.hidden = !this.flag('show-fullscreen-btn', true)
    parts.full!.innerHTML = full ? LEAVE_FULL_SCREEN_ICON : FULL_SCREEN_ICON
    this.showTimes()
  }

  private showTimes(): void {
    showProgress(this.parts, this.duration, this.seeking)
  }

  private enterFullScreen(direction?: unknown): void {
    const wanted = Number(direction ?? this.properties.direction)
    const turn: ScreenTurn = wanted === 0 || wanted === 90 || wanted === -90 ? wanted : this.naturalTurn()
    this.fullScreen.enter(turn)
  }

  /** A wide picture fills the screen lying on its side. */
  private naturalTurn(): ScreenTurn {
    return this.video.videoWidth > this.video.videoHeight ? 90 : 0
  }

  private fullScreenChanged(full: boolean, turn: ScreenTurn): void {
    const direction = turn === 0 ? 'vertical' : 'horizontal'
    this.emit('fullscreenchange', { fullScreen: full, direction })
    this.render()
  }

  override describeContext(): ContextDescription {
    return { type: 'video' }
  }

  override callMethod(name: string, args: unknown[]): unknown {
    const { video } = this
    switch (name) {
      case 'play':
        return this.play()
      case 'pause':
        return video.pause()
      case 'stop':
        video.pause()
        video.currentTime = 0
        return
      case 'seek':
        video.currentTime = Number(args[0]) || 0
        return
      case 'playbackRate':
        video.playbackRate = Math.max(0.1, Math.min(Number(args[0]) || 1, 16))
        return
      case 'sendDanmu':
        return this.sendDanmu(args[0])
      case 'requestFullScreen':
        return this.enterFullScreen((args[0] as { direction?: unknown } | undefined)?.direction)
      case 'exitFullScreen':
        return this.fullScreen.leave()
      case 'exitPictureInPicture':
        return document.pictureInPictureElement ? document.exitPictureInPicture() : undefined
      // The status bar is the container's; it is out of sight in full screen as it is.
      case 'showStatusBar':
      case 'hideStatusBar':
        return
      case 'requestBackgroundPlayback':
      case 'exitBackgroundPlayback':
      case 'startCasting':
      case 'exitCasting':
      case 'switchCasting':
      case 'reconnectCasting':
        throw new Error(`${name}:fail not supported`)
    }
    return super.callMethod(name, args)
  }

  private sendDanmu(value: unknown): void {
    const [danmu] = readDanmuList([value])
    if (danmu && this.danmuOn) this.danmu.show(danmu)
  }
}
