import * as glassEasel from 'glass-easel'

/** What instances ask of the program around them. */
export interface InstanceServices {
  createSelectorQuery(instance: ComponentInstance): unknown
  createIntersectionObserver(instance: ComponentInstance, options: unknown): unknown
  createMediaQueryObserver(instance: ComponentInstance): unknown
  getTabBar(instance: ComponentInstance): unknown
  getPageId(instance: ComponentInstance): string
  getOpenerEventChannel(instance: ComponentInstance): unknown
  animate(
    instance: ComponentInstance,
    selector: string,
    keyframes: unknown[],
    duration: unknown,
    rest: unknown[],
  ): void
  clearAnimation(instance: ComponentInstance, selector: string, rest: unknown[]): void
  router(instance: ComponentInstance): unknown
  reportError(error: unknown, where: string): void
}

const ELEMENT = Symbol('element')

/**
 * `this` of a page's or component's code. The element of the tree hides behind a symbol, so that a program may name
 * its own methods and fields as it likes.
 */
export class ComponentInstance {
  declare [ELEMENT]: glassEasel.GeneralComponent
  /** Of `wx://component-export`. */
  static exportOf = new WeakMap<ComponentInstance, (this: ComponentInstance) => unknown>();
  [field: string]: unknown

  get is(): string {
    return this[ELEMENT].is
  }
  set is(value: unknown) {
    override(this, 'is', value)
  }

  get id(): string {
    return this[ELEMENT].id
  }
  set id(value: unknown) {
    override(this, 'id', value)
  }

  get dataset(): Record<string, unknown> {
    return (this[ELEMENT].dataset ??= {})
  }
  set dataset(value: unknown) {
    override(this, 'dataset', value)
  }

  get data(): Record<string, unknown> {
    return this[ELEMENT].data as Record<string, unknown>
  }
  set data(value: unknown) {
    override(this, 'data', value)
  }

  get properties(): Record<string, unknown> {
    return this[ELEMENT].data as Record<string, unknown>
  }
  set properties(value: unknown) {
    override(this, 'properties', value)
  }

  setData(data: unknown, callback?: () => void): void {
    const element = this[ELEMENT]
    if (typeof data === 'object' && data !== null) {
      try {
        element.setData(data as Record<string, unknown>)
      } catch (error) {
        if (!(error instanceof RangeError)) throw error
        throw new TypeError('setData: the data refers to itself, so it cannot be sent to the page', {
          cause: error,
        })
      }
    }
    if (typeof callback === 'function') {
      glassEasel.triggerRender(element, () => {
        glassEasel.safeCallback('setData callback', callback, this, [], element)
      })
    }
  }

  updateData(data: Record<string, unknown>): void {
    this[ELEMENT].updateData(data)
  }

  replaceDataOnPath(path: (string | number)[], value: unknown): void {
    this[ELEMENT].replaceDataOnPath(path as never, value as never)
  }

  spliceArrayDataOnPath(path: (string | number)[], index: number, remove: number, insert: unknown[]): void {
    this[ELEMENT].spliceArrayDataOnPath(path as never, index as never, remove as never, insert as never)
  }

  applyDataUpdates(): void {
    this[ELEMENT].applyDataUpdates()
  }

  groupSetData(run: () => void): void {
    if (typeof run === 'function') run.call(this)
  }

  groupUpdates(run: () => void): void {
    this[ELEMENT].groupUpdates(() => run.call(this))
  }

  hasBehavior(behavior: unknown): boolean {
    return this[ELEMENT].hasBehavior(behavior as never)
  }

  triggerEvent(
    name: string,
    detail: unknown = {},
    options: { bubbles?: boolean; composed?: boolean; capturePhase?: boolean } = {},
  ): void {
    const { bubbles = false, composed = false, capturePhase = false } = options ?? {}
    this[ELEMENT].triggerEvent(String(name), detail, { bubbles, composed, capturePhase })
  }

  selectComponent(selector: string): unknown {
    return exportedOf(this[ELEMENT].shadowRoot && shadowOf(this).querySelector(String(selector)))
  }

  selectAllComponents(selector: string): unknown[] {
    return shadowOf(this)
      .querySelectorAll(String(selector))
      .map((element) => exportedOf(element))
      .filter((found) => found !== null)
  }

  selectOwnerComponent(): unknown {
    return exportedOf(this[ELEMENT].ownerShadowRoot?.getHostNode() ?? null)
  }

  getRelationNodes(key: string): unknown[] {
    return this[ELEMENT].getRelationNodes(String(key)).map((element) => exportedOf(element))
  }
}

/** Reads `this.data = …` as the program meant it: from then on the field is the program's own. */
function override(instance: ComponentInstance, field: string, value: unknown): void {
  Object.defineProperty(instance, field, { value, writable: true, enumerable: true, configurable: true })
}

export function setElement(instance: ComponentInstance, element: glassEasel.GeneralComponent): void {
  Object.defineProperty(instance, ELEMENT, { value: element })
}

export function elementOf(instance: unknown): glassEasel.GeneralComponent | undefined {
  return instance instanceof ComponentInstance ? instance[ELEMENT] : undefined
}

export function instanceOf(element: glassEasel.GeneralComponent): ComponentInstance | undefined {
  const caller: unknown = element.getMethodCaller()
  return caller instanceof ComponentInstance ? caller : undefined
}

export function shadowOf(instance: ComponentInstance): glassEasel.ShadowRoot {
  return instance[ELEMENT].getShadowRoot()!
}

/** What `selectComponent` gives out: the instance, or what its `export` answers. */
export function exportedOf(element: glassEasel.Element | null | undefined): unknown {
  if (!element || !glassEasel.Component.isComponent(element)) return null
  const instance = instanceOf(element)
  if (!instance) return null
  const makeExport = ComponentInstance.exportOf.get(instance)
  return makeExport ? makeExport.call(instance) : instance
}

/** Adds the methods that need the program: made once per program, so that two programs never share one. */
export function createInstancePrototype(services: InstanceServices): object {
  const prototype = Object.create(ComponentInstance.prototype) as ComponentInstance
  const methods: Record<string, unknown> = {
    createSelectorQuery(this: ComponentInstance) {
      return services.createSelectorQuery(this)
    },
    createIntersectionObserver(this: ComponentInstance, options: unknown) {
      return services.createIntersectionObserver(this, options)
    },
    createMediaQueryObserver(this: ComponentInstance) {
      return services.createMediaQueryObserver(this)
    },
    getTabBar(this: ComponentInstance, callback?: (tabBar: unknown) => void) {
      const tabBar = services.getTabBar(this)
      if (typeof callback === 'function') callback.call(this, tabBar)
      return tabBar
    },
    getPageId(this: ComponentInstance) {
      return services.getPageId(this)
    },
    getOpenerEventChannel(this: ComponentInstance) {
      return services.getOpenerEventChannel(this)
    },
    animate(
      this: ComponentInstance,
      selector: string,
      keyframes: unknown[],
      duration: unknown,
      ...rest: unknown[]
    ) {
      services.animate(this, selector, keyframes, duration, rest)
    },
    clearAnimation(this: ComponentInstance, selector: string, ...rest: unknown[]) {
      services.clearAnimation(this, selector, rest)
    },
    applyAnimatedStyle() {},
    clearAnimatedStyle() {},
    setUpdatePerformanceListener() {},
    setInitialRenderingCache() {},
    setPassiveEvent() {},
    getAppBar: () => null,
  }
  for (const [name, value] of Object.entries(methods)) {
    Object.defineProperty(prototype, name, { value, writable: true, configurable: true, enumerable: false })
  }
  for (const field of ['pageRouter', 'router']) {
    Object.defineProperty(prototype, field, {
      configurable: true,
      get(this: ComponentInstance) {
        return services.router(this)
      },
      set(this: ComponentInstance, value: unknown) {
        override(this, field, value)
      },
    })
  }
  Object.defineProperty(prototype, 'renderer', { value: 'webview', writable: true, configurable: true })
  return prototype
}
