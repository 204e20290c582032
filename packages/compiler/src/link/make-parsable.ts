import { Script } from 'node:vm'
import { diagnose, findLineStarts, placeAt } from '../diagnostics/diagnose'
import type { ScriptOutput } from '../script'

/**
 * A module that cannot run throws when it is required instead of being empty, as a page whose script is broken should.
 * A module that the engine cannot parse, for example because of a bad regular expression, would take the whole package
 * with it: it becomes one that throws the engine's error when it is required.
 */
export function makeParsable(output: ScriptOutput, file: string, source: string): ScriptOutput {
  const failure = output.diagnostics.find(({ severity }) => severity === 'error')
  if (failure && output.code === '') {
    const where = `${file}:${failure.line ?? 1}:${failure.column ?? 1}`
    return { ...output, code: throwSyntaxError(`${where}: ${failure.message}`) }
  }
  const problem = findEngineError(output.code)
  if (problem === undefined) return output
  const place = placeAt(file, findLineStarts(source), findMentioned(problem, source))
  return {
    code: throwSyntaxError(`${file}: ${problem}`),
    requires: [],
    diagnostics: [...output.diagnostics, diagnose('module-syntax', { problem }, place)],
  }
}

function throwSyntaxError(message: string): string {
  return `throw new SyntaxError(${JSON.stringify(message)});`
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
