/** As text for `addInitScript`. Compilers of TypeScript may wrap functions in a helper that no page has. */
export const FRAME_PROBE_SCRIPT = `globalThis.__name ??= (value) => value; (${installFrameProbe.toString()})()`

/**
 * Runs in every frame before its scripts: times what the frame does with each message of the worker, and offers the
 * floor, the same rows made with plain DOM calls on the same page.
 */
function installFrameProbe(): void {
  interface Handled {
    type: string
    startMs: number
    durationMs: number
  }
  const handled: Handled[] = []
  const descriptor = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'onmessage')!
  Object.defineProperty(MessagePort.prototype, 'onmessage', {
    ...descriptor,
    set(this: MessagePort, handler: ((event: MessageEvent) => void) | null) {
      descriptor.set!.call(
        this,
        handler &&
          ((event: MessageEvent<{ type?: string } | null>) => {
            const startMs = performance.now()
            handler(event)
            handled.push({ type: event.data?.type ?? '', startMs, durationMs: performance.now() - startMs })
          }),
      )
    },
  })

  function press(id: string): void {
    const element = document.getElementById(id)!
    const { x, y } = element.getBoundingClientRect()
    for (const type of ['mousedown', 'mouseup']) {
      element.dispatchEvent(
        new MouseEvent(type, { bubbles: true, composed: true, button: 0, clientX: x + 2, clientY: y + 2 }),
      )
    }
  }

  /** What was done before is painted, and its pictures are there. */
  async function rest(): Promise<void> {
    for (let frame = 0; frame < 3; frame++) await new Promise((resolve) => requestAnimationFrame(resolve))
    await new Promise((resolve) => requestIdleCallback(resolve))
  }

  /** Presses an element and waits until the text of another one changes. */
  async function pressAndWait(id: string, watchedId: string): Promise<{ totalMs: number; frameMs: number }> {
    const watched = document.getElementById(watchedId)!
    const before = watched.textContent
    await rest()
    handled.length = 0
    const startMs = performance.now()
    press(id)
    let endMs = 0
    await new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        if (watched.textContent === before) return
        endMs = performance.now()
        observer.disconnect()
        resolve()
      })
      observer.observe(watched, { subtree: true, childList: true, characterData: true })
    })
    await new Promise((resolve) => setTimeout(resolve))
    const frameMs = handled
      .filter(({ type }) => type === 'batch')
      .reduce((sum, { durationMs }) => sum + durationMs, 0)
    return { totalMs: endMs - startMs, frameMs }
  }

  const host = (): HTMLElement =>
    document.getElementById('plain-list') ?? document.body.appendChild(makeHost())
  function makeHost(): HTMLElement {
    const element = document.createElement('div')
    element.id = 'plain-list'
    return element
  }
  let nextId = 1
  let pictureAddress = ''
  function makeRow(): HTMLElement {
    const id = nextId++
    const row = document.createElement('wx-view')
    row.setAttribute('class', 'row ')
    const mark = document.createElement('img')
    mark.setAttribute('class', 'mark')
    mark.style.objectFit = 'contain'
    mark.src = pictureAddress
    const number = document.createElement('wx-text')
    number.setAttribute('class', 'number')
    number.append(document.createTextNode(String(id)))
    const label = document.createElement('wx-text')
    label.setAttribute('class', 'label')
    label.append(document.createTextNode(`river jade ${id}`))
    row.append(mark, number, label)
    return row
  }
  const plain: Record<string, () => void> = {
    create: () => {
      for (let i = 0; i < 1000; i++) host().append(makeRow())
    },
    append: () => plain.create!(),
    replace: () => {
      host().textContent = ''
      plain.create!()
    },
    update: () => {
      const rows = host().children
      for (let i = 0; i < rows.length; i += 10) rows[i]!.lastElementChild!.firstChild!.nodeValue += ' !'
    },
    updatePath: () => plain.update!(),
    swap: () => {
      const rows = host().children
      const second = rows[1]!
      const other = rows[998]!
      const after = other.nextSibling
      host().insertBefore(other, second)
      host().insertBefore(second, after)
    },
    remove: () => host().children[3]!.remove(),
    selectOne: () => host().children[5]!.classList.toggle('selected'),
    clear: () => (host().textContent = ''),
  }
  function runPlain(operation: string): number {
    pictureAddress ||= document.querySelector<HTMLImageElement>('#list img')?.src ?? ''
    const startMs = performance.now()
    plain[operation]!()
    return performance.now() - startMs
  }

  Object.assign(globalThis, { probe: { pressAndWait, runPlain, press } })
}

export interface FrameProbe {
  pressAndWait(id: string, watchedId: string): Promise<{ totalMs: number; frameMs: number }>
  runPlain(operation: string): number
  press(id: string): void
}
