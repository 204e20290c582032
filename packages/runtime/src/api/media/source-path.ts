import type { ApiContext } from '../api-context'
import { latePart } from '../late-parts'

/**
 * A source as the container can read it: URLs and `wxfile://` paths as they are, paths of the code package from its
 * root. A relative path counts from the current page, and from the root if there is no such file.
 */
export function resolveSource(context: ApiContext, source: string): string {
  if (source.startsWith('/') || /^[a-z][a-z\d+.-]*:/i.test(source)) return source
  const files = context.program.manifest.files
  const fromPage = joinPath(context.program.currentPage()?.route ?? '', source)
  if (Object.hasOwn(files, fromPage)) return `/${fromPage}`
  const fromRoot = joinPath('', source)
  return `/${Object.hasOwn(files, fromRoot) ? fromRoot : fromPage}`
}

/** Files that the program has just written are not the container's before it has acknowledged them. */
export async function sharedSource(context: ApiContext, source: string): Promise<string> {
  if (source.startsWith('wxfile:') || source.startsWith('http://usr')) await latePart('files')?.saved(context)
  return resolveSource(context, source)
}

function joinPath(page: string, path: string): string {
  const parts = page.split('/').slice(0, -1)
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}
