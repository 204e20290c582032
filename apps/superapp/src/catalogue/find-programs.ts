import type { ProgramSummary } from '@sampan/platform-api'

/** By name, in both languages. */
export function findPrograms(programs: readonly ProgramSummary[], query: string): ProgramSummary[] {
  const wanted = normalise(query)
  return programs.filter(({ name }) => [name.en, name.zh].some((text) => normalise(text).includes(wanted)))
}

function normalise(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
}
