import type { ReactNode } from 'react'

/** A titled box. `action` stands at the end of the title's line. */
export function Card({
  title,
  action,
  children,
}: {
  title?: string
  action?: ReactNode
  children: ReactNode
}) {
  return (
    <section className="card">
      {title !== undefined && (
        <div className="card__head">
          <h2>{title}</h2>
          {action}
        </div>
      )}
      {children}
    </section>
  )
}
