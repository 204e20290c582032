import type { ApiProblem, Filing, FilingSmsCheck, NewFaceTask, ProgramFiling } from '@sampan/platform-api'
import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findFilingNumber, requireFiling } from '../../src/filing/release-gate'
import { sendConfirmed } from '../platform/confirm'
import { startTestPlatform, type TestPlatform, type Visitor } from '../platform/test-platform'
import { giveRole } from '../platform/test-program'
import {
  ANSWERS,
  answerSms,
  codeOf,
  decide,
  file,
  filingOf,
  fillIn,
  IDENTITY,
  ok,
  passFace,
  PHONE,
  readyProgram,
  submit,
} from './file-program'

let platform: TestPlatform
let owner: Visitor
let stranger: Visitor
let reviewer: Visitor
let regulator: Visitor
let operator: Visitor

beforeAll(async () => {
  platform = await startTestPlatform({ runsJobs: true })
  owner = await platform.member('Owner')
  stranger = await platform.member('Stranger')
  reviewer = await platform.member('Reviewer', 'reviewer')
  regulator = await platform.member('Regulator', 'regulator')
  operator = await platform.member('Operator', 'operator')
})
afterAll(() => platform.close())

const people = () => ({ owner, reviewer, regulator })

async function refusalOf(sent: Promise<LightMyRequestResponse>): Promise<ApiProblem & { status: number }> {
  const response = await sent
  return { ...response.json<ApiProblem>(), status: response.statusCode }
}

async function inReview(answers = ANSWERS): Promise<{ appId: string; id: string }> {
  const { appId } = await readyProgram(platform, owner)
  await ok(owner.send('POST', `/api/programs/${appId}/filing`))
  await fillIn(owner, appId, answers)
  const { id } = await submit(owner, appId)
  await passFace(owner, appId, platform.visitor())
  return { appId, id }
}

test('from the form to the number, each step noted; the next program of the owner needs no code', async () => {
  const { appId, entityId } = await readyProgram(platform, owner)
  const filed = await file(platform, people(), appId)
  expect(filed).toMatchObject({ state: 'filed', kind: 'first', statusCode: 6 })
  expect(filed.number).toMatch(/^冀ICP备\d{10}号-1X$/)
  expect(filed.history.map(({ action, by }) => `${action} ${by}`.trim())).toEqual([
    'submit Owner',
    'face-passed',
    'platform-approve Reviewer',
    'sms-confirmed',
    'regulator-approve Regulator',
  ])
  expect(await findFilingNumber(platform.database.db.kysely, appId)).toBe(filed.number)
  await requireFiling(platform.database.db.kysely, appId)
  const { notices } = await ok<{ notices: { kind: string; params: object }[] }>(owner.get('/api/notices'))
  expect(notices[0]).toMatchObject({ kind: 'filing-regulator-approve', params: { number: filed.number } })

  const next = await readyProgram(platform, owner, { entityId })
  await ok(owner.send('POST', `/api/programs/${next.appId}/filing`))
  const begun = await filingOf(owner, next.appId)
  expect(begun.answers).toMatchObject({ province: '13', entityPrincipalName: '••••' })
  await fillIn(owner, next.appId, { ...begun.answers, ...ANSWERS, entityPrincipalEmail: 'LIN@example.com' })
  const { id } = await submit(owner, next.appId)
  await passFace(owner, next.appId, platform.visitor())
  expect(await decide(reviewer, 'review', id, 'approve')).toMatchObject({
    kind: 'new-program',
    state: 'regulator-review',
  })
  expect((await decide(regulator, 'regulator', id, 'approve')).number).toBe(
    filed.number!.replace(/-1X$/, '-2X'),
  )
})

test('secrets are shortened for members, papers sealed and every look at them noted', async () => {
  const { appId } = await readyProgram(platform, owner)
  await ok(owner.send('POST', `/api/programs/${appId}/filing`))
  const { answers, revision } = await fillIn(owner, appId, ANSWERS)
  expect(answers.entityPrincipalPhone).toBe('••••9000')
  expect(answers.entityPrincipalIdentityNumber).toBe('••••002X')
  const row = await platform.database.db.kysely
    .selectFrom('filing')
    .selectAll()
    .where('app_id', '=', appId)
    .executeTakeFirstOrThrow()
  expect(JSON.stringify(row.answers)).not.toContain('139')
  // What comes back shortened stands for what is stored.
  const at = `/api/programs/${appId}/filing`
  await ok(owner.send('PUT', `${at}/answers`, { revision, answers: { ...answers, city: 'Elsewhere' } }))
  expect((await filingOf(owner, appId)).problems).toEqual([])
  const paper = await owner.get(`${at}/documents/entityCertificate`)
  expect(paper.headers['content-type']).toBe('image/png')
  const { entries } = await ok<{ entries: { action: string; details: object }[] }>(
    owner.get(`/api/programs/${appId}/audit?action=see-filing-document`),
  )
  expect(entries[0]?.details).toEqual({ document: 'entityCertificate' })
})

test('questions follow from the province, from other answers and from the owner', async () => {
  const { appId } = await readyProgram(platform, owner)
  await ok(owner.send('POST', `/api/programs/${appId}/filing`))
  const guangdong = await fillIn(owner, appId, { ...ANSWERS, province: '44', preApprovals: 'culture' })
  const ids = guangdong.form.flatMap(({ fields, documents }) => [...fields, ...documents].map(({ id }) => id))
  expect(ids).toEqual(expect.arrayContaining(['commitmentLetter', 'culturePermit', 'culturePermitNumber']))
  expect(ids).not.toContain('promiseCommitment')
  expect(guangdong.problems).toEqual([{ field: 'culturePermitNumber', problem: 'missing' }])

  // Hebei wants the legal person in charge; Jiangsu takes another with a letter, for the program too.
  const hebei = await fillIn(owner, appId, { ...ANSWERS, entityPrincipalIsLegalPerson: 'no' })
  expect(hebei.problems).toEqual([{ field: 'entityPrincipalIsLegalPerson', problem: 'not-valid' }])
  const other = { ...ANSWERS, province: '32', entityPrincipalIsLegalPerson: 'no', legalPersonName: 'Wu' }
  const jiangsu = await fillIn(owner, appId, other)
  expect(jiangsu.problems).toEqual([])
  expect(jiangsu.documents.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['entityPrincipalLetter', 'programPrincipalLetter']),
  )
  const soon = new Date(Date.now() + 100 * 24 * 3600_000).toISOString().slice(0, 10)
  const until = { entityPrincipalIdentityUntil: soon }
  expect((await fillIn(owner, appId, { ...ANSWERS, ...until })).problems).toEqual([])
  const ningxia = await fillIn(owner, appId, { ...ANSWERS, ...until, province: '64' })
  expect(ningxia.problems).toEqual([{ field: 'entityPrincipalIdentityUntil', problem: 'expiring' }])
  const both = await fillIn(owner, appId, {
    ...ANSWERS,
    preApprovals: 'none,news',
    serviceContents: 'shopping,food,travel,tools,office,games',
    programComment: 'Too short',
  })
  expect(both.problems).toEqual(
    expect.arrayContaining([
      { field: 'preApprovals', problem: 'not-valid' },
      { field: 'serviceContents', problem: 'not-valid' },
      { field: 'programComment', problem: 'too-short' },
    ]),
  )

  // A person from another province shows a residence permit in Shanghai.
  const person = await readyProgram(platform, owner, { kind: 'individual' })
  await ok(owner.send('POST', `/api/programs/${person.appId}/filing`))
  const shanghai = await fillIn(owner, person.appId, { ...ANSWERS, province: '31' })
  expect(shanghai.problems).toEqual([])
  expect(shanghai.documents.map(({ id }) => id)).toContain('residencePermit')
  expect(shanghai.form.map(({ id }) => id)).not.toContain('program-principal')
})

test('nothing is submitted before the profile and the form are complete', async () => {
  const { appId } = await readyProgram(platform, owner)
  await ok(owner.send('POST', `/api/programs/${appId}/filing`))
  const at = `/api/programs/${appId}/filing`
  const { revision } = await filingOf(owner, appId)
  const refused = await refusalOf(owner.send('POST', `${at}/submission`, { revision }))
  expect(refused).toMatchObject({ status: 422, code: 'form' })
  expect(refused.problems!.length).toBeGreaterThan(15)

  const { kysely } = platform.database.db
  await kysely.updateTable('program').set({ intro: '' }).where('app_id', '=', appId).execute()
  await kysely.deleteFrom('program_application').where('app_id', '=', appId).execute()
  expect(await refusalOf(owner.send('POST', `${at}/submission`, { revision }))).toMatchObject({
    rule: 'filing-not-ready',
    errcode: 1027,
  })
  expect(await filingOf(owner, appId)).toMatchObject({ statusCode: 1027 })
  expect(await refusalOf(owner.send('POST', at))).toMatchObject({ code: 'not-now' })
})

test('only the administrator files; desks see what waits for them, and nobody decides on their own', async () => {
  const { appId, id } = await inReview()
  const at = `/api/programs/${appId}/filing`
  const developer = await platform.member('Dev')
  await giveRole(platform, appId, developer, 'developer')
  expect((await filingOf(developer, appId)).actions).toEqual([])
  expect((await refusalOf(developer.send('POST', `${at}/face-tasks`))).code).toBe('forbidden')
  expect((await refusalOf(developer.get(`${at}/documents/entityCertificate`))).code).toBe('forbidden')
  expect((await refusalOf(stranger.get(at))).code).toBe('not-found')
  expect((await refusalOf(platform.visitor().get(at))).code).toBe('sign-in')

  expect((await refusalOf(stranger.get(`/api/review/filings`))).code).toBe('forbidden')
  expect((await refusalOf(reviewer.get(`/api/regulator/filings/${id}`))).code).toBe('forbidden')
  expect((await refusalOf(regulator.get(`/api/regulator/filings/${id}`))).code).toBe('not-found')
  const { filings } = await ok<{ filings: { id: string }[] }>(reviewer.get('/api/review/filings'))
  expect(filings.map((each) => each.id)).toContain(id)
  const seen = await ok<Filing>(reviewer.get(`/api/review/filings/${id}`))
  expect(seen.answers.entityPrincipalIdentityNumber).toBe(IDENTITY)

  const decision = { revision: seen.revision, decision: 'approve' }
  await giveRole(platform, appId, reviewer, 'tester')
  const own = reviewer.send('POST', `/api/review/filings/${id}/decision`, decision)
  expect((await refusalOf(own)).rule).toBe('own-program')
  await platform.database.db.kysely
    .deleteFrom('program_member')
    .where('user_id', '=', reviewer.userId)
    .execute()
  const silent = reviewer.send('POST', `/api/review/filings/${id}/decision`, {
    ...decision,
    decision: 'reject',
  })
  expect((await refusalOf(silent)).rule).toBe('reason-missing')

  // Two reviewers at once: one decides, the other is told.
  const both = await Promise.all(
    [1, 2].map(() => reviewer.send('POST', `/api/review/filings/${id}/decision`, decision)),
  )
  expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
})

test('what is rejected comes back with remarks, is corrected and goes on', async () => {
  const { appId, id } = await inReview()
  const { revision } = await ok<Filing>(reviewer.get(`/api/review/filings/${id}`))
  const remarks = [{ field: 'entityCertificate', reason: 'Blurred', suggestion: 'In better light' }]
  await ok(
    reviewer.send('POST', `/api/review/filings/${id}/decision`, { revision, decision: 'reject', remarks }),
  )
  const rejected = await filingOf(owner, appId)
  expect(rejected).toMatchObject({ state: 'platform-rejected', remarks, statusCode: 3 })
  const steps = `/api/programs/${appId}/filing/steps`
  await ok(owner.send('POST', steps, { revision: rejected.revision, action: 'correct' }))
  await submit(owner, appId)
  const { revision: late } = await filingOf(owner, appId)
  await ok(owner.send('POST', steps, { revision: late, action: 'withdraw' }))
  await submit(owner, appId)
  await passFace(owner, appId, platform.visitor(), false)
  expect(await filingOf(owner, appId)).toMatchObject({ state: 'draft' })
  await submit(owner, appId)
  await passFace(owner, appId, platform.visitor())
  await answerSms(platform, platform.visitor(), await decide(reviewer, 'review', id, 'approve'))
  expect((await decide(regulator, 'regulator', id, 'reject', 'Not in this province')).state).toBe(
    'regulator-rejected',
  )
  const sent = await filingOf(owner, appId)
  expect(
    await refusalOf(owner.send('POST', steps, { revision: sent.revision, action: 'withdraw' })),
  ).toMatchObject({ code: 'not-now' })
})

test('a face check is good for one answer, and for half an hour', async () => {
  const { appId } = await readyProgram(platform, owner)
  await ok(owner.send('POST', `/api/programs/${appId}/filing`))
  expect((await refusalOf(owner.send('POST', `/api/programs/${appId}/filing/face-tasks`))).code).toBe(
    'not-now',
  )
  await fillIn(owner, appId, ANSWERS)
  await submit(owner, appId)
  const task = await ok<NewFaceTask>(owner.send('POST', `/api/programs/${appId}/filing/face-tasks`))
  expect(task.isReal).toBe(false)
  const at = `/api/filing-faces/${task.url.split('/').at(-1)}`
  const phone = platform.visitor()
  expect(await ok(phone.get(at))).toMatchObject({ state: 'waiting', personName: 'Lin Yi' })
  platform.setNow(new Date(Date.now() + 31 * 60_000))
  expect((await refusalOf(phone.send('POST', at, { passed: true }))).code).toBe('not-now')
  platform.setNow(new Date())
  await ok(phone.send('POST', at, { passed: true }))
  expect((await refusalOf(phone.send('POST', at, { passed: true }))).code).toBe('not-now')
  expect((await refusalOf(phone.get('/api/filing-faces/nothing'))).code).toBe('not-found')
})

test('five wrong codes are borne, the sixth returns the filing', async () => {
  const { appId, id } = await inReview()
  const { smsChecks } = await decide(reviewer, 'review', id, 'approve')
  const [check] = smsChecks
  const at = `/api/filing-checks/${check!.id}`
  const code = await codeOf(platform, check!.id)
  const phone = platform.visitor()
  expect(await ok(phone.get(at))).toMatchObject({ phone: '••••9000', triesLeft: 6 })
  const wrong = { code, phone: PHONE, identityEnd: '000000' }
  for (let tries = 0; tries < 5; tries++) {
    expect((await refusalOf(phone.send('POST', at, wrong))).rule).toBe('filing-code-wrong')
  }
  expect(await ok<FilingSmsCheck>(phone.send('POST', at, wrong))).toMatchObject({ state: 'over' })
  expect(await filingOf(owner, appId)).toMatchObject({ state: 'platform-rejected' })
  expect((await refusalOf(phone.send('POST', at, { ...wrong, identityEnd: IDENTITY.slice(-6) }))).code).toBe(
    'not-now',
  )
})

test('a change leaves the number, and may be given up', async () => {
  const { appId } = await readyProgram(platform, owner)
  const filed = await file(platform, people(), appId)
  const steps = `/api/programs/${appId}/filing/steps`
  await ok(owner.send('POST', steps, { revision: filed.revision, action: 'change' }))
  await fillIn(owner, appId, { ...ANSWERS, city: 'Tangshan' })
  expect(await findFilingNumber(platform.database.db.kysely, appId)).toBe(filed.number)
  const { revision } = await filingOf(owner, appId)
  await ok(owner.send('POST', steps, { revision, action: 'give-up-change' }))
  const kept = await filingOf(owner, appId)
  expect(kept).toMatchObject({ state: 'filed', answers: { city: 'Baoding' } })

  await ok(owner.send('POST', steps, { revision: kept.revision, action: 'change' }))
  await fillIn(owner, appId, { ...ANSWERS, city: 'Tangshan' })
  await submit(owner, appId)
  await passFace(owner, appId, platform.visitor())
  const reviewed = await decide(reviewer, 'review', filed.id, 'approve')
  expect(reviewed).toMatchObject({ kind: 'change', state: 'sms-check' })
  await answerSms(platform, platform.visitor(), reviewed)
  const changed = await decide(regulator, 'regulator', filed.id, 'approve')
  expect(changed).toMatchObject({ number: filed.number, answers: { city: 'Tangshan' } })
})

test('taking a filing back needs its number, a scan and a code; then nothing of it is released', async () => {
  const { appId, entityId } = await readyProgram(platform, owner)
  const second = await readyProgram(platform, owner, { entityId })
  const filed = await file(platform, people(), appId)
  await file(platform, people(), second.appId)
  const at = `/api/programs/${appId}/filing/cancellation`
  const wanted = { revision: filed.revision, kind: 'cancel-entity', number: filed.number }
  expect((await refusalOf(owner.send('POST', at, { ...wanted, number: 'no' }))).rule).toBe(
    'filing-number-differs',
  )
  const { filing } = await ok<ProgramFiling>(sendConfirmed(platform, owner, 'POST', at, wanted))
  expect(filing!.state).toBe('cancel-check')
  await requireFiling(platform.database.db.kysely, appId)
  await answerSms(platform, platform.visitor(), filing!)
  await expect(requireFiling(platform.database.db.kysely, appId)).rejects.toThrow()
  await expect(requireFiling(platform.database.db.kysely, second.appId)).rejects.toThrow()
  const done = await decide(regulator, 'regulator', filed.id, 'approve')
  expect(done).toMatchObject({ state: 'cancelled', number: null })
  const again = await ok<ProgramFiling>(
    owner.send('POST', `/api/programs/${appId}/filing/steps`, {
      revision: done.revision,
      action: 'begin-again',
    }),
  )
  expect(again.filing!.state).toBe('draft')
  await fillIn(owner, appId, ANSWERS)
  expect((await submit(owner, appId)).kind).toBe('first')
})

test('the operator decides who files', async () => {
  const at = '/api/operator/filing-settings'
  expect(await ok(operator.get(at))).toEqual({ isRequired: true, overseas: 'exempt' })
  expect((await refusalOf(owner.get(at))).code).toBe('forbidden')
  await ok(operator.send('PUT', at, { isRequired: false, overseas: 'exempt' }))
  const { appId } = await readyProgram(platform, owner)
  expect(await ok(owner.get(`/api/programs/${appId}/filing`))).toEqual({
    isRequired: false,
    missing: [],
    filing: null,
  })
  await ok(operator.send('PUT', at, { isRequired: true, overseas: 'exempt' }))
})
