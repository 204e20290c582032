import { useState } from 'react'
import type { ReactNode } from 'react'
import { Button } from 'tdesign-react'
import { useTexts } from '../texts/texts'
import { Modal } from './modal'
import { uiTexts } from './texts'

export interface AskFirstProps {
  /** What will happen, and what cannot be taken back. */
  question: ReactNode
  /** What the button that does it says: the doing by its name, not “OK”. */
  action: string
  isDangerous?: boolean
  onConfirm(): void
  /** The button that asks. */
  children(ask: () => void): ReactNode
}

/** Asks before what cannot be taken back. */
export function AskFirst({ question, action, isDangerous, onConfirm, children }: AskFirstProps) {
  const t = useTexts(uiTexts)
  const [isOpen, setOpen] = useState(false)
  function confirm() {
    setOpen(false)
    onConfirm()
  }
  return (
    <>
      {children(() => setOpen(true))}
      <Modal isOpen={isOpen} title={action} onClose={() => setOpen(false)}>
        <p>{question}</p>
        <div className="modal__end">
          <Button type="button" variant="outline" onClick={() => setOpen(false)}>
            {t('cancel')}
          </Button>
          <Button type="button" theme={isDangerous ? 'danger' : 'primary'} onClick={confirm}>
            {action}
          </Button>
        </div>
      </Modal>
    </>
  )
}
