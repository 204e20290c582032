import type { Diagnostic } from '@sampan/protocol'
import { type Report, diagnose, findLineStarts, placeAt } from '../diagnostics/diagnose'
import { type TemplateFacts, collectFacts } from './collect-facts'
import { useTemplateGroup } from './library'
import { type LibraryMessage, translateMessage } from './library-messages'
import { findStrayEndTags, normaliseSource } from './normalise-source'
import { rewriteSource } from './rewrite-source'
import { tokenize } from './tokenize'

/** One WXML file, compiled. Everything here depends on the file's path and text alone. */
export interface TemplateOutput extends TemplateFacts {
  /** A `TemplateFactory` as source text. */
  code: string
  diagnostics: Diagnostic[]
}

/**
 * @param path of the template in the bundle: relative to the mini program's root, without extension
 * @param file in the project, for diagnostics
 */
export function compileTemplate(path: string, file: string, source: string): TemplateOutput {
  try {
    return compile(path, file, source)
  } catch (error) {
    if (source === '') throw error
    // Out of stack, here or in the template compiler.
    const tooComplex = diagnose('file-too-complex', {}, { file, line: 1, column: 1 })
    return { ...compile(path, file, ''), diagnostics: [tooComplex] }
  }
}

function compile(path: string, file: string, source: string): TemplateOutput {
  const diagnostics: Diagnostic[] = []
  const report: Report = (code, params, place) => diagnostics.push(diagnose(code, params, place))
  const lineStarts = findLineStarts(source)
  const placeOf = (offset: number) => placeAt(file, lineStarts, offset)
  const tokens = tokenize(source)
  const strayEndTags = new Set(findStrayEndTags(tokens))
  for (const { name, start } of strayEndTags) {
    report('template-end-tag-unmatched', { tag: name }, placeOf(start))
  }
  const removals = [...strayEndTags].map(({ start, end }) => ({ start, end, text: '' }))
  const kept = tokens.filter((token) => token.kind !== 'end-tag' || !strayEndTags.has(token))
  const rewritten = rewriteSource(source, [...normaliseSource(source, kept), ...removals])
  const rewrittenLineStarts = findLineStarts(rewritten.text)

  const code = useTemplateGroup((group) => {
    for (const message of group.addTmpl(path, rewritten.text) as LibraryMessage[]) {
      const lineStart = rewrittenLineStarts[message.startLine] ?? 0
      const offset = rewritten.originalOffset(lineStart + message.startColumn)
      const finding = translateMessage(message, offset, source, tokens)
      if (finding) report(finding.code, finding.params, placeOf(offset))
    }
    for (const module of group.getInlineScriptModuleNames(path) as string[]) {
      group.setInlineScript(path, module, '')
    }
    return linkTemplate(group.getTmplGenObject(path), group.getScriptDependencies(path) as string[])
  })
  return { ...collectFacts(path, source, tokens, placeOf), code, diagnostics }
}

const EMPTY_INLINE_SCRIPT =
  /(=D\((?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")),\(require,exports,module\)=>\{\}\)\(\)/g
/** A conditional WXS handler: the library's shortcut for single fields passes it on without the module's name. */
const CONDITIONAL_HANDLER = /,!\d,!\d,!\d,!\d\),\$/
const BINDING_MAP = /;return \{C:(\w+),B:A\}/g

/**
 * The library's object reads WXS files from `R` and declares inline modules itself; here both come from `D`, which
 * finds the modules that the bundle brings.
 */
function linkTemplate(object: string, scripts: string[]): string {
  const modules = scripts.map((script) => `${JSON.stringify(script)}:D(${JSON.stringify(`${script}.wxs`)})`)
  const files = modules.length > 0 ? `var R={${modules.join(',')}};` : ''
  const linked = object.replace(EMPTY_INLINE_SCRIPT, '$1)()')
  const safe = CONDITIONAL_HANDLER.test(linked) ? linked.replace(BINDING_MAP, ';return {C:$1,B:{}}') : linked
  return `function(G,D,X,Y,Z,P,Q){${files}return (${safe})}`
}
