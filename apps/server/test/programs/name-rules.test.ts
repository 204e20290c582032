import { expect, test } from 'vitest'
import { CATEGORY_GROUPS, findCategory, isForOwner } from '../../src/categories/rules/categories'
import { checkName, normaliseName } from '../../src/programs/rules/check-name'
import { nameKey } from '../../src/programs/rules/name-key'
import { nameWidth } from '../../src/programs/rules/name-width'
import { findWords, NAME_WORDS } from '../../src/programs/rules/name-words'
import { periodOf } from '../../src/programs/rules/profile-limits'

const check = (name: string, isIndividual = false) => checkName(name, { isIndividual, words: NAME_WORDS })

test('a Chinese character counts two', () => {
  expect(nameWidth('茶Tea')).toBe(5)
  expect(check('茶水')).toEqual({ problem: null, words: [] })
  expect(check('Tea').problem).toBe('name-length')
  expect(check('茶'.repeat(15)).problem).toBeNull()
  expect(check('茶'.repeat(15) + 'a').problem).toBe('name-length')
})

test('names are written with letters and little else', () => {
  for (const name of [
    'Tea <b>',
    '1234',
    'Tea\u202Etime',
    'Tea/Time',
    '😀😀😀😀',
    '\u200B\u200B\u200B\u200B',
  ]) {
    expect([name, check(name).problem]).toEqual([name, 'name-characters'])
  }
  for (const name of ['Tea & Co.', '河岸茶-2', 'Café Ño', 'Lin’s Tea']) {
    expect([name, check(name).problem]).toEqual([name, null])
  }
})

test('generic, forbidden and protected words', () => {
  expect(check('天气')).toEqual({ problem: 'name-generic', words: ['天气'] })
  expect(check('Ｗｅａｔｈｅｒ').problem).toBe('name-generic')
  expect(check('上海天气').problem).toBeNull()
  expect(check('我的小 程序')).toEqual({ problem: 'name-forbidden', words: ['小程序'] })
  expect(check('河岸银行')).toEqual({ problem: 'name-needs-proof', words: ['银行'] })
  expect(check('River Bank')).toEqual({ problem: 'name-needs-proof', words: ['bank'] })
  expect(check('Riverbank Tea').problem).toBeNull()
  expect(check('河岸集团').problem).toBeNull()
  expect(check('河岸集团', true)).toEqual({ problem: 'name-forbidden', words: ['集团'] })
  expect(findWords('Mini-Program shop', NAME_WORDS.forbidden)).toEqual(['mini program'])
})

test('names that look alike have one key', () => {
  expect(nameKey('Ｔｅａ Ｔｉｍｅ')).toBe(nameKey('teatime'))
  expect(nameKey('Tea\u200BTime')).toBe('teatime')
  expect(normaliseName('  Tea   Time ')).toBe('Tea Time')
})

test('months and years are those of the platform’s place', () => {
  const { from, to } = periodOf('month', new Date('2026-11-30T16:00:00Z'), 480)
  expect([from.toISOString(), to?.toISOString()]).toEqual([
    '2026-11-30T16:00:00.000Z',
    '2026-12-31T16:00:00.000Z',
  ])
  const year = periodOf('year', new Date('2026-11-30T16:00:00Z'), 480)
  expect([year.from.toISOString(), year.to?.toISOString()]).toEqual([
    '2025-12-31T16:00:00.000Z',
    '2026-12-31T16:00:00.000Z',
  ])
})

test('24 groups of categories, each id once, some for individuals and overseas owners', () => {
  const ids = CATEGORY_GROUPS.flatMap(({ categories }) => categories.map(({ id }) => id))
  expect(CATEGORY_GROUPS).toHaveLength(24)
  expect(new Set(ids).size).toBe(ids.length)
  expect(isForOwner(findCategory(CATEGORY_GROUPS, 'tools/weather')!, 'individual')).toBe(true)
  expect(isForOwner(findCategory(CATEGORY_GROUPS, 'finance/bank')!, 'individual')).toBe(false)
  expect(isForOwner(findCategory(CATEGORY_GROUPS, 'finance/bank')!, 'overseas')).toBe(false)
  expect(isForOwner(findCategory(CATEGORY_GROUPS, 'finance/bank')!, 'company')).toBe(true)
})
