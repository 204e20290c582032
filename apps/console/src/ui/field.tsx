import { useId } from 'react'
import type { ReactNode } from 'react'
import { useTexts } from '../texts/texts'
import { uiTexts } from './texts'

export interface FieldProps {
  label: string
  help?: ReactNode
  /** Said under the field, and to screen readers. */
  problem?: string | undefined
  isOptional?: boolean
  /** For the input: it has to carry `id`. */
  children(ids: { id: string; describedBy: string | undefined }): ReactNode
}

/** A question with its label, help and what is wrong with the answer. */
export function Field({ label, help, problem, isOptional, children }: FieldProps) {
  const t = useTexts(uiTexts)
  const id = useId()
  const noteId = `${id}-note`
  return (
    <div className="field">
      <label htmlFor={id}>
        {label} {isOptional && <span className="field__optional">({t('optional')})</span>}
      </label>
      {children({ id, describedBy: help || problem ? noteId : undefined })}
      {(help || problem) && (
        <div id={noteId}>
          {problem && (
            <div className="field__problem" role="alert">
              {problem}
            </div>
          )}
          {help && <small>{help}</small>}
        </div>
      )}
    </div>
  )
}
