import { html, nothing } from 'lit'
import type { CapabilityHost } from '../capability'
import { showSheet } from '../sheets/sheet'
import { type CodeKind, type CodeReader, createCodeReader, type FoundCode } from './code-reader'

export interface ScannerOptions {
  onlyFromCamera: boolean
  kinds: readonly CodeKind[]
}

const LOOK_EVERY_MS = 150

/** Full-screen scanner. Undefined if the user leaves it. */
export async function showScanner(
  host: CapabilityHost,
  options: ScannerOptions,
): Promise<FoundCode | undefined> {
  const reader = await createCodeReader(options.kinds, host.loadPart)
  const camera = await openCamera()
  const stop = new AbortController()
  const state = { typed: '', notice: '' }
  try {
    return await showSheet<FoundCode | undefined>(host.overlay, {
      label: host.text('scan'),
      layout: 'full',
      dismissed: undefined,
      render: ({ close, update }) => {
        const say = (notice: string) => {
          state.notice = notice
          update()
        }
        return html`
          <h1>${host.text('scan')}</h1>
          ${
            camera
              ? html`<video
                  class="fill"
                  autoplay
                  muted
                  playsinline
                  .srcObject=${camera}
                  @playing=${(event: Event) => watch(event.target as HTMLVideoElement, reader, stop.signal, close)}
                ></video>`
              : manualEntry(host, state, update, close)
          }
          <p class="note" role="status">${state.notice}</p>
          <div class="actions">
            <button class="secondary" @click=${() => close(undefined)}>${host.text('cancel')}</button>
            ${
              options.onlyFromCamera
                ? nothing
                : html`<label class="secondary" style="display: grid; place-items: center">
                    ${host.text('scan picture')}
                    <input
                      type="file"
                      accept="image/*"
                      hidden
                      @change=${(event: Event) =>
                        void readPicture(event, reader).then((code) =>
                          code ? close(code) : say(host.text('no code found')),
                        )}
                    />
                  </label>`
            }
          </div>
        `
      },
    })
  } finally {
    stop.abort()
    for (const track of camera?.getTracks() ?? []) track.stop()
  }
}

function manualEntry(
  host: CapabilityHost,
  state: { typed: string },
  update: () => void,
  close: (code: FoundCode) => void,
) {
  return html`
    <p class="note">${host.text('no camera')}</p>
    <textarea
      class="fill"
      aria-label=${host.text('code content')}
      placeholder=${host.text('code content')}
      @input=${(event: Event) => {
        state.typed = (event.target as HTMLTextAreaElement).value
        update()
      }}
    ></textarea>
    <button
      class="primary"
      ?disabled=${state.typed === ''}
      @click=${() => close({ text: state.typed, format: 'QR_CODE' })}
    >
      ${host.text('confirm')}
    </button>
  `
}

async function openCamera(): Promise<MediaStream | undefined> {
  // Not offered on plain HTTP, and the user may say no.
  const devices = (navigator as Partial<Navigator>).mediaDevices
  return devices?.getUserMedia({ video: { facingMode: 'environment' } }).catch(() => undefined)
}

function watch(
  video: HTMLVideoElement,
  read: CodeReader,
  signal: AbortSignal,
  found: (code: FoundCode) => void,
): void {
  async function look(): Promise<void> {
    if (signal.aborted) return
    const code = await read(video).catch(() => undefined)
    if (code) found(code)
    else setTimeout(() => void look(), LOOK_EVERY_MS)
  }
  void look()
}

async function readPicture(event: Event, read: CodeReader): Promise<FoundCode | undefined> {
  const file = (event.target as HTMLInputElement).files?.[0]
  const bitmap = file && (await createImageBitmap(file).catch(() => undefined))
  if (!bitmap) return undefined
  try {
    return await read(bitmap)
  } finally {
    bitmap.close()
  }
}
