import type { Diagnostic } from '@sampan/protocol'
import { createNpmBuilder, overlayFiles } from '../npm'
import type { ProjectConfig } from '../project/project-config'
import type { SourceFiles } from '../source-files'

export interface NpmFiles {
  /** The project with its built npm packages. */
  files: SourceFiles
  diagnostics: Diagnostic[]
}

export interface NpmLinker {
  link(files: SourceFiles, project: ProjectConfig): Promise<NpmFiles>
}

/** Builds npm packages and lays them over the project. The overlay stays the same while the packages do. */
export function createNpmLinker(): NpmLinker {
  const builder = createNpmBuilder()
  let last: { built: ReadonlyMap<string, Uint8Array>; base: SourceFiles; files: SourceFiles } | undefined

  return {
    async link(base, { root, npmRelations }) {
      const { files: built, diagnostics } = await builder.build(base, { root, relations: npmRelations })
      if (last?.base !== base || !isSame(last.built, built)) {
        last = { built, base, files: built.size === 0 ? base : overlayFiles(base, built) }
      }
      return { files: last.files, diagnostics }
    },
  }
}

function isSame(before: ReadonlyMap<string, Uint8Array>, now: ReadonlyMap<string, Uint8Array>): boolean {
  return before.size === now.size && [...now].every(([path, content]) => before.get(path) === content)
}
