import type { ApplicationState, EntityKindCode, ProgramGap, RegistrationState } from '@sampan/platform-api'

/** What is missing before anything of a program can be submitted. */
export function findGaps(
  program: { name: string; intro: string; avatar: string | null; data_region: string | null },
  entity: { kind: string; state: RegistrationState },
  categories: readonly { state: ApplicationState }[],
): ProgramGap[] {
  const gaps: [ProgramGap, boolean][] = [
    ['entity', entity.state !== 'approved'],
    ['name', program.name === ''],
    ['intro', program.intro === ''],
    ['avatar', program.avatar === null],
    ['category', !categories.some(({ state }) => state === 'approved')],
    ['data-region', entity.kind === ('overseas' satisfies EntityKindCode) && program.data_region === null],
  ]
  return gaps.filter(([, isMissing]) => isMissing).map(([gap]) => gap)
}
