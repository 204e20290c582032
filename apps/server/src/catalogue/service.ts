import type { ProgramList, ProgramSummary } from '@sampan/platform-api'
import { type Content, createContent } from '@sampan/local-server'
import type { ProgramUser, PublicPrograms } from '../releasing/public-programs'
import type { ProgramStore } from './store'

export interface CatalogueService {
  list(query: string, user: ProgramUser): Promise<ProgramList>
  /** Undefined if nobody released such a program. */
  find(appId: string, user: ProgramUser): Promise<ProgramSummary | undefined>
  /** A file of a release; undefined if there is no such release or file. */
  findFile(appId: string, hash: string, path: string): Promise<Content | undefined>
  findIcon(appId: string, hash: string): Content | undefined
}

/** Programs that come with the platform, and those of its owners, if it has any. */
export function createCatalogueService(
  store: ProgramStore,
  ofOwners: PublicPrograms | undefined,
): CatalogueService {
  function findRelease(appId: string, hash: string) {
    const program = store.find(appId)
    return program?.hash === hash ? program : undefined
  }
  return {
    async list(query, user) {
      const wanted = normalise(query)
      const own = store.list().map(({ summary }) => summary)
      const found = own.filter((program) => matches(program, wanted))
      return { programs: [...found, ...((await ofOwners?.list(query, user)) ?? [])] }
    },
    find: async (appId, user) => store.find(appId)?.summary ?? ofOwners?.find(appId, user),
    async findFile(appId, hash, path) {
      const content = findRelease(appId, hash)?.contents.get(path)
      if (content || store.find(appId)) return content
      const file = await ofOwners?.readFile(appId, hash, path)
      return file && createContent(path, file)
    },
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
