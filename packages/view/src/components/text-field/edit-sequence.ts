import type { ComponentPort } from '../../built-in-element'

/**
 * Keeps a value that the user changes and the program echoes from going backwards. Each change of the user travels as
 * an event with a number; a value of the program counts only if it was made with knowledge of the last one.
 */
export class EditSequence {
  private lastEdit = 0

  /** Reports a change of the user through `send`. */
  record(port: ComponentPort, send: () => void): void {
    const before = port.lastSeq()
    send()
    const after = port.lastSeq()
    // Nobody listens: no event was sent, and the program can never know of this change.
    if (after > before) this.lastEdit = after
  }

  /** To be asked while the batch with the program's value is being applied. */
  accepts(port: ComponentPort): boolean {
    return port.currentAck() >= this.lastEdit
  }
}
