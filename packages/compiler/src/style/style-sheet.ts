import type { AtRule, ChildNode, Container, Declaration, Rule } from 'postcss'
import { isStackOverflow } from '../stack-overflow'
import { addFallbackFont } from './fallback-font'
import { parseCss } from './parse-css'
import { readImports } from './read-imports'
import { HOST_MARK, PREFIX_MARK, rewriteSelector, WEAK_HOST_MARK } from './rewrite-selector'
import { rewriteValue, type ValueContext } from './rewrite-value'
import { squeeze, squeezeSelector } from './squeeze'
import type { StyleProblem } from './style-problem'

/** An `@import`, at its place between the texts. */
export interface StyleImport {
  specifier: string
  /** Media query, '' if none. */
  media: string
  /** Inside a block the import's text belongs to that block alone. */
  nested: boolean
  line: number
  column: number
}

/**
 * One file, compiled once for all scopes and all importers: texts with marks for what depends on the scope, and the
 * imports between them.
 */
export interface StyleSheet {
  pieces: (string | StyleImport)[]
  problems: StyleProblem[]
  /** Local files that it shows, relative to the root. */
  assets: string[]
}

export interface SheetOptions {
  minify: boolean
  /** Turns an asset's URL into one relative to the root, or undefined if it is not a local file. */
  resolveAsset: (url: string) => string | undefined
}

const LATE_IMPORT = 'sampan-import'

/**
 * What a preprocessor reads instead of a file that is none of its own: an at-rule that comes out at the same place and
 * is taken for an import here. Preprocessors would refuse the dirty CSS that we tolerate, or move the import.
 */
export function lateImport(path: string, root: string): string {
  return `@${LATE_IMPORT} "/${path.startsWith(root) ? path.slice(root.length) : path}";`
}

const MARKS = new RegExp(`[${PREFIX_MARK}${HOST_MARK}${WEAK_HOST_MARK}]`, 'g')

/** Nobody reads more of one file; garbage would have one in every line. */
const MAX_PROBLEMS = 100

export function compileSheet(source: string, options: SheetOptions): StyleSheet {
  const { root, problems } = parseCss(source.replace(MARKS, '\ufffd'))
  const sheet: StyleSheet = { pieces: [], problems, assets: [] }
  try {
    const emitter = createEmitter(sheet, options)
    emitter.emit(root.nodes, '')
    emitter.finish()
  } catch (error) {
    if (!isStackOverflow(error)) throw error
    sheet.problems.push({
      code: 'style-syntax',
      params: { problem: 'Nested too deeply' },
      line: 1,
      column: 1,
    })
    sheet.pieces = []
  }
  sheet.problems.splice(MAX_PROBLEMS)
  return sheet
}

interface Emitter {
  emit(nodes: ChildNode[], indent: string): void
  finish(): void
}

function createEmitter(sheet: StyleSheet, options: SheetOptions): Emitter {
  const { minify } = options
  const newline = minify ? '' : '\n'
  const open = minify ? '{' : ' {\n'
  /** Joined at the end: a string that grows piece by piece would keep every piece of the parser's alive. */
  let out: string[] = []
  /** The last declaration still lacks its semicolon: the last one of a block does without when minified. */
  let semicolonDue = false
  const context: ValueContext = {
    rewriteUrl(url) {
      const asset = options.resolveAsset(url)
      if (asset === undefined) return url
      sheet.assets.push(asset.replace(/[?#].*$/, ''))
      return asset
    },
  }

  function problem(code: StyleProblem['code'], params: StyleProblem['params'], node: ChildNode): void {
    const start = node.source?.start
    sheet.problems.push({ code, params, line: start?.line, column: start?.column })
  }

  function syntax(text: string, node: ChildNode): void {
    problem('style-syntax', { problem: text }, node)
  }

  function emit(nodes: ChildNode[], indent: string): void {
    for (const node of nodes) {
      if (node.type === 'decl') emitDeclaration(node, indent)
      else if (node.type === 'rule') emitRule(node, indent)
      else if (node.type === 'atrule') emitAtRule(node, indent)
    }
  }

  function emitDeclaration(node: Declaration, indent: string): void {
    const property = node.prop
    // `*zoom` and `_height` were meant for a browser of the past; all others skip them.
    if (/[*_$]$/.test(node.raws.before ?? '')) return
    if (node.parent?.type === 'root') {
      syntax('Declaration outside of a rule', node)
      return
    }
    const isCustom = property.startsWith('--')
    if (!isCustom && (node.value === '' || !/^-?[a-z\\\u0080-\uffff]/i.test(property))) {
      syntax(node.value === '' ? `${property} has no value` : `${property} is no property`, node)
      return
    }
    const rewritten = rewriteValue(node.value, context)
    const squeezed = isCustom ? rewritten.trim() : squeeze(rewritten)
    const value = isFontFace(node.parent) ? squeezed : addFallbackFont(property, squeezed)
    const important = node.important ? '!important' : ''
    if (minify) {
      startStatement()
      out.push(`${property}:${value}${important}`)
      semicolonDue = true
    } else out.push(`${indent}${property}: ${value}${important};\n`)
  }

  function startStatement(): void {
    if (semicolonDue) out.push(';')
    semicolonDue = false
  }

  function emitRule(node: Rule, indent: string): void {
    if (node.nodes.length === 0) return
    const selector = selectorOf(node)
    if (selector === '') {
      syntax('Rule without a selector', node)
      return
    }
    emitBlock(selector, node, indent)
  }

  function selectorOf(node: Rule): string {
    const selector = withoutCommentMarks(node)
    if (isKeyframes(node.parent)) return squeezeSelector(selector, minify)
    const rewritten = rewriteSelector(selector)
    if (rewritten.deepCombinator !== undefined) {
      problem('style-deep-selector', { selector: rewritten.deepCombinator }, node)
    }
    return squeezeSelector(rewritten.text, minify)
  }

  /** postcss takes whatever stands before a brace for a selector. */
  function withoutCommentMarks(node: Rule): string {
    let { selector } = node
    if (!/\/\/|\*\/|<!--|-->/.test(selector)) return selector
    if (selector.includes('//')) {
      problem('style-line-comment', {}, node)
      selector = selector.replace(/(^|\s)\/\/[^\n]*/g, '$1')
    }
    const marks = /\*\/|<!--|-->/g
    if (marks.test(selector)) syntax('The selector contains the mark of a comment', node)
    return selector.replace(marks, ' ')
  }

  function emitBlock(prelude: string, node: Container, indent: string): void {
    startStatement()
    const before = out.length
    const pieces = sheet.pieces.length
    out.push(indent + prelude + open)
    emit(node.nodes as ChildNode[], minify ? '' : indent + '  ')
    // Nothing came of it: leave the block out.
    if (sheet.pieces.length === pieces && out.length === before + 1 && node.type === 'rule') {
      out.length = before
      return
    }
    semicolonDue = false
    out.push((minify ? '' : indent) + '}' + newline)
  }

  function emitAtRule(node: AtRule, indent: string): void {
    const name = node.name.toLowerCase()
    if (name === 'charset') return
    if (name === 'import' || name === LATE_IMPORT) {
      emitImport(node, indent)
      return
    }
    const params = squeeze(rewriteValue(node.params, context))
    const prelude = `@${node.name}${params && (/^[("']/.test(params) && minify ? '' : ' ') + params}`
    if (node.nodes) emitBlock(prelude, node, indent)
    else {
      startStatement()
      out.push(indent + prelude + ';' + newline)
    }
  }

  function emitImport(node: AtRule, indent: string): void {
    const read = readImports(node.params, node.nodes !== undefined)
    if (!read) {
      syntax('@import without a path', node)
      return
    }
    if (read.imports.length > 1 || read.selector !== undefined)
      syntax('Missing semicolon after @import', node)
    startStatement()
    flush()
    const { line = 1, column = 1 } = node.source?.start ?? {}
    for (const { specifier, media, lineOffset } of read.imports) {
      sheet.pieces.push({
        specifier,
        media: squeeze(rewriteValue(media, context)),
        nested: node.parent?.type !== 'root',
        line: line + lineOffset,
        column,
      })
    }
    if (read.selector !== undefined)
      emitBlock(squeezeSelector(rewriteSelector(read.selector).text, minify), node, indent)
  }

  function flush(): void {
    if (out.length > 0) sheet.pieces.push(out.join(''))
    out = []
  }

  return { emit, finish: flush }
}

function isKeyframes(parent: Rule['parent']): boolean {
  return parent?.type === 'atrule' && /keyframes$/i.test((parent as AtRule).name)
}

/** Its `font-family` is the name of one font. */
function isFontFace(parent: Declaration['parent']): boolean {
  return parent?.type === 'atrule' && (parent as unknown as AtRule).name.toLowerCase() === 'font-face'
}
