import type { ProgramList, ProgramSummary } from '@sampan/platform-api'
import { request, RequestProblem } from '../account/request'

export interface Catalogue {
  /** Those that came with the page, the latest word on each, and those that were opened since. */
  programs(): readonly ProgramSummary[]
  find(appId: string | undefined): ProgramSummary | undefined
  /** What the server says now; undefined if there is no such program. Throws a `RequestProblem`. */
  ask(appId: string): Promise<ProgramSummary | undefined>
  /** All that the server knows by this name. Throws a `RequestProblem`. */
  search(query: string): Promise<readonly ProgramSummary[]>
}

export function createCatalogue(initial: readonly ProgramSummary[]): Catalogue {
  const byId = new Map(initial.map((program) => [program.appId, program]))
  return {
    programs: () => [...byId.values()],
    find: (appId) => (appId === undefined ? undefined : byId.get(appId)),
    async ask(appId) {
      try {
        const program = await request<ProgramSummary>(`/api/catalogue/${encodeURIComponent(appId)}`)
        byId.set(appId, program)
        return program
      } catch (error) {
        if (!(error instanceof RequestProblem) || error.code !== 'not-found') throw error
        byId.delete(appId)
        return undefined
      }
    },
    async search(query) {
      const { programs } = await request<ProgramList>(`/api/catalogue?query=${encodeURIComponent(query)}`)
      return programs
    },
  }
}
