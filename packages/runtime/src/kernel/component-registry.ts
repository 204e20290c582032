import type { BundleManifest, ComponentConfig } from '@sampan/protocol'
import * as glassEasel from 'glass-easel'
import {
  isFunction,
  isRecord,
  normalizeDefinition,
  pageDefinition,
  type RawDefinition,
} from './component-definition'
import { ComponentInstance, elementOf, setElement } from './component-instance'
import { COMPOSED_EVENTS } from './program-event'
import { RecordingContext } from './recording-context'
import { resolvePath } from './resolve-path'
import type { TemplateLoader } from './template-loader'

export interface RegistryServices {
  manifest: BundleManifest
  templates: TemplateLoader
  instancePrototype: object
  /** Runs the module of a component, whose code then calls `Component` or `Page`. False if its package is missing. */
  loadComponentModule(path: string): boolean
  /** A component is used whose package is not here yet. */
  requestPackage(packageId: string): void
  reportError(error: unknown, where: string): void
}

const SHARED_ISOLATION = new Set(['shared', 'page-shared'])
const APPLY_SHARED_ISOLATION = new Set(['apply-shared', 'page-apply-shared'])

/** Turns `Component`, `Page` and `Behavior` calls into definitions of the kernel, when they are first used. */
export function createComponentRegistry(services: RegistryServices) {
  const { manifest, templates } = services
  const space = new glassEasel.ComponentSpace('', undefined, new glassEasel.StyleScopeManager(), true)
  const styleScopes = space.styleScopeManager
  const sharedScope = styleScopes.register('')
  space.setSharedStyleScope(sharedScope)
  const defined = new Set<string>()
  const waiting = new Map<string, Set<string>>()
  const pageFields = new Map<string, Record<string, unknown>>()
  /** Both ends of a relation must be known before either is used. */
  const relationTargets = new Map<string, string[]>()
  const rawBehaviors = new WeakMap<object, RawDefinition>()
  const builtInBehaviors = createBuiltInBehaviors(space)

  space.setComponentWaitingListener((_isPublic, path) => requestComponent(path))

  function requestComponent(path: string): void {
    const config = manifest.components[path]
    if (!config || defined.has(path)) return
    if (!waiting.has(config.packageId)) waiting.set(config.packageId, new Set())
    waiting.get(config.packageId)!.add(path)
    services.requestPackage(config.packageId)
  }

  /** Defines a component and what its template uses. True if it is there afterwards. */
  function ensure(path: string): boolean {
    if (defined.has(path)) return true
    const config = manifest.components[path]
    if (!config) return false
    // Before its module runs: components may use each other in a ring.
    defined.add(path)
    if (!services.loadComponentModule(path)) {
      defined.delete(path)
      return false
    }
    if (space.getComponentByUrlWithoutDefault(`/${path}`, '') === null) define(path, {}, config.isComponent)
    for (const tag of config.tags) {
      const used = lookup(config.usingComponents, tag)
      if (used !== undefined && !isPlaceheld(config, tag)) ensure(used)
    }
    for (const fallback of Object.values(config.componentGenerics)) if (fallback !== null) ensure(fallback)
    for (const target of relationTargets.get(path) ?? []) ensure(target)
    return true
  }

  function isPlaceheld(config: ComponentConfig, tag: string): boolean {
    return lookup(config.componentPlaceholder, tag) !== undefined
  }

  function define(path: string, raw: RawDefinition, isComponentCall: boolean): void {
    const config = manifest.components[path]
    if (!config) {
      services.reportError(
        new Error(`${path}.json does not exist, so the component is not part of the program`),
        path,
      )
      return
    }
    let definition = raw
    if (!isComponentCall) {
      const page = pageDefinition(raw)
      definition = page.definition
      pageFields.set(path, page.fields)
    }
    defined.add(path)
    const builder = space.defineWithMethodCaller(path)
    builder.lifetime('attached', noteAttached as never)
    builder.lifetime('listenerChange', noteListener as never)
    applyDefinition(builder, definition)
    relationTargets.set(path, relationsOf(definition, path))
    const options = isRecord(definition.options) ? definition.options : {}
    builder.options(kernelOptions(config, options, isComponentCall))
    builder.usingComponents(absolute(config.usingComponents))
    builder.placeholders(config.componentPlaceholder)
    builder.generics(
      mapEntries(config.componentGenerics, (fallback) =>
        fallback === null ? true : { default: `/${fallback}` },
      ) as never,
    )
    builder.template(templates.componentTemplate(path) as never)
    const makeExport = exportFunction(definition)
    const fields = pageFields.get(path)
    let prototype: object | undefined
    builder.methodCallerInit(function (this: unknown) {
      const element = this as glassEasel.GeneralComponent
      prototype ??= methodPrototype(element)
      const instance = Object.create(prototype) as ComponentInstance
      setElement(instance, element)
      if (makeExport) ComponentInstance.exportOf.set(instance, makeExport)
      if (fields) {
        Object.assign(instance, glassEasel.dataUtils.deepCopy(fields, true))
        bindMethods(instance, definition.methods ?? {})
      }
      return instance as never
    })
    builder.registerComponent()
  }

  function methodPrototype(element: glassEasel.GeneralComponent): object {
    const prototype = Object.create(services.instancePrototype) as Record<string, unknown>
    const methods = element.getComponentDefinition().behavior.getMethods() as Record<string, unknown>
    for (const name of Object.keys(methods)) prototype[name] = methods[name]
    return prototype
  }

  function applyDefinition(builder: glassEasel.GeneralBehaviorBuilder, raw: RawDefinition): void {
    for (const behavior of behaviorsOf(raw)) {
      const definitionFilter = rawBehaviors.get(behavior)?.definitionFilter
      if (isFunction(definitionFilter)) definitionFilter(raw, filtersOf(behavior))
    }
    for (const behavior of behaviorsOf(raw)) builder.behavior(behavior as never)
    builder.definition(normalizeDefinition(raw) as never)
  }

  /** A definition filter may call on those of the behavior's own behaviors. */
  function filtersOf(behavior: object): ((definition: RawDefinition) => void)[] {
    return behaviorsOf(rawBehaviors.get(behavior) ?? {}).flatMap((inner) => {
      const filter = rawBehaviors.get(inner)?.definitionFilter
      return isFunction(filter)
        ? [(definition: RawDefinition) => void filter(definition, filtersOf(inner))]
        : []
    })
  }

  function behaviorsOf(raw: RawDefinition): object[] {
    if (!Array.isArray(raw.behaviors)) return []
    return raw.behaviors.flatMap((item) => {
      if (typeof item === 'string') {
        const builtIn = builtInBehaviors[item]
        if (!builtIn) services.reportError(new Error(`there is no behavior ${item}`), 'behaviors')
        return builtIn ? [builtIn] : []
      }
      return typeof item === 'object' && item !== null ? [item] : []
    })
  }

  function exportFunction(raw: RawDefinition): ((this: ComponentInstance) => unknown) | undefined {
    const usesExport = Array.isArray(raw.behaviors) && raw.behaviors.includes('wx://component-export')
    return usesExport && isFunction(raw.export)
      ? (raw.export as (this: ComponentInstance) => unknown)
      : undefined
  }

  function kernelOptions(
    config: ComponentConfig,
    options: Record<string, unknown>,
    isComponentCall: boolean,
  ) {
    const isolation =
      (typeof options.styleIsolation === 'string' ? options.styleIsolation : config.styleIsolation) ??
      (options.addGlobalClass
        ? 'apply-shared'
        : config.isComponent && isComponentCall
          ? 'isolated'
          : 'shared')
    const ownScope = config.styleScope === '' ? sharedScope : styleScopes.register(config.styleScope)
    const pattern =
      options.pureDataPattern ?? (config.pureDataPattern ? new RegExp(config.pureDataPattern) : undefined)
    return {
      styleScope: SHARED_ISOLATION.has(isolation) ? sharedScope : ownScope,
      extraStyleScope: sharesStyles(isolation, ownScope) ? sharedScope : undefined,
      multipleSlots: Boolean(options.multipleSlots),
      dynamicSlots: Boolean(options.dynamicSlots),
      virtualHost: Boolean(options.virtualHost),
      listenerChangeLifetimes: Boolean(options.virtualHost),
      pureDataPattern: pattern instanceof RegExp ? pattern : undefined,
      writeFieldsToNode: false,
      writeIdToDOM: true,
      useMethodCallerListeners: true,
    }
  }

  function sharesStyles(isolation: string, ownScope: number): boolean {
    return APPLY_SHARED_ISOLATION.has(isolation) && ownScope !== sharedScope
  }

  return {
    space,
    /** `wx://form-field` */
    formField: builtInBehaviors['wx://form-field']!,
    ensure,
    scopeName: (scope: number): string => styleScopes.queryName(scope) ?? '',
    defineComponent: (path: string, raw: RawDefinition) => define(path, raw, true),
    definePage: (path: string, raw: RawDefinition) => define(path, raw, false),
    defineBehavior(raw: RawDefinition): object {
      const builder = space.define()
      applyDefinition(builder as never, raw)
      const behavior = builder.registerBehavior()
      rawBehaviors.set(behavior, raw)
      return behavior
    },
    /** The code of a package has arrived: whatever waited for it is defined, and its placeholders give way. */
    packageLoaded(packageId: string): void {
      const paths = waiting.get(packageId)
      waiting.delete(packageId)
      if (paths) space.groupRegister(() => paths.forEach((path) => ensure(path)))
    },
  }
}

export type ComponentRegistry = ReturnType<typeof createComponentRegistry>

function createBuiltInBehaviors(space: glassEasel.ComponentSpace): Record<string, object> {
  const formField = space.defineBehavior({
    properties: { name: { type: String as never, value: '' as never }, value: { type: null as never } },
  } as never)
  const empty = space.defineBehavior({} as never)
  return {
    'wx://form-field': formField,
    'wx://form-field-group': empty,
    'wx://form-field-button': empty,
    'wx://component-export': empty,
    // For a component whose template is one scroll-view.
    'wx://proxy-scroll-view': empty,
  }
}

function absolute(paths: Record<string, string>): Record<string, string> {
  return mapEntries(paths, (path) => `/${path}`) as Record<string, string>
}

function mapEntries<Value>(
  record: Record<string, Value>,
  map: (value: Value) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]))
}

function lookup<Value>(record: Record<string, Value>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

function relationsOf(definition: RawDefinition, path: string): string[] {
  return isRecord(definition.relations)
    ? Object.keys(definition.relations).map((target) => resolvePath(target, path))
    : []
}

function noteAttached(this: unknown): void {
  const element = elementOf(this)
  const context: unknown = element?.getBackendContext()
  if (element && context instanceof RecordingContext) context.noteAttached(element)
}

/**
 * A virtual host has no element that could tell the frame what is listened to there, so the page's root does: the frame
 * sends such events from everywhere, and they find the listener on their way up.
 */
function noteListener(
  this: unknown,
  isAdded: boolean,
  name: string,
  _listener: unknown,
  options: glassEasel.EventListenerOptions | undefined,
): void {
  if (!isAdded || !COMPOSED_EVENTS.has(name)) return
  const context: unknown = elementOf(this)?.getBackendContext()
  if (context instanceof RecordingContext) context.root.listenAsWell(name, Boolean(options?.capture))
}

/** Methods of `Page({ … })` keep their page wherever they are passed: `setInterval(this.draw)`. */
function bindMethods(instance: ComponentInstance, methods: Record<string, unknown>): void {
  for (const [name, method] of Object.entries(methods)) {
    if (isFunction(method)) instance[name] = method.bind(instance)
  }
}
