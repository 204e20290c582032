import type { NameProblem } from '@sampan/platform-api'
import { nameKey } from './name-key'
import { findWords, type NameWords } from './name-words'
import { nameWidth } from './name-width'

/** https://developers.weixin.qq.com/miniprogram/introduction/ (name) */
export const NAME_WIDTH = { least: 4, most: 30 }

const ALLOWED = /^[\p{L}\p{M}\p{N} +&.'’·-]+$/u

/** WeChat’s codes of the same answers. */
export const NAME_ERRCODES: Partial<Record<NameProblem, number>> = {
  'name-length': 53010,
  'name-characters': 53010,
  'name-generic': 53012,
  'name-forbidden': 53012,
  'name-taken': 53013,
  'name-kept': 53019,
  'name-needs-proof': 91009,
  'name-needs-review': 91002,
}

export interface NameVerdict {
  problem: Exclude<NameProblem, 'name-taken' | 'name-kept' | 'name-needs-review'> | null
  words: string[]
}

/** What is wrong with a name as such, whoever else has it. `name-needs-proof` is the last to be asked. */
export function checkName(
  name: string,
  { isIndividual, words }: { isIndividual: boolean; words: NameWords },
): NameVerdict {
  const width = nameWidth(name)
  if (width < NAME_WIDTH.least || width > NAME_WIDTH.most) return { problem: 'name-length', words: [] }
  if (!ALLOWED.test(name) || !/[\p{L}]/u.test(name)) return { problem: 'name-characters', words: [] }
  const forbidden = [
    ...findWords(name, words.forbidden),
    ...(isIndividual ? findWords(name, words.forbiddenToIndividuals) : []),
  ]
  if (forbidden.length > 0) return { problem: 'name-forbidden', words: forbidden }
  const key = nameKey(name)
  const generic = words.generic.filter((word) => nameKey(word) === key)
  if (generic.length > 0) return { problem: 'name-generic', words: generic }
  const proven = findWords(name, words.provenByPapers)
  return proven.length > 0 ? { problem: 'name-needs-proof', words: proven } : { problem: null, words: [] }
}

/** Spaces are one, and none around. */
export function normaliseName(name: string): string {
  return name.normalize('NFC').replaceAll(/\s+/gu, ' ').trim()
}
