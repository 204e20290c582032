import { createWxsBuiltIns, type FromFrame, ListenerFlag, rootOf, type WxsFactory } from '@sampan/protocol'
import type { NativeEvent } from '../native-event'
import type { PathEntry } from '../tree/event-path'
import { factsOf, type NodeTable, type ViewHandler } from '../tree/node-table'
import { createDescriptors, type Descriptors } from './component-descriptor'

/** Of one handler. */
const MAX_STEPS = 20_000_000

/** The program's WXS that runs in the frame: event handlers and `change:` handlers. */
export interface ViewScripts {
  /**
   * Runs the handlers of an event along its path: capture down, then bubble up. Answers the entry at which one stopped
   * it (by `catch` or by returning false).
   */
  runListeners(path: readonly PathEntry[], event: NativeEvent): PathEntry | undefined
  fireChange(element: HTMLElement, name: string, value: unknown): void
}

export interface ViewScriptParts {
  nodes: NodeTable
  post(message: FromFrame): void
  reportError(error: unknown, where: string): void
}

/** `factories` may be filled later. */
export function createViewScripts(
  factories: Readonly<Record<string, WxsFactory>>,
  { nodes, post, reportError }: ViewScriptParts,
): ViewScripts {
  const modules = new Map<string, { exports: Record<string, unknown> }>()
  const builtIns = createWxsBuiltIns(console, MAX_STEPS)
  const descriptors = createDescriptors(nodes, post)

  function load(key: string, from?: string): unknown {
    const path = from === undefined ? known(key) : known(resolvePath(key, from.split('#')[0]!))
    const loaded = modules.get(path)
    if (loaded) return loaded.exports
    const module = { exports: {} as Record<string, unknown> }
    modules.set(path, module)
    const factory = factories[path]
    if (!factory) {
      reportError(new Error(`there is no WXS module ${key}`), from ?? key)
      return module.exports
    }
    try {
      builtIns.start()
      factory((specifier) => load(specifier, path), module.exports, module, builtIns.names)
    } catch (error) {
      reportError(error, path)
    }
    return module.exports
  }

  function known(path: string): string {
    return factories[path] || !factories[`${path}.wxs`] ? path : `${path}.wxs`
  }

  function find(handler: ViewHandler): ((...args: unknown[]) => unknown) | undefined {
    const exported = load(handler.module) as Record<string, unknown>
    const found = handler.name.split('.').reduce<unknown>((value, key) => ownField(value, key), exported)
    if (typeof found !== 'function') return undefined
    return (...args) => {
      builtIns.start()
      return (found as (...args: unknown[]) => unknown)(...args)
    }
  }

  return {
    runListeners: (path, event) => runViewListeners({ find, descriptors, reportError }, path, event),
    fireChange(element, name, value) {
      const facts = factsOf(element)
      const change = facts?.viewChanges?.get(name)
      if (!facts || !change) return
      const handler = find(change)
      const old = change.last
      change.last = value
      if (!handler) return
      try {
        handler(value, old, descriptors.ownerOf(facts), descriptors.of(element))
      } catch (error) {
        reportError(error, `change:${name}`)
      }
    },
  }
}

interface HandlerFinder {
  find(handler: ViewHandler): ((...args: unknown[]) => unknown) | undefined
  descriptors: Descriptors
  reportError(error: unknown, where: string): void
}

function runViewListeners(
  scripts: HandlerFinder,
  path: readonly PathEntry[],
  event: NativeEvent,
): PathEntry | undefined {
  if (!path.some(({ facts }) => facts.viewListeners?.has(event.name))) return undefined
  for (const entry of [...path].reverse()) {
    if (stops(scripts, entry, path, event, ListenerFlag.Capture, ListenerFlag.CaptureCatch)) return entry
  }
  for (const entry of path) {
    if (stops(scripts, entry, path, event, ListenerFlag.Bind, ListenerFlag.Catch)) return entry
  }
  return undefined
}

function stops(
  scripts: HandlerFinder,
  entry: PathEntry,
  path: readonly PathEntry[],
  event: NativeEvent,
  phase: ListenerFlag,
  catching: ListenerFlag,
): boolean {
  const listener = entry.facts.viewListeners?.get(event.name)
  if (!listener || (listener.flags & phase) === 0) return false
  const handler = scripts.find(listener)
  if (!handler) return false
  const { descriptors } = scripts
  const instance = descriptors.of(entry.element)
  const wxsEvent = {
    type: event.name,
    timeStamp: Math.round(performance.now()),
    detail: event.detail,
    touches: event.touches ?? [],
    changedTouches: event.changedTouches ?? [],
    target: describe(path[0]!),
    currentTarget: describe(entry),
    instance,
  }
  try {
    const result = handler(wxsEvent, descriptors.ownerOf(entry.facts))
    return result === false || (listener.flags & catching) !== 0
  } catch (error) {
    scripts.reportError(error, `${event.name} handler`)
    return (listener.flags & catching) !== 0
  }
}

function describe({ element, facts }: PathEntry): unknown {
  return {
    id: element.id,
    dataset: { ...facts.dataset },
    offsetLeft: element.offsetLeft,
    offsetTop: element.offsetTop,
  }
}

function ownField(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined
}

function resolvePath(specifier: string, from: string): string {
  const folder = specifier.startsWith('/') ? rootOf(from) : from.slice(0, from.lastIndexOf('/') + 1)
  const parts = folder.split('/').filter((part) => part !== '')
  for (const part of specifier.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}
