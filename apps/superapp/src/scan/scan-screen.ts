import { h } from '../dom/create-element'
import { createField, createForm } from '../screen/form'
import { createScreen } from '../screen/screen'
import type { Texts } from '../texts'
import { createCodeReader } from './code-reader'

export interface ScanParts {
  texts: Texts
  /** Answers whether it leads anywhere. */
  onCode(text: string): boolean
  onBack(): void
  /** Aborts when the screen goes. */
  signal: AbortSignal
}

const LOOK_EVERY_MS = 200

/** Codes by camera, from a picture, or written. */
export function createScanScreen({ texts, onCode, onBack, signal }: ScanParts): HTMLElement {
  const video = h('video', { muted: true, playsInline: true, className: 'scan-video' })
  const note = h('p', { className: 'scan-note', attributes: { role: 'status' } }, texts.get('scan.point'))
  const view = h('div', { className: 'scan-view' }, video, h('div', { className: 'scan-frame' }), note)
  const file = h('input', { type: 'file', accept: 'image/*', className: 'file-input' })
  const code = createField({ label: texts.get('scan.written') })
  const reader = createCodeReader()
  /** The camera sees the same code again and again. */
  let last = ''

  function take(text: string): void {
    if (text === last) return
    last = text
    if (!onCode(text)) note.textContent = texts.get('scan.unknown')
  }

  async function look(): Promise<void> {
    const camera = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
    const stop = () => camera.getTracks().forEach((track) => track.stop())
    if (signal.aborted) return stop()
    signal.addEventListener('abort', stop)
    video.srcObject = camera
    await video.play()
    const read = await reader
    while (!signal.aborted) {
      const text = await read(video)
      if (text !== undefined && !signal.aborted) take(text)
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
    }
  }

  look().catch(() => {
    if (signal.aborted) return
    view.classList.add('has-no-camera')
    note.textContent = texts.get('scan.no-camera')
  })

  file.onchange = async () => {
    const [chosen] = file.files ?? []
    if (!chosen) return
    file.value = ''
    const picture = await createImageBitmap(chosen).catch(() => undefined)
    const text = picture && (await (await reader)(picture))
    last = ''
    if (text === undefined) note.textContent = texts.get('scan.none')
    else take(text)
  }

  return createScreen({
    title: texts.get('scan'),
    texts,
    onBack,
    content: [
      view,
      h('label', { className: 'quiet button file-button' }, texts.get('scan.picture'), file),
      createForm({
        texts,
        fields: [code],
        submit: texts.get('scan.go'),
        run: async () => {
          last = ''
          take(code.input.value)
        },
      }),
    ],
  })
}
