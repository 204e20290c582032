import compiler from 'glass-easel-template-compiler'
import type { Diagnostic } from '@sampan/protocol'
import { type Report, diagnose, findLineStarts, placeAt } from '../diagnostics/diagnose'
import { type TemplateFacts, collectFacts } from './collect-facts'
import { normaliseSource } from './normalise-source'
import { rewriteSource } from './rewrite-source'
import { tokenize } from './tokenize'

/** One WXML file, compiled. Everything here depends on the file's path and text alone. */
export interface TemplateOutput extends TemplateFacts {
  /** A `TemplateFactory` as source text. */
  code: string
  diagnostics: Diagnostic[]
}

/** An entry of `addTmpl`'s answer; lines and columns are 0-based. */
interface LibraryMessage {
  level: 'Note' | 'Warn' | 'Error' | 'Fatal'
  code: number
  message: string
  startLine: number
  startColumn: number
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
  const rewritten = rewriteSource(source, normaliseSource(tokens))
  const rewrittenLineStarts = findLineStarts(rewritten.text)

  const group = new compiler.TmplGroup()
  try {
    const messages = group.addTmpl(path, rewritten.text) as LibraryMessage[]
    for (const { level, message, startLine, startColumn } of messages) {
      if (level === 'Note') continue
      const offset = rewritten.originalOffset((rewrittenLineStarts[startLine] ?? 0) + startColumn)
      const code = level === 'Warn' ? 'template-notice' : 'template-syntax'
      report(code, { problem: message }, placeAt(file, lineStarts, offset))
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

/**
 * The library's object reads WXS files from `R` and declares inline modules itself; here both come from `D`, which
 * finds the modules that the bundle brings.
 */
function linkTemplate(object: string, scripts: string[]): string {
  const modules = scripts.map((script) => `${JSON.stringify(script)}:D(${JSON.stringify(`${script}.wxs`)})`)
  const files = modules.length > 0 ? `var R={${modules.join(',')}};` : ''
  return `function(G,D,X,Y,Z,P,Q){${files}return (${object.replace(EMPTY_INLINE_SCRIPT, '$1)()')})}`
}
