import { useEffect } from 'react'
import type { ReactNode } from 'react'

export interface PageProps {
  title: string
  /** One or two sentences: what this page is for. */
  intro?: ReactNode
  actions?: ReactNode
  children: ReactNode
}

/** One screen: its heading, what can be done with all of it, and its content. */
export function Page({ title, intro, actions, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Sampan`
  }, [title])
  return (
    <>
      <div className="page__head">
        <div>
          <h1>{title}</h1>
          {intro && <p>{intro}</p>}
        </div>
        {actions && <div className="page__actions">{actions}</div>}
      </div>
      {children}
    </>
  )
}
