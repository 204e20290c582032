import type { TemplateFactory, WxsBuiltIns, WxsFactory } from '@sampan/protocol'
import * as glassEasel from 'glass-easel'
import { isRecord } from './component-definition'
import { elementOf } from './component-instance'
import { toProgramEvent } from './program-event'
import type { ProcGen } from './proc-gen'
import { resolvePath } from './resolve-path'
import { watchViewScripts } from './view-script-bindings'

/** What a template object answers: `name` is '' for the file itself, else a `<template name>` in it. */
type TemplateFunction = ((name: string) => ProcGen | undefined) & { _: Record<string, ProcGen> }

/**
 * Builds template objects on first use, one per WXML file, whatever pages use it. WXS modules belong to the worker's
 * one program, so a module's state is shared as in WeChat.
 */
export function createTemplateLoader(
  builtIns: WxsBuiltIns,
  onError: (error: unknown, where: string) => void,
) {
  const factories: Record<string, TemplateFactory> = Object.create(null) as Record<string, TemplateFactory>
  const wxsFactories: Record<string, WxsFactory> = Object.create(null) as Record<string, WxsFactory>
  const wxsModules = new Map<string, { exports: unknown }>()
  const built: Record<string, TemplateFunction> = Object.create(null) as Record<string, TemplateFunction>

  /** `G`: every file's template function by path, built when it is read. */
  const files = new Proxy(built, {
    get: (_target, path) => (typeof path === 'string' ? load(path) : undefined),
  })

  function load(path: string): TemplateFunction {
    const known = built[path]
    if (known) return known
    const factory = factories[path]
    if (!factory) return (built[path] = emptyTemplate())
    // Set first: two files may import each other.
    const pending = (built[path] = emptyTemplate())
    try {
      const loaded = factory(
        files,
        defineWxs,
        nonNull,
        toText,
        changed,
        callable,
        HELPERS,
      ) as TemplateFunction
      built[path] = loaded
      Object.assign(pending._, loaded._)
    } catch (error) {
      onError(error, `${path}.wxml`)
    }
    return built[path]
  }

  function loadWxs(key: string, from?: string): unknown {
    const path = from === undefined ? key : resolveWxs(key, from)
    const known = wxsModules.get(path)
    if (known) return known.exports
    const factory = wxsFactories[path]
    if (!factory) {
      onError(new Error(`there is no WXS module ${path}`), from ?? path)
      return {}
    }
    const module = { exports: {} as Record<string, unknown> }
    wxsModules.set(path, module)
    try {
      factory((specifier) => loadWxs(specifier, path), module.exports, module, builtIns.names)
    } catch (error) {
      onError(error, path)
    }
    return module.exports
  }

  /** `D`: the template compiler declares its modules through it; ours come from the package's own table. */
  function defineWxs(name: string): () => unknown {
    return () => loadWxs(wxsFactories[name] || !wxsFactories[`${name}.wxs`] ? name : `${name}.wxs`)
  }

  function resolveWxs(specifier: string, from: string): string {
    const base = from.includes('#') ? from.slice(0, from.indexOf('#')) : from
    const path = resolvePath(specifier, base)
    return wxsFactories[path] || path.endsWith('.wxs') ? path : `${path}.wxs`
  }

  return {
    add(templates: Record<string, TemplateFactory>, wxs: Record<string, WxsFactory>): void {
      Object.assign(factories, templates)
      Object.assign(wxsFactories, wxs)
    },
    /** The `template` of a component definition. */
    componentTemplate(path: string): {
      content: (name: string) => ProcGen | undefined
      fallbackListenerOnNativeNode: boolean
    } {
      const template = load(path)
      const watched = new Map<string, ProcGen | undefined>()
      return {
        content(name) {
          if (!watched.has(name)) {
            const generate = template(name)
            watched.set(name, generate && watchViewScripts(withProgramEvents(generate), path))
          }
          return watched.get(name)
        },
        fallbackListenerOnNativeNode: true,
      }
    },
  }
}

/** A template without WXS leaves out to say how its handlers are called. */
function withProgramEvents(generate: ProcGen): ProcGen {
  return (writer, isCreation, data, changes) => {
    ;(writer as TemplateEvents).setEventListenerWrapper(HELPERS.C)
    return generate(writer, isCreation, data, changes)
  }
}

/** The part of glass-easel's template writer that decides how handlers are called. */
interface TemplateEvents {
  setEventListenerWrapper(call: typeof HELPERS.C): void
}

export type TemplateLoader = ReturnType<typeof createTemplateLoader>

function emptyTemplate(): TemplateFunction {
  const named: Record<string, ProcGen> = Object.create(null) as Record<string, ProcGen>
  const nothing: ProcGen = () => ({ C() {}, B: {} })
  return Object.assign((name: string) => named[name] ?? nothing, { _: named })
}

/** The rest are the helpers that compiled templates name X, Y, Z, P and Q. */
function nonNull(value: unknown): unknown {
  return value === null || value === undefined ? EMPTY : value
}
const EMPTY = Object.freeze(Object.create(null) as object)

function toText(value: unknown): string {
  return value === null || value === undefined ? '' : String(value)
}

function changed(tree: unknown, key: string): unknown {
  if (tree === true) return true
  return tree ? (tree as Record<string, unknown>)[key] : undefined
}

function callable(value: unknown): unknown {
  return typeof value === 'function' ? value : () => undefined
}

const HELPERS = {
  a(list: unknown[]): unknown {
    return list.find(Boolean)
  },
  b(object: object): unknown {
    return Object.values(object).find(Boolean) as unknown
  },
  A: <T>(value: T) => value,
  B: <T>(value: T) => value,
  /** Calls a handler of the program with an event as it knows them. */
  C(caller: unknown, event: glassEasel.ShadowedEvent<unknown>, listener: (event: unknown) => unknown): void {
    const targetOf = (target: unknown): glassEasel.Element =>
      elementOf(target) ?? (target as glassEasel.Element)
    const answer = listener.call(caller, toProgramEvent(event, targetOf))
    if (event.type === 'input') replaceInputValue(targetOf(event.target), answer)
  },
}

/** A handler of `input` may answer the text that the input shall have, or `{ value, cursor }`. */
function replaceInputValue(element: glassEasel.Element, answer: unknown): void {
  if (!(element instanceof glassEasel.NativeNode)) return
  if (typeof answer === 'string') element.updateAttribute('value', answer)
  else if (isRecord(answer) && typeof answer.value === 'string') {
    element.updateAttribute('value', answer.value)
    if (typeof answer.cursor === 'number') element.updateAttribute('cursor', answer.cursor)
  }
}
