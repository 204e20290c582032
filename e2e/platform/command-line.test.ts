import { browserArguments, findBrowser } from '@sampan/browser-finder'
import { serveSuperapp, type ServedSuperapp } from '@sampan/testing'
import { spawn } from 'node:child_process'
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

  const stranger = await openPhone(url)
  await signIn(stranger, 'reviewer@demo.example')
  await stranger.getByRole('heading', { name: 'This version is not open to you' }).waitFor()

  // An error of the project is told with its place, and nothing is sent.
  writeFileSync(join(project, 'app.json'), '{ "pages": ["pages/none/none"] }')
  expect(await run('upload', project, '-v', '1.0.1')).toMatchObject({
    code: 1,
    output: expect.stringMatching(/app\.json:1:\d+ error[^]*Nothing was sent/),
  })

  expect((await run('logout')).code).toBe(0)
  expect((await run('whoami')).code).toBe(1)
  expect(failures).toEqual([])
}, 120_000)
