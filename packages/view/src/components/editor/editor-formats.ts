import Quill, { Parchment } from 'quill/core'
import { BlockEmbed } from 'quill/blots/block'
import Inline from 'quill/blots/inline'
import Bold from 'quill/formats/bold'
import Header from 'quill/formats/header'
import Indent from 'quill/formats/indent'
import Italic from 'quill/formats/italic'
import Link from 'quill/formats/link'
import List from 'quill/formats/list'
import Script from 'quill/formats/script'
import Strike from 'quill/formats/strike'
import Underline from 'quill/formats/underline'
import { EditorImage } from './editor-image'

class Inserted extends Inline {
  static override blotName = 'ins'
  static override tagName = 'INS'
}

class Divider extends BlockEmbed {
  static override blotName = 'divider'
  static override tagName = 'HR'
}

const { BLOCK, INLINE } = Parchment.Scope
const sides = ['Top', 'Right', 'Bottom', 'Left']

/** WeChat's format name → CSS property, for formats that are nothing but a style. */
const blockStyles = [
  'lineHeight',
  'textIndent',
  'wordWrap',
  'wordBreak',
  'whiteSpace',
  ...['margin', 'padding'].flatMap((name) => [name, ...sides.map((side) => name + side)]),
]
const inlineStyles = [
  'color',
  'backgroundColor',
  'font',
  'fontSize',
  'fontStyle',
  'fontVariant',
  'fontWeight',
  'fontFamily',
  'letterSpacing',
  'textDecoration',
]

function styleFormat(name: string, scope: Parchment.Scope): Parchment.StyleAttributor {
  const property = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  return new Parchment.StyleAttributor(name, property, { scope })
}

const formats: Record<string, Parchment.RegistryDefinition> = {
  bold: Bold,
  italic: Italic,
  underline: Underline,
  strike: Strike,
  script: Script,
  header: Header,
  list: List,
  link: Link,
  indent: Indent as Parchment.Attributor,
  ins: Inserted,
  divider: Divider,
  image: EditorImage,
  align: new Parchment.StyleAttributor('align', 'text-align', {
    scope: BLOCK,
    whitelist: ['right', 'center', 'justify'],
  }),
  direction: new Parchment.StyleAttributor('direction', 'direction', { scope: BLOCK, whitelist: ['rtl'] }),
}
for (const name of blockStyles) formats[name] = styleFormat(name, BLOCK)
for (const name of inlineStyles) formats[name] = styleFormat(name, INLINE)

let registered = false

/** The library's registry is one for all editors of a page. */
export function registerFormats(): void {
  if (registered) return
  registered = true
  for (const [name, format] of Object.entries(formats)) {
    Quill.register({ [`formats/${name}`]: format }, true)
  }
}

export function isFormat(name: string): boolean {
  return Object.hasOwn(formats, name) || EditorImage.attributes.includes(name)
}
