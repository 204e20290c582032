import type { JsonObject } from './read-json'

/** A rule of `packOptions`, as a test on lower-case paths relative to the mini program's root. */
export type PackRule = (path: string) => boolean

export function readPackRules(packOptions: JsonObject | undefined, key: 'ignore' | 'include'): PackRule[] {
  const rules = packOptions?.objects(key) ?? []
  return rules.flatMap((rule) => {
    const type = rule.text('type')
    const value = rule.text('value')
    return type && value ? [makeRule(type, value)] : []
  })
}

/** `include` beats `ignore`. */
export function isPacked(path: string, ignore: readonly PackRule[], include: readonly PackRule[]): boolean {
  const lower = path.toLowerCase()
  return !ignore.some((rule) => rule(lower)) || include.some((rule) => rule(lower))
}

function makeRule(type: string, rawValue: string): PackRule {
  const value = rawValue.toLowerCase()
  const path = value.replace(/^(\.?\/)+/, '').replace(/\/+$/, '')
  switch (type) {
    case 'file':
      return (file) => file === path
    case 'folder':
      return (file) => file.startsWith(`${path}/`)
    case 'suffix':
      return (file) => file.endsWith(value)
    case 'prefix':
      return (file) => file.startsWith(path) || file.slice(file.lastIndexOf('/') + 1).startsWith(value)
    case 'glob':
      return matchWith(globToPattern(path))
    case 'regexp':
      return matchWith(rawValue)
    default:
      return () => false
  }
}

function matchWith(pattern: string): PackRule {
  try {
    const expression = new RegExp(pattern, 'i')
    return (file) => expression.test(file)
  } catch {
    return () => false
  }
}

function globToPattern(glob: string): string {
  const body = glob.replace(/\*\*\/?|\*|\?|\{[^}]*\}|[.+^$()|[\]\\]/g, (token) => {
    if (token === '**/') return '(?:.*/)?'
    if (token === '**') return '.*'
    if (token === '*') return '[^/]*'
    if (token === '?') return '[^/]'
    if (token.startsWith('{')) return `(?:${token.slice(1, -1).split(',').map(escapePattern).join('|')})`
    return escapePattern(token)
  })
  return `^${body}$`
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
