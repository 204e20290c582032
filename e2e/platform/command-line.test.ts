import { browserArguments, findBrowser } from '@sampan/browser-finder'
import { serveSuperapp, type ServedSuperapp } from '@sampan/testing'
import type { ApiProblem, NewConfirmation, NewUploadKey } from '@sampan/platform-api'
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

const BIN = fileURLToPath(new URL('../../apps/cli/bin/sampan.mjs', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'sampan-command-line-'))
const project = join(folder, 'tea')
let browser: Browser
let served: ServedSuperapp
let server: string
let password: string
const failures: string[] = []

beforeAll(async () => {
  const { path: executablePath } = await findBrowser({ install: false })
  const data = join(folder, 'data')
  ;[served, browser] = await Promise.all([
    serveSuperapp(['--data', data]),
    chromium.launch({ executablePath, args: browserArguments() }),
  ])
  server = served.url.replace(/\/$/, '')
  password = (JSON.parse(readFileSync(join(data, 'demo.json'), 'utf8')) as { password: string }).password
})
afterAll(async () => {
  await browser?.close()
  await served?.stop()
  rmSync(folder, { recursive: true, force: true })
})

interface Command {
  ended: Promise<{ code: number | null; output: string }>
  /** Of what it has printed so far, once it is there. */
  says(words: RegExp): Promise<RegExpExecArray>
  stop(): void
}

function sampan(...args: string[]): Command {
  const child = spawn(process.execPath, [BIN, ...args], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NO_COLOR: '1',
      FORCE_COLOR: undefined,
      SAMPAN_LANG: 'en',
      SAMPAN_SERVER: server,
      XDG_CONFIG_HOME: join(folder, 'config'),
    },
  })
  let output = ''
  child.stdout.on('data', (chunk) => (output += String(chunk)))
  child.stderr.on('data', (chunk) => (output += String(chunk)))
  const ended = new Promise<number | null>((done) => child.on('close', done)).then((code) => ({
    code,
    output,
  }))
  return {
    ended,
    stop: () => void child.kill('SIGTERM'),
    async says(words) {
      const find = () => words.exec(output)
      await expect.poll(find, { timeout: 20_000 }).not.toBeNull()
      return find()!
    },
  }
}
const run = (...args: string[]) => sampan(...args).ended

async function openPhone(path: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  page.on('pageerror', (error) => failures.push(error.message))
  await page.goto(path)
  return page
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

test('from a code in the terminal to a preview on the phone', async () => {
  expect(await run('whoami')).toMatchObject({
    code: 1,
    output: expect.stringContaining('Run sampan login first'),
  })

  // Scanned, signed in on the phone, refused; then approved.
  const refused = sampan('login')
  const [firstUrl] = await refused.says(/http\S+\/scan\/login\/\w+/)
  const phone = await openPhone(firstUrl)
  await signIn(phone, 'owner@demo.example')
  await phone.getByRole('heading', { name: 'Sign in the command line as' }).waitFor()
  await phone.getByRole('button', { name: 'Refuse' }).click()
  await phone.getByRole('heading', { name: 'Refused' }).waitFor()
  expect(await refused.ended).toMatchObject({
    code: 1,
    output: expect.stringContaining('refused on the phone'),
  })

  const login = sampan('login')
  const [, code] = await login.says(/Code: (\S+)/)
  await phone.goto(`${served.url}#/scan`)
  await phone.getByLabel('Code or link').fill('https://elsewhere.example/scan/login/BCDF2345')
  await phone.getByRole('button', { name: 'Open', exact: true }).click()
  await phone.getByText('does not belong to this platform').waitFor()
  await phone.getByLabel('Code or link').fill(code!)
  await phone.getByRole('button', { name: 'Open', exact: true }).click()
  await phone.getByText(code!).waitFor()
  await phone.getByRole('button', { name: 'Sign in', exact: true }).click()
  await phone.getByRole('heading', { name: 'The command line is signed in' }).waitFor()
  expect(await login.ended).toMatchObject({ code: 0, output: expect.stringContaining('Signed in as') })
  expect(statSync(join(folder, 'config/sampan/credentials.json')).mode & 0o777).toBe(0o600)
  expect((await run('whoami', '--json')).output).toContain('owner@demo.example')

  await run('create', project)
  expect(await run('upload', project, '-v', '1.0.0')).toMatchObject({
    code: 2,
    output: expect.stringContaining('Run sampan bind first'),
  })
  const which = await run('bind', project)
  expect(which).toMatchObject({ code: 2, output: expect.stringContaining('--appid') })
  const [appId] = /wx[0-9a-f]{16}/.exec(which.output)!
  expect(await run('bind', project, '--appid', 'wx0123456789abcdef')).toMatchObject({ code: 1 })
  expect(await run('bind', project, '--appid', appId!)).toMatchObject({ code: 0 })
  expect(readFileSync(join(project, 'project.config.json'), 'utf8')).toContain(appId)

  writeFileSync(join(project, `private.${appId}.key`), 'never sent')
  const uploaded = await run('upload', project, '-v', '1.0.0', '-d', 'First', '--json')
  expect(uploaded.code).toBe(0)
  expect(uploaded.output).toContain('"number": "1.0.0"')

  const preview = await run('preview', project)
  expect(preview).toMatchObject({ code: 0, output: expect.stringContaining('█') })
  const [url] = /http\S+version=\S+/.exec(preview.output)!
  await phone.goto(url)
  await phone.locator('mini-program iframe').first().waitFor()
  await phone.waitForFunction(() => location.hash.includes('path='))
  expect(phone.url()).toContain('version=')

  // The trial version is for members too; a robot's uploads are beside those of people.
  const key = await makeUploadKey(phone, appId!)
  writeFileSync(join(folder, 'upload.key'), key)
  const byRobot = await run('upload', project, '-v', '1.1.0', '--pkp', 'upload.key', '-r', '7', '--json')
  expect(byRobot).toMatchObject({ code: 0, output: expect.stringContaining('"robot": 7') })
  const [, id] = /"id": "([0-9a-f-]{36})"/.exec(byRobot.output)!
  await call(phone, 'PUT', `/api/programs/${appId}/trial`, { versionId: id })
  await phone.goto(`${served.url}#/p/${appId}?version=trial`)
  await phone.waitForFunction(() => location.hash.includes('version=trial&path='))

  const stranger = await openPhone(url)
  await signIn(stranger, 'reviewer@demo.example')
  await stranger.getByRole('heading', { name: 'This version is not open to you' }).waitFor()

  writeFileSync(join(project, 'noise.png'), randomBytes(2_200_000))
  expect(await run('upload', project, '-v', '1.0.1')).toMatchObject({
    code: 1,
    output: expect.stringContaining('A package is too large'),
  })

  // An error of the project is told with its place, and nothing is sent.
  writeFileSync(join(project, 'app.json'), '{ "pages": ["pages/none/none"] }')
  expect(await run('upload', project, '-v', '1.0.1')).toMatchObject({
    code: 1,
    output: expect.stringMatching(/app\.json:1:\d+ error[^]*Nothing was sent/),
  })

  expect((await run('logout')).code).toBe(0)
  expect((await run('whoami')).code).toBe(1)

  // The page of `sampan dev` shows the same code.
  const dev = sampan('dev', project, '--port', '0', '--no-open')
  const [, address] = await dev.says(/On this computer: (\S+)/)
  const desk = await openPhone(address!)
  await desk.getByRole('button', { name: 'Sign in' }).click()
  const shown = await desk.getByRole('dialog').locator('b').textContent()
  await phone.goto(`${served.url}scan/login/${shown!.replace('-', '')}`)
  await phone.getByRole('button', { name: 'Sign in', exact: true }).click()
  await desk.getByRole('button', { name: 'Lin Yi' }).waitFor()
  dev.stop()
  await dev.ended
  expect((await run('whoami')).code).toBe(0)
  expect(failures).toEqual([])
}, 180_000)

/** As the console does it: confirmed, on this platform of one computer, by the same browser. */
async function makeUploadKey(page: Page, appId: string): Promise<string> {
  const url = `/api/programs/${appId}/credentials/upload-key`
  const { confirm } = await call<ApiProblem>(page, 'POST', url)
  const { id, code } = await call<NewConfirmation>(page, 'POST', '/api/confirmations', confirm)
  await page.goto(`${served.url}scan/confirm/${code}`)
  await page.getByRole('heading', { name: 'Make a new upload key' }).waitFor()
  await page.getByRole('button', { name: 'Approve' }).click()
  await page.getByRole('heading', { name: 'Approved' }).waitFor()
  const headers = { 'x-sampan-confirmation': id }
  return (await call<NewUploadKey>(page, 'POST', url, undefined, headers)).privateKey
}

/** The platform's API, as whoever is signed in there. */
function call<Answer>(
  page: Page,
  method: string,
  url: string,
  body?: object,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const options = {
    method,
    headers: { ...headers, ...(body && { 'Content-Type': 'application/json' }) },
    body: body && JSON.stringify(body),
  }
  return page.evaluate(async ([path, init]) => (await fetch(path, init)).json() as Promise<Answer>, [
    url,
    options,
  ] as const)
}
