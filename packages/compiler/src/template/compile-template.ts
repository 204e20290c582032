import type { Diagnostic } from '@sampan/protocol'
import { collectDiagnostics } from '../diagnostics/collect-diagnostics'
import { diagnose, findLineStarts, placeAt } from '../diagnostics/diagnose'
import { findEngineError } from '../syntax/find-engine-error'
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
  const { diagnostics, report } = collectDiagnostics()
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
    const messages = group.addTmpl(path, rewritten.text) as LibraryMessage[]
    for (const message of messages.slice(0, MAX_MESSAGES)) {
      const lineStart = rewrittenLineStarts[message.startLine] ?? 0
      const offset = rewritten.originalOffset(lineStart + message.startColumn)
      const finding = translateMessage(message, offset, source, tokens)
      if (finding) report(finding.code, finding.params, placeOf(offset))
    }
    const inlineModules = group.getInlineScriptModuleNames(path) as string[]
    for (const module of inlineModules) group.setInlineScript(path, module, '')
    const object = bindInlineModules(group.getTmplGenObject(path), path, inlineModules)
    return linkTemplate(object, group.getScriptDependencies(path) as string[])
  })
  const problem = findEngineError(code)
  if (problem !== undefined) report('template-syntax', { problem }, placeOf(0))
  return {
    ...collectFacts(path, source, tokens, placeOf),
    code: problem === undefined ? code : EMPTY_TEMPLATE,
    diagnostics,
  }
}

/** Each costs a search in the tokens. */
const MAX_MESSAGES = 1_000
const EMPTY_TEMPLATE = `function(){return Object.assign(function(){return function(){return {C:function(){},B:{}}}},{_:{}})}`

/** A conditional WXS handler: the library's shortcut for single fields passes it on without the module's name. */
const CONDITIONAL_HANDLER = /,!\d,!\d,!\d,!\d\),\$/
const BINDING_MAP = /;return \{C:(\w+),B:A\}/g

/** The library declares inline modules by itself, with names it does not escape; ours come from the bundle. */
function bindInlineModules(object: string, path: string, modules: string[]): string {
  return modules.reduce((code, module) => {
    const key = `${path}#${module}`
    return code.replace(`=D('${key}',(require,exports,module)=>{})()`, () => `=D(${JSON.stringify(key)})()`)
  }, object)
}

/** WXS files, which the library's object reads from `R`, come from the bundle as well. */
function linkTemplate(object: string, scripts: string[]): string {
  const modules = scripts.map((script) => `${JSON.stringify(script)}:D(${JSON.stringify(`${script}.wxs`)})`)
  const files = modules.length > 0 ? `var R={${modules.join(',')}};` : ''
  const code = CONDITIONAL_HANDLER.test(object) ? object.replace(BINDING_MAP, ';return {C:$1,B:{}}') : object
  return `function(G,D,X,Y,Z,P,Q){${files}return (${code})}`
}
