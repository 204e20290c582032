import { Op, ROOT_NODE } from '@sampan/protocol'
import type * as glassEasel from 'glass-easel'
import type { BackendEnvironment } from './backend-environment'
import { childrenFirst } from './children-first'
import { IdTable } from './id-table'
import type { OperationRecorder } from './operation-recorder'
import { type ElementContext, RecordedElement } from './recorded-element'

const COMPOSED_MODE = 2

/** glass-easel names the hosts of custom components so; the tag of the template is the styling name. */
const HOST_NAME = 'wx-x'

/** A composed-mode backend of glass-easel whose tree lives elsewhere: it records what a frame has to do. */
export class RecordingContext implements ElementContext {
  readonly mode = COMPOSED_MODE
  readonly elements = new IdTable<RecordedElement>()
  readonly root: RecordedElement
  private readonly virtualIds = new WeakMap<glassEasel.GeneralComponent, number>()
  private readonly virtualHosts = new Map<number, WeakRef<glassEasel.GeneralComponent>>()
  private attached: glassEasel.GeneralComponent[] = []
  /** The next host created stands for the page itself, so it takes the root's id. */
  private pageHostPending = true

  constructor(
    readonly recorder: OperationRecorder,
    readonly environment: BackendEnvironment,
  ) {
    this.root = new RecordedElement(this, ROOT_NODE, false)
    this.elements.add(this.root)
  }

  destroy(): void {
    this.elements.clear()
  }

  getWindowWidth(): number {
    return this.environment.windowWidth()
  }

  getWindowHeight(): number {
    return this.environment.windowHeight()
  }

  getDevicePixelRatio(): number {
    return this.environment.pixelRatio()
  }

  getTheme(): string {
    return this.environment.theme()
  }

  registerStyleSheetContent(): void {}

  appendStyleSheetPath(): number {
    return 0
  }

  disableStyleSheet(): void {}

  render(callback: (error: Error | null) => void): void {
    this.recorder.whenFlushed(() => setTimeout(() => callback(null)))
  }

  getRootNode(): RecordedElement {
    return this.root
  }

  createElement(logicalName: string, stylingName: string): RecordedElement {
    const { recorder } = this
    if (logicalName !== HOST_NAME) {
      const element = this.add(recorder.newId())
      recorder.op2(Op.CreateElement, element.id, recorder.name(logicalName))
      return element
    }
    if (this.pageHostPending) {
      this.pageHostPending = false
      return this.root
    }
    const element = this.add(recorder.newId())
    element.scopeOperand = recorder.op3(
      Op.CreateHost,
      element.id,
      recorder.name(stylingName),
      recorder.name(''),
    )
    return element
  }

  createTextNode(content: string): RecordedElement {
    const { recorder } = this
    const element = this.add(recorder.newId())
    recorder.op2(Op.CreateText, element.id, recorder.value(content))
    return element
  }

  createFragment(): RecordedElement {
    return new RecordedElement(this, 0, true)
  }

  onEvent(): void {}

  /** As glass-easel wants it: its own types name no way to implement them from outside. */
  asBackend(): glassEasel.GeneralBackendContext {
    return this as unknown as glassEasel.GeneralBackendContext
  }

  /** Its `ready` comes once the frame has been told of it. */
  noteAttached(component: glassEasel.GeneralComponent): void {
    this.attached.push(component)
    if (this.attached.length > 1) return
    this.recorder.whenFlushed(() => {
      const components = this.attached
      this.attached = []
      for (const component of childrenFirst(components)) component.triggerLifetime('ready', [])
    })
  }

  virtualHostId(host: glassEasel.GeneralComponent): number {
    const known = this.virtualIds.get(host)
    if (known !== undefined) return known
    const id = this.recorder.newId()
    this.virtualIds.set(host, id)
    this.virtualHosts.set(id, new WeakRef(host))
    return id
  }

  virtualHost(id: number): glassEasel.GeneralComponent | undefined {
    return this.virtualHosts.get(id)?.deref()
  }

  needsDatasets(componentPath: string): boolean {
    return this.environment.usesViewScript(componentPath)
  }

  private add(id: number): RecordedElement {
    const element = new RecordedElement(this, id, false)
    this.elements.add(element)
    return element
  }
}
