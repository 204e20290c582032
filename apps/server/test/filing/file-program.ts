import { randomUUID } from 'node:crypto'
import type { EntityKindCode, Filing, FilingSmsCheck, NewFaceTask, ProgramFiling } from '@sampan/platform-api'
import type { LightMyRequestResponse } from 'fastify'
import { vi } from 'vitest'
import { approvedEntity, newProgram } from '../platform/test-program'
import type { TestPlatform, Visitor } from '../platform/test-platform'

export const PHONE = '+8613900139000'
export const IDENTITY = '11010519491231002X'
const PNG = Buffer.from('89504e470d0a1a0a', 'hex')

/** Complete for a company of Beijing whose legal person is in charge of all. */
export const ANSWERS: Record<string, string> = {
  province: '13',
  city: 'Baoding',
  district: 'North',
  entityAddress: '1 Harbour Road',
  certificateType: 'licence',
  entityPrincipalIsLegalPerson: 'yes',
  entityPrincipalName: 'Lin Yi',
  entityPrincipalPhone: '139 0013 9000',
  entityPrincipalEmail: 'lin@example.com',
  entityPrincipalEmergency: '+8613900139001',
  entityPrincipalIdentityType: 'id-card',
  entityPrincipalIdentityNumber: IDENTITY,
  entityPrincipalIdentityFrom: '2020-01-31',
  entityPrincipalIdentityUntil: 'forever',
  serviceContents: 'shopping,food',
  preApprovals: 'none',
  programComment: 'Sells teas from along the river to people in town.',
  programPrincipal: 'same',
  promiseTruth: 'yes',
  promiseLaw: 'yes',
  promiseCommitment: 'yes',
}

/** A program that has all it needs to be filed, without what it takes through the console. */
export async function readyProgram(
  platform: TestPlatform,
  owner: Visitor,
  options: { kind?: EntityKindCode; entityId?: string } = {},
): Promise<{ appId: string; entityId: string }> {
  const entityId = options.entityId ?? (await approvedEntity(platform, owner, options.kind))
  const { appId } = await newProgram(platform, owner, entityId)
  const { kysely } = platform.database.db
  await kysely
    .updateTable('program')
    .set({ name: `River ${appId.slice(-6)}`, intro: 'Teas of the river', avatar: 'a'.repeat(64) })
    .where('app_id', '=', appId)
    .execute()
  await kysely
    .insertInto('program_application')
    .values({
      id: randomUUID(),
      app_id: appId,
      kind: 'category',
      value: 'tools',
      state: 'approved',
      created_at: new Date(),
    })
    .execute()
  return { appId, entityId }
}

export async function ok<Answer>(sent: Promise<LightMyRequestResponse>): Promise<Answer> {
  const response = await sent
  if (response.statusCode >= 300) throw new Error(`${response.statusCode} ${response.body}`)
  return response.json<Answer>()
}

export async function filingOf(who: Visitor, appId: string): Promise<Filing> {
  const { filing } = await ok<ProgramFiling>(who.get(`/api/programs/${appId}/filing`))
  return filing!
}

/** Saves the answers and uploads every paper that the form then asks for. */
export async function fillIn(
  owner: Visitor,
  appId: string,
  answers: Record<string, string>,
): Promise<Filing> {
  const at = `/api/programs/${appId}/filing`
  const { revision } = await filingOf(owner, appId)
  const { filing } = await ok<ProgramFiling>(owner.send('PUT', `${at}/answers`, { revision, answers }))
  const papers = filing!.form.flatMap(({ documents }) => documents).filter(({ isOptional }) => !isOptional)
  for (const { id } of papers) {
    const headers = { 'content-type': 'image/png' }
    await ok(owner.send('PUT', `${at}/documents/${id}`, PNG, { headers }))
  }
  return filingOf(owner, appId)
}

export async function submit(owner: Visitor, appId: string): Promise<Filing> {
  const { revision } = await filingOf(owner, appId)
  const at = `/api/programs/${appId}/filing/submission`
  return (await ok<ProgramFiling>(owner.send('POST', at, { revision }))).filing!
}

export async function passFace(owner: Visitor, appId: string, phone: Visitor, passed = true): Promise<void> {
  const { url } = await ok<NewFaceTask>(owner.send('POST', `/api/programs/${appId}/filing/face-tasks`))
  await ok(phone.send('POST', `/api/filing-faces/${url.split('/').at(-1)}`, { passed }))
}

export async function decide(
  desk: Visitor,
  office: 'review' | 'regulator',
  id: string,
  decision: 'approve' | 'reject',
  reason = '',
): Promise<Filing> {
  const at = `/api/${office}/filings/${id}`
  const { revision } = await ok<Filing>(desk.get(at))
  return ok(desk.send('POST', `${at}/decision`, { revision, decision, reason }))
}

/** The code that came to the phone, answered as its owner would. */
export async function answerSms(
  platform: TestPlatform,
  phone: Visitor,
  { smsChecks }: Filing,
): Promise<FilingSmsCheck> {
  const [check] = smsChecks
  const code = await codeOf(platform, check!.id)
  const answer = { code, phone: PHONE, identityEnd: IDENTITY.slice(-6) }
  return ok(phone.send('POST', `/api/filing-checks/${check!.id}`, answer))
}

export async function codeOf({ database }: TestPlatform, checkId: string): Promise<string> {
  return vi.waitFor(
    async () => {
      const { body } = await database.db.kysely
        .selectFrom('simulated_message')
        .select('body')
        .where('body', 'like', `%${checkId}%`)
        .executeTakeFirstOrThrow()
      return /\d{6}/.exec(body)![0]
    },
    { timeout: 10_000 },
  )
}

/** From nothing to a number. */
export async function file(
  platform: TestPlatform,
  people: { owner: Visitor; reviewer: Visitor; regulator: Visitor },
  appId: string,
  answers = ANSWERS,
): Promise<Filing> {
  const { owner, reviewer, regulator } = people
  await ok(owner.send('POST', `/api/programs/${appId}/filing`))
  await fillIn(owner, appId, answers)
  const { id } = await submit(owner, appId)
  await passFace(owner, appId, platform.visitor())
  const reviewed = await decide(reviewer, 'review', id, 'approve')
  if (reviewed.state === 'sms-check') await answerSms(platform, platform.visitor(), reviewed)
  return decide(regulator, 'regulator', id, 'approve')
}
