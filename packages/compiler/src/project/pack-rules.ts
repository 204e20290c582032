import type { Report } from '../diagnostics/diagnose'
import type { JsonObject } from './read-json'

/** A rule of `packOptions`, as a test on lower-case paths relative to the mini program's root. */
export type PackRule = (path: string) => boolean

export function readPackRules(
  packOptions: JsonObject | undefined,
  key: 'ignore' | 'include',
  report: Report,
): PackRule[] {
  const rules = packOptions?.objects(key) ?? []
  return rules.flatMap((json) => {
    const type = json.text('type')
    const value = json.text('value')
    if (!type || !value) return []
    const rule = makeRule(type, value)
    if (!rule) report('pack-rule-invalid', { type, value }, json.placeOf('value'))
    return rule ?? []
  })
}

function makeRule(type: string, rawValue: string): PackRule | undefined {
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
      return undefined
  }
}

function matchWith(pattern: string): PackRule | undefined {
  try {
    const expression = new RegExp(pattern, 'i')
    return (file) => expression.test(file)
  } catch {
    return undefined
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
