import type { ContextDescription } from '../../built-in-element'
import { ScheduledElement } from '../scheduling/scheduled-element'
import { attachShadow } from '../styling/sheets'
import { type Camera, openCamera } from './camera-feed'
import { record, takePicture } from './capture'
import { watchCodes } from './scan-codes'
import { stageMarkup, stageSheet } from './stage'

const FRAME_MS = 100
const FRAME_HEIGHTS: Record<string, number> = { small: 288, medium: 480, large: 720 }
const QUALITIES: Record<string, number> = { high: 0.95, normal: 0.8, low: 0.5 }

/** The device's camera, if user and browser allow it; else an empty stage and the `error` event. */
export class CameraElement extends ScheduledElement {
  private readonly video: HTMLVideoElement
  private readonly icon: Element
  private camera: Camera | undefined
  private opening = 0
  private recording: ReturnType<typeof record> | undefined
  private frames: ReturnType<typeof setInterval> | undefined
  private stopCodes: (() => void) | undefined

  static define(): void {
    customElements.define('wx-camera', CameraElement)
  }

  constructor() {
    super()
    const root = attachShadow(this, stageSheet, stageMarkup)
    this.video = root.querySelector('video')!
    this.icon = root.querySelector('.none')!
    this.video.muted = true
    this.video.classList.add('fill')
  }

  connectedCallback(): void {
    this.schedule()
  }

  disconnectedCallback(): void {
    this.close()
  }

  protected update(changed: ReadonlySet<string>): void {
    if (!this.isConnected) return
    const front = this.textOf('device-position', 'back') === 'front'
    this.video.classList.toggle('mirrored', front)
    if (!this.camera || changed.has('device-position') || changed.has('resolution')) void this.open(front)
    else if (changed.has('flash')) this.applyFlash()
    if (changed.has('mode')) this.applyMode()
  }

  private async open(front: boolean): Promise<void> {
    this.close()
    const turn = ++this.opening
    const height = { low: 480, medium: 720, high: 1080 }[this.textOf('resolution', 'medium')] ?? 720
    try {
      const camera = await openCamera(this.port, { facing: front ? 'front' : 'back', height })
      if (turn !== this.opening || !this.isConnected) return camera.close()
      this.camera = camera
      this.video.srcObject = camera.stream
      this.video.hidden = false
      this.icon.toggleAttribute('hidden', true)
      await this.video.play()
      camera.onEnded = () => this.emit('stop', {})
      this.emit('initdone', { maxZoom: camera.zoom.max })
      this.applyFlash()
      this.applyMode()
    } catch (error) {
      if (turn !== this.opening) return
      this.emit('error', { errMsg: `camera:fail ${error instanceof Error ? error.message : String(error)}` })
    }
  }

  private close(): void {
    this.opening++
    clearInterval(this.frames)
    this.frames = undefined
    this.stopCodes?.()
    this.stopCodes = undefined
    this.recording = undefined
    this.camera?.close()
    this.camera = undefined
    this.video.srcObject = null
    this.video.hidden = true
    this.icon.toggleAttribute('hidden', false)
  }

  private applyMode(): void {
    this.stopCodes?.()
    this.stopCodes = undefined
    if (this.textOf('mode') !== 'scanCode' || !this.camera) return
    this.stopCodes = watchCodes(this.video, (result) => this.emit('scancode', result))
    if (!this.stopCodes) this.emit('error', { errMsg: 'scanCode:fail this browser reads no codes' })
  }

  private applyFlash(): void {
    if (this.camera?.hasTorch) this.camera.set({ torch: this.textOf('flash', 'auto') === 'torch' })
  }

  override describeContext(): ContextDescription {
    return { type: 'camera' }
  }

  override callMethod(name: string, args: unknown[]): unknown {
    const options = (typeof args[0] === 'object' && args[0] !== null ? args[0] : {}) as Record<
      string,
      unknown
    >
    switch (name) {
      case 'takePhoto': {
        const quality = QUALITIES[String(options.quality ?? 'normal')] ?? 0.8
        const mirrored = options.selfieMirror !== false && this.video.classList.contains('mirrored')
        return takePicture(this.video, { quality, mirrored })
      }
      case 'setZoom':
        return this.setZoom(Number(options.zoom))
      case 'startRecord':
        if (!this.camera) throw new Error('startRecord:fail no camera')
        this.recording = record(this.camera.stream)
        return undefined
      case 'stopRecord':
        return this.stopRecord()
      case 'startFrames':
        return this.startFrames()
      case 'stopFrames':
        clearInterval(this.frames)
        this.frames = undefined
        return undefined
    }
    return super.callMethod(name, args)
  }

  private setZoom(zoom: number): { zoom: number } {
    const { min, max } = this.camera?.zoom ?? { min: 1, max: 1 }
    const bounded = Math.max(min, Math.min(Number.isFinite(zoom) ? zoom : 1, max))
    if (max > min) this.camera?.set({ zoom: bounded })
    return { zoom: bounded }
  }

  private async stopRecord(): Promise<unknown> {
    const { recording } = this
    if (!recording) throw new Error('stopRecord:fail not recording')
    this.recording = undefined
    const thumb = await takePicture(this.video, { quality: 0.8 })
    return { ...(await recording.stop()), thumb }
  }

  /** Sends small pictures as the event `cameraframe` { width, height, data: ArrayBuffer of RGBA }. */
  private startFrames(): void {
    const canvas = document.createElement('canvas')
    const draw = canvas.getContext('2d', { willReadFrequently: true })!
    clearInterval(this.frames)
    this.frames = setInterval(() => {
      const { videoWidth, videoHeight } = this.video
      if (videoWidth === 0) return
      canvas.height = Math.min(videoHeight, FRAME_HEIGHTS[this.textOf('frame-size', 'medium')] ?? 480)
      canvas.width = Math.round((videoWidth * canvas.height) / videoHeight)
      draw.drawImage(this.video, 0, 0, canvas.width, canvas.height)
      const { data } = draw.getImageData(0, 0, canvas.width, canvas.height)
      this.emit('cameraframe', { width: canvas.width, height: canvas.height, data: data.buffer })
    }, FRAME_MS)
  }
}
