import type { Overlay } from './capabilities/capability'
import { Modal, type ModalContent, type ModalResult } from './interface/modal'
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

export function createProgramNotices(parts: { overlay: Overlay; text: Text; name: string }): ProgramNotices {
  const { overlay, text } = parts
  let endQuestion: (() => void) | undefined

  function ask(content: ModalContent, onOpen?: (close: () => void) => void): Promise<boolean> {
    return overlay
      .show<ModalResult>((close) => {
        const modal = new Modal()
        modal.content = content
        modal.onResult = close
        onOpen?.(() => close({ choice: 'cancel', content: '' }))
        return modal
      })
      .then(({ choice }) => choice === 'confirm')
  }

  function attach(message: string, icon: 'none' | 'loading', mask: boolean): () => void {
    const toast = new Toast()
    toast.text = message
    toast.icon = icon
    toast.mask = mask
    return overlay.attach(toast)
  }

  return {
    tell(message) {
      setTimeout(attach(message, 'none', false), TELL_MS)
    },
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
    askToLeave: (message) =>
      ask({ title: '', content: message, confirmText: text('leave page'), cancelText: text('cancel') }),
    async askToWait() {
      const content = {
        title: text('not responding.title', { name: parts.name }),
        content: text('not responding.text'),
        confirmText: text('close'),
        cancelText: text('wait'),
      }
      const wantsToClose = await ask(content, (close) => {
        endQuestion = close
      })
      endQuestion = undefined
      return wantsToClose
    },
    endWaiting: () => endQuestion?.(),
  }
}
