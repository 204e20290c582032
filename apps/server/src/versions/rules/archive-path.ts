import type { ArchiveLimits } from './upload-limits'

export type PathProblem = 'archive-path' | 'archive-path-long' | 'archive-depth'

/** Names that some systems give to devices, with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?$/i
/** Control characters, and those that make a name read otherwise than it is. */
const INVISIBLE = /[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u

/** Whether a path may name a file of a project on every system: relative, plain, and inside. */
export function checkArchivePath(
  path: string,
  limits: Pick<ArchiveLimits, 'mostPathCharacters' | 'mostDepth'>,
): PathProblem | undefined {
  if (path.length > limits.mostPathCharacters) return 'archive-path-long'
  const parts = path.split('/')
  if (parts.length - 1 > limits.mostDepth) return 'archive-depth'
  return parts.every(isPlainName) ? undefined : 'archive-path'
}

function isPlainName(name: string): boolean {
  if (name === '' || name === '.' || name === '..') return false
  if (/[\\:]/.test(name) || INVISIBLE.test(name) || /[. ]$/.test(name)) return false
  return !DEVICE.test(name)
}
