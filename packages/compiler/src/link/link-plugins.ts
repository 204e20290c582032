import { findPluginMounts, type PluginMount } from '../project/plugins'
import type { ProjectConfig } from '../project/project-config'
import type { SourceFiles } from '../source-files'

export interface PluginLinker {
  /** The files with the project's plugin among those of the program. The same object while nothing of that changes. */
  link(files: SourceFiles, project: ProjectConfig): SourceFiles
  /** Where a file of the last link is in the project. */
  originOf(path: string): string
}

export function createPluginLinker(): PluginLinker {
  let mounts: PluginMount[] = []
  let last: { key: string; base: SourceFiles; files: SourceFiles } | undefined
  return {
    link(base, project) {
      mounts = findPluginMounts(project, base)
      const key = JSON.stringify(mounts)
      if (last?.base !== base || last.key !== key) {
        last = { key, base, files: mounts.reduce((files, mount) => mountFolder(files, mount), base) }
      }
      return last.files
    },
    originOf: (path) => originOf(path, mounts),
  }
}

function originOf(path: string, mounts: readonly PluginMount[]): string {
  const mount = mounts.find(({ to }) => path.startsWith(to))
  return mount ? mount.from + path.slice(mount.to.length) : path
}

function mountFolder(files: SourceFiles, mount: PluginMount): SourceFiles {
  const { from, to } = mount
  const source = (path: string) => originOf(path, [mount])
  return {
    list: () => {
      const own = files.list()
      const mounted = own.filter((path) => path.startsWith(from)).map((path) => to + path.slice(from.length))
      return [...own, ...mounted]
    },
    has: (path) => files.has(source(path)),
    sizeBytes: (path) => files.sizeBytes(source(path)),
    read: (path) => files.read(source(path)),
    readText: (path) => files.readText(source(path)),
    listFolder: files.listFolder && ((folder) => files.listFolder!(folder)),
  }
}
