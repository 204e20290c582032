import { readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import { type AddressInfo, connect } from 'node:net'
import type { Backend, ProgramDomains, ServerDomainLists } from '@sampan/platform-api'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectBackend, openPublicSocket } from '../../src/domains/backends/connect-backend'
import { startTestPlatform, type TestPlatform, type Visitor } from '../platform/test-platform'
import { approvedEntity, giveRole, newProgram } from '../platform/test-program'

const pem = (name: string) => readFileSync(new URL(`./certificates/${name}`, import.meta.url), 'utf8')

const files = new Map<string, string>()
/** Stands for every site; its certificate is for *.example.com. */
const site = createServer({ key: pem('server-key.pem'), cert: pem('good.pem') }, (request, response) => {
  const text = files.get(`${request.headers.host}${request.url}`)
  response.writeHead(text === undefined ? 404 : 200).end(text)
})

let platform: TestPlatform
let owner: Visitor
beforeAll(async () => {
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
  platform = await startTestPlatform({
    backends: {
      authority: pem('authority.pem'),
      openSocket: async (host) => {
        if (host.startsWith('gone.')) throw Object.assign(new Error(host), { code: 'ENOTFOUND' })
        const socket = connect((site.address() as AddressInfo).port, '127.0.0.1')
        return new Promise((resolve, reject) => {
          socket.once('connect', () => resolve(socket)).once('error', reject)
        })
      },
    },
  })
  owner = await platform.member('Domain Owner')
})
afterAll(async () => {
  await platform.close()
  site.closeAllConnections()
  site.close()
})

const NONE = { request: [], socket: [], upload: [], download: [], udp: [], tcp: [], dnsPrefetch: [] }

function save(
  who: Visitor,
  appId: string,
  revision: number,
  lists: Partial<ServerDomainLists>,
  icpNumbers: Record<string, string> = {},
) {
  return who.send('PUT', `/api/programs/${appId}/domains/servers`, {
    revision,
    lists: { ...NONE, ...lists },
    icpNumbers,
  })
}

async function read(who: Visitor, appId: string) {
  return (await who.get(`/api/programs/${appId}/domains`)).json<ProgramDomains>()
}

test('server domains are kept in one form, with their ICP numbers, and counted as a change', async () => {
  const { appId } = await newProgram(platform, owner)
  const before = await read(owner, appId)
  expect(before).toMatchObject({ changes: { used: 0, limit: 50 }, mayHaveWebView: true, revision: 1 })
  const lists = { request: ['HTTPS://Api.Example.com/'], socket: ['wss://live.example.com'] }
  const icp = { 'api.example.com': '京ICP备12345678号-1' }
  const saved = await save(owner, appId, 1, lists, icp)
  expect(saved.statusCode, saved.body).toBe(200)
  expect(saved.json()).toMatchObject({
    lists: { request: ['https://api.example.com'], socket: ['wss://live.example.com'], webView: [] },
    icpNumbers: icp,
    changes: { used: 1 },
    revision: 2,
  })
  expect((await save(owner, appId, 1, {})).json()).toMatchObject({ code: 'changed' })
  expect((await save(owner, appId, 2, lists, { 'api.example.com': 'none' })).json()).toMatchObject({
    domains: [{ problem: 'icp-number-not-valid', errcode: 45082 }],
  })
})

test('two who save at once: one of them is told to read again', async () => {
  const { appId } = await newProgram(platform, owner)
  await read(owner, appId)
  const answers = await Promise.all([
    save(owner, appId, 1, { request: ['https://a.example.com'] }),
    save(owner, appId, 1, { request: ['https://b.example.com'] }),
  ])
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  expect((await read(owner, appId)).changes.used).toBe(1)
})

test('a server is really reached, and its certificate has to fit', async () => {
  const { appId } = await newProgram(platform, owner)
  await read(owner, appId)
  const request = ['https://api.example.com', 'https://api.example.org', 'https://gone.example.com']
  expect((await save(owner, appId, 1, { request })).json()).toMatchObject({
    code: 'form',
    domains: [
      { kind: 'request', domain: 'https://api.example.org', problem: 'certificate-not-valid' },
      { kind: 'request', domain: 'https://gone.example.com', problem: 'name-not-found' },
    ],
  })
  expect(await read(owner, appId)).toMatchObject({ revision: 1, changes: { used: 0 } })
  const backend = { host: 'localhost', port: 443, isSecure: true }
  expect(await connectBackend({ openSocket: openPublicSocket }, backend)).toBe('private-address')
})

test('fifty changes in a month', async () => {
  const { appId } = await newProgram(platform, owner)
  await read(owner, appId)
  const rows = Array.from({ length: 50 }, () => ({ app_id: appId, at: new Date() }))
  await platform.database.db.kysely.insertInto('program_domain_change').values(rows).execute()
  expect((await save(owner, appId, 1, {})).json()).toMatchObject({ rule: 'too-many-changes', errcode: 86102 })
})

test('sites for web-view show their proof file; individuals have none', async () => {
  const { appId } = await newProgram(platform, owner)
  const { proof, revision } = await read(owner, appId)
  const put = () =>
    owner.send('PUT', `/api/programs/${appId}/domains/web-view`, {
      revision,
      domains: ['https://www.example.com'],
    })
  const missing = { kind: 'webView', problem: 'proof-missing', errcode: 85069 }
  expect((await put()).json()).toMatchObject({ domains: [missing] })
  files.set(`www.example.com/${proof.fileName}`, 'another')
  expect((await put()).json()).toMatchObject({ domains: [missing] })
  files.set(`www.example.com/${proof.fileName}`, `${proof.content}\n`)
  expect((await put()).json()).toMatchObject({ lists: { webView: ['https://www.example.com'] } })

  const entityId = await approvedEntity(platform, owner, 'individual', 'Lin Yi')
  const ofPerson = await newProgram(platform, owner, entityId)
  const refused = await owner.send('PUT', `/api/programs/${ofPerson.appId}/domains/web-view`, {
    revision: 1,
    domains: [],
  })
  expect(refused.json()).toMatchObject({ rule: 'not-for-individuals', errcode: 89231 })
})

test('servers are measured, once a minute at most', async () => {
  const { appId } = await newProgram(platform, owner)
  await read(owner, appId)
  const lists = { request: ['https://fast.example.com'], upload: ['https://fast.example.com'] }
  await save(owner, appId, 1, lists)
  const url = `/api/programs/${appId}/domains/backends/measurement`
  await owner.send('POST', url)
  const [backend, ...others] = (await owner.send('POST', url)).json<{ backends: Backend[] }>().backends
  expect(others).toEqual([])
  expect(backend).toMatchObject({ host: 'fast.example.com', port: 443, measurements: [{ problem: null }] })
  const [{ p50Ms, p95Ms, tlsMs }] = backend!.measurements as [Backend['measurements'][number]]
  expect(p95Ms).toBeGreaterThanOrEqual(p50Ms!)
  expect(tlsMs).toBeGreaterThan(0)
})

test('developers may, other members may not, strangers find nothing', async () => {
  const { appId } = await newProgram(platform, owner)
  const [developer, analyst, stranger] = [
    await platform.member('Dev One'),
    await platform.member('Analyst One'),
    await platform.member('Stranger One'),
  ]
  await giveRole(platform, appId, developer, 'developer')
  await giveRole(platform, appId, analyst, 'analyst')
  const statusOf = async (who: Visitor) => [
    (await who.get(`/api/programs/${appId}/domains`)).statusCode,
    (await save(who, appId, 1, {})).statusCode,
    (await who.send('PUT', `/api/programs/${appId}/domains/web-view`, { revision: 2, domains: [] }))
      .statusCode,
    (await who.get(`/api/programs/${appId}/domains/backends`)).statusCode,
    (await who.send('POST', `/api/programs/${appId}/domains/backends/measurement`)).statusCode,
  ]
  expect(await statusOf(platform.visitor())).toEqual([401, 401, 401, 401, 401])
  expect(await statusOf(stranger)).toEqual([404, 404, 404, 404, 404])
  expect(await statusOf(analyst)).toEqual([403, 403, 403, 403, 403])
  expect(await statusOf(developer)).toEqual([200, 200, 200, 200, 200])
})
