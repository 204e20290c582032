import { PLUGINS_FOLDER } from '@sampan/protocol'
import type { SourceFiles } from '../source-files'
import { folderOf, normalisePath, resolvePath } from './paths'
import type { LocalPlugin } from './plugins'

const COMPONENT_EXTENSIONS = ['.json', '.wxml', '.js', '.ts']

/**
 * The path of a component that is written as one of a plugin, as other paths are. Undefined if the plugin is not in the
 * project, or keeps the component to itself.
 */
export function resolvePluginComponent(written: string, plugins: readonly LocalPlugin[]): string | undefined {
  const [, scheme, owner, path = ''] =
    /^(plugin|plugin-private|dynamicLib|ext):\/\/([^/]*)\/?(.*)$/i.exec(written) ?? []
  if (scheme === undefined) return written
  if (scheme.toLowerCase() === 'plugin') {
    const plugin = plugins.find(({ name }) => name === owner)
    return plugin && `/${plugin.components.get(path) ?? `${plugin.info.root}${path}`}`
  }
  const isHere = plugins.some(({ info }) => info.root === `${PLUGINS_FOLDER}${owner}/`)
  return isHere ? `/${PLUGINS_FOLDER}${owner}/${path}` : undefined
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
    ? [resolvePath(written, from)]
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
