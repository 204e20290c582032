import { expect, test } from 'vitest'
import { entityFilingNumber, programFilingNumber } from '../../src/filing/rules/filing-number'
import { judgeSmsAnswer, type SmsCheck, smsRecipients } from '../../src/filing/rules/sms-check'

const check: SmsCheck = {
  code: '204816',
  sentAt: new Date('2026-11-23T08:00:00Z'),
  wrongTries: 0,
  phone: '+8613800138000',
  identityNumber: '11010519491231002X',
}
const right = { code: '204816', phone: '+8613800138000', identityEnd: '31002x' }
const soon = new Date('2026-11-23T08:10:00Z')

test('the code is right with the phone and the end of the identity number', () => {
  expect(judgeSmsAnswer(check, right, soon)).toBe('confirmed')
  expect(judgeSmsAnswer(check, { ...right, code: '204817' }, soon)).toBe('wrong')
  expect(judgeSmsAnswer(check, { ...right, identityEnd: '31002' }, soon)).toBe('wrong')
  expect(judgeSmsAnswer(check, { ...right, phone: '+8613800138001' }, soon)).toBe('wrong')
})

test('after a day it is too late, to the millisecond', () => {
  expect(judgeSmsAnswer(check, right, new Date('2026-11-24T07:59:59.999Z'))).toBe('confirmed')
  expect(judgeSmsAnswer(check, right, new Date('2026-11-24T08:00:00Z'))).toBe('expired')
})

test('five wrong codes are borne, the sixth returns the filing, and no right one helps then', () => {
  const wrong = { ...right, code: '000000' }
  const outcomes = [0, 1, 2, 3, 4, 5].map((wrongTries) =>
    judgeSmsAnswer({ ...check, wrongTries }, wrong, soon),
  )
  expect(outcomes).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'wrong', 'tries-used'])
  expect(judgeSmsAnswer({ ...check, wrongTries: 4 }, right, soon)).toBe('confirmed')
  expect(judgeSmsAnswer({ ...check, wrongTries: 6 }, right, soon)).toBe('tries-used')
})

test('who gets a code depends on what the filing is for', () => {
  expect(smsRecipients('first', new Set())).toEqual(['entity-principal'])
  expect(smsRecipients('new-program', new Set())).toEqual([])
  expect(smsRecipients('change', new Set(['program-principal']))).toEqual(['program-principal'])
  expect(smsRecipients('cancel-access', new Set())).toEqual([])
})

test('numbers carry the sign of the province', () => {
  const entity = entityFilingNumber('440300', 2026, 1)
  expect(entity).toBe('粤ICP备2026000001号')
  expect(programFilingNumber(entity, 3)).toBe('粤ICP备2026000001号-3X')
  expect(() => entityFilingNumber('990000', 2026, 1)).toThrow(RangeError)
})
