import type { ReactNode } from 'react'

/** Where there is nothing yet: why, and what to do about it. */
export function Empty(props: { icon?: ReactNode; title: string; text?: string; action?: ReactNode }) {
  return (
    <div className="empty">
      {props.icon}
      <h2>{props.title}</h2>
      {props.text && <p>{props.text}</p>}
      {props.action && <div className="row">{props.action}</div>}
    </div>
  )
}
