import { rootOf } from '@sampan/protocol'

/** As programs write paths: from the root, or that of the plugin that `from` lies in, if it starts with a slash. */
export function resolvePath(specifier: string, from: string): string {
  const folder = specifier.startsWith('/') ? rootOf(from) : from.slice(0, from.lastIndexOf('/') + 1)
  const parts = folder.split('/').filter((part) => part !== '')
  for (const part of specifier.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}
