import type { FromFrame } from '@sampan/protocol'
import * as glassEasel from 'glass-easel'

export type FrameEvent = Extract<FromFrame, { type: 'event' }>

/** Events of the frame's elements that cross component borders, as touches do in WeChat. Others stay in their tree. */
const COMPOSED_EVENTS = new Set([
  'tap',
  'longpress',
  'longtap',
  'touchstart',
  'touchmove',
  'touchend',
  'touchcancel',
  'touchforcechange',
  'transitionend',
  'animationstart',
  'animationiteration',
  'animationend',
])

/** Sends an event of the frame through the component tree, from the node where it happened. */
export function dispatchFrameEvent(target: glassEasel.Element, event: FrameEvent): void {
  const isTouch = event.touches !== undefined || event.changedTouches !== undefined
  const extraFields: Record<string, unknown> = { timeStamp: event.timeStamp }
  if (isTouch) {
    extraFields.touches = event.touches ?? []
    extraFields.changedTouches = event.changedTouches ?? []
  }
  const composed = COMPOSED_EVENTS.has(event.name)
  glassEasel.Event.dispatchEvent(
    target,
    new glassEasel.Event(event.name, event.detail, {
      bubbles: event.bubbles,
      composed,
      capturePhase: true,
      extraFields,
      originalEvent: event,
    }),
  )
}

interface TargetInfo {
  id: string
  offsetLeft: number
  offsetTop: number
  dataset: Record<string, unknown>
}

/** What a handler of the program gets. */
export function toProgramEvent(
  event: glassEasel.ShadowedEvent<unknown>,
  targetOf: (target: unknown) => glassEasel.Element | undefined,
) {
  const original = event.getOriginalEvent() as FrameEvent | undefined
  const fields = event as unknown as Record<string, unknown>
  const programEvent: Record<string, unknown> = {
    type: event.type,
    timeStamp: original ? original.timeStamp : event.timeStamp,
    target: describeTarget(targetOf(event.target)),
    currentTarget: describeTarget(targetOf(event.currentTarget)),
    mark: { ...event.mark },
    detail: event.detail,
    mut: false,
  }
  if (original?.touches ?? original?.changedTouches) {
    programEvent.touches = fields.touches
    programEvent.changedTouches = fields.changedTouches
    programEvent._userTap = true
  }
  return programEvent
}

function describeTarget(element: glassEasel.Element | undefined): TargetInfo {
  return {
    id: element?.id ?? '',
    offsetLeft: 0,
    offsetTop: 0,
    dataset: { ...(element?.dataset as Record<string, unknown> | null) },
  }
}
