import type { ReactNode } from 'react'
import { CheckIcon, CloseIcon } from 'tdesign-icons-react'
import { useTexts } from '../texts/texts'
import { uiTexts } from './texts'

export interface PathStep {
  id: string
  title: string
  state: 'done' | 'now' | 'next' | 'failed'
  /** Who is waited for, since when, what may be missing. */
  detail?: ReactNode
}

/** Where a process of several steps stands: what is done, what is now, what comes next. */
export function ProgressPath({ steps }: { steps: readonly PathStep[] }) {
  const t = useTexts(uiTexts)
  return (
    <ol className="path">
      {steps.map(({ id, title, state, detail }) => (
        <li key={id} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
          <span className="path__dot" aria-hidden="true">
            {state === 'done' && <CheckIcon />}
            {state === 'failed' && <CloseIcon />}
          </span>
          <b>{title}</b> <span className="visually-hidden">{t(`path.${state}`)}</span>
          {detail && <p>{detail}</p>}
        </li>
      ))}
    </ol>
  )
}
