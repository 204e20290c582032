import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildBrowserRuntime, buildSuperapp, findRepository } from '@sampan/browser-runtime'
import type { ProgramList, SuperappConfig } from '@sampan/platform-api'
import { encodeProxyHead, PROXY_MEDIA_TYPE } from '@sampan/protocol'
import type { ProxyRequestHead } from '@sampan/protocol'
import { readCatalogueFile } from '../src/catalogue/catalogue-file'
import { releaseCatalogue } from '../src/catalogue/release-catalogue'
import { createServer } from '../src/create-server'
import { createTemporaryCatalogue } from './harness/temporary-catalogue'

const catalogue = createTemporaryCatalogue()
const bugs: unknown[] = []
let app: FastifyInstance

beforeAll(async () => {
  const repository = findRepository()
  const [runtime, superapp, release] = await Promise.all([
    buildBrowserRuntime(),
    buildSuperapp(),
    releaseCatalogue({
      repository,
      entries: await readCatalogueFile(catalogue.catalogueFile),
      cacheFolder: catalogue.cacheFolder,
      programsUrl: '',
    }),
  ])
  app = createServer({
    runtime,
    superapp,
    superappAssets: join(repository, 'apps/superapp/assets'),
    programs: release.programs,
    programsUrl: '',
    trustedProxies: 1,
    addPlatform: (api) => api.get('/test/address', ({ ip }) => ip),
    networkUrl: () => 'http://192.168.1.5:5170/',
    printBug: (error) => bugs.push(error),
  })
})
afterAll(async () => {
  await app.close()
  catalogue.remove()
  expect(bugs).toEqual([])
})

async function listPrograms(query = '') {
  const response = await app.inject(`/api/catalogue?query=${encodeURIComponent(query)}`)
  return response.json<ProgramList>().programs
}

test('behind one balancer, the client is who that one saw, not who the client says', async () => {
  const { body } = await app.inject({
    url: '/test/address',
    remoteAddress: '10.0.0.1',
    headers: { 'x-forwarded-for': '198.51.100.9, 203.0.113.7' },
  })
  expect(body).toBe('203.0.113.7')
})

describe('programs', () => {
  test('say what the super-app shows', async () => {
    const [program] = await listPrograms()
    expect(program).toMatchObject({
      appId: 'sphello',
      name: { en: 'Hello River', zh: '你好江河' },
      version: '1.2.3',
      permissions: [{ scope: 'scope.userLocation', reason: 'To greet' }],
      domains: { request: ['https://api.example.com'], socket: [] },
    })
    expect(program!.sizeBytes).toBeGreaterThan(0)
  })

  test.each(['hello', 'HELLO RIVER', 'lor', '江河', '', 'ＨＥＬＬＯ'])('are found by %j', async (query) => {
    // 'lor' is across the space of the name.
    expect(await listPrograms(query)).toHaveLength(1)
  })

  test('are not found by other words', async () => {
    expect(await listPrograms('sea')).toEqual([])
    expect((await app.inject(`/api/catalogue?query=${'x'.repeat(101)}`)).json()).toMatchObject({
      code: 'invalid-request',
    })
  })

  test('have files that never change, for frames of any origin', async () => {
    const [program] = await listPrograms()
    const url = `${program!.bundleUrl}packages/main/service.js`
    const response = await app.inject({ url, headers: { 'accept-encoding': 'gzip, br' } })
    expect(response.statusCode).toBe(200)
    expect(response.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-encoding': 'br',
      'content-type': 'text/javascript; charset=utf-8',
      'x-content-type-options': 'nosniff',
    })
    expect(brotliDecompressSync(response.rawPayload).toString()).toContain('hello')
    const manifest = await app.inject(`${program!.bundleUrl}manifest.json`)
    expect(manifest.json()).toMatchObject({ appId: 'sphello', pageOrder: ['index'] })
  })

  test('have no file of another release or folder', async () => {
    const [program] = await listPrograms()
    const urls = [
      '/bundles/sphello/0123456789abcdef/manifest.json',
      `${program!.bundleUrl}../../../programs.json`,
      `${program!.bundleUrl}%2e%2e/%2e%2e/programs.json`,
      `${program!.bundleUrl}__proto__`,
      '/bundles/__proto__/constructor/manifest.json',
    ]
    for (const url of urls) {
      const response = await app.inject(url)
      expect([url, response.statusCode]).toEqual([url, 404])
      expect(response.headers['cache-control']).toBe('no-store')
    }
  })

  test('have an icon', async () => {
    const [program] = await listPrograms()
    const response = await app.inject(program!.iconUrl)
    expect(response.headers['content-type']).toBe('image/svg+xml; charset=utf-8')
  })
})

describe('the super-app', () => {
  test('comes as one page with the programs in it', async () => {
    const page = await app.inject('/')
    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
    })
    const config = /<script type="application\/json" id="config">(.*?)<\/script>/s.exec(page.body)![1]!
    expect(JSON.parse(config)).toMatchObject({
      programs: [{ appId: 'sphello' }],
      networkUrl: 'http://192.168.1.5:5170/',
    })
    const script = /src="([^"]+superapp\.js)"/.exec(page.body)![1]!
    expect((await app.inject(script)).statusCode).toBe(200)
    const { runtimeUrl, containerImports } = JSON.parse(config) as SuperappConfig
    const scripts = (await app.inject(`${runtimeUrl}files.json`)).json<string[]>()
    expect(scripts).toEqual(
      expect.arrayContaining(['container.js', 'worker.js', 'view.js', ...containerImports]),
    )
    for (const name of scripts) {
      expect((await app.inject(runtimeUrl + name)).statusCode).toBe(200)
    }
  })

  test('can be installed', async () => {
    const manifest = (await app.inject('/manifest.webmanifest')).json<{
      icons: { src: string; type: string }[]
    }>()
    for (const { src, type } of manifest.icons) {
      const icon = await app.inject(src)
      expect([src, icon.statusCode]).toEqual([src, 200])
      expect(icon.headers['content-type']).toContain(type)
    }
    const worker = await app.inject('/service-worker.js')
    expect(worker.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'no-cache',
    })
  })

  test('stays below 40 KB', async () => {
    const { body } = await app.inject('/')
    const url = /src="([^"]+superapp\.js)"/.exec(body)![1]!
    const { rawPayload } = await app.inject({ url, headers: { 'accept-encoding': 'gzip' } })
    expect(rawPayload.length).toBeLessThan(40 * 1024)
  })
})

describe('the request proxy', () => {
  const head: ProxyRequestHead = {
    appId: 'sphello',
    envVersion: 'release',
    kind: 'request',
    url: 'https://elsewhere.example.com/',
    method: 'GET',
    headers: {},
    timeoutMs: 1000,
    redirect: 'follow',
  }
  const send = (changes: Partial<ProxyRequestHead>, headers: Record<string, string> = {}) =>
    app.inject({
      method: 'POST',
      url: '/proxy',
      headers: { 'content-type': PROXY_MEDIA_TYPE, ...headers },
      payload: Buffer.from(encodeProxyHead({ ...head, ...changes })),
    })

  test('asks only servers that the program registered', async () => {
    expect((await send({})).json()).toMatchObject({ code: 'not-in-domain-list' })
    const other = await send({ appId: 'spnobody', url: 'https://api.example.com/' })
    expect(other.json()).toMatchObject({ code: 'not-in-domain-list' })
  })

  test('never asks this computer', async () => {
    expect((await send({ url: 'https://127.0.0.1/' })).json()).toMatchObject({ code: 'private-address' })
  })

  test('serves no other site', async () => {
    const response = await send({}, { 'sec-fetch-site': 'cross-site' })
    expect([response.statusCode, response.json<{ code: string }>().code]).toEqual([403, 'forbidden'])
    const foreign = await send({}, { origin: 'https://evil.example', host: 'localhost' })
    expect(foreign.statusCode).toBe(403)
    expect((await send({}, { origin: 'null', host: 'localhost' })).statusCode).toBe(403)
  })
})

test('health, and what is not here', async () => {
  expect((await app.inject('/healthz')).json()).toEqual({ ok: true, programs: 1 })
  expect((await app.inject('/nowhere')).json()).toEqual({
    code: 'not-found',
    message: '/nowhere is not here',
  })
})
