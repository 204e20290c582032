import type { FilingState, ProgramGap } from '@sampan/platform-api'

const IN_PROCESS: Partial<Record<FilingState, number>> = {
  'platform-review': 2,
  'platform-rejected': 3,
  'sms-check': 4,
  'regulator-review': 4,
  'regulator-rejected': 5,
  filed: 6,
  'cancel-check': 6,
  cancelling: 6,
}

/** What the server API of the original calls a filing's state. */
export function statusCodeOf(state: FilingState, gaps: readonly ProgramGap[]): number {
  return IN_PROCESS[state] ?? gapCode(gaps) ?? 1024
}

/** What is missing of a program or its owner before it is filed; undefined if nothing is. */
export function gapCode(gaps: readonly ProgramGap[]): number | undefined {
  const lacksInfo = gaps.some((gap) => gap === 'name' || gap === 'intro' || gap === 'avatar')
  const code = (lacksInfo ? 1 : 0) + (gaps.includes('category') ? 2 : 0)
  if (gaps.includes('entity')) return 1028 + code
  return code === 0 ? undefined : 1024 + code
}
