import type { Database } from '@sampan/database'
import type { Filing, FilingSmsCheck, NewFaceTask, Program, ProgramFiling } from '@sampan/platform-api'
import { lastCode } from './accounts'
import type { DemoBrowser } from './browser'

const PHONE = '+8613800138001'
const IDENTITY_NUMBER = '11010519491231002X'

/** Of nobody. */
const ANSWERS = {
  province: '31',
  city: 'Shanghai',
  district: 'Hongkou',
  entityAddress: '1 Harbour Road, Shanghai',
  certificateType: 'licence',
  entityPrincipalIsLegalPerson: 'yes',
  entityPrincipalName: 'Lin Yi',
  entityPrincipalPhone: PHONE,
  entityPrincipalEmail: 'owner@demo.example',
  entityPrincipalEmergency: '+8613800138002',
  entityPrincipalIdentityType: 'id-card',
  entityPrincipalIdentityNumber: IDENTITY_NUMBER,
  entityPrincipalIdentityFrom: '2020-01-31',
  entityPrincipalIdentityUntil: 'forever',
  serviceContents: 'shopping,food',
  preApprovals: 'none',
  programComment:
    'Tells for each tea from along the river how long it has to draw, and counts the minutes down.',
  programPrincipal: 'same',
  promiseTruth: 'yes',
  promiseLaw: 'yes',
  promiseCommitment: 'yes',
}

export interface FilingPeople {
  owner: DemoBrowser
  reviewer: DemoBrowser
  regulator: DemoBrowser
}

/** Takes a program from wherever its filing stands to its number, each step by whoever takes it. */
export async function demoFiling(
  { owner, reviewer, regulator }: FilingPeople,
  { appId, picture, db }: { appId: string; picture: Buffer; db: Database },
): Promise<void> {
  const path = `/api/programs/${appId}/filing`
  const read = async () => (await owner.send<ProgramFiling>('GET', path)).filing
  await chooseCategory(owner, appId)
  let filing = (await read()) ?? (await owner.send<ProgramFiling>('POST', path)).filing!
  if (filing.state === 'draft') {
    const { revision } = filing
    filing = (await owner.send<ProgramFiling>('PUT', `${path}/answers`, { revision, answers: ANSWERS }))
      .filing!
    const papers = filing.form.flatMap(({ documents }) => documents).filter(({ isOptional }) => !isOptional)
    for (const { id } of papers) await owner.send('PUT', `${path}/documents/${id}`, picture)
    await owner.send('POST', `${path}/submission`, { revision: filing.revision })
    filing = (await read())!
  }
  if (filing.state === 'face-check') {
    const { url } = await owner.send<NewFaceTask>('POST', `${path}/face-tasks`)
    await owner.send('POST', `/api/filing-faces/${url.split('/').at(-1)}`, { passed: true })
    filing = (await read())!
  }
  if (filing.state === 'platform-review') filing = await approve(reviewer, 'review', filing.id)
  if (filing.state === 'sms-check') {
    for (const { id } of filing.smsChecks) {
      const code = await lastCode(db, PHONE, id)
      const answer = { code, phone: PHONE, identityEnd: IDENTITY_NUMBER.slice(-6) }
      await owner.send<FilingSmsCheck>('POST', `/api/filing-checks/${id}`, answer)
    }
    filing = (await read())!
  }
  if (filing.state === 'regulator-review') await approve(regulator, 'regulator', filing.id)
}

/** One that needs no papers. */
async function chooseCategory(owner: DemoBrowser, appId: string): Promise<void> {
  const { missing } = await owner.send<Program>('GET', `/api/programs/${appId}`)
  if (!missing.includes('category')) return
  await owner.send('POST', `/api/programs/${appId}/applications`, {
    kind: 'category',
    value: 'tools/lookup',
  })
}

async function approve(desk: DemoBrowser, office: 'review' | 'regulator', id: string): Promise<Filing> {
  const path = `/api/${office}/filings/${id}`
  const { revision } = await desk.send<Filing>('GET', path)
  return desk.send<Filing>('POST', `${path}/decision`, { revision, decision: 'approve' })
}
