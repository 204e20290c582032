import { COMMON_ATTRIBUTES, COMPONENT_DETAILS } from './component-details-data'
import { WX_API_DETAILS, WX_OBJECT_MEMBERS } from './wx-api-details-data'
import { WX_FACTORIES, WX_NAMES } from './wx-catalogue-data'

/**
 * Every documented name of `wx`. The data files beside this one are generated; what `wx.canIUse` may be asked below a
 * name is parsed when it is asked for.
 */

export type WxApiKind = keyof typeof WX_NAMES

export interface WxApiEntry {
  name: string
  kind: WxApiKind
}

export interface WxFactoryEntry {
  api: string
  /** Name of the object's type in the documentation, for example `RequestTask`. */
  type: string
  methods: string[]
}

const words = (text: string) => text.split(/\s+/).filter((word) => word !== '')

export const WX_CATALOGUE: readonly WxApiEntry[] = (Object.keys(WX_NAMES) as WxApiKind[]).flatMap((kind) =>
  words(WX_NAMES[kind]).map((name) => ({ name, kind })),
)

export const WX_FACTORY_CATALOGUE: readonly WxFactoryEntry[] = WX_FACTORIES.map(([api, type, methods]) => ({
  api,
  type,
  methods: words(methods),
}))

/** A name and what may be asked below it; null ends a branch. */
export type DetailTree = Map<string, DetailTree | null>

/** What is documented below an API (`object`, `success`, `return`, `callback`), or undefined. */
export function apiDetails(name: string): DetailTree | undefined {
  const text = lineOf(WX_API_DETAILS, name)
  return text === undefined ? undefined : parseDetails(text)
}

/** Attributes of a built-in component, with their options where they are documented. */
export function componentDetails(tag: string): DetailTree {
  const details = parseDetails(lineOf(COMPONENT_DETAILS, tag) ?? '')
  for (const name of COMMON_ATTRIBUTES) details.set(name, null)
  return details
}

/** Properties and methods of a documented object type, or undefined. */
export function objectMembers(type: string): Set<string> | undefined {
  const text = lineOf(WX_OBJECT_MEMBERS, type)
  return text === undefined ? undefined : new Set(text.split(','))
}

function lineOf(lines: string, name: string): string | undefined {
  if (!/^[\w-]+$/.test(name)) return undefined
  const start = lines.indexOf(`\n${name} `)
  if (start < 0) return undefined
  return lines.slice(start + name.length + 2, lines.indexOf('\n', start + 1))
}

function parseDetails(text: string): DetailTree {
  const root: DetailTree = new Map()
  const stack = [root]
  let last: string | undefined
  for (const token of text.match(/[^(),]+|[()]/g) ?? []) {
    const top = stack[stack.length - 1] as DetailTree
    if (token === '(') {
      const below: DetailTree = new Map()
      if (last !== undefined) top.set(last, below)
      stack.push(below)
    } else if (token === ')') stack.pop()
    else {
      top.set(token, null)
      last = token
    }
  }
  return root
}
