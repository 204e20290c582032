import { browserArguments, findBrowser } from '@sampan/browser-finder'
import { serveSuperapp, type ServedSuperapp } from '@sampan/testing'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

const data = mkdtempSync(join(tmpdir(), 'sampan-console-'))
let browser: Browser
let served: ServedSuperapp
let demoPassword: string
const failures: string[] = []

beforeAll(async () => {
  const { path: executablePath } = await findBrowser({ install: false })
  ;[served, browser] = await Promise.all([
    serveSuperapp(['--data', data]),
    chromium.launch({ executablePath, args: browserArguments() }),
  ])
  demoPassword = (JSON.parse(readFileSync(join(data, 'demo.json'), 'utf8')) as { password: string }).password
})
afterAll(async () => {
  await browser?.close()
  await served?.stop()
  rmSync(data, { recursive: true, force: true })
})

async function openConsole(): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  page.on('pageerror', (error) => failures.push(error.message))
  await page.goto(`${served.url}console/`)
  return page
}

async function signIn(email: string, password = demoPassword): Promise<Page> {
  const page = await openConsole()
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(password)
  // One address may sign in only so often within some seconds.
  await vi.waitFor(
    async () => {
      await page.getByRole('button', { name: 'Sign in' }).click({ timeout: 1000 })
      await page.getByRole('navigation').first().waitFor({ timeout: 2000 })
    },
    { timeout: 30_000, interval: 2000 },
  )
  return page
}

/** As the operator sees it in Simulated messages. */
async function codeFor(operator: Page, recipient: string): Promise<string> {
  await operator.goto(`${served.url}console/#/operator/messages`)
  await operator.getByLabel('Only to').fill(recipient)
  const line = operator
    .getByRole('listitem')
    .filter({ hasText: recipient })
    .filter({ hasText: /\d{6}/ })
    .first()
  return /(?<!\d)\d{6}(?!\d)/.exec((await line.locator('.message-text').textContent()) ?? '')![0]
}

async function handIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Hand in' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Hand in' }).click()
}

test('from nothing to a mini program of an approved owner, through the screens', async () => {
  const operator = await signIn('operator@demo.example')
  const page = await openConsole()
  await page.getByRole('button', { name: 'Create an account' }).click()
  await page.getByLabel('Your name').fill('Ada Byron')
  await page.getByLabel('Email').fill('ada@example.com')
  await page.getByLabel('password').fill('a long and quiet river')
  await page.getByRole('button', { name: 'Create an account' }).click()
  await page.getByLabel('Code of 6 digits').fill(await codeFor(operator, 'ada@example.com'))
  await page.getByRole('button', { name: 'Confirm' }).click()

  await page.getByLabel('Phone, with country code').fill('+44 20 7946 0123')
  await page.getByRole('button', { name: 'Send a code' }).click()
  await page.getByLabel('Code of 6 digits').fill(await codeFor(operator, '+442079460123'))
  await page.getByRole('button', { name: 'Confirm' }).click()

  await page.getByRole('heading', { name: 'Welcome, Ada Byron' }).waitFor()
  await page.getByRole('link', { name: 'Register', exact: true }).click()
  await page.getByRole('button', { name: 'Register an owner' }).first().click()
  await page.getByRole('button', { name: 'Begin: Individual', exact: true }).click()

  // Handed in with nothing: every question says so.
  await handIn(page)
  await expect.poll(() => page.getByText('Please fill this in.').count()).toBeGreaterThan(1)

  await page.getByLabel('Administrator’s full name').fill('Ada Byron')
  await page.getByLabel('Administrator’s phone').fill('+44 20 7946 0123')
  await page.getByLabel('Administrator’s identity number').fill('11010519491231002X')
  await page.getByLabel('What the mini programs will do').fill('A shop for tea.')
  await handIn(page)
  await page.getByText('In review').first().waitFor()

  const reviewer = await signIn('reviewer@demo.example')
  await reviewer.getByRole('link', { name: 'Owner review' }).click()
  await reviewer.getByRole('link', { name: 'Ada Byron' }).click()
  await reviewer.getByText('11010519491231002X').waitFor()
  await reviewer.getByRole('button', { name: 'Approve' }).click()
  await reviewer.getByRole('heading', { name: 'Nothing waits' }).waitFor()

  await page.getByRole('link', { name: 'Notices' }).click()
  await page.getByText('Ada Byron is approved').click()
  await page.getByText('Approved').first().waitFor()

  await page.getByRole('link', { name: 'Create a mini program' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Create for this owner: Ada Byron' }).click()
  await page.getByLabel('What users search for and see').fill('小程序')
  await page.getByRole('alert').waitFor()
  await page.getByLabel('What users search for and see').fill('Quiet River Tea')
  await page.getByRole('button', { name: 'Save the name' }).click()
  await page.getByRole('heading', { name: 'Quiet River Tea' }).waitFor()
  await page.getByLabel('Introduction').fill('Teas from along the river, brought to your door.')
  await page.getByRole('button', { name: 'Save the introduction' }).click()
  const category = page.getByLabel('Add a category')
  await category.selectOption(
    await category.locator('option:not(:text("papers"))').nth(1).getAttribute('value'),
  )
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByText('Approved', { exact: true }).waitFor()

  // Members are added after a scan only.
  await page.getByRole('link', { name: 'Members' }).click()
  await page.getByLabel('Email of their account').fill('developer@demo.example')
  await page.getByLabel('Developer').first().check()
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByRole('dialog').getByRole('img', { name: 'Confirm with your phone' }).waitFor()
  await page.keyboard.press('Escape')
  expect(await page.getByText('developer@demo.example').count()).toBe(0)

  await page.getByRole('link', { name: 'Versions' }).click()
  await page.getByRole('heading', { name: 'Nothing uploaded yet' }).waitFor()
  await page.getByRole('link', { name: 'Development settings' }).click()
  await page.getByRole('button', { name: 'Make an AppSecret' }).click()
  await page.getByRole('dialog').getByRole('img', { name: 'Confirm with your phone' }).waitFor()
  await page.keyboard.press('Escape')

  // A server is connected to before it is taken: this one has no address.
  await page.getByRole('link', { name: 'Servers' }).click()
  await page.getByLabel('wx.request').fill('http://api.example.com\nhttps://127.0.0.1')
  await page.getByRole('button', { name: 'Save the servers' }).click()
  await page.getByText('begins with another scheme').waitFor()
  await page.getByText('numbers are not taken').waitFor()

  await page.getByRole('link', { name: 'Journal' }).click()
  await page.getByText('Asked for a confirmation by phone').first().waitFor()
  await page.getByLabel('Done by').selectOption('Ada Byron')
  await page.getByText('Created the mini program').waitFor()
  expect(failures).toEqual([])
})

test('a category with papers, from the profile to the desk and back', async () => {
  const owner = await signIn('owner@demo.example')
  await owner.getByRole('link', { name: 'Mini programs' }).click()
  await owner.getByRole('link', { name: 'River Tea' }).first().click()
  const category = owner.getByLabel('Add a category')
  await category.selectOption('catering/restaurant')
  await owner.getByRole('button', { name: 'Add', exact: true }).click()
  await owner
    .locator('input[type=file][aria-label]')
    .last()
    .setInputFiles({
      name: 'licence.png',
      mimeType: 'image/png',
      buffer: Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
        'base64',
      ),
    })
  await owner.getByRole('button', { name: 'Hand in' }).click()
  await owner.getByText('In review').first().waitFor()

  const reviewer = await signIn('reviewer@demo.example')
  await reviewer.getByRole('link', { name: 'Names and categories' }).click()
  await reviewer.getByRole('link', { name: /^Category: / }).click()
  await reviewer.getByLabel(/Reason/).fill('The licence cannot be read.')
  await reviewer.getByRole('button', { name: 'Send back' }).click()
  await reviewer.getByRole('heading', { name: 'Nothing waits' }).waitFor()

  await owner.getByRole('link', { name: 'Notices' }).click()
  await owner
    .getByText(/sent back/)
    .first()
    .click()
  await owner.getByText('The licence cannot be read.').waitFor()
  expect(failures).toEqual([])
})

test('the demo program is released, and its owner takes it out of search', async () => {
  const owner = await signIn('owner@demo.example')
  await owner.getByRole('link', { name: 'Mini programs' }).click()
  await owner.getByRole('link', { name: 'River Tea' }).first().click()
  await owner.getByRole('link', { name: 'Releases' }).click()
  await owner.getByText('Released to all').waitFor()
  const finds = async () => {
    const answer = await fetch(`${served.url}api/catalogue?query=${encodeURIComponent('江上茶')}`)
    return ((await answer.json()) as { programs: { filingNumber: string }[] }).programs
  }
  expect((await finds())[0]!.filingNumber).toMatch(/ICP/)
  await owner.getByLabel('Users find it by search').uncheck()
  await owner.getByRole('button', { name: 'Save', exact: true }).click()
  await expect.poll(finds).toEqual([])

  // Users are cut off after a scan only.
  await owner.getByLabel('Pause the service').check()
  await owner.getByLabel('What users read meanwhile').fill('We move house.')
  await owner.getByRole('button', { name: 'Save', exact: true }).click()
  await owner.getByRole('dialog').getByRole('img', { name: 'Confirm with your phone' }).waitFor()
  expect(failures).toEqual([])
})
