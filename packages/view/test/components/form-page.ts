import '../../src/parts/editor'
// Runs in the test page: the form components beside the container components, on the same recording port.
import './container-page'
import { attachHover, readHover } from '../../src/components/hover/attach-hover'
import { attachText } from '../../src/components/text/attach-text'

const formHarness = {
  /** Echoes of `echoLate` that are still to come. */
  pendingEchoes: 0,
  attachHover,
  readHover,
  attachText,
  /** Echoes each `input` as a program does, so late that the next keys are typed before. */
  echoLate(selector: string, delayMs: number, change: (value: string) => string = (value) => value): void {
    const element = harness.find(selector)
    const port = element.port
    element.port = {
      ...port,
      emit(target, name, detail, options) {
        port.emit(target, name, detail, options)
        if (name !== 'input') return
        const seen = harness.seq()
        formHarness.pendingEchoes += 1
        setTimeout(() => {
          formHarness.pendingEchoes -= 1
          if (!element.isConnected) return
          harness.setAck(seen)
          harness.set(selector, { value: change((detail as { value: string }).value) })
          harness.setAck(undefined)
        }, delayMs)
      },
    }
  },
  /** Values of the class attribute that the element has had from now on. */
  recordClasses(selector: string): string[] {
    const seen: string[] = []
    const element = harness.find(selector)
    new MutationObserver(() => seen.push(element.className)).observe(element, { attributeFilter: ['class'] })
    return seen
  },
  /** Its class right after the next release of the pointer, and how long the class stays as it is then. */
  async classAfterRelease(selector: string): Promise<{ className: string; stayMs: number }> {
    const element = harness.find(selector)
    const atMs = await new Promise<number>((resolve) =>
      addEventListener('pointerup', ({ timeStamp }) => resolve(timeStamp), { once: true }),
    )
    const { className } = element
    await new Promise((resolve) =>
      new MutationObserver(resolve).observe(element, { attributeFilter: ['class'] }),
    )
    return { className, stayMs: performance.now() - atMs }
  },
}

declare global {
  var formHarness: FormHarness
}
export type FormHarness = typeof formHarness
globalThis.formHarness = formHarness
