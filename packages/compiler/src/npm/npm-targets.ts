import { folderOf, normalisePath } from '../project/paths'
import type { SourceFiles } from '../source-files'

/** A package.json whose dependencies are built, and where to. */
export interface NpmTarget {
  manifestPath: string
  /** Folder in which `miniprogram_npm` appears, '' or with a slash at the end. */
  outputFolder: string
  /** Named by the project, or the one of the mini program itself: its packages are expected to be there. */
  isMain: boolean
}

export interface NpmTargetOptions {
  root: string
  relations: { packageJsonPath: string; miniprogramNpmDistDir: string }[]
}

/**
 * `packNpmRelationList` if the project has one. Else every package.json inside of the mini program, and that of the
 * project if the mini program lies in a folder of it.
 */
export function findNpmTargets(files: SourceFiles, { root, relations }: NpmTargetOptions): NpmTarget[] {
  if (relations.length > 0) return relations.flatMap((relation) => toTarget(relation, files))
  const inside = files
    .list()
    .filter((path) => path.startsWith(root) && /(?:^|\/)package\.json$/.test(path))
    .filter((path) => !path.includes('miniprogram_npm/'))
    .map((path) => ({ manifestPath: path, outputFolder: folderOf(path), isMain: folderOf(path) === root }))
  const hasOwn = inside.some(({ isMain }) => isMain)
  const ofProject =
    root !== '' && !hasOwn && files.has('package.json')
      ? [{ manifestPath: 'package.json', outputFolder: root, isMain: true }]
      : []
  return [...ofProject, ...inside]
}

function toTarget(
  { packageJsonPath, miniprogramNpmDistDir }: NpmTargetOptions['relations'][number],
  files: SourceFiles,
): NpmTarget[] {
  const path = normalisePath(packageJsonPath)
  const output = normalisePath(miniprogramNpmDistDir)
  if (path === undefined || output === undefined) return []
  const manifestPath = files.has(path) || path.endsWith('package.json') ? path : `${path}/package.json`
  return [{ manifestPath, outputFolder: output === '' ? '' : `${output}/`, isMain: true }]
}
