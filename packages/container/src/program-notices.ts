import type { LoadPart, Overlay } from './capabilities/capability'
import type { ModalContent, ModalResult } from './interface/modal'
import type { Text } from './interface/texts'
import { Toast } from './interface/toast'

/** What the container itself tells or asks the user about a program. */
export interface ProgramNotices {
  tell(text: string): void
  /** Says that something is loading, if it takes a moment. Answers the function that ends it. */
  showProgress(): () => void
  /** Resolves with true if the user wants to leave. */
  askToLeave(message: string): Promise<boolean>
  /** The program does not respond. Resolves with true if the user wants to close it. */
  askToWait(): Promise<boolean>
  /** It responds again. */
  endWaiting(): void
}

const TELL_MS = 2_000
/** Shorter waits show nothing. */
const PROGRESS_DELAY_MS = 200

export function createProgramNotices(parts: {
  overlay: Overlay
  text: Text
  name: string
  loadPart: LoadPart
}): ProgramNotices {
  const { overlay, text } = parts
  let endQuestion: (() => void) | undefined

  const loadModal = () => parts.loadPart('modal', () => import('./interface/modal'))

  async function ask(
    { Modal }: Awaited<ReturnType<typeof loadModal>>,
    content: ModalContent,
    onOpen?: (close: () => void) => void,
  ): Promise<boolean> {
    const { choice } = await overlay.show<ModalResult>((close) => {
      const modal = new Modal()
      modal.content = content
      modal.onResult = close
      onOpen?.(() => close({ choice: 'cancel', content: '' }))
      return modal
    })
    return choice === 'confirm'
  }

  function attach(message: string, icon: 'none' | 'loading', mask: boolean): () => void {
    const toast = new Toast()
    toast.text = message
    toast.icon = icon
    toast.mask = mask
    return overlay.attach(toast)
  }

  function tell(message: string): void {
    setTimeout(attach(message, 'none', false), TELL_MS)
  }

  return {
    tell,
    showProgress() {
      let remove: (() => void) | undefined
      const timer = setTimeout(() => {
        remove = attach(text('loading'), 'loading', true)
      }, PROGRESS_DELAY_MS)
      return () => {
        clearTimeout(timer)
        remove?.()
      }
    },
    async askToLeave(message) {
      const modal = await loadModal().catch(() => undefined)
      // A question that cannot be asked holds nobody.
      if (!modal) return true
      const words = {
        title: '',
        content: message,
        confirmText: text('leave page'),
        cancelText: text('cancel'),
      }
      return ask(modal, words)
    },
    async askToWait() {
      let isOver = false
      endQuestion = () => (isOver = true)
      const modal = await loadModal().catch(() => undefined)
      if (isOver) return false
      const content = text('not responding.text')
      if (!modal) {
        tell(content)
        return false
      }
      const words = {
        title: text('not responding.title', { name: parts.name }),
        content,
        confirmText: text('close'),
        cancelText: text('wait'),
      }
      const wantsToClose = await ask(modal, words, (close) => (endQuestion = close))
      endQuestion = undefined
      return wantsToClose
    },
    endWaiting: () => endQuestion?.(),
  }
}
