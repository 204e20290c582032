import type { Op, OperationBatch } from '@sampan/protocol'

const NO_VALUES: unknown[] = []

/** Records one page's operations and hands them over batch by batch. */
export class OperationRecorder {
  private buffer = new Int32Array(1024)
  private length = 0
  private readonly nameIds = new Map<string, number>()
  private nextName = 0
  private newNames: string[] = []
  private values: unknown[] = []
  private lastId = 1
  private scheduled = false
  private dirty: DirtyClasses[] = []
  private afterFlush: (() => void)[] = []
  ack = 0

  /** `deliver` gets each batch; it runs in a microtask of the task that recorded. */
  constructor(private readonly deliver: (batch: OperationBatch) => void) {}

  newId(): number {
    return ++this.lastId
  }

  name(text: string): number {
    let id = this.nameIds.get(text)
    if (id === undefined) {
      id = this.nextName++
      this.nameIds.set(text, id)
      this.newNames.push(text)
    }
    return id
  }

  value(value: unknown): number {
    return this.values.push(value) - 1
  }

  op1(op: Op, a: number): void {
    const at = this.grow(2)
    this.buffer[at] = op
    this.buffer[at + 1] = a
  }

  op2(op: Op, a: number, b: number): void {
    const at = this.grow(3)
    const { buffer } = this
    buffer[at] = op
    buffer[at + 1] = a
    buffer[at + 2] = b
  }

  /** Returns where the last operand went, for `patch`. */
  op3(op: Op, a: number, b: number, c: number): number {
    const at = this.grow(4)
    const { buffer } = this
    buffer[at] = op
    buffer[at + 1] = a
    buffer[at + 2] = b
    buffer[at + 3] = c
    return at + 3
  }

  op(op: Op, ...operands: number[]): void {
    const at = this.grow(operands.length + 1)
    this.buffer[at] = op
    this.buffer.set(operands, at + 1)
  }

  patch(at: number, value: number): void {
    this.buffer[at] = value
  }

  /** The element's class attribute is written once, when the batch ends. */
  markClasses(element: DirtyClasses): void {
    this.dirty.push(element)
    this.schedule()
  }

  /** Calls back once everything recorded so far has been sent. */
  whenFlushed(callback: () => void): void {
    this.afterFlush.push(callback)
    this.schedule()
  }

  /** Sends what there is; `evenIfEmpty` for a first batch, which tells the frame that the page is there. */
  flush(evenIfEmpty = false): void {
    for (const element of this.dirty) element.writeClasses()
    this.dirty = []
    this.scheduled = false
    if (this.length > 0 || evenIfEmpty) {
      const batch: OperationBatch = {
        operations: this.buffer.slice(0, this.length),
        firstName: this.nextName - this.newNames.length,
        names: this.newNames,
        values: this.values.length > 0 ? this.values : NO_VALUES,
        ack: this.ack,
      }
      this.length = 0
      this.newNames = []
      this.values = []
      this.deliver(batch)
    }
    const callbacks = this.afterFlush
    if (callbacks.length > 0) {
      this.afterFlush = []
      for (const callback of callbacks) callback()
    }
  }

  private grow(count: number): number {
    const at = this.length
    this.length = at + count
    if (this.length > this.buffer.length) {
      const larger = new Int32Array(Math.max(this.buffer.length * 2, this.length))
      larger.set(this.buffer)
      this.buffer = larger
    }
    if (!this.scheduled) this.schedule()
    return at
  }

  private schedule(): void {
    if (this.scheduled) return
    this.scheduled = true
    queueMicrotask(() => {
      if (this.scheduled) this.flush()
    })
  }
}

export interface DirtyClasses {
  writeClasses(): void
}
