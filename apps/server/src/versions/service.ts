import { addJob, type Database, type JobKind, type Queries } from '@sampan/database'
import { COMPILER_VERSION } from '@sampan/compiler/compiler-version'
import type { MemberPermission, ProgramVersion, VersionFailure, VersionOpening } from '@sampan/platform-api'
import { audit } from '../audit/audit'
import { mayReview } from '../code-reviews/may-review'
import type { Robot } from '../credentials/robots'
import type { Cipher } from '../documents/cipher'
import { listDomains } from '../domains/store'
import type { FileStore } from '../files/file-store'
import { notFound, Refusal } from '../http/refusal'
import type { Asker } from '../identity/asker'
import { mayDo } from '../members/rules/permissions'
import { requireProgram } from '../programs/access'
import { avatarUrl } from '../programs/avatar-url'
import { programAct } from '../programs/program-act'
import { findProgram, findProgramOfMember, lockProgram } from '../programs/store'
import { readBundleFile } from './bundle-files'
import { ArchiveProblem, readArchive } from './compile/read-archive'
import type { UploadLimits } from './rules/upload-limits'
import {
  countCompiling,
  deleteTrial,
  findTrial,
  findUserName,
  findVersion,
  insertVersion,
  listCurrentVersions,
  saveTrial,
  updateVersion,
  type VersionRow,
} from './store'

export interface VersionParts {
  db: Database
  files: FileStore
  /** Of the links to bundles. */
  cipher: Cipher
  limits: UploadLimits
  compileJob: JobKind<{ versionId: string }>
  baseUrl(): string
  now(): Date
}

export interface Upload {
  version: string
  remark: string
  purpose: 'development' | 'preview'
  bundleHash: string
}

/** https://developers.weixin.qq.com/miniprogram/dev/framework/quickstart/release.html */
const PREVIEW_MINUTES = 25
const LINK_HOURS = 6
const MOST_COMPILING = 5
const LINK_CONTEXT = 'version link'

/** People by their session, robots by the key of one program. */
export type Uploader = { asker: Asker } | { robot: Robot }

export function createVersionService(parts: VersionParts) {
  const { db, files, cipher, limits, compileJob, baseUrl, now } = parts

  async function requireUploader(queries: Queries, uploader: Uploader, appId: string): Promise<void> {
    if ('asker' in uploader) await requireProgram(queries, uploader.asker, appId, 'develop')
  }

  async function requireVersion(queries: Queries, appId: string, id: string): Promise<VersionRow> {
    const row = await findVersion(queries, id)
    if (row?.app_id !== appId || row.deleted_at !== null) throw notFound('version')
    return row
  }

  async function describe(queries: Queries, row: VersionRow): Promise<ProgramVersion> {
    const trial = await findTrial(queries, row.app_id)
    const uploader =
      row.robot === null
        ? { userId: row.user_id!, name: await findUserName(queries, row.user_id!) }
        : { robot: row.robot }
    return {
      id: row.id,
      appId: row.app_id,
      purpose: row.purpose,
      state: row.state,
      number: row.number,
      remark: row.remark,
      uploader,
      isTrial: trial?.version_id === row.id,
      packages: row.packages,
      sizeBytes: row.packages.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
      failure:
        row.failure === null
          ? null
          : {
              code: row.failure as VersionFailure,
              detail: row.failure_detail ?? '',
              diagnostics: row.diagnostics as NonNullable<ProgramVersion['failure']>['diagnostics'],
            },
      compilerVersion: COMPILER_VERSION,
      createdAt: row.created_at.toISOString(),
      expiresAt: row.expires_at?.toISOString() ?? null,
      url: `${baseUrl()}/#/p/${row.app_id}?version=${row.id}`,
    }
  }

  /** Whether somebody may open a version, by what it is now. */
  async function mayOpen(queries: Queries, userId: string, row: VersionRow): Promise<boolean> {
    if (row.state !== 'ready' || row.deleted_at !== null) return false
    if (await mayReview(queries, userId, row.id)) return true
    const program = await findProgramOfMember(queries, row.app_id, userId)
    if (!program) return false
    const may = (permission: MemberPermission) => mayDo(program.roles, permission)
    if (row.purpose === 'preview') {
      if (row.expires_at === null || row.expires_at <= now()) return false
      return row.user_id === null ? may('open-development') : row.user_id === userId
    }
    if (row.is_current && may('open-development')) return true
    return (await findTrial(queries, row.app_id))?.version_id === row.id && may('open-trial')
  }

  return {
    limits,

    /** Refused at once for what is wrong with the archive; what is wrong with the project is in the version later. */
    async upload(
      uploader: Uploader,
      appId: string,
      { version, remark, purpose, bundleHash }: Upload,
      archive: Buffer,
    ): Promise<ProgramVersion> {
      await requireUploader(db.kysely, uploader, appId)
      await requireSound(archive)
      const source = await files.put(archive)
      return db.transaction(async (tx) => {
        await requireUploader(tx, uploader, appId)
        await lockProgram(tx, appId)
        if ((await countCompiling(tx, appId)) >= MOST_COMPILING) {
          throw new Refusal('too-many-requests', 'Other uploads of this program are being compiled: wait')
        }
        const row = await insertVersion(tx, {
          app_id: appId,
          ...('asker' in uploader
            ? { user_id: uploader.asker.session.userId, robot: null }
            : { user_id: null, robot: uploader.robot.robot }),
          purpose,
          number: version,
          remark,
          source_hash: source.hash,
          source_bytes: source.sizeBytes,
          expected_hash: bundleHash,
          created_at: now(),
          expires_at: purpose === 'preview' ? new Date(now().getTime() + PREVIEW_MINUTES * 60_000) : null,
        })
        await addJob(tx, compileJob, { versionId: row.id })
        const details = { version, purpose, versionId: row.id }
        await audit(
          tx,
          'asker' in uploader
            ? programAct(uploader.asker, 'upload', appId, details)
            : {
                userId: undefined,
                action: 'upload',
                subject: 'program',
                subjectId: appId,
                address: uploader.robot.address,
                details: { ...details, robot: uploader.robot.robot },
              },
        )
        return describe(tx, row)
      })
    },

    /** Members see every development version, and their own previews; robots what robots uploaded. */
    async read(uploader: Uploader, appId: string, id: string): Promise<ProgramVersion> {
      if ('asker' in uploader) await requireProgram(db.kysely, uploader.asker, appId, 'see-console')
      const row = await requireVersion(db.kysely, appId, id)
      const isOthers =
        'robot' in uploader
          ? row.robot !== uploader.robot.robot
          : row.purpose === 'preview' && row.user_id !== null && row.user_id !== uploader.asker.session.userId
      if (isOthers) throw notFound('version')
      return describe(db.kysely, row)
    },

    async list(asker: Asker, appId: string): Promise<{ versions: ProgramVersion[] }> {
      await requireProgram(db.kysely, asker, appId, 'see-console')
      const rows = await listCurrentVersions(db.kysely, appId)
      const trial = await findTrial(db.kysely, appId)
      const chosen = trial && !rows.some(({ id }) => id === trial.version_id) ? [trial.version_id] : []
      for (const id of chosen) rows.push((await findVersion(db.kysely, id))!)
      return { versions: await Promise.all(rows.map((row) => describe(db.kysely, row))) }
    },

    /** One's own; an administrator anybody's. The trial version stays until another one is chosen. */
    async remove(asker: Asker, appId: string, id: string): Promise<void> {
      await db.transaction(async (tx) => {
        const program = await requireProgram(tx, asker, appId, 'develop')
        await lockProgram(tx, appId)
        const row = await requireVersion(tx, appId, id)
        if (row.user_id !== asker.session.userId && !program.roles.includes('administrator')) {
          throw new Refusal('forbidden', 'It is somebody else’s version')
        }
        if ((await findTrial(tx, appId))?.version_id === id) {
          throw new Refusal({ code: 'rule', rule: 'version-is-trial' }, 'It is the trial version')
        }
        await updateVersion(tx, id, { is_current: false, deleted_at: now() })
        await audit(tx, programAct(asker, 'delete-version', appId, { versionId: id }))
      })
    },

    async chooseTrial(
      asker: Asker,
      appId: string,
      { versionId, startPath }: { versionId: string | null; startPath: string },
    ): Promise<{ versions: ProgramVersion[] }> {
      await db.transaction(async (tx) => {
        await requireProgram(tx, asker, appId, 'develop')
        await lockProgram(tx, appId)
        if (versionId === null) await deleteTrial(tx, appId)
        else {
          const row = await requireVersion(tx, appId, versionId)
          if (!row.is_current) throw new Refusal('not-now', 'It is no development version')
          await saveTrial(tx, {
            app_id: appId,
            version_id: versionId,
            start_path: startPath,
            chosen_by: asker.session.userId,
            chosen_at: now(),
          })
        }
        await audit(tx, programAct(asker, 'choose-trial', appId, { versionId, startPath }))
      })
      return this.list(asker, appId)
    },

    /** What the super-app needs to open a version. Whoever may not open it is told that there is none. */
    async open({ session }: Asker, appId: string, wanted: string): Promise<VersionOpening> {
      const trial = await findTrial(db.kysely, appId)
      const id = wanted === 'trial' ? trial?.version_id : wanted
      const row = id === undefined ? undefined : await findVersion(db.kysely, id)
      if (row?.app_id !== appId || !(await mayOpen(db.kysely, session.userId, row))) throw notFound('version')
      const program = (await findProgram(db.kysely, appId))!
      const until = now().getTime() + LINK_HOURS * 3600_000
      const link = JSON.stringify([row.id, session.userId, until])
      const token = cipher.seal(Buffer.from(link), LINK_CONTEXT).toString('base64url')
      return {
        appId,
        versionId: row.id,
        envVersion: wanted === 'trial' ? 'trial' : 'develop',
        name: program.name,
        avatarUrl: avatarUrl(program),
        number: row.number,
        bundleUrl: `/version-bundles/${token}/`,
        startPath: wanted === 'trial' ? trial!.start_path : '',
        sizeBytes: row.packages.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
        domains: await listDomains(db.kysely, appId),
      }
    },

    /**
     * A file of a bundle by its link. Frames of programs have an opaque origin and send no cookies, so the link says
     * who asked; whether they still may is looked up each time.
     */
    async readFile(token: string, path: string): Promise<Buffer | undefined> {
      const [id, userId, until] = openLink(token)
      if (until <= now().getTime()) return undefined
      const row = await findVersion(db.kysely, id)
      if (!row?.listing_hash || !(await mayOpen(db.kysely, userId, row))) return undefined
      return readBundleFile(files, row.listing_hash, path)
    },
  }

  function openLink(token: string): [id: string, userId: string, until: number] {
    try {
      const plain = cipher.open(Buffer.from(token, 'base64url'), LINK_CONTEXT)
      return JSON.parse(String(plain)) as [string, string, number]
    } catch {
      throw notFound('bundle') // Nobody but us makes such links.
    }
  }

  async function requireSound(archive: Buffer): Promise<void> {
    try {
      await readArchive(archive, limits.archive, () => {})
    } catch (error) {
      if (!(error instanceof ArchiveProblem)) throw error
      throw new Refusal({ code: 'rule', rule: error.code }, error.message)
    }
  }
}

export type VersionService = ReturnType<typeof createVersionService>
