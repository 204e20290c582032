import { createHash } from 'node:crypto'
import { translateDiagnostic } from '@sampan/compiler'
import type { BuildResult } from '@sampan/compiler'
import { createContent } from '@sampan/local-server'
import type { Content } from '@sampan/local-server'
import type { Language } from '../messages'
import { createCodeFrame } from '../terminal/code-frame'
import type { Problem, ProgramState } from './page/program-state'
import { createStackMapper } from './stack-mapper'
import type { StackMapper } from './stack-mapper'

/** One build of a program, ready to be served. */
export interface Program {
  state: ProgramState
  /** By path in the bundle. */
  contents: Map<string, Content>
  stacks: StackMapper
}

export function createProgram(
  result: BuildResult,
  readText: (path: string) => string | undefined,
  language: Language,
): Program {
  const hash = hashFiles(result.files)
  return {
    state: {
      build: hash,
      runs: result.manifest !== undefined,
      pages: result.manifest?.pageOrder ?? [],
      problems: result.diagnostics.map((diagnostic) => describe(diagnostic, readText, language)),
    },
    contents: new Map([...result.files].map(([path, content]) => [path, createContent(path, content)])),
    stacks: createStackMapper(result.files),
  }
}

/** Also covers source maps, and diagnostics of a project that does not build at all. */
function hashFiles(files: BuildResult['files']): string {
  const hash = createHash('sha256')
  for (const [path, content] of files) hash.update(`${path}\0`).update(content).update('\0')
  return hash.digest('base64url').slice(0, 22)
}

function describe(
  diagnostic: BuildResult['diagnostics'][number],
  readText: (path: string) => string | undefined,
  language: Language,
): Problem {
  const { severity, code, message, file, line, column, help } = translateDiagnostic(diagnostic, language)
  const source = file && line ? readText(file) : undefined
  const frame = source && line ? createCodeFrame(source, line, column) : undefined
  return { severity, code, message, file, line, column, help, frame }
}
