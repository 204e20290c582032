import { Script } from 'node:vm'
import { diagnose, findLineStarts, placeAt } from '../diagnostics/diagnose'
import type { ScriptOutput } from '../script'

/**
 * A module that the engine cannot parse, for example because of a bad regular expression, would take the whole package
 * with it: it becomes one that throws the engine's error when it is required.
 */
export function makeParsable(output: ScriptOutput, file: string, source: string): ScriptOutput {
  const problem = findEngineError(output.code)
  if (problem === undefined) return output
  const place = placeAt(file, findLineStarts(source), findMentioned(problem, source))
  return {
    code: `throw new SyntaxError(${JSON.stringify(problem)});`,
    requires: [],
    diagnostics: [...output.diagnostics, diagnose('module-syntax', { problem }, place)],
  }
}

function findEngineError(code: string): string | undefined {
  try {
    new Script(`(function(require,module,exports){${code}\n})`)
    return undefined
  } catch (error) {
    return (error as Error).message
  }
}

/** The engine names places in our output; the regular expression it quotes is found in the source. */
function findMentioned(problem: string, source: string): number {
  const pattern = /Invalid regular expression: (\/.*\/[a-z]*): /.exec(problem)?.[1]
  return Math.max(0, pattern === undefined ? 0 : source.indexOf(pattern))
}
