import type { AppProject } from './project/app-config'
import type { ComponentNode } from './project/component-graph'
import type { ProjectConfig } from './project/project-config'
import type { Report } from './diagnostics/diagnose'
import type { Diagnostic } from '@sampan/protocol'
import type { SourceFiles } from './source-files'

/** What every step of one build knows. */
export interface BuildContext {
  files: SourceFiles
  /** Where one of `files` is in the project. */
  originOf(path: string): string
  project: ProjectConfig
  app: AppProject
  components: Map<string, ComponentNode>
  minify: boolean
  sourceMap: boolean
  report: Report
  /** Takes diagnostics of a file that was compiled now or in an earlier build. */
  addDiagnostics(diagnostics: readonly Diagnostic[]): void
}

/** Runs the work on one file. A failure of the compiler itself costs that file, not the program. */
export async function guardFile<Output>(
  file: string,
  context: BuildContext,
  fallback: Output,
  work: () => Promise<Output>,
): Promise<Output> {
  try {
    return await work()
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    context.report('compiler-failure', { problem }, { file, line: 1, column: 1 })
    return fallback
  }
}

/** Outputs of single files, kept as long as the file's content stays the same. */
export interface ContentCache<Output> {
  get(path: string, content: string, make: () => Output): Output
}

export function createContentCache<Output>(): ContentCache<Output> {
  const entries = new Map<string, { content: string; output: Output }>()
  return {
    get: (path, content, make) => {
      const entry = entries.get(path)
      if (entry?.content === content) return entry.output
      const output = make()
      entries.set(path, { content, output })
      return output
    },
  }
}
