import { type CapabilityHost, CapabilityError } from '../capability'
import { chooseOne } from '../sheets/choice'

export interface FilePick {
  /** As in `<input accept>`. */
  accept: string
  maxCount: number
  /** Where the program lets the files come from. */
  sources: readonly PickSource[]
  camera?: 'front' | 'back'
}

export type PickSource = 'album' | 'camera'

/** Lets the user choose files of the device. Throws `cancel` when the user chooses none. */
export async function pickFiles(host: CapabilityHost, pick: FilePick): Promise<File[]> {
  const source = await chooseSource(host, pick.sources)
  const files = await openFileDialog(pick, source)
  if (files.length === 0) throw new CapabilityError('cancel', { errno: 1 })
  return files.slice(0, pick.maxCount)
}

/**
 * A browser opens its dialog only soon after a tap. When there is one way and a tap has just been, nothing is asked;
 * otherwise the sheet's own tap counts.
 */
async function chooseSource(host: CapabilityHost, sources: readonly PickSource[]): Promise<PickSource> {
  const [only] = sources
  if (sources.length === 1 && only && navigator.userActivation?.isActive) return only
  const chosen = await chooseOne(
    host,
    host.text('media.from'),
    sources.map((value) => ({ value, text: host.text(`media.${value}`) })),
  )
  if (!chosen) throw new CapabilityError('cancel', { errno: 1 })
  return chosen
}

function openFileDialog({ accept, maxCount, camera }: FilePick, source: PickSource): Promise<File[]> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = accept
  input.multiple = maxCount > 1 && source === 'album'
  if (source === 'camera') input.capture = camera === 'front' ? 'user' : 'environment'
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve([...(input.files ?? [])]), { once: true })
    input.addEventListener('cancel', () => resolve([]), { once: true })
    input.click()
  })
}
