import { expect, test } from 'vitest'
import { confirmationFor, maxMembers, mayDo, permissionsOf } from '../../src/members/rules/permissions'

test('a tester opens the trial version and nothing else', () => {
  expect(permissionsOf(['tester'])).toEqual(['open-trial'])
})

test('an operator releases but neither develops nor sees figures; roles add up', () => {
  expect(mayDo(['operator'], 'submit-and-release')).toBe(true)
  expect(mayDo(['operator'], 'change-development-settings')).toBe(false)
  expect(mayDo(['operator'], 'see-analytics')).toBe(false)
  expect(mayDo(['operator', 'developer'], 'change-development-settings')).toBe(true)
})

test('nobody may do anything without a role', () => {
  expect(permissionsOf([])).toEqual([])
})

test('secrets and members are changed after a scan', () => {
  expect(confirmationFor('manage-secrets')).toBe('scan')
  expect(confirmationFor('submit-and-release')).toBe('none')
})

test('room for members grows with verification and release', () => {
  expect(maxMembers({ isIndividual: true, isVerified: true, isReleased: true })).toBe(15)
  expect(maxMembers({ isIndividual: false, isVerified: false, isReleased: false })).toBe(30)
  expect(maxMembers({ isIndividual: false, isVerified: false, isReleased: true })).toBe(60)
  expect(maxMembers({ isIndividual: false, isVerified: true, isReleased: true })).toBe(90)
})
