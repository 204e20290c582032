import type { ProgramSummary } from '@sampan/platform-api'
import type { Content } from '@sampan/local-server'

/** A released program: what is said about it, and its files. */
export interface ReleasedProgram {
  summary: ProgramSummary
  /** Names the release in URLs. */
  hash: string
  /** By path in the bundle. */
  contents: Map<string, Content>
  icon: Content
}

export interface ProgramStore {
  /** In the catalogue's order. */
  list(): ReleasedProgram[]
  find(appId: string): ReleasedProgram | undefined
}

/** Programs are released at start and live as long as the process. */
export function createProgramStore(programs: ReleasedProgram[]): ProgramStore {
  const byId = new Map(programs.map((program) => [program.summary.appId, program]))
  return { list: () => programs, find: (appId) => byId.get(appId) }
}
