import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ProjectFolder } from '@sampan/project-folder'

/** Everything of ours that decides how a bundle looks. */
const COMPILER_SOURCES = ['packages/compiler/src', 'packages/protocol/src']
const COMPILER_LIBRARIES = 'package-lock.json'

/** Changes whenever the same project could give another bundle: the compiler's sources and libraries. */
export async function hashCompiler(repository: string): Promise<string> {
  const folders = await Promise.all(COMPILER_SOURCES.map((folder) => listSources(join(repository, folder))))
  const paths = [join(repository, COMPILER_LIBRARIES), ...folders.flat()]
  const contents = await Promise.all(paths.map((path) => readFile(path)))
  const hash = createHash('sha256')
  contents.forEach((content, index) => addFile(hash, paths[index]!.slice(repository.length), content))
  return hash.digest('hex')
}

/** Names the build of a project: of the compiler and of every file of the folder. */
export function hashProject(files: ProjectFolder, compilerKey: string): string {
  const hash = createHash('sha256').update(compilerKey)
  for (const path of [...files.list()].sort()) addFile(hash, path, files.read(path) ?? new Uint8Array())
  return hash.digest('hex').slice(0, 24)
}

async function listSources(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

function addFile(hash: ReturnType<typeof createHash>, path: string, content: Uint8Array): void {
  hash.update(`\0${path}\0${content.length}\0`).update(content)
}
