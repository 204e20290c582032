import type { SourceFiles } from '../source-files'
import { folderOf, normalisePath } from './paths'

const COMPONENT_EXTENSIONS = ['.json', '.wxml', '.js', '.ts']

export function isPluginPath(path: string): boolean {
  return /^(plugin|plugin-private|dynamicLib|ext):\/\//i.test(path)
}

/**
 * Where a path of `usingComponents` leads: relative to the JSON file, from the root with a leading slash, else through
 * the `miniprogram_npm` folders upwards. Each candidate is tried as `p` and as `p/index`.
 */
export function findComponent(
  written: string,
  from: string,
  root: string,
  files: SourceFiles,
): { path?: string; tried: string[] } {
  const tried: string[] = []
  for (const candidate of listCandidates(written.trim(), from)) {
    for (const path of [candidate, `${candidate}/index`]) {
      if (COMPONENT_EXTENSIONS.some((extension) => files.has(root + path + extension))) return { path, tried }
      tried.push(path)
    }
  }
  return { tried }
}

function listCandidates(written: string, from: string): string[] {
  const candidates = written.startsWith('/')
    ? [normalisePath(written)]
    : [normalisePath(folderOf(from) + written), ...npmCandidates(written, from)]
  return candidates.filter((path) => path !== undefined && path !== '') as string[]
}

function npmCandidates(written: string, from: string): string[] {
  if (written.startsWith('.')) return []
  const candidates: string[] = []
  for (let folder = folderOf(from); ; folder = folderOf(folder.slice(0, -1))) {
    candidates.push(`${folder}miniprogram_npm/${written}`)
    if (folder === '') return candidates
  }
}
