import { useEffect, useId, useRef } from 'react'
import type { ReactNode } from 'react'
import { CloseIcon } from 'tdesign-icons-react'
import { useTexts } from '../texts/texts'
import { uiTexts } from './texts'

export interface ModalProps {
  isOpen: boolean
  title: string
  isWide?: boolean
  /** Also by Escape. */
  onClose(): void
  children: ReactNode
}

/** The browser's own dialog: it keeps the focus, closes by Escape, and screen readers know it. */
export function Modal({ isOpen, title, isWide, onClose, children }: ModalProps) {
  const t = useTexts(uiTexts)
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (isOpen) dialog.current?.showModal()
    else dialog.current?.close()
  }, [isOpen])
  return (
    <dialog
      ref={dialog}
      className={isWide ? 'modal modal--wide' : 'modal'}
      aria-labelledby={titleId}
      onClose={onClose}
    >
      {isOpen && (
        <>
          <div className="modal__head">
            <h2 id={titleId}>{title}</h2>
            <button type="button" className="modal__close" aria-label={t('close')} onClick={onClose}>
              <CloseIcon />
            </button>
          </div>
          {children}
        </>
      )}
    </dialog>
  )
}
