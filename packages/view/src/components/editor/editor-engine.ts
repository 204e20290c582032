import Quill, { type Delta, Range } from 'quill/core'
import coreStyles from 'quill/dist/quill.core.css'
import { addComponentStyles } from '../page-styles/page-styles'
import { sanitiseDelta, tidyHtml } from './editor-contents'
import { registerFormats } from './editor-formats'
import { EditorImage } from './editor-image'
import { nextFormat } from './format-toggle'

export interface EditorContents {
  html: string
  text: string
  delta: { ops: unknown[] }
}

export interface EditorEngineOptions {
  host: HTMLElement
  placeholder: string
  readOnly: boolean
  resolveUrl(path: string): string
  onEvent(name: 'focus' | 'blur' | 'input' | 'statuschange', detail: unknown): void
}

let stylesAdded = false
const toolbarTapMs = 1000
const textMethods = new Set([
  'format',
  'removeFormat',
  'insertText',
  'insertImage',
  'insertDivider',
  'undo',
  'redo',
])

/** The text engine behind `editor`. */
export function createEditorEngine({
  host,
  placeholder,
  readOnly,
  resolveUrl,
  onEvent,
}: EditorEngineOptions) {
  registerFormats()
  if (!stylesAdded) addComponentStyles(`@layer sampan-editor {\n${coreStyles}\n}\n`)
  stylesAdded = true
  EditorImage.resolve = resolveUrl
  const quill = new Quill(host, {
    placeholder,
    readOnly,
    // Files go through `insertImage`.
    modules: { uploader: { mimetypes: [] } },
  })
  quill.clipboard.addMatcher('SCRIPT, STYLE', () => sanitiseDelta([]))
  let lastStatus = ''
  let losesFocusMs = -Infinity

  quill.on('selection-change', (range: Range | null) => {
    if (range) reportStatus()
  })
  // Where text cannot be selected, a press takes the focus and leaves the selection as it is.
  quill.root.addEventListener('focus', () => onEvent('focus', contents()))
  quill.root.addEventListener('blur', () => {
    losesFocusMs = performance.now()
    onEvent('blur', contents())
  })
  quill.on('text-change', (_delta: Delta, _before: Delta, source: string) => {
    if (source !== 'silent') onEvent('input', contents())
    if (quill.hasFocus()) reportStatus()
  })

  function contents(): EditorContents {
    return {
      html: tidyHtml(quill.getSemanticHTML()),
      text: quill.getText(),
      delta: { ops: structuredClone(quill.getContents().ops) },
    }
  }

  function reportStatus(): void {
    const formats = quill.getFormat(currentRange())
    const status = JSON.stringify(formats)
    if (status === lastStatus) return
    lastStatus = status
    onEvent('statuschange', formats)
  }

  /** Where the caret is, or was before a tap on the program's toolbar took the focus. */
  function currentRange(): Range {
    const range = quill.hasFocus() ? quill.getSelection() : quill.selection.savedRange
    const end = Math.max(0, quill.getLength() - 1)
    const index = Math.min(range?.index ?? end, end)
    return { index, length: Math.min(range?.length ?? 0, end - index) }
  }

  /** A tap on the program's toolbar takes the focus away; what it does is meant for the text. */
  function regainFocus(): void {
    if (quill.hasFocus() || performance.now() - losesFocusMs > toolbarTapMs) return
    quill.focus({ preventScroll: true })
  }

  function select(index: number, length = 0): void {
    if (quill.hasFocus()) quill.setSelection(index, length, 'silent')
    else quill.selection.savedRange = new Range(index, length)
  }

  function insertEmbed(kind: 'image' | 'divider', value: unknown, formats: Record<string, unknown>): number {
    const { index, length } = currentRange()
    if (length > 0) quill.deleteText(index, length, 'user')
    quill.insertEmbed(index, kind, value, 'user')
    for (const [name, format] of Object.entries(formats)) quill.formatText(index, 1, name, format, 'user')
    return index + 1
  }

  const methods: Record<string, (options: Record<string, unknown>, second: unknown) => unknown> = {
    insertText({ text = '' }) {
      const { index, length } = currentRange()
      if (length > 0) quill.deleteText(index, length, 'user')
      quill.insertText(index, String(text), 'user')
      select(index + String(text).length)
    },
    insertImage({ src, alt, width, height, extClass, data, nowrap }) {
      if (typeof src !== 'string' || src === '') throw new Error('parameter error: src should be a text')
      const custom = isRecord(data)
        ? Object.entries(data).map(([name, value]) => `${name}=${String(value)}`)
        : []
      const formats = { alt, width, height, class: extClass, 'data-custom': custom.join(';') }
      const given = Object.entries(formats).filter(([, value]) => value !== undefined && value !== '')
      let index = insertEmbed('image', src, Object.fromEntries(given))
      if (!nowrap) quill.insertText(index++, '\n', 'user')
      select(index)
    },
    insertDivider() {
      select(insertEmbed('divider', true, {}))
    },
    setContents({ html, delta }) {
      const text =
        delta === undefined ? quill.clipboard.convert({ html: String(html ?? '') }) : sanitiseDelta(delta)
      quill.setContents(text, 'user')
      select(0)
    },
    getContents: contents,
    getSelectionText() {
      const range = quill.getSelection()
      return { text: range ? quill.getText(range.index, range.length) : '' }
    },
    clear() {
      quill.setContents([], 'user')
      select(0)
    },
    removeFormat() {
      const { index, length } = currentRange()
      quill.removeFormat(index, length, 'user')
    },
    undo: () => quill.history.undo(),
    redo: () => quill.history.redo(),
    blur() {
      quill.blur()
      losesFocusMs = -Infinity
    },
    scrollIntoView: () => host.scrollIntoView({ block: 'nearest' }),
  }

  return {
    call(name: string, args: unknown[]): unknown {
      if (textMethods.has(name)) regainFocus()
      if (name === 'format') return format(String(args[0]), args[1])
      if (!Object.hasOwn(methods, name)) throw new Error(`editor has no method ${name}`)
      return methods[name]!(isRecord(args[0]) ? args[0] : {}, args[1])
    },
    setReadOnly: (value: boolean) => quill.enable(!value),
    setPlaceholder(text: string): void {
      quill.root.dataset.placeholder = text
    },
  }

  function format(name: string, value: unknown): void {
    const range = currentRange()
    const next = nextFormat(name, value, quill.getFormat(range))
    if (quill.hasFocus()) quill.format(name, next, 'user')
    else if (range.length > 0) quill.formatText(range.index, range.length, { [name]: next }, 'user')
    else quill.formatLine(range.index, 1, { [name]: next }, 'user')
    reportStatus()
  }
}

export type EditorEngine = ReturnType<typeof createEditorEngine>

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
