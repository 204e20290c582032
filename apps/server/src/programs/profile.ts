import type { Database, Queries } from '@sampan/database'
import type { DataRegion, NameCheck, ProfileQuotas, Program } from '@sampan/platform-api'
import { audit } from '../audit/audit'
import { detectMediaType, MOST_DOCUMENT_BYTES } from '../documents/media-type'
import { findEntity } from '../entities/store'
import type { FileStore } from '../files/file-store'
import { notFound, Refusal } from '../http/refusal'
import type { Asker } from '../identity/asker'
import { requireProgram } from './access'
import { recordChange } from './change-store'
import { readNameState } from './name-store'
import { claimOf, isForReview, judgeName, nameRefusal, takeName } from './names'
import { programAct } from './program-act'
import { readQuotas, requireQuota } from './quotas'
import { normaliseName } from './rules/check-name'
import { nameKey } from './rules/name-key'
import type { NameWords } from './rules/name-words'
import type { ProfileLimits } from './rules/profile-limits'
import { describeProgram } from './service'
import { findProgram, type ProgramChange, type ProgramOfMember, updateProgram } from './store'

export interface ProfileParts {
  db: Database
  files: FileStore
  limits: ProfileLimits
  words: NameWords
  now(): Date
}

/** What a program is called and shown as: changed by its administrator, so many times. */
export function createProfileService({ db, files, limits, words, now }: ProfileParts) {
  async function open(queries: Queries, asker: Asker, appId: string) {
    const program = await requireProgram(queries, asker, appId, 'manage-profile')
    const entity = (await findEntity(queries, program.entity_id))!
    return { program, entity, question: { program, entity, limits, now: now() } }
  }

  async function save(
    tx: Queries,
    asker: Asker,
    program: ProgramOfMember,
    { revision, action, change }: { revision: number; action: string; change: ProgramChange },
  ): Promise<Program> {
    const saved = await updateProgram(tx, { appId: program.app_id, revision }, change)
    if (!saved) throw new Refusal('changed', 'Somebody changed it meanwhile')
    const { name, intro, data_region, avatar } = change
    await audit(
      tx,
      programAct(asker, action, program.app_id, { name, intro, dataRegion: data_region, avatar }),
    )
    return describeProgram(tx, { ...saved, roles: program.roles })
  }

  return {
    async quotas(asker: Asker, appId: string): Promise<ProfileQuotas> {
      const program = await requireProgram(db.kysely, asker, appId, 'see-console')
      const entity = (await findEntity(db.kysely, program.entity_id))!
      return readQuotas(db.kysely, { program, entity, limits, now: now() })
    },

    async checkName(asker: Asker, appId: string, given: string): Promise<NameCheck> {
      const { program, entity } = await open(db.kysely, asker, appId)
      const name = normaliseName(given)
      const verdict = judgeName(name, program, entity, words)
      if (verdict.problem !== null && !isForReview(verdict.problem)) return verdict
      const taken = await readNameState(db.kysely, { ...claimOf(name, program), now: now() })
      return taken ? { problem: taken, words: [] } : verdict
    },

    async changeName(asker: Asker, appId: string, revision: number, given: string): Promise<Program> {
      const name = normaliseName(given)
      return db.transaction(async (tx) => {
        const { program, entity, question } = await open(tx, asker, appId)
        const { problem, words: found } = judgeName(name, program, entity, words)
        if (problem) throw nameRefusal(problem, found)
        const isChange = program.name !== '' && program.name !== name
        if (isChange) await requireQuota(tx, 'name', question)
        await takeName(tx, program, { name, keptDays: limits.keptNameDays, now: now() })
        if (isChange) await recordChange(tx, appId, 'name', now())
        const change = { name, name_key: nameKey(name) }
        return save(tx, asker, program, { revision, action: 'change-name', change })
      })
    },

    async changeIntro(asker: Asker, appId: string, revision: number, given: string): Promise<Program> {
      const intro = given.normalize('NFC').trim()
      const characters = [...intro].length
      return db.transaction(async (tx) => {
        const { program, question } = await open(tx, asker, appId)
        if (characters < limits.intro.least || characters > limits.intro.most || /\p{Cc}/u.test(intro)) {
          throw new Refusal(
            { code: 'rule', rule: 'intro-length', errcode: 53204 },
            `An introduction has ${limits.intro.least} to ${limits.intro.most} characters in one line`,
          )
        }
        await requireQuota(tx, 'intro', question)
        await recordChange(tx, appId, 'intro', now())
        return save(tx, asker, program, { revision, action: 'change-intro', change: { intro } })
      })
    },

    async changeAvatar(asker: Asker, appId: string, revision: number, picture: Buffer): Promise<Program> {
      const mediaType = detectMediaType(picture)
      // Before anything is kept of it.
      await open(db.kysely, asker, appId)
      if (!mediaType || picture.length > MOST_DOCUMENT_BYTES) {
        throw new Refusal({ code: 'rule', rule: 'not-a-picture' }, 'A JPEG or PNG picture of 2 MB at most')
      }
      const { hash } = await files.put(picture, { mostBytes: MOST_DOCUMENT_BYTES })
      return db.transaction(async (tx) => {
        const { program, question } = await open(tx, asker, appId)
        await requireQuota(tx, 'avatar', question)
        await recordChange(tx, appId, 'avatar', now())
        const change = { avatar: hash, avatar_media_type: mediaType }
        return save(tx, asker, program, { revision, action: 'change-avatar', change })
      })
    },

    /** Overseas owners say where the data of users is kept; for others it is mainland China. */
    async changeDataRegion(
      asker: Asker,
      appId: string,
      revision: number,
      dataRegion: DataRegion,
    ): Promise<Program> {
      return db.transaction(async (tx) => {
        const { program, entity } = await open(tx, asker, appId)
        if (entity.kind !== 'overseas') {
          throw new Refusal({ code: 'rule', rule: 'not-overseas' }, 'Only overseas owners choose a region')
        }
        const change = { data_region: dataRegion }
        return save(tx, asker, program, { revision, action: 'change-data-region', change })
      })
    },

    /** For everybody: the picture of a program is public, and is found by its hash alone. */
    async readAvatar(appId: string, hash: string): Promise<{ mediaType: string; content: Buffer }> {
      const program = await findProgram(db.kysely, appId)
      const content = program?.avatar === hash ? await files.read(hash) : undefined
      if (!content || !program?.avatar_media_type) throw notFound('picture')
      return { mediaType: program.avatar_media_type, content }
    },
  }
}

export type ProfileService = ReturnType<typeof createProfileService>
