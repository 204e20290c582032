import type { TouchPoint } from '@sampan/protocol'

/** An event of the page before the worker knows of it. */
export interface NativeEvent {
  name: string
  detail: unknown
  touches?: TouchPoint[]
  changedTouches?: TouchPoint[]
  bubbles: boolean
}
