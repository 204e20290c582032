import type { ProgramList, ProgramSummary } from '@sampan/platform-api'
import type { Content } from '@sampan/local-server'
import type { ProgramStore } from './store'

export interface CatalogueService {
  list(query: string): ProgramList
  /** A file of a release; undefined if there is no such release or file. */
  findFile(appId: string, hash: string, path: string): Content | undefined
  findIcon(appId: string, hash: string): Content | undefined
}

export function createCatalogueService(store: ProgramStore): CatalogueService {
  function findRelease(appId: string, hash: string) {
    const program = store.find(appId)
    return program?.hash === hash ? program : undefined
  }
  return {
    list(query) {
      const wanted = normalise(query)
      const programs = store.list().map(({ summary }) => summary)
      return { programs: programs.filter((program) => matches(program, wanted)) }
    },
    findFile: (appId, hash, path) => findRelease(appId, hash)?.contents.get(path),
    findIcon: (appId, hash) => findRelease(appId, hash)?.icon,
  }
}

function matches({ name }: ProgramSummary, wanted: string): boolean {
  return [name.en, name.zh].some((text) => normalise(text).includes(wanted))
}

/** Full-width letters, case and spaces make no difference. */
function normalise(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
}
