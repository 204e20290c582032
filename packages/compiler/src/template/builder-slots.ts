import type { Attribute, StartTag, Token } from './tokenize'

const BUILDERS: ReadonlySet<string> = new Set(['list-builder', 'grid-builder'])
/** Slot value → the directive that names it, and its name if none is given. */
const SLOT_VALUES: Record<string, [directive: string, fallback: string]> = {
  'slot:item': ['wx:for-item', 'item'],
  'slot:index': ['wx:for-index', 'index'],
}

/**
 * `list-builder` and `grid-builder` make their child once per item of `list` (or `child-count` times), with the item and
 * its place as slot values. Here the child repeats by `wx:for`: what to write instead of its attributes.
 */
export function findBuilderSlots(tokens: readonly Token[]): Map<Attribute, string> {
  const written = new Map<Attribute, string>()
  const open: StartTag[] = []
  for (const token of tokens) {
    if (token.kind === 'end-tag') {
      const start = open.findLastIndex(({ name }) => name === token.name)
      if (start >= 0) open.length = start
    }
    if (token.kind !== 'start-tag') continue
    const builder = open.at(-1)
    if (builder && BUILDERS.has(builder.name)) repeat(token, builder, written)
    if (!token.selfClosing) open.push(token)
  }
  return written
}

function repeat(child: StartTag, builder: StartTag, written: Map<Attribute, string>): void {
  const values = child.attributes.filter(({ name }) => Object.hasOwn(SLOT_VALUES, name))
  const list = valueOf(builder, 'list') ?? valueOf(builder, 'child-count')
  if (list === undefined || child.attributes.some(({ name }) => /^wx[:-]for(-items)?$/.test(name))) return
  values.forEach((attribute, index) => {
    const [directive, fallback] = SLOT_VALUES[attribute.name]!
    const named = `${directive}="${attribute.value || fallback}"`
    written.set(attribute, index === 0 ? `wx:for=${quote(list)} ${named}` : named)
  })
}

function valueOf(tag: StartTag, name: string): string | undefined {
  return tag.attributes.find((attribute) => attribute.name === name)?.value
}

function quote(value: string): string {
  return value.includes('"') ? `'${value}'` : `"${value}"`
}
