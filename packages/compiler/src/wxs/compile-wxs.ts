import type { Diagnostic } from '@sampan/protocol'
import { collectDiagnostics } from '../diagnostics/collect-diagnostics'
import { type Place, diagnose, findLineStarts, placeAt } from '../diagnostics/diagnose'
import { resolvePath } from '../project/paths'
import type { Reference } from '../template/collect-facts'
import { findEngineError } from '../syntax/find-engine-error'
import { parseWxs } from './parse-wxs'
import { rewriteWxs } from './rewrite-wxs'

export interface WxsOutput {
  /** A `WxsFactory` as source text, line for line like the module. */
  code: string
  requires: Reference[]
  diagnostics: Diagnostic[]
}

export interface WxsOrigin {
  /** File that the module lies in, from the program's root: `require` is relative to it. */
  path: string
  /** Of the module's first character. */
  place: Place
}

const EMPTY_MODULE = 'function(require,exports,module,$){}'

/**
 * Compiles one module so that it reaches nothing but its arguments: every name it mentions is a local one, members that
 * lead to `Function` go through guards of `$`, loops and calls count turns. A module with errors becomes an empty one.
 */
export function compileWxs(source: string, origin: WxsOrigin): WxsOutput {
  try {
    return compile(source, origin)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return { code: EMPTY_MODULE, requires: [], diagnostics: [diagnose('file-too-complex', {}, origin.place)] }
  }
}

function compile(source: string, { path, place }: WxsOrigin): WxsOutput {
  const { diagnostics, report } = collectDiagnostics()
  const lineStarts = findLineStarts(source)
  const placeOf = (offset: number): Place => {
    const local = placeAt(place.file!, lineStarts, offset)
    return {
      file: local.file,
      line: place.line! + local.line! - 1,
      column: local.line === 1 ? place.column! + local.column! - 1 : local.column,
    }
  }

  const program = parseWxs(source, (code, params, offset) => report(code, params, placeOf(offset)))
  if (!program) return { code: EMPTY_MODULE, requires: [], diagnostics }
  const rewritten = rewriteWxs(source, program)
  const requires: Reference[] = []
  for (const { specifier, offset } of rewritten.requires) {
    if (specifier === undefined) report('wxs-require-literal', {}, placeOf(offset))
    else requires.push({ written: specifier, path: resolveWxs(specifier, path), place: placeOf(offset) })
  }
  const problem = findEngineError(rewritten.code)
  if (problem !== undefined) {
    report('wxs-syntax', { problem }, place)
    return { code: EMPTY_MODULE, requires: [], diagnostics }
  }
  return { code: rewritten.code, requires, diagnostics }
}

function resolveWxs(specifier: string, from: string): string | undefined {
  const path = resolvePath(specifier, from)
  return path && `${path.replace(/\.wxs$/, '')}.wxs`
}
