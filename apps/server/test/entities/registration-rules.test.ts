import { expect, test } from 'vitest'
import { ENTITY_KINDS } from '../../src/entities/rules/entity-kinds'
import { checkForm, normaliseForm } from '../../src/entities/rules/check-form'

const today = new Date('2026-11-23')

function problemsOf(code: string, values: Record<string, string>) {
  const kind = ENTITY_KINDS.find((each) => each.code === code)!
  return checkForm(kind, normaliseForm(kind, values), today)
}

const company = {
  entityName: '顺水贸易（上海）有限公司',
  certificateNumber: '91350100M000100Y43',
  bankName: 'Bank of the River',
  bankAccount: '6222 0200 0000 0000',
  administratorName: 'Lin Yi',
  administratorPhone: '138 0013 8000',
  administratorIdentityNumber: '11010519491231002x',
  address: '1 Harbour Road',
  functions: 'Sells tea.',
}

test('a whole form of a company has no problem, however its numbers are written', () => {
  expect(problemsOf('company', company)).toEqual([])
  expect(problemsOf('company', { ...company, certificateNumber: '９１３５ 0100 m000100y43' })).toEqual([])
  expect(problemsOf('company', { ...company, administratorPhone: '+44 20 7946 0000' })).toEqual([])
})

test.each([
  ['a code with two characters changed places', { certificateNumber: '91350100M000100Y34' }, 'not-valid'],
  [
    'an identity number with a wrong check character',
    { administratorIdentityNumber: '110105194912310021' },
    'not-valid',
  ],
  ['a thirteenth month', { administratorIdentityNumber: '110105194913310024' }, 'not-valid'],
  ['a phone without a country', { administratorPhone: '020 7946 0000' }, 'not-valid'],
  ['nothing', { address: '   ' }, 'missing'],
  ['a novel', { functions: '茶'.repeat(501) }, 'too-long'],
] as const)('%s is found', (_case, change, problem) => {
  expect(problemsOf('company', { ...company, ...change })).toEqual([
    { field: Object.keys(change)[0], problem },
  ])
})

test('what nobody asked for is refused', () => {
  expect(problemsOf('company', { ...company, bloodType: '0' })).toEqual([
    { field: 'bloodType', problem: 'not-asked' },
  ])
})

test.each(['D2143569-X', '110108000000016'])('%s, of the years before, will do', (certificateNumber) => {
  expect(problemsOf('company', { ...company, certificateNumber })).toEqual([])
})

test('every kind has labels in both languages and ids that are there once', () => {
  for (const kind of ENTITY_KINDS) {
    const ids = [...kind.fields, ...kind.documents].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { label } of [kind, ...kind.fields, ...kind.documents, ...kind.verification]) {
      expect(label.en).not.toBe('')
      expect(label.zh).toMatch(/\p{Script=Han}/u)
    }
  }
})
