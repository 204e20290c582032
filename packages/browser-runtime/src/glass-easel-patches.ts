/** A change of one text in one of glass-easel's modules. */
export interface SourcePatch {
  /** Below its `src`. */
  module: string
  /** Occurs exactly once. */
  find: string
  replace: string
}

/** Of elements of all kinds. A field that is missing here is found all the same: later. */
const ELEMENT_FIELDS = [
  'is',
  'stylingName',
  '_$backendElement',
  '_$destroyOnRemoval',
  '_$nodeTreeContext',
  '_$nodeId',
  '_$nodeAttributes',
  '_$nodeSlot',
  '_$slotName',
  '_$slotElement',
  '_$slotValues',
  '_$subtreeSlotStart',
  '_$subtreeSlotEnd',
  '_$inheritSlots',
  '_$placeholderHandlerRemover',
  '_$virtual',
  'dataset',
  '_$marks',
  '_$attached',
  'classList',
  '_$styleSegments',
  'parentNode',
  'parentIndex',
  'childNodes',
  'containingSlot',
  'slotNodes',
  'slotIndex',
  'ownerShadowRoot',
  '_$mutationObserverTarget',
  '_$eventTarget',
]

/**
 * An element that gets its fields one by one is copied at every third: it is made with room for all. Engines give it to
 * objects of a function that sets them.
 */
const ROOM: SourcePatch[] = [
  {
    module: 'element.ts',
    find: 'export class Element implements NodeCast {',
    replace: `export const roomFor = (prototype: object): new () => any => {
      function Room(this: any) {
        ${ELEMENT_FIELDS.map((name) => `this.${name} = undefined`).join('\n')}
      }
      Room.prototype = prototype
      return Room as any
    }

    export class Element implements NodeCast {`,
  },
  {
    module: 'native_node.ts',
    find: `import { Element } from './element'`,
    replace: `import { Element, roomFor } from './element'`,
  },
  {
    module: 'native_node.ts',
    find: 'Object.create(NativeNode.prototype) as NativeNode',
    replace: 'new RoomForNativeNode() as NativeNode',
  },
  {
    module: 'native_node.ts',
    find: 'NativeNode.prototype[NATIVE_NODE_SYMBOL] = true',
    replace: `NativeNode.prototype[NATIVE_NODE_SYMBOL] = true
    const RoomForNativeNode = roomFor(NativeNode.prototype)`,
  },
  {
    module: 'virtual_node.ts',
    find: `import { Element } from './element'`,
    replace: `import { Element, roomFor } from './element'`,
  },
  {
    module: 'virtual_node.ts',
    find: 'Object.create(VirtualNode.prototype) as VirtualNode',
    replace: 'new RoomForVirtualNode() as VirtualNode',
  },
  {
    module: 'virtual_node.ts',
    find: 'VirtualNode.prototype[VIRTUAL_NODE_SYMBOL] = true',
    replace: `VirtualNode.prototype[VIRTUAL_NODE_SYMBOL] = true
    const RoomForVirtualNode = roomFor(VirtualNode.prototype)`,
  },
]

/** Most elements have no listener. */
const LISTENERS: SourcePatch[] = [
  {
    module: 'element.ts',
    find: 'this._$eventTarget = new EventTarget()',
    replace: 'this._$eventTarget = undefined',
  },
  {
    module: 'element.ts',
    find: 'this._$eventTarget.addListener(',
    replace: '(this._$eventTarget ??= new EventTarget()).addListener(',
  },
  {
    module: 'element.ts',
    find: 'this._$eventTarget.removeListener(',
    replace: '(this._$eventTarget ??= new EventTarget()).removeListener(',
  },
]

/** Nearly none has an observer of its attributes (`change:name`): asking for it makes nothing. */
const OBSERVERS: SourcePatch[] = [
  {
    module: 'tmpl/proc_gen_wrapper.ts',
    find: `const tmplArgs = getTmplArgs(elem)
    if (tmplArgs.changeProp?.[name]) {`,
    replace: `const tmplArgs = (elem as TmplNode)._$wxTmplArgs
    if (tmplArgs?.changeProp?.[name]) {`,
  },
]

/** Lists of an element's classes are as long as they are, and there are none without a class. */
const CLASSES: SourcePatch[] = [
  {
    module: 'class_list.ts',
    find: `const matchClassName = (str: string) => {
  const result: string[] = []`,
    replace: `const NONE = Object.freeze([]) as any

/** By text: rows of a list have the same. */
const knownClassNames = new Map<string, string[]>()

const matchClassName = (str: string) => {
  let result = knownClassNames.get(str)
  if (!result) {
    result = readClassNames(str)
    if (knownClassNames.size >= 1000) knownClassNames.clear()
    knownClassNames.set(str, result)
  }
  return result
}

const readClassNames = (str: string) => {
  const result: string[] = []`,
  },
  {
    module: 'class_list.ts',
    find: `_$rawNames: string[][] = []`,
    replace: `_$rawNames: string[][] = NONE`,
  },
  {
    module: 'class_list.ts',
    find: `_$backendNames: string[] = []`,
    replace: `_$backendNames: string[] = NONE`,
  },
  {
    module: 'class_list.ts',
    find: `_$backendNameScopes: (StyleScopeId | undefined)[] = []`,
    replace: `_$backendNameScopes: (StyleScopeId | undefined)[] = NONE`,
  },
  {
    module: 'class_list.ts',
    find: `_$backendNamesCount: number[] = []`,
    replace: `_$backendNamesCount: number[] = NONE`,
  },
  {
    module: 'class_list.ts',
    find: `if (!found) {
      oldClassNames.push(name)
      oldScopeIds.push(scopeId)
      classNamesCount.push(1)`,
    replace: `if (!found) {
      if (oldClassNames === NONE) {
        this._$backendNames = [name]
        this._$backendNameScopes = [scopeId]
        this._$backendNamesCount = [1]
      } else {
        oldClassNames.push(name)
        oldScopeIds.push(scopeId)
        classNamesCount.push(1)
      }`,
  },
  {
    module: 'class_list.ts',
    find: `this._$rawNames[segmentIndex] = n`,
    replace: `if (useFasterAdd) this._$rawNames = segmentIndex === 0 ? [n] : []
    this._$rawNames[segmentIndex] = n`,
  },
  {
    module: 'class_list.ts',
    find: `const rawNames = this._$rawNames
        if (!rawNames[segmentIndex]) {
          rawNames[segmentIndex] = []
        }
        const names = rawNames[segmentIndex]!`,
    replace: `if (this._$rawNames === NONE) this._$rawNames = []
        const rawNames = this._$rawNames
        const names = (rawNames[segmentIndex] = rawNames[segmentIndex]?.slice() ?? [])`,
  },
  {
    module: 'class_list.ts',
    find: `const names = this._$rawNames[segmentIndex]
      if (names) names.splice(rawClassIndex, 1)`,
    replace: `const names = this._$rawNames[segmentIndex]
      if (names) this._$rawNames[segmentIndex] = names.filter((_, i) => i !== rawClassIndex)`,
  },
  {
    module: 'class_list.ts',
    find: `this._$resolvePrefixes(rawName, (scopeId, className) => {
            this._$addClass(className, scopeId, backendElement)
          })
        }
      }
    }
    return true`,
    replace: `const first = rawName[0]
          if (!this._$owner?._$externalNames && this._$extraScope === undefined && first !== '~' && first !== '^') {
            this._$addClass(rawName, this._$defaultScope, backendElement)
          } else {
            this._$resolvePrefixes(rawName, (scopeId, className) => {
              this._$addClass(className, scopeId, backendElement)
            })
          }
        }
      }
    }
    return true`,
  },
]

/** What a template calls to make nodes is the same function for all nodes of a component, but for slots with values. */
const CREATION: SourcePatch[] = [
  {
    module: 'tmpl/proc_gen_wrapper.ts',
    find: `  handleChildrenCreation(
    children: DefineChildren,
    slotElement: Element | undefined,
    dynamicSlotName: string | undefined,
  ): Node[] {
    const childNodes: Node[] = []
    children(
      true,
`,
    replace: `  handleChildrenCreation(
    children: DefineChildren,
    slotElement: Element | undefined,
    dynamicSlotName: string | undefined,
  ): Node[] {
    const from = this.created.length
    const created = this.created
    try {
      if (slotElement) {
        this.defineCreation(children, slotElement, dynamicSlotName)
      } else {
        if (!this.definers) this.defineCreation((_, ...definers) => { this.definers = definers }, undefined, undefined)
        const [text, element, ifGroup, forLoop, slot, virtual] = this.definers
        children(true, text, element, ifGroup, forLoop, slot, virtual, undefined, undefined)
      }
      return created.slice(from)
    } finally {
      while (created.length > from) created.pop()
    }
  }

  private created: Node[] = []
  private definers: any

  private defineCreation(
    children: DefineChildren,
    slotElement: Element | undefined,
    dynamicSlotName: string | undefined,
  ) {
    const childNodes = this.created
    children(
      true,
`,
  },
  {
    module: 'tmpl/proc_gen_wrapper.ts',
    find: `      undefined,
      undefined,
    )
    return childNodes
  }`,
    replace: `      undefined,
      undefined,
    )
  }`,
  },
  {
    module: 'tmpl/proc_gen_wrapper.ts',
    find: `  private createCommonElement(
    tagName: string,
    genericImpls: { [key: string]: string },
    propertyInit: (elem: Element, isCreation: boolean) => void,
    children: DefineChildren,
    dynamicSlotValueNames: string[] | undefined,
  ): Element {
`,
    replace: `  private createCommonElement(
    tagName: string,
    genericImpls: { [key: string]: string },
    propertyInit: (elem: Element, isCreation: boolean) => void,
    children: DefineChildren,
    dynamicSlotValueNames: string[] | undefined,
  ): Element {
    const plain = this.shadowRoot._$createIfPlain(tagName)
    if (!plain) return this.createAnyElement(tagName, genericImpls, propertyInit, children, dynamicSlotValueNames)
    propertyInit(plain, true)
    plain.destroyBackendElementOnRemoval()
    this.handleChildrenCreationAndInsert(children, plain, undefined, undefined)
    return plain
  }

  private createAnyElement(
    tagName: string,
    genericImpls: { [key: string]: string },
    propertyInit: (elem: Element, isCreation: boolean) => void,
    children: DefineChildren,
    dynamicSlotValueNames: string[] | undefined,
  ): Element {
`,
  },
  {
    module: 'shadow_root.ts',
    find: `  createNativeNodeWithInit(`,
    replace: `  /** A native node, if no component is or comes under its name. */
  _$createIfPlain(tagName: string): NativeNode | undefined {
    const { _$behavior: behavior, _$genericImpls: generics } = this._$host
    if (behavior._$using[tagName] || generics?.[tagName]) return undefined
    const tag = behavior.ownerSpace.getGlobalUsingComponent(tagName)
    return typeof tag === 'string' ? NativeNode.create(tag, this, tagName) : undefined
  }

  createNativeNodeWithInit(`,
  },
]

/** Most elements have no dataset and no style. */
const EXTRAS: SourcePatch[] = [
  { module: 'element.ts', find: 'this.dataset = {}', replace: 'this.dataset = undefined' },
  {
    module: 'element.ts',
    find: 'this.dataset[name] = value',
    replace: '(this.dataset ??= {})[name] = value',
  },
]

/** The usual case of an insertion, without what the others need. */
const INSERTION: SourcePatch[] = [
  {
    module: 'element.ts',
    find: `  private static insertChildComposed(
`,
    replace: `  private static insertChildComposed(
    shadowParent: Element,
    newChild: Node | null,
    relChild: Node | undefined,
    removal: boolean,
    newPosIndex: number,
  ) {
    let slotParent: Element | null = shadowParent
    while (slotParent?._$inheritSlots) slotParent = slotParent.parentNode
    if (!slotParent) return
    const isPlain = newChild && !newChild._$virtual && !relChild && !removal && isNativeNode(shadowParent)
    if (!isPlain || globalOptions.writeExtraInfoToAttr) {
      Element.insertAnyChildComposed(shadowParent, newChild, relChild, removal, newPosIndex)
    } else if (!(shadowParent._$nodeTreeContext as DestroyedBackendContext).destroyed) {
      ;(shadowParent._$backendElement as composedBackend.Element | null)?.appendChild(
        newChild._$backendElement as composedBackend.Element,
      )
    }
  }

  private static insertAnyChildComposed(
`,
  },
  {
    module: 'element.ts',
    find: `    } else {
      childNodes.push(...newChildList)
      for (`,
    replace: `    } else if (childNodes.length === 0) {
      parent.childNodes = newChildList
      for (let i = 0; i < newChildList.length; i += 1) newChildList[i]!.parentIndex = i
    } else {
      childNodes.push(...newChildList)
      for (`,
  },
]

/** Objects with any names for fields, lighter than those without a prototype. */
const NAMES: SourcePatch[] = [
  {
    module: 'element.ts',
    find: `attrs = Object.create(null) as { [name: string]: unknown }
      this._$nodeAttributes = attrs`,
    replace: `attrs = new Bare() as { [name: string]: unknown }
      this._$nodeAttributes = attrs`,
  },
  {
    module: 'element.ts',
    find: `const DESTROYED_SHADOW_BACKEND_CONTEXT =`,
    replace: `const Bare = function () {} as unknown as new () => object
Bare.prototype = Object.create(null)
const DESTROYED_SHADOW_BACKEND_CONTEXT =`,
  },
]

export const GLASS_EASEL_PATCHES: readonly SourcePatch[] = [
  ...ROOM,
  ...LISTENERS,
  ...OBSERVERS,
  ...CLASSES,
  ...CREATION,
  ...EXTRAS,
  ...INSERTION,
  ...NAMES,
]

/** Throws if the module is not the one that the patches are for. */
export function patchModule(module: string, source: string, patches = GLASS_EASEL_PATCHES): string {
  return patches
    .filter((patch) => patch.module === module)
    .reduce((text, { find, replace }) => {
      const parts = text.split(find)
      if (parts.length !== 2) {
        throw new Error(`glass-easel's ${module} has ${parts.length - 1} times, not once: ${find}`)
      }
      return parts.join(replace)
    }, source)
}
