import type { ContextDescription } from '../../built-in-element'
import { ScheduledElement } from '../scheduling/scheduled-element'
import { attachShadow } from '../styling/sheets'
import { type Camera, openCamera } from './camera-feed'
import { takePicture } from './capture'
import { stageMarkup, stageSheet } from './stage'

const CAMERA_OPEN = 1003
const CAMERA_FAILED = -1301
const DISCONNECTED = -1307
const CAMERA_REFUSED = 10001

const UNSUPPORTED: ReadonlySet<string> = new Set([
  'playBGM',
  'stopBGM',
  'pauseBGM',
  'resumeBGM',
  'setBGMVolume',
  'setMICVolume',
  'sendMessage',
  'toggleTorch',
  'applyBlusherStickMakeup',
  'applyEyeBrowMakeup',
  'applyFaceContourMakeup',
  'applyFilter',
  'applyLipStickMakeup',
  'applySticker',
  'clearFilters',
  'clearMakeups',
  'clearStickers',
  'createOffscreenCanvas',
  'onCustomRendererEvent',
])

/**
 * Shows what the camera sees. Web pages cannot push RTMP: `start` ends in `statechange` -1307 and `error`, as a server
 * that cannot be reached does.
 */
export class LivePusherElement extends ScheduledElement {
  private readonly video: HTMLVideoElement
  private readonly icon: Element
  private camera: Camera | undefined
  private position = 'front'
  private opening = 0

  static define(): void {
    customElements.define('wx-live-pusher', LivePusherElement)
  }

  constructor() {
    super()
    const root = attachShadow(this, stageSheet, stageMarkup)
    this.video = root.querySelector('video')!
    this.icon = root.querySelector('.none')!
    this.video.muted = true
    this.video.classList.add('fill')
  }

  disconnectedCallback(): void {
    this.closeCamera()
  }

  protected update(changed: ReadonlySet<string>): void {
    if (changed.has('device-position')) this.position = this.textOf('device-position', 'front')
    if (this.camera && changed.has('device-position')) void this.openCamera()
    if (this.camera && changed.has('enable-camera') && !this.flag('enable-camera', true)) this.closeCamera()
    if (changed.has('autopush') && this.flag('autopush')) {
      this.start().catch(() => {
        // Told by events already; only a program that called `start` hears it once more.
      })
    }
  }

  private async openCamera(): Promise<boolean> {
    this.closeCamera()
    const turn = ++this.opening
    try {
      const camera = await openCamera(this.port, { facing: this.position === 'back' ? 'back' : 'front' })
      if (turn !== this.opening || !this.isConnected) {
        camera.close()
        return false
      }
      this.camera = camera
      this.video.srcObject = camera.stream
      this.video.classList.toggle('mirrored', this.position !== 'back')
      this.showPicture(true)
      await this.video.play()
      this.state(CAMERA_OPEN, 'camera opened')
      return true
    } catch (error) {
      if (turn !== this.opening) return false
      const reason = error instanceof Error ? error.message : String(error)
      this.state(CAMERA_FAILED, reason)
      this.emit('error', { errCode: CAMERA_REFUSED, errMsg: `live-pusher:fail ${reason}` })
      return false
    }
  }

  private closeCamera(): void {
    this.opening++
    this.camera?.close()
    this.camera = undefined
    this.video.srcObject = null
    this.showPicture(false)
  }

  private showPicture(shown: boolean): void {
    this.video.hidden = !shown
    this.icon.toggleAttribute('hidden', shown)
  }

  private state(code: number, message: string): void {
    this.emit('statechange', { code, message })
  }

  private async start(): Promise<void> {
    if (this.flag('enable-camera', true) && !this.camera && !(await this.openCamera())) return
    const reason = 'a web page cannot push RTMP streams'
    this.state(DISCONNECTED, reason)
    this.emit('error', { errCode: DISCONNECTED, errMsg: `live-pusher:fail ${reason}` })
    throw new Error(`start:fail ${reason}`)
  }

  override describeContext(): ContextDescription {
    return { type: 'live-pusher' }
  }

  override callMethod(name: string, args: unknown[]): unknown {
    switch (name) {
      case 'start':
      case 'resume':
        return this.start()
      case 'stop':
      case 'stopPreview':
        return this.closeCamera()
      case 'pause':
        return this.video.pause()
      case 'startPreview':
        return this.openCamera().then((opened) => {
          if (!opened) throw new Error('startPreview:fail no camera')
        })
      case 'switchCamera':
        this.position = this.position === 'back' ? 'front' : 'back'
        return this.camera ? this.openCamera().then(() => undefined) : undefined
      case 'snapshot':
        return takePicture(this.video)
    }
    if (UNSUPPORTED.has(name)) throw new Error(`${name}:fail not supported`)
    return super.callMethod(name, args)
  }
}
