import type { ReactNode } from 'react'
import { Button } from 'tdesign-react'

/** Looks like a link, but does something on this screen. */
export function LinkButton({ onClick, children }: { onClick(): void; children: ReactNode }) {
  return (
    <Button type="button" variant="text" theme="primary" size="small" onClick={onClick}>
      {children}
    </Button>
  )
}
