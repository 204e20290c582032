import compiler from 'glass-easel-template-compiler'
import type { Diagnostic } from '@sampan/protocol'
import { type Report, diagnose, findLineStarts, placeAt } from '../diagnostics/diagnose'
import { type TemplateFacts, collectFacts } from './collect-facts'
import { type LibraryMessage, translateMessage } from './library-messages'
import { normaliseSource } from './normalise-source'
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
  const diagnostics: Diagnostic[] = []
  const report: Report = (code, params, place) => diagnostics.push(diagnose(code, params, place))
  const lineStarts = findLineStarts(source)
  const tokens = tokenize(source)
  const facts = collectFacts(path, source, tokens, (offset) => placeAt(file, lineStarts, offset))
  const rewritten = rewriteSource(source, normaliseSource(source, tokens))
  const rewrittenLineStarts = findLineStarts(rewritten.text)

  const group = new compiler.TmplGroup()
  try {
    for (const message of group.addTmpl(path, rewritten.text) as LibraryMessage[]) {
      const lineStart = rewrittenLineStarts[message.startLine] ?? 0
      const offset = rewritten.originalOffset(lineStart + message.startColumn)
      const finding = translateMessage(message, offset, source, tokens)
      if (finding) report(finding.code, finding.params, placeAt(file, lineStarts, finding.offset ?? offset))
    }
    for (const module of group.getInlineScriptModuleNames(path) as string[]) {
      group.setInlineScript(path, module, '')
    }
    const scripts = group.getScriptDependencies(path) as string[]
    return { ...facts, code: linkTemplate(group.getTmplGenObject(path), scripts), diagnostics }
  } finally {
    group.free()
  }
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
