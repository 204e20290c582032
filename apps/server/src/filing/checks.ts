import { createHash, randomBytes } from 'node:crypto'
import type { Queries } from '@sampan/database'
import type { FaceTask, FilingSmsCheck, NewFaceTask } from '@sampan/platform-api'
import { audit } from '../audit/audit'
import { normalisePhone } from '../entities/rules/check-form'
import { notFound, Refusal } from '../http/refusal'
import type { Asker } from '../identity/asker'
import { requireProgram } from '../programs/access'
import { programAct } from '../programs/program-act'
import { finishCancelling } from './cancel'
import type { FilingParts } from './filing-parts'
import { createFilingView, type OpenFiling } from './filing-view'
import { notifyAdministrators } from './notify-administrators'
import { personOf } from './principals'
import { judgeSmsAnswer, type SmsAnswer } from './rules/sms-check'
import { openCode } from './send-codes'
import { findSmsCheck, listSmsChecks, type SmsCheckRow, smsCheckView } from './sms-store'
import { findFiling } from './store'
import { takeFilingStep } from './take-filing-step'

const CODE_BYTES = 18

/** Checks that a person passes on their phone, without an account: whoever has the link may answer. */
export function createFilingChecks(parts: FilingParts) {
  const { db, cipher, limits, face, now } = parts
  const view = createFilingView(parts)

  async function openOf(queries: Queries, filingId: string): Promise<OpenFiling> {
    return view.openFiling(queries, (await findFiling(queries, { id: filingId }))!)
  }

  async function openTask(queries: Queries, code: string) {
    const task = await queries
      .selectFrom('filing_face_task')
      .selectAll()
      .where('code_hash', '=', hash(code))
      .executeTakeFirst()
    if (!task) throw notFound('face check')
    const filing = await openOf(queries, task.filing_id)
    const isWaiting = task.state === 'waiting' && task.expires_at > now() && filing.row.state === 'face-check'
    const described: FaceTask = {
      programName: filing.program.name,
      personName: personOf(filing.answers, 'program-principal').name,
      state: task.state === 'waiting' && !isWaiting ? 'over' : task.state,
      isReal: face.isReal,
      expiresAt: task.expires_at.toISOString(),
    }
    return { task, filing, described }
  }

  async function answer(tx: Queries, check: SmsCheckRow, given: SmsAnswer) {
    const filing = await openOf(tx, check.filing_id)
    if (smsCheckView(check, filing, now()).state !== 'waiting') {
      throw new Refusal('not-now', 'No code is waited for')
    }
    const { phone, identityNumber } = personOf(filing.answers, check.recipient)
    const outcome = judgeSmsAnswer(
      {
        code: openCode(cipher, check),
        sentAt: check.sent_at,
        wrongTries: check.wrong_tries,
        phone,
        identityNumber,
      },
      { ...given, phone: normalisePhone(given.phone) },
      now(),
    )
    const change = outcome === 'confirmed' ? { confirmed_at: now() } : { wrong_tries: check.wrong_tries + 1 }
    await tx.updateTable('filing_sms_check').set(change).where('id', '=', check.id).execute()
    const isLast = (await listSmsChecks(tx, check.filing_id)).every(({ confirmed_at }) => confirmed_at)
    const action = outcome === 'tries-used' ? 'sms-tries-used' : isLast ? 'sms-confirmed' : undefined
    if (action) {
      const ministry = { actor: 'ministry', userId: undefined, limits, now: now() } as const
      const saved = await takeFilingStep(tx, { ...ministry, row: filing.row, action })
      if (saved.state === 'cancelling') await finishCancelling(tx, saved, { limits, now: now() })
      await notifyAdministrators(tx, filing.program, `filing-${action}`)
    }
    return { outcome, filing: await openOf(tx, check.filing_id) }
  }

  return {
    /** For the administrator: a code to be scanned by whoever is in charge. */
    async startFace(asker: Asker, appId: string): Promise<NewFaceTask> {
      return db.transaction(async (tx) => {
        await requireProgram(tx, asker, appId, 'manage-filing')
        const row = await findFiling(tx, { appId })
        if (row?.state !== 'face-check') throw new Refusal('not-now', 'No face check is waited for')
        const code = randomBytes(CODE_BYTES).toString('base64url')
        const expiresAt = new Date(now().getTime() + limits.faceMs)
        await tx
          .insertInto('filing_face_task')
          .values({ filing_id: row.id, code_hash: hash(code), created_at: now(), expires_at: expiresAt })
          .execute()
        await audit(tx, programAct(asker, 'start-face-check', appId))
        return { url: face.openAt(code), isReal: face.isReal, expiresAt: expiresAt.toISOString() }
      })
    },

    async readFace(code: string): Promise<FaceTask> {
      return (await openTask(db.kysely, code)).described
    },

    /** In the place of a provider. */
    async simulateFace(code: string, passed: boolean, address: string): Promise<FaceTask> {
      if (face.isReal) throw new Refusal('forbidden', 'The provider says how it went')
      return db.transaction(async (tx) => {
        const { task, filing, described } = await openTask(tx, code)
        if (described.state !== 'waiting') throw new Refusal('not-now', `The check is ${described.state}`)
        const action = passed ? 'face-passed' : 'face-failed'
        const state = passed ? 'passed' : 'failed'
        await tx.updateTable('filing_face_task').set({ state }).where('id', '=', task.id).execute()
        await takeFilingStep(tx, {
          row: filing.row,
          action,
          actor: 'face-provider',
          userId: undefined,
          limits,
          now: now(),
        })
        const subjectId = filing.program.app_id
        const details = { simulated: true }
        await audit(tx, { userId: undefined, action, subject: 'program', subjectId, address, details })
        if (!passed) await notifyAdministrators(tx, filing.program, 'filing-face-failed')
        return { ...described, state }
      })
    },

    async readSms(id: string): Promise<FilingSmsCheck> {
      const check = await findSmsCheck(db.kysely, id)
      if (!check) throw notFound('check')
      return smsCheckView(check, await openOf(db.kysely, check.filing_id), now())
    },

    async answerSms(id: string, given: SmsAnswer): Promise<FilingSmsCheck> {
      const { outcome, described } = await db.transaction(async (tx) => {
        const check = await findSmsCheck(tx, id, 'lock')
        if (!check) throw notFound('check')
        const answered = await answer(tx, check, given)
        const after = (await findSmsCheck(tx, id))!
        return { outcome: answered.outcome, described: smsCheckView(after, answered.filing, now()) }
      })
      // Outside of the transaction: the try has to be counted.
      if (outcome === 'wrong') {
        throw new Refusal(
          { code: 'rule', rule: 'filing-code-wrong' },
          `Code, phone or number is wrong; ${described.triesLeft} tries left`,
        )
      }
      return described
    },
  }
}

export type FilingChecks = ReturnType<typeof createFilingChecks>

function hash(code: string): string {
  return createHash('sha256').update(code).digest('hex')
}
