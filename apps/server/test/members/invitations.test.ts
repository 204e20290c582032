import type { Invitation, InvitationPreview, MemberList, NewInvitation, Notice } from '@sampan/platform-api'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { sendConfirmed } from '../platform/confirm'
import { startTestPlatform, type TestPlatform, type Visitor } from '../platform/test-platform'
import { giveRole, newProgram } from '../platform/test-program'

let platform: TestPlatform
let owner: Visitor
let developer: Visitor
let appId: string
const start = new Date('2026-11-23T02:00:00Z')

beforeAll(async () => {
  platform = await startTestPlatform()
  owner = await platform.member('Lin Yi')
  developer = await platform.member('Dev')
})
beforeEach(async () => {
  platform.setNow(start)
  appId = (await newProgram(platform, owner)).appId
  await giveRole(platform, appId, developer, 'developer')
})
afterAll(() => platform.close())

const listUrl = () => `/api/programs/${appId}/invitations`
async function invite(who: Visitor, mostUses = 1): Promise<NewInvitation & { token: string }> {
  const made = await who.send('POST', listUrl(), { roles: ['tester'], mostUses })
  expect(made.statusCode).toBe(201)
  const invitation = made.json<NewInvitation>()
  return { ...invitation, token: invitation.url.split('/').at(-1)! }
}
const accept = (who: Visitor, token: string) => who.send('POST', '/api/invitations/acceptance', { token })
const preview = async (token: string) =>
  (await platform.visitor().send('POST', '/api/invitations/preview', { token })).json<InvitationPreview>()
const list = async () =>
  (await owner.get(listUrl())).json<{ invitations: Invitation[]; next: string | null }>()

test('who has the link sees what they join, joins once, and the inviter is told', async () => {
  const roles = ['operator', 'tester']
  const made = await sendConfirmed(platform, owner, 'POST', listUrl(), { roles })
  const { url, expiresAt } = made.json<NewInvitation>()
  expect(expiresAt).toBe('2026-11-30T02:00:00.000Z')
  const token = /^http:\/\/sampan\.test\/console\/#\/join\/([\w-]{32})$/.exec(url)![1]!
  expect(await preview(token)).toMatchObject({
    state: 'open',
    program: { appId, entityName: 'River Tea Ltd' },
    roles,
    invitedBy: 'Lin Yi',
  })
  const guest = await platform.member('Guest One')
  expect((await accept(platform.visitor(), token)).statusCode).toBe(401)
  expect((await accept(guest, token)).json()).toEqual({ appId, roles })
  const { members } = (await owner.get(`/api/programs/${appId}/members`)).json<MemberList>()
  expect(members.find(({ userId }) => userId === guest.userId)?.roles).toEqual(roles)
  const { notices } = (await owner.get('/api/notices')).json<{ notices: Notice[] }>()
  expect(notices[0]).toMatchObject({ kind: 'member-joined', params: { name: 'Guest One' } })
  expect((await accept(await platform.member('Guest Two'), token)).statusCode).toBe(409)
  expect((await preview(token)).state).toBe('used-up')
})

test('of two who take the last place, one does', async () => {
  const { token } = await invite(developer, 1)
  const guests = [await platform.member('Race A'), await platform.member('Race B')]
  const answers = await Promise.all(guests.map((guest) => accept(guest, token)))
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
})

test('who is one already uses up nothing', async () => {
  const { token } = await invite(developer, 2)
  const guest = await platform.member('Twice')
  await accept(guest, token)
  expect((await accept(guest, token)).json()).toMatchObject({ rule: 'already-member' })
  expect((await list()).invitations[0]).toMatchObject({ uses: 1, mostUses: 2, state: 'open' })
})

test('it runs out after seven days, is revoked, and ends with the role of its author', async () => {
  const guest = await platform.member('Late')
  const late = await invite(developer)
  platform.setNow(new Date(start.getTime() + 7 * 24 * 3600_000))
  expect((await accept(guest, late.token)).statusCode).toBe(409)
  expect((await preview(late.token)).state).toBe('expired')
  platform.setNow(start)

  const revoked = await invite(developer)
  expect((await developer.send('DELETE', `${listUrl()}/${revoked.id}`)).statusCode).toBe(204)
  expect((await accept(guest, revoked.token)).statusCode).toBe(409)
  expect((await developer.send('DELETE', `${listUrl()}/${revoked.id}`)).statusCode).toBe(409)

  const orphan = await invite(developer)
  await developer.send('DELETE', `/api/programs/${appId}/members/${developer.userId}`)
  expect((await preview(orphan.token)).state).toBe('revoked')
})

test('only the administrator invites project members', async () => {
  const roles = ['operator']
  expect((await developer.send('POST', listUrl(), { roles })).statusCode).toBe(403)
  expect((await owner.send('POST', listUrl(), { roles })).statusCode).toBe(428)
  const made = await sendConfirmed(platform, owner, 'POST', listUrl(), { roles })
  const { id } = made.json<NewInvitation>()
  expect((await developer.send('DELETE', `${listUrl()}/${id}`)).statusCode).toBe(403)
})

test('nobody outside sees or ends the invitations of a program; unknown links lead nowhere', async () => {
  const { id } = await invite(developer)
  const stranger = await platform.member('Mallory')
  expect((await stranger.get(listUrl())).statusCode).toBe(404)
  expect((await stranger.send('POST', listUrl(), { roles: ['tester'] })).statusCode).toBe(404)
  expect((await stranger.send('DELETE', `${listUrl()}/${id}`)).statusCode).toBe(404)
  const elsewhere = await newProgram(platform, owner)
  const wrong = await owner.send('DELETE', `/api/programs/${elsewhere.appId}/invitations/${id}`)
  expect(wrong.statusCode).toBe(404)
  expect((await accept(stranger, 'a'.repeat(32))).statusCode).toBe(404)
})

test('the list has pages and no tokens, nor has the database', async () => {
  const tokens: string[] = []
  for (let count = 0; count < 3; count++) {
    platform.setNow(new Date(start.getTime() + count * 1000))
    tokens.unshift((await invite(developer)).token)
  }
  const { invitations } = await list()
  expect(invitations).toHaveLength(3)
  const page = async (query: string) =>
    (await owner.get(`${listUrl()}?${query}`)).json<{ invitations: Invitation[]; next: string | null }>()
  const first = await page('limit=2')
  expect(first.invitations).toEqual(invitations.slice(0, 2))
  expect((await page(`limit=2&before=${first.next}`)).invitations).toEqual(invitations.slice(2))
  const { rows } = await platform.database.db.pool.query(
    'select i.*, a.* from program_invitation i, audit_entry a',
  )
  for (const token of tokens) expect(JSON.stringify([rows, invitations])).not.toContain(token)
})
