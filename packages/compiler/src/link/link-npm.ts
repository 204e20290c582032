import type { Diagnostic } from '@sampan/protocol'
import { createMainModules, createNpmBuilder, overlayFiles } from '../npm'
import { findExtendedLibraries } from '../project/extended-libraries'
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

/** npm package → its files, as they are in `miniprogram_npm`. */
export type ExtendedLibraries = Readonly<Record<string, SourceFiles>>

/**
 * Builds npm packages and lays them over the project, with the libraries of `useExtendedLib` that the project does not
 * bring itself. The overlay stays the same while its files do.
 */
export function createNpmLinker(libraries: ExtendedLibraries): NpmLinker {
  const builder = createNpmBuilder()
  const mainModulesOf = createMainModules()
  const libraryFiles = new Map<string, Map<string, Uint8Array>>()
  let last: { built: ReadonlyMap<string, Uint8Array>; base: SourceFiles; files: SourceFiles } | undefined

  return {
    async link(base, { root, npmRelations }) {
      const { files: built, diagnostics } = await builder.build(base, { root, relations: npmRelations })
      for (const [path, content] of mainModulesOf(base, root)) built.set(path, content)
      for (const npmPackage of findExtendedLibraries(root, base)) {
        const folder = `${root}miniprogram_npm/${npmPackage}/`
        const isThere = [...base.list(), ...built.keys()].some((path) => path.startsWith(folder))
        if (isThere || !Object.hasOwn(libraries, npmPackage)) continue
        for (const [path, content] of readLibrary(npmPackage)) built.set(folder + path, content)
      }
      if (last?.base !== base || !isSame(last.built, built)) {
        last = { built, base, files: built.size === 0 ? base : overlayFiles(base, built) }
      }
      return { files: last.files, diagnostics }
    },
  }

  function readLibrary(npmPackage: string): Map<string, Uint8Array> {
    const known = libraryFiles.get(npmPackage)
    if (known) return known
    const library = libraries[npmPackage]!
    const files = new Map(library.list().map((path) => [path, readFile(path)]))
    libraryFiles.set(npmPackage, files)
    return files

    function readFile(path: string): Uint8Array {
      const content = library.read(path) ?? new Uint8Array()
      return path.endsWith('.wxml') ? withOwnRoot(content, npmPackage) : content
    }
  }
}

/** Pictures from the root are meant from the root of the library. */
function withOwnRoot(template: Uint8Array, npmPackage: string): Uint8Array {
  const text = new TextDecoder().decode(template)
  return new TextEncoder().encode(text.replace(/(\ssrc=["'])\/(?!\/)/g, `$1/miniprogram_npm/${npmPackage}/`))
}

function isSame(before: ReadonlyMap<string, Uint8Array>, now: ReadonlyMap<string, Uint8Array>): boolean {
  return before.size === now.size && [...now].every(([path, content]) => before.get(path) === content)
}
