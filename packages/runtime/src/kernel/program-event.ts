import type { FromFrame } from '@sampan/protocol'
import * as glassEasel from 'glass-easel'
import { isRecord } from './component-definition'
import { RecordedElement } from './recorded-element'

export type FrameEvent = Extract<FromFrame, { type: 'event' }>

/** Events of the frame's elements that cross component borders, as touches do in WeChat. Others stay in their tree. */
export const COMPOSED_EVENTS: ReadonlySet<string> = new Set([
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

/** A map says these on the event itself as well. */
const MAP_EVENTS = new Set(['regionchange', 'markertap', 'callouttap', 'labeltap', 'controltap'])
const SPREAD_FIELDS = ['type', 'causedBy', 'markerId', 'controlId']

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
    target: describeTarget(targetOf(event.target), original),
    currentTarget: describeTarget(targetOf(event.currentTarget), original),
    mark: { ...event.mark },
    detail: event.detail,
    mut: false,
  }
  if (original && MAP_EVENTS.has(event.type) && isRecord(event.detail)) {
    for (const name of SPREAD_FIELDS) {
      if (Object.hasOwn(event.detail, name)) programEvent[name] = event.detail[name]
    }
  }
  if (original?.touches ?? original?.changedTouches) {
    programEvent.touches = fields.touches
    programEvent.changedTouches = fields.changedTouches
    programEvent._userTap = true
  }
  return programEvent
}

function describeTarget(
  element: glassEasel.Element | undefined,
  original: FrameEvent | undefined,
): TargetInfo {
  const [offsetLeft, offsetTop] = offsetOf(element, original?.offsets ?? [])
  return {
    id: element?.id ?? '',
    offsetLeft,
    offsetTop,
    dataset: { ...(element?.dataset as Record<string, unknown> | null) },
  }
}

function offsetOf(element: glassEasel.Element | undefined, offsets: number[]): [left: number, top: number] {
  const backendElement: unknown = element?.getBackendElement()
  if (!(backendElement instanceof RecordedElement)) return [0, 0]
  for (let at = 0; at + 2 < offsets.length; at += 3) {
    if (offsets[at] === backendElement.id) return [offsets[at + 1]!, offsets[at + 2]!]
  }
  return [0, 0]
}
