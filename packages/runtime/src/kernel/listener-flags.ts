import { ListenerFlag } from '@sampan/protocol'

/** How far a listener stops the event, as glass-easel counts it. */
const MUT = 1
const FINAL = 2

const CAPTURE_PHASE = ListenerFlag.Capture | ListenerFlag.CaptureCatch
const BUBBLE_PHASE = ListenerFlag.Bind | ListenerFlag.Catch | ListenerFlag.MutBind

/** The listener takes the place of others in its phase. */
export function withListener(flags: number, capture: boolean, mutLevel: number): number {
  return capture
    ? (flags & ~CAPTURE_PHASE) | captureFlags(mutLevel)
    : (flags & ~BUBBLE_PHASE) | bubbleFlags(mutLevel)
}

function captureFlags(mutLevel: number): number {
  return mutLevel === FINAL ? ListenerFlag.Capture | ListenerFlag.CaptureCatch : ListenerFlag.Capture
}

function bubbleFlags(mutLevel: number): number {
  if (mutLevel === FINAL) return ListenerFlag.Bind | ListenerFlag.Catch
  return mutLevel === MUT ? ListenerFlag.Bind | ListenerFlag.MutBind : ListenerFlag.Bind
}
