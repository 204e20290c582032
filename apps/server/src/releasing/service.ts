import type { Database, Queries } from '@sampan/database'
import {
  type ConfirmedAction,
  confirmationSubject,
  type MemberPermission,
  type Release,
  type ReleaseAction,
  type Releasing,
} from '@sampan/platform-api'
import { audit } from '../audit/audit'
import { findApprovedVersion } from '../code-reviews/store'
import { useConfirmation } from '../confirmations/use-confirmation'
import { requireFiling } from '../filing/release-gate'
import { notFound, Refusal } from '../http/refusal'
import type { Asker } from '../identity/asker'
import { listMembers } from '../members/store'
import { notify } from '../notices/notify'
import { readHistory, recordStep } from '../process/history'
import { requireProgram } from '../programs/access'
import { programAct } from '../programs/program-act'
import { lockProgram, type ProgramOfMember } from '../programs/store'
import { findVersion } from '../versions/store'
import { NO_ROLLBACK_ERRCODE, RELEASE_RUNNING_ERRCODE, type ReleaseRules } from './rules/release-rules'
import {
  findRelease,
  insertRelease,
  listEarlier,
  listRunning,
  readService,
  type ReleaseRow,
  saveService,
  updateRelease,
  wasReleased,
} from './store'

export interface ReleaseParts {
  db: Database
  rules: ReleaseRules
  now(): Date
}

export type GradualStep = { action: 'widen'; percent: number } | { action: 'pause' | 'resume' | 'cancel' }

const PROCESS = 'release'

export function createReleaseService({ db, rules, now }: ReleaseParts) {
  /** One change of a program's releases at a time, written down. Answers what is so afterwards. */
  async function change(
    asker: Asker,
    appId: string,
    { permission, work }: { permission: MemberPermission; work: (change: Change) => Promise<void> },
  ): Promise<Releasing> {
    return db.transaction(async (tx) => {
      const program = await requireProgram(tx, asker, appId, permission)
      await lockProgram(tx, appId)
      const running = await listRunning(tx, appId)
      await work({
        tx,
        program,
        online: running.find(({ state }) => state === 'online'),
        gradual: running.find(({ state }) => state === 'gradual'),
        confirm: (action) =>
          useConfirmation(tx, asker, { action, subject: confirmationSubject(appId), now: now() }),
        async note(action, from, to, details) {
          const { userId } = asker.session
          const reason = Object.values(details).join(' · ')
          await recordStep(tx, {
            process: PROCESS,
            subjectId: appId,
            action,
            from,
            to,
            actor: 'member',
            userId,
            reason,
          })
          await audit(tx, programAct(asker, `release-${action}`, appId, details))
          for (const member of await listMembers(tx, appId)) {
            if (member.userId === userId || !member.roles.some((role) => role !== 'tester')) continue
            await notify(tx, {
              userId: member.userId,
              kind: `release-${action}`,
              params: { program: program.name || appId, what: reason },
              link: `/programs/${appId}/releases`,
            })
          }
        },
      })
      return describe(tx, appId)
    })
  }

  async function findApproved(queries: Queries, appId: string) {
    const id = await findApprovedVersion(queries, appId)
    if (id === undefined || (await wasReleased(queries, id))) return undefined
    return findVersion(queries, id)
  }

  /** Not while another one becomes it; nothing before the first, and after going back not once more. */
  async function listPossible(queries: Queries, appId: string, running: ReleaseRow[]): Promise<ReleaseRow[]> {
    const online = running.find(({ state }) => state === 'online')
    if (!online || online.is_rollback || running.length > 1) return []
    return listEarlier(queries, appId, rules.mostEarlier)
  }

  async function describe(queries: Queries, appId: string): Promise<Releasing> {
    const running = await listRunning(queries, appId)
    const approved = await findApproved(queries, appId)
    const service = await readService(queries, appId)
    const find = (wanted: Release['state']) => running.find(({ state }) => state === wanted)
    const gradual = find('gradual')
    const online = find('online')
    return {
      approved: approved
        ? { versionId: approved.id, number: approved.number, remark: approved.remark }
        : null,
      gradual: gradual ? describeRelease(gradual) : null,
      online: online ? describeRelease(online) : null,
      earlier: (await listPossible(queries, appId, running)).map(describeRelease),
      service: {
        isPaused: service.is_paused,
        pauseNotice: service.pause_notice,
        isSearchable: service.is_searchable,
        minimumReleaseId: service.minimum_release_id,
      },
      history: (await readHistory(queries, PROCESS, appId)) as Releasing['history'],
    }
  }

  /** Everybody has it from here on. */
  async function goOnline({ tx, program, online }: Change, id: string, wasRolledBack = false): Promise<void> {
    if (online) await updateRelease(tx, online.id, { state: 'replaced', was_rolled_back: wasRolledBack })
    await updateRelease(tx, id, { state: 'online', percent: 100, is_paused: false, online_at: now() })
    if (program.released_at === null) {
      await tx
        .updateTable('program')
        .set({ released_at: now() })
        .where('app_id', '=', program.app_id)
        .execute()
    }
  }

  return {
    async read(asker: Asker, appId: string): Promise<Releasing> {
      await requireProgram(db.kysely, asker, appId, 'see-console')
      return describe(db.kysely, appId)
    },

    /** What was approved, to all users or to a part of them. */
    async release(
      asker: Asker,
      appId: string,
      wanted: { versionId: string; percent: number; membersFirst: boolean },
    ): Promise<Releasing> {
      return change(asker, appId, {
        permission: 'submit-and-release',
        async work(here) {
          const { tx, online, gradual } = here
          const approved = await findApproved(tx, appId)
          if (approved?.id !== wanted.versionId) {
            throw new Refusal({ code: 'rule', rule: 'not-approved' }, 'This version is not approved')
          }
          if (gradual) throw releaseRunning()
          const isWhole = wanted.percent === 100
          if (!isWhole && !online) {
            throw new Refusal({ code: 'rule', rule: 'nothing-online' }, 'The first release is for everybody')
          }
          await requireFiling(tx, appId)
          await here.confirm('release')
          const id = await insertRelease(tx, {
            app_id: appId,
            version_id: approved.id,
            state: 'gradual',
            percent: wanted.percent,
            members_first: wanted.membersFirst,
            released_by: asker.session.userId,
            created_at: now(),
          })
          const details = { version: approved.number, percent: `${wanted.percent} %` }
          if (isWhole) await goOnline(here, id)
          await here.note(isWhole ? 'release' : 'begin', 'approved', isWhole ? 'online' : 'gradual', details)
        },
      })
    },

    async step(asker: Asker, appId: string, id: string, step: GradualStep): Promise<Releasing> {
      return change(asker, appId, {
        permission: 'submit-and-release',
        async work(here) {
          const { tx, gradual } = here
          if (gradual?.id !== id) {
            if (await findRelease(tx, appId, id)) throw new Refusal('not-now', 'It runs no more')
            throw notFound('release')
          }
          const details = { version: gradual.number }
          if (step.action === 'widen') {
            if (gradual.is_paused) throw new Refusal('not-now', 'It is paused: resume it first')
            if (step.percent <= gradual.percent) {
              throw new Refusal({ code: 'rule', rule: 'percent-only-up' }, `${gradual.percent} % have it`)
            }
            const isWhole = step.percent === 100
            if (isWhole) await goOnline(here, id)
            else await updateRelease(tx, id, { percent: step.percent })
            const more = { ...details, percent: `${step.percent} %` }
            return here.note('widen', 'gradual', isWhole ? 'online' : 'gradual', more)
          }
          if (step.action === 'cancel') {
            await updateRelease(tx, id, { state: 'cancelled' })
            return here.note('cancel', 'gradual', 'cancelled', details)
          }
          const isPaused = step.action === 'pause'
          if (gradual.is_paused === isPaused) throw new Refusal('not-now', 'It is so already')
          await updateRelease(tx, id, { is_paused: isPaused })
          await here.note(step.action, 'gradual', 'gradual', details)
        },
      })
    },

    /** Without a review: users had it before. */
    async rollBack(asker: Asker, appId: string, id: string): Promise<Releasing> {
      return change(asker, appId, {
        permission: 'submit-and-release',
        async work(here) {
          const { tx, online, gradual } = here
          const target = await findRelease(tx, appId, id)
          if (!target) throw notFound('release')
          if (gradual) throw releaseRunning()
          const possible = await listPossible(tx, appId, online ? [online] : [])
          if (!possible.some((release) => release.id === id)) {
            throw new Refusal(
              { code: 'rule', rule: 'no-rollback', errcode: NO_ROLLBACK_ERRCODE },
              'It cannot be gone back to',
            )
          }
          await here.confirm('roll-back')
          const back = await insertRelease(tx, {
            app_id: appId,
            version_id: target.version_id,
            state: 'gradual',
            percent: 100,
            members_first: false,
            is_rollback: true,
            released_by: asker.session.userId,
            created_at: now(),
          })
          await goOnline(here, back, true)
          await here.note('roll-back', 'online', 'online', { from: online!.number, to: target.number })
        },
      })
    },

    async saveService(asker: Asker, appId: string, wanted: Releasing['service']): Promise<Releasing> {
      return change(asker, appId, {
        permission: 'pause-service',
        async work({ tx, confirm, note }) {
          const before = await readService(tx, appId)
          const { isPaused, isSearchable, minimumReleaseId } = wanted
          const pauseNotice = wanted.pauseNotice.trim()
          if (minimumReleaseId !== null && !(await findRelease(tx, appId, minimumReleaseId))) {
            throw notFound('release')
          }
          if (isPaused && pauseNotice === '') {
            throw new Refusal({ code: 'rule', rule: 'notice-missing' }, 'Say to users why')
          }
          if (isPaused !== before.is_paused) await confirm('pause-service')
          await saveService(tx, {
            app_id: appId,
            is_paused: isPaused,
            pause_notice: pauseNotice,
            is_searchable: isSearchable,
            minimum_release_id: minimumReleaseId,
          })
          const action = isPaused ? 'pause-service' : 'resume-service'
          if (isPaused !== before.is_paused) await note(action, '', '', { notice: pauseNotice })
          else await audit(tx, programAct(asker, 'change-service', appId, { ...wanted }))
        },
      })
    },
  }
}

export type ReleaseService = ReturnType<typeof createReleaseService>

interface Change {
  tx: Queries
  program: ProgramOfMember
  online: ReleaseRow | undefined
  gradual: ReleaseRow | undefined
  confirm(action: ConfirmedAction): Promise<void>
  note(action: ReleaseAction, from: string, to: string, details: Record<string, string>): Promise<void>
}

function releaseRunning(): Refusal {
  return new Refusal(
    { code: 'rule', rule: 'release-running', errcode: RELEASE_RUNNING_ERRCODE },
    'Another release runs: finish or cancel it first',
  )
}

function describeRelease(row: ReleaseRow): Release {
  return {
    id: row.id,
    versionId: row.version_id,
    number: row.number,
    remark: row.remark,
    state: row.state,
    percent: row.percent,
    isPaused: row.is_paused,
    membersFirst: row.members_first,
    isRollback: row.is_rollback,
    by: row.by,
    createdAt: row.created_at.toISOString(),
    onlineAt: row.online_at?.toISOString() ?? null,
  }
}
