import type { ContextDescription } from '../../built-in-element'
import { ScheduledElement } from '../scheduling/scheduled-element'
import { attachShadow, createMarkup, createSheet } from '../styling/sheets'
import { PAUSE_ICON, PLAY_ICON } from '../video/icons'
import { mediaErrorText, startPlaying } from '../video/media-events'
import { formatTime } from '../video/player-bar'

const markup = createMarkup(`
<audio preload="metadata"></audio>
<div class="card" hidden>
  <button aria-label="play">${PLAY_ICON}${PAUSE_ICON}</button>
  <div class="texts"><span class="time">00:00</span><p class="name"></p><p class="author"></p></div>
</div>`)

const sheet = createSheet(`
:host { display: inline-block; line-height: 0; }
:host([hidden]), [hidden] { display: none !important; }
.card {
  display: inline-flex; box-sizing: border-box; width: 300px; max-width: 100%; height: 65px; overflow: hidden; line-height: 1.3;
  border: 1px solid #e0e0e0; background: #fcfcfc; color: #353535; font-size: 14px;
}
button {
  flex: none; display: flex; align-items: center; justify-content: center; width: 65px; height: 65px; margin: 0; padding: 0; border: 0;
  background: #e6e6e6 center / cover no-repeat; color: #fff; cursor: pointer;
}
svg { box-sizing: border-box; width: 26px; height: 26px; padding: 5px; border-radius: 50%; background: rgba(0, 0, 0, 0.5); fill: currentColor; }
svg:nth-child(2), .playing svg:nth-child(1) { display: none; }
.playing svg:nth-child(2) { display: block; }
.texts { flex: 1; min-width: 0; margin: 9px 12px; }
.time { float: right; color: #b2b2b2; font-size: 14px; margin-left: 8px; }
p { margin: 0 0 4px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.author { color: #888; font-size: 12px; }
`)

/** Kept for programs from before `createInnerAudioContext`. */
export class AudioElement extends ScheduledElement {
  private readonly audio: HTMLAudioElement
  private readonly inside: (selector: string) => HTMLElement

  static define(): void {
    customElements.define('wx-audio', AudioElement)
  }

  constructor() {
    super()
    const root = attachShadow(this, sheet, markup)
    this.inside = (selector) => root.querySelector<HTMLElement>(selector)!
    this.audio = this.inside('audio') as HTMLAudioElement
    const { audio } = this
    audio.addEventListener('play', () => this.stateChanged('play'))
    audio.addEventListener('pause', () => this.stateChanged(audio.ended ? undefined : 'pause'))
    audio.addEventListener('ended', () => this.stateChanged('ended'))
    audio.addEventListener('timeupdate', () => {
      this.inside('.time').textContent = formatTime(audio.currentTime)
      const { currentTime, duration } = audio
      if (this.port.wants(this, 'timeupdate')) this.emit('timeupdate', { currentTime, duration })
    })
    audio.addEventListener('error', () => {
      if (audio.hasAttribute('src')) this.emit('error', { errMsg: mediaErrorText(audio.error) })
    })
    this.inside('button').addEventListener('click', () => (audio.paused ? this.play() : audio.pause()))
  }

  disconnectedCallback(): void {
    this.audio.pause()
  }

  protected update(changed: ReadonlySet<string>): void {
    if (changed.has('src')) this.setSource(this.textOf('src'))
    this.audio.loop = this.flag('loop')
    this.inside('.card').hidden = !this.flag('controls')
    this.inside('.name').textContent = this.textOf('name')
    this.inside('.author').textContent = this.textOf('author')
    const poster = this.textOf('poster')
    this.inside('button').style.backgroundImage =
      poster === '' ? '' : `url("${CSS.escape(this.port.resolveUrl(poster))}")`
  }

  private stateChanged(event: string | undefined): void {
    this.inside('.card').classList.toggle('playing', !this.audio.paused)
    if (event) this.emit(event, {})
  }

  private setSource(source: string): void {
    if (source === '') this.audio.removeAttribute('src')
    else this.audio.src = this.port.resolveUrl(source)
  }

  private play(): void {
    startPlaying(this.audio).catch(() => {
      // The media element's own `error` event tells why.
    })
  }

  override describeContext(): ContextDescription {
    return { type: 'audio' }
  }

  override callMethod(name: string, args: unknown[]): unknown {
    switch (name) {
      case 'setSrc':
        return this.setSource(String(args[0] ?? ''))
      case 'play':
        return this.play()
      case 'pause':
        return this.audio.pause()
      case 'seek':
        this.audio.currentTime = Number(args[0]) || 0
        return
    }
    return super.callMethod(name, args)
  }
}
