import { type Node, type ParseError, getNodeValue, parseTree, printParseErrorCode } from 'jsonc-parser'
import { type Place, type Report, findLineStarts, placeAt } from '../diagnostics/diagnose'
import type { SourceFiles } from '../source-files'

/** One key of an object, with the file it came from: merged objects have entries of several files. */
interface Entry {
  value: Node
  place: Place
  /** Place of anything inside the value. */
  placeOf(node: Node): Place
}

export interface JsonText {
  value: string
  place: Place
}

/**
 * A JSON object whose readers never throw: a value of another type is reported with its place and read as absent.
 * A key that is absent or null reads as undefined.
 */
export interface JsonObject {
  place: Place
  keys(): string[]
  placeOf(key: string): Place
  /** Plain value, unchecked. */
  raw(key: string): unknown
  toPlain(): Record<string, unknown>
  text(key: string): string | undefined
  flag(key: string): boolean | undefined
  number(key: string): number | undefined
  oneOf<Value extends string>(key: string, allowed: readonly Value[]): Value | undefined
  object(key: string): JsonObject | undefined
  objects(key: string): JsonObject[] | undefined
  texts(key: string): JsonText[] | undefined
  /** An object whose values are all texts. */
  textMap(key: string): Map<string, JsonText> | undefined
  /** This object with the other's keys over it; objects inside are merged as well. */
  withOver(over: JsonObject): JsonObject
  without(...keys: string[]): JsonObject
}

/** Reads a file with comments, trailing commas and byte order mark tolerated. Undefined if there is no such file. */
export function readJsonObject(path: string, files: SourceFiles, report: Report): JsonObject | undefined {
  const text = files.readText(path)
  if (text === undefined) return undefined
  const lineStarts = findLineStarts(text)
  const placeOf = (node: { offset: number }) => placeAt(path, lineStarts, node.offset)
  const start: Place = { file: path, line: 1, column: 1 }
  if (text.trim() === '') return makeObject(new Map(), start, report)

  const errors: ParseError[] = []
  const root = parse(text, errors)
  if (root === 'too deep') {
    report('file-too-complex', {}, start)
    return makeObject(new Map(), start, report)
  }
  for (const error of errors.slice(0, 1)) {
    report('json-syntax', { problem: describeError(printParseErrorCode(error.error)) }, placeOf(error))
  }
  if (root?.type !== 'object') {
    if (errors.length === 0) report('json-not-object', {}, root ? placeOf(root) : start)
    return makeObject(new Map(), start, report)
  }
  return makeObject(readEntries(root, placeOf, report), placeOf(root), report)
}

function parse(text: string, errors: ParseError[]): Node | 'too deep' | undefined {
  try {
    const root = parseTree(text, errors, { allowTrailingComma: true })
    // Whatever reads the tree later recurses like this.
    if (root) getNodeValue(root)
    return root
  } catch (error) {
    if (error instanceof RangeError) return 'too deep'
    throw error
  }
}

function readEntries(node: Node, placeOf: (node: Node) => Place, report: Report): Map<string, Entry> {
  const entries = new Map<string, Entry>()
  for (const property of node.children ?? []) {
    const [key, value] = property.children ?? []
    if (!key || !value) continue
    const name = String(key.value)
    if (entries.has(name)) report('json-duplicate-key', { key: name }, placeOf(key))
    entries.set(name, { value, place: placeOf(value), placeOf })
  }
  return entries
}

function makeObject(entries: Map<string, Entry>, place: Place, report: Report): JsonObject {
  function pick<Value>(
    key: string,
    expected: string,
    accept: (node: Node) => boolean,
    read: (entry: Entry) => Value,
  ): Value | undefined {
    const entry = entries.get(key)
    if (entry === undefined || entry.value.type === 'null') return undefined
    if (accept(entry.value)) return read(entry)
    report('json-wrong-type', { key, expected, found: describeType(entry.value) }, entry.place)
    return undefined
  }
  const child = (node: Node, placeOf: (node: Node) => Place) =>
    makeObject(readEntries(node, placeOf, report), placeOf(node), report)

  const object: JsonObject = {
    place,
    keys: () => [...entries.keys()],
    placeOf: (key) => entries.get(key)?.place ?? place,
    raw: (key) => {
      const entry = entries.get(key)
      return entry && getNodeValue(entry.value)
    },
    toPlain: () => Object.fromEntries([...entries].map(([key, entry]) => [key, getNodeValue(entry.value)])),
    text: (key) => pick(key, 'string', isType('string'), (entry) => entry.value.value as string),
    flag: (key) => pick(key, 'boolean', isType('boolean'), (entry) => entry.value.value as boolean),
    number: (key) => pick(key, 'number', isType('number'), (entry) => entry.value.value as number),
    oneOf: (key, allowed) => {
      const found = object.text(key)
      if (found === undefined) return undefined
      if ((allowed as readonly string[]).includes(found)) return found as (typeof allowed)[number]
      report('json-wrong-value', { key, allowed: allowed.join(', '), found }, object.placeOf(key))
      return undefined
    },
    object: (key) => pick(key, 'object', isType('object'), (entry) => child(entry.value, entry.placeOf)),
    objects: (key) =>
      pick(key, 'array', isType('array'), (entry) =>
        elements(key, entry, 'object').map((node) => child(node, entry.placeOf)),
      ),
    texts: (key) =>
      pick(key, 'array', isType('array'), (entry) =>
        elements(key, entry, 'string').map((node) => ({
          value: node.value as string,
          place: entry.placeOf(node),
        })),
      ),
    textMap: (key) => {
      const map = object.object(key)
      if (map === undefined) return undefined
      const texts = new Map<string, JsonText>()
      for (const name of map.keys()) {
        const value = map.text(name)
        if (value !== undefined) texts.set(name, { value, place: map.placeOf(name) })
      }
      return texts
    },
    withOver: (over) => {
      const merged = new Map(entries)
      for (const [key, entry] of entriesOf.get(over) ?? []) {
        const below = entries.get(key)
        merged.set(key, below ? mergeEntry(below, entry) : entry)
      }
      return makeObject(merged, place, report)
    },
    without: (...keys) =>
      makeObject(new Map([...entries].filter(([key]) => !keys.includes(key))), place, report),
  }
  entriesOf.set(object, entries)
  return object

  function elements(key: string, entry: Entry, type: 'object' | 'string'): Node[] {
    return (entry.value.children ?? []).filter((node, index) => {
      if (node.type === type) return true
      const expected = type === 'object' ? 'object' : 'string'
      report(
        'json-wrong-type',
        { key: `${key}[${index}]`, expected, found: describeType(node) },
        entry.placeOf(node),
      )
      return false
    })
  }
}

const entriesOf = new WeakMap<JsonObject, Map<string, Entry>>()

function mergeEntry(below: Entry, over: Entry): Entry {
  if (below.value.type !== 'object' || over.value.type !== 'object') return over
  const overKeys = new Set(over.value.children?.map((property) => property.children?.[0]?.value))
  const kept = (below.value.children ?? []).filter((property) => !overKeys.has(property.children?.[0]?.value))
  const keptNodes = new Set<Node>()
  for (const property of kept) collectNodes(property, keptNodes)
  return {
    value: { ...over.value, children: [...kept, ...(over.value.children ?? [])] },
    place: over.place,
    placeOf: (node) => (keptNodes.has(node) ? below.placeOf(node) : over.placeOf(node)),
  }
}

function collectNodes(node: Node, into: Set<Node>): void {
  into.add(node)
  for (const inner of node.children ?? []) collectNodes(inner, into)
}

function isType(type: Node['type']): (node: Node) => boolean {
  return (node) => node.type === type
}

function describeType(node: Node): string {
  if (node.type !== 'string' && node.type !== 'number' && node.type !== 'boolean') return node.type
  return `${node.type} ${JSON.stringify(node.value)?.slice(0, 60)}`
}

/** `CommaExpected` → `comma expected` */
function describeError(code: string): string {
  return code.replace(/(?<!^)([A-Z])/g, ' $1').toLowerCase()
}
