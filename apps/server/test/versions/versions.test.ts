import { createHash, createPrivateKey, randomBytes, sign } from 'node:crypto'
import {
  describeSignedUpload,
  type NewUploadKey,
  type ProgramVersion,
  type VersionOpening,
  writeUploadSignature,
} from '@sampan/platform-api'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { compileApart } from '../../src/versions/compile/compile-apart'
import { UPLOAD_LIMITS } from '../../src/versions/rules/upload-limits'
import { sendConfirmed } from '../platform/confirm'
import { startTestPlatform, type TestPlatform, type Visitor } from '../platform/test-platform'
import { giveRole, newProgram } from '../platform/test-program'
import { packArchive, packFiles } from './pack-archive'
import { makeProject } from './project'

let platform: TestPlatform
let owner: Visitor
let developer: Visitor
let tester: Visitor
let appId: string
let base: string

beforeAll(async () => {
  platform = await startTestPlatform({ runsJobs: true })
  owner = await platform.member('Lin Yi')
  developer = await platform.member('Dee')
  tester = await platform.member('Tess')
  appId = (await newProgram(platform, owner)).appId
  base = `/api/programs/${appId}`
  await giveRole(platform, appId, developer, 'developer')
  await giveRole(platform, appId, tester, 'tester')
})
afterAll(() => platform.close())

async function pack(text: string) {
  const archive = await packFiles(makeProject({ 'pages/a/a.wxml': `<view>${text}</view>` }, appId))
  const signal = new AbortController().signal
  const built = await compileApart(archive, { appId, limits: UPLOAD_LIMITS, signal })
  return { archive, bundleHash: built.state === 'built' ? built.manifest.hash : '' }
}

const SOURCE = { headers: { 'content-type': 'application/gzip' } }

async function upload(who: Visitor, text: string, purpose = 'development'): Promise<ProgramVersion> {
  platform.setNow(new Date())
  const { archive, bundleHash } = await pack(text)
  const query = `version=1.0&remark=${text}&purpose=${purpose}&bundleHash=${bundleHash}`
  const sent = await who.send('POST', `${base}/versions?${query}`, archive, SOURCE)
  expect(sent.json()).toMatchObject({ state: 'compiling' })
  return settled(who, sent.json<ProgramVersion>().id)
}

async function settled(who: Visitor, id: string): Promise<ProgramVersion> {
  return vi.waitFor(async () => {
    const version = (await who.get(`${base}/versions/${id}`)).json<ProgramVersion>()
    expect(version.state).not.toBe('compiling')
    return version
  }, 20_000)
}

const open = (who: Visitor, version: string) => who.get(`${base}/open-version?version=${version}`)

test('of each uploader there is the latest; the trial version follows its uploader', async () => {
  const first = await upload(developer, 'one')
  expect(first).toMatchObject({ state: 'ready', uploader: { name: 'Dee' }, isTrial: false })
  const others = await upload(owner, 'other')
  await developer.send('PUT', `${base}/trial`, { versionId: first.id })
  const second = await upload(developer, 'two')
  const { versions } = (await owner.get(`${base}/versions`)).json<{ versions: ProgramVersion[] }>()
  expect(versions.map(({ id, isTrial }) => [id, isTrial])).toEqual([
    [second.id, true],
    [others.id, false],
  ])
  expect((await developer.send('DELETE', `${base}/versions/${second.id}`)).json()).toMatchObject({
    rule: 'version-is-trial',
  })
  expect((await developer.send('DELETE', `${base}/versions/${others.id}`)).statusCode).toBe(403)
  expect((await owner.send('DELETE', `${base}/versions/${others.id}`)).statusCode).toBe(204)
})

test('testers open the trial version and no other, by a link that ends with their membership', async () => {
  const current = await upload(developer, 'three')
  expect((await open(tester, current.id)).statusCode).toBe(200) // It is the trial version.
  const others = await upload(owner, 'fourth')
  expect((await open(tester, others.id)).statusCode).toBe(404)
  expect((await open(developer, others.id)).statusCode).toBe(200)
  const stranger = await platform.member('Mallory')
  expect((await open(stranger, 'trial')).statusCode).toBe(404)
  const opening = (await open(tester, 'trial')).json<VersionOpening>()
  expect(opening).toMatchObject({ envVersion: 'trial', versionId: current.id })
  const nobody = platform.visitor()
  const manifest = await nobody.get(`${opening.bundleUrl}manifest.json`)
  expect(manifest.json()).toMatchObject({ appId })
  expect(manifest.headers['access-control-allow-origin']).toBe('*')
  expect((await nobody.get(`${opening.bundleUrl}none.js`)).statusCode).toBe(404)
  expect((await nobody.get(`/version-bundles/${'A'.repeat(120)}/manifest.json`)).statusCode).toBe(404)
  await platform.database.db.kysely
    .deleteFrom('program_member')
    .where('user_id', '=', tester.userId)
    .execute()
  expect((await nobody.get(`${opening.bundleUrl}manifest.json`)).statusCode).toBe(404)
})

test('a preview is for its uploader alone, for 25 minutes', async () => {
  const preview = await upload(developer, 'look', 'preview')
  expect((await open(developer, preview.id)).statusCode).toBe(200)
  expect((await open(owner, preview.id)).statusCode).toBe(404)
  expect((await owner.get(`${base}/versions/${preview.id}`)).statusCode).toBe(404)
  platform.setNow(new Date(Date.now() + 26 * 60_000))
  expect((await open(developer, preview.id)).statusCode).toBe(404)
  platform.setNow(new Date())
})

test('what is not what its uploader compiled is no version', async () => {
  const { archive } = await pack('mine')
  const query = `version=2.0&bundleHash=${'0'.repeat(64)}`
  const sent = await developer.send('POST', `${base}/versions?${query}`, archive, SOURCE)
  expect(await settled(developer, sent.json<ProgramVersion>().id)).toMatchObject({
    state: 'failed',
    failure: { code: 'bundle-differs' },
    compilerVersion: '0.1.0',
  })
})

test('hostile archives are refused at once, and only developers upload', async () => {
  const query = `version=1&bundleHash=${'0'.repeat(64)}`
  const hostile = await packArchive([{ name: 'app.js', type: 'symlink', linkname: '/etc/passwd' }])
  const refused = await developer.send('POST', `${base}/versions?${query}`, hostile, SOURCE)
  expect(refused.json()).toMatchObject({ code: 'rule', rule: 'archive-entry-kind' })
  const sound = await packFiles({ 'app.js': '' })
  const analyst = await platform.member('Ana')
  expect((await analyst.send('POST', `${base}/versions?${query}`, sound, SOURCE)).statusCode).toBe(404)
  await giveRole(platform, appId, analyst, 'analyst')
  expect((await analyst.send('POST', `${base}/versions?${query}`, sound, SOURCE)).statusCode).toBe(403)
  expect((await platform.visitor().send('POST', `${base}/versions?${query}`, sound, SOURCE)).statusCode).toBe(
    401,
  )
})

test('robots upload with the key, once per signature, from where they may', async () => {
  const keyUrl = `${base}/credentials/upload-key`
  expect((await developer.send('POST', keyUrl)).statusCode).toBe(403)
  const made = await sendConfirmed(platform, owner, 'POST', keyUrl)
  const { privateKey } = made.json<NewUploadKey>()
  const { archive, bundleHash } = await pack('robot')
  const path = `${base}/versions?version=3.0&bundleHash=${bundleHash}`
  const robot = platform.visitor()
  const post = (signature: string, url = path) =>
    robot.send('POST', url, archive, {
      headers: { ...SOURCE.headers, 'x-sampan-signature': signature },
    })
  const signed = signRequest(privateKey, 'POST', path, archive)
  expect((await post(signed, path.replace('3.0', '9.9'))).statusCode).toBe(403)
  const sent = await post(signed)
  expect(sent.json()).toMatchObject({ uploader: { robot: 7 } })
  expect((await post(signed)).json()).toMatchObject({ rule: 'signature-used' })
  const late = Math.floor(Date.now() / 1000) - 400
  expect((await post(signRequest(privateKey, 'POST', path, archive, late))).json()).toMatchObject({
    rule: 'signature-too-old',
  })
  expect(await settled(developer, sent.json<ProgramVersion>().id)).toMatchObject({ state: 'ready' })
  const list = { isOn: true, addresses: ['192.0.2.0/24'] }
  await sendConfirmed(platform, owner, 'PUT', `${base}/credentials/allow-list`, list)
  expect((await post(signRequest(privateKey, 'POST', path, archive))).json()).toMatchObject({
    rule: 'address-not-allowed',
  })
  await sendConfirmed(platform, owner, 'DELETE', keyUrl)
  expect((await post(signRequest(privateKey, 'POST', path, archive))).json()).toMatchObject({
    rule: 'signature-wrong',
  })
})

test('an AppSecret is shown once, reset and frozen', async () => {
  const url = `${base}/credentials/app-secret`
  const made = await sendConfirmed(platform, owner, 'POST', url, { reset: false })
  expect(made.json<{ appSecret: string }>().appSecret).toMatch(/^[0-9a-f]{32}$/)
  expect((await owner.send('POST', url, { reset: false })).json()).toMatchObject({ code: 'not-now' })
  const again = await sendConfirmed(platform, owner, 'POST', url, { reset: true })
  expect(again.body).not.toBe(made.body)
  await sendConfirmed(platform, owner, 'PUT', `${url}/frozen`, { isFrozen: true })
  const seen = await developer.get(`${base}/credentials`)
  expect(seen.json()).toMatchObject({ appSecret: { isFrozen: true } })
  expect(seen.body).not.toContain(again.json<{ appSecret: string }>().appSecret)
})

function signRequest(key: string, method: string, path: string, body: Buffer, at = Date.now() / 1000) {
  const parts = { robot: 7, timestamp: Math.floor(at), nonce: randomBytes(16).toString('base64url') }
  const bodyHash = createHash('sha256').update(body).digest('hex')
  const text = describeSignedUpload({ ...parts, method, path, bodyHash })
  const signature = sign(null, Buffer.from(text), createPrivateKey(key)).toString('base64url')
  return writeUploadSignature(parts, signature)
}
