import { expect, test } from 'vitest'
import type { FilingAction, FilingState } from '@sampan/platform-api'
import { FILING_STEPS } from '../../src/filing/rules/filing-steps'
import { REGISTRATION_STEPS } from '../../src/entities/rules/registration-steps'
import { type StepOutcome, takeStep } from '../../src/process/steps'
import { dueAfterWorkingDays } from '../../src/process/working-days'

const china = {
  utcOffsetMinutes: 480,
  closed: new Set(['2026-10-01', '2026-10-02']),
  open: new Set(['2026-10-10']),
}

test('a filing goes all the way, each step by whoever it belongs to', () => {
  const way = [
    ['submit', 'administrator'],
    ['face-passed', 'face-provider'],
    ['platform-approve', 'reviewer'],
    ['sms-confirmed', 'ministry'],
    ['regulator-approve', 'regulator'],
  ] as const
  let state: FilingState = 'draft'
  for (const [action, actor] of way) {
    const outcome: StepOutcome<FilingState, FilingAction> = takeStep(FILING_STEPS, state, action, actor)
    if (!('to' in outcome)) throw new Error(`${action}: ${outcome.refused}`)
    state = outcome.to
  }
  expect(state).toBe('filed')
})

test('a step of somebody else, or of another day, says what is possible', () => {
  expect(takeStep(FILING_STEPS, 'platform-review', 'platform-approve', 'administrator')).toEqual({
    refused: 'not-yours',
    possible: ['withdraw'],
  })
  expect(takeStep(FILING_STEPS, 'regulator-review', 'withdraw', 'administrator')).toEqual({
    refused: 'not-now',
    possible: [],
  })
})

test.each([
  ['filing', FILING_STEPS, []],
  ['registration', REGISTRATION_STEPS, ['expired', 'refused']],
] as const)('%s: every state is reached, and all but the last are left', (_name, steps, last) => {
  const reached = new Set<string>(['draft', ...steps.map(({ to }) => to)])
  const left = new Set<string>(steps.flatMap(({ from }) => [...from]))
  expect([...left].filter((state) => !reached.has(state))).toEqual([])
  expect([...reached].filter((state) => !left.has(state))).toEqual([...last])
})

test.each([
  ['2026-11-23T02:00:00Z', 2, '2026-11-25T16:00:00.000Z', 'Monday morning: by the end of Wednesday'],
  ['2026-11-27T09:00:00Z', 1, '2026-11-30T16:00:00.000Z', 'Friday evening: by the end of Monday'],
  ['2026-11-27T17:00:00Z', 1, '2026-11-30T16:00:00.000Z', 'Saturday already in China'],
  ['2026-09-30T02:00:00Z', 1, '2026-10-05T16:00:00.000Z', 'a holiday and a weekend between'],
  ['2026-10-09T02:00:00Z', 1, '2026-10-10T16:00:00.000Z', 'a Saturday that is worked'],
])('%s and %i working days: %s (%s)', (from, days, due) => {
  expect(dueAfterWorkingDays(new Date(from), days, china).toISOString()).toBe(due)
})
