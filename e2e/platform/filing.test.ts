import { browserArguments, findBrowser } from '@sampan/browser-finder'
import { serveSuperapp, type ServedSuperapp } from '@sampan/testing'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

const data = mkdtempSync(join(tmpdir(), 'sampan-filing-'))
const picture = join(import.meta.dirname, '../../apps/superapp/assets/icon-512.png')
const PHONE = '+8613800138009'
const IDENTITY = '11010519491231002X'
let browser: Browser
let served: ServedSuperapp
let password: string
const failures: string[] = []

beforeAll(async () => {
  const { path: executablePath } = await findBrowser({ install: false })
  ;[served, browser] = await Promise.all([
    serveSuperapp(['--data', data]),
    chromium.launch({ executablePath, args: browserArguments() }),
  ])
  password = (JSON.parse(readFileSync(join(data, 'demo.json'), 'utf8')) as { password: string }).password
})
afterAll(async () => {
  await browser?.close()
  await served?.stop()
  rmSync(data, { recursive: true, force: true })
})

/** On a phone, or at a desk. */
async function openPage(address: string, { isPhone = false } = {}): Promise<Page> {
  const viewport = isPhone ? { width: 390, height: 844 } : { width: 1280, height: 800 }
  const context = await browser.newContext({ locale: 'en-US', viewport })
  const page = await context.newPage()
  page.on('pageerror', (error) => failures.push(error.message))
  await page.goto(address)
  return page
}

async function signIn(who: string): Promise<Page> {
  const page = await openPage(`${served.url}console/`)
  await page.getByLabel('Email').fill(`${who}@demo.example`)
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

/** A further program of the demo owner, with a profile. */
async function createProgram(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: 'Mini programs' }).click()
  await page.getByRole('button', { name: 'Create a mini program' }).first().click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Create for this owner/ })
    .first()
    .click()
  await page.getByLabel('What users search for and see').fill(name)
  await page.getByRole('button', { name: 'Save the name' }).click()
  await page.getByRole('heading', { name }).waitFor()
  await page.getByLabel('Introduction').fill('Teas from along the river, brought to your door.')
  const saved = (what: string) =>
    page.waitForResponse((answer) => answer.url().includes(`/${what}`) && answer.ok())
  await Promise.all([saved('intro'), page.getByRole('button', { name: 'Save the introduction' }).click()])
  await Promise.all([saved('avatar'), page.locator('input[type=file]').first().setInputFiles(picture)])
  const category = page.getByLabel('Add a category')
  await category.selectOption(
    await category.locator('option:not(:text("papers"))').nth(1).getAttribute('value'),
  )
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByText('Approved', { exact: true }).waitFor()
}

async function addPapers(page: Page): Promise<void> {
  const inputs = page.getByLabel(/^Choose a picture:/)
  await inputs.first().waitFor({ state: 'attached' })
  for (const input of await inputs.all()) {
    const there = await page.getByRole('link', { name: 'Look at it' }).count()
    await input.setInputFiles(picture)
    await expect.poll(() => page.getByRole('link', { name: 'Look at it' }).count()).toBe(there + 1)
  }
}

async function next(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save and go on' }).click()
}

async function fillIn(page: Page): Promise<void> {
  await page.getByLabel('Province').selectOption({ label: 'Hebei' })
  await page.getByLabel('City').fill('Baoding')
  await page.getByLabel('District').fill('North')
  await page.getByLabel('Address on the certificate').fill('1 Harbour Road')
  await page.getByLabel('Certificate', { exact: true }).selectOption({ label: 'Business licence' })
  await addPapers(page)
  await next(page)

  await page.getByLabel('Is the person in charge the legal person?').selectOption({ label: 'Yes' })
  await page.getByLabel('Name', { exact: true }).fill('Lin Yi')
  await page.getByLabel('Mobile phone').fill(PHONE)
  await page.getByLabel('Email').fill('lin@example.com')
  await page.getByLabel('Phone for emergencies').fill('+8613800138010')
  await page.getByLabel('Identity document', { exact: true }).selectOption({ label: 'Identity card' })
  await page.getByLabel('Number of the document').fill(IDENTITY)
  await page.getByLabel('Valid from').fill('2020-01-31')
  await page.getByLabel('Without end').check()
  await addPapers(page)
  await next(page)

  await page.getByLabel('Online shopping').check()
  await page.getByLabel('None of these').check()
  await page
    .getByLabel('What the mini program does')
    .fill('Sells teas from along the river to people in town.')
  await next(page)

  await page.getByLabel('Who is in charge of the mini program?').selectOption({ label: 'The same person' })
  await next(page)
  for (const box of await page.getByRole('checkbox').all()) await box.check()
}

async function submit(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Submit' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Submit' }).click()
}

/** Scans the code with a phone that nobody is signed in on. */
async function passFace(owner: Page): Promise<Page> {
  await owner.getByRole('button', { name: 'Show the code' }).click()
  await owner.getByRole('img', { name: 'Face check' }).waitFor()
  const copy = owner.getByRole('button', { name: /Copy the link/ })
  await owner.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await copy.click()
  const phone = await openPage(await owner.evaluate(() => navigator.clipboard.readText()), { isPhone: true })
  await phone.getByText('This is a simulation').waitFor()
  await phone.getByRole('button', { name: 'Passed' }).click()
  await phone.getByText('You can close this page').waitFor()
  return phone
}

test('a mini program gets its number, through the screens', async () => {
  const name = 'Quiet River Tea'
  const owner = await signIn('owner')
  await createProgram(owner, name)
  await owner.getByRole('link', { name: 'Filing', exact: true }).click()
  await owner.getByRole('button', { name: 'Begin the filing' }).click()
  await owner.getByRole('button', { name: /Commitments/ }).click()
  await submit(owner)
  await expect.poll(() => owner.getByText('Please fill this in.').count()).toBeGreaterThan(0)
  await fillIn(owner)
  await submit(owner)

  const phone = await passFace(owner)

  const reviewer = await signIn('reviewer')
  await reviewer.getByRole('link', { name: 'Filing review' }).click()
  await reviewer.getByRole('link', { name }).click()
  await reviewer.getByText(IDENTITY).waitFor()
  await reviewer.getByLabel('Answer or paper').selectOption({ label: 'City' })
  await reviewer.getByLabel('What is wrong').fill('Not a city')
  await reviewer.getByRole('button', { name: 'Add the remark' }).click()
  await reviewer.getByLabel('Reason, as the applicant').fill('See the remark')
  await reviewer.getByRole('button', { name: 'Send back' }).click()
  await reviewer.getByRole('heading', { name: 'Nothing waits' }).waitFor()
  await owner.getByRole('button', { name: 'Correct the form' }).click()
  await owner.getByText('City: Not a city').waitFor()
  await owner.getByRole('button', { name: /Commitments/ }).click()
  await submit(owner)
  await passFace(owner)
  await reviewer.reload()
  await reviewer.getByRole('link', { name }).click()
  await reviewer.getByText(IDENTITY).waitFor()
  await reviewer.getByRole('button', { name: 'Approve' }).click()
  await reviewer.getByRole('heading', { name: 'Nothing waits' }).waitFor()

  const operator = await signIn('operator')
  await operator.getByRole('link', { name: 'Who has to file' }).click()
  await expect.poll(() => operator.getByLabel('Mini programs are filed').isChecked()).toBe(true)
  await operator.getByRole('link', { name: 'Simulated messages' }).click()
  const message = (await operator.locator('.message-text').filter({ hasText: name }).first().textContent())!
  await phone.goto(/https?:\S+filing-check\S+/.exec(message)![0])
  await phone.reload()
  await phone.getByLabel('Code of 6 digits').fill(/(?<!\d)\d{6}(?!\d)/.exec(message)![0])
  await phone.getByLabel('Phone that it came to').fill(PHONE)
  await phone.getByLabel('Last 6 characters').fill('000000')
  await phone.getByRole('button', { name: 'Confirm' }).click()
  await phone.getByText('5 tries are left').waitFor()
  await phone.getByLabel('Last 6 characters').fill(IDENTITY.slice(-6))
  await phone.getByRole('button', { name: 'Confirm' }).click()
  await phone.getByText('Confirmed.').waitFor()

  const regulator = await signIn('regulator')
  await regulator.getByRole('link', { name: 'Filings' }).click()
  await regulator.getByRole('link', { name }).click()
  await regulator.getByRole('button', { name: 'Approve' }).click()
  await regulator.getByRole('heading', { name: 'Nothing waits' }).waitFor()

  await owner.getByRole('button', { name: /ICP备\d{10}号-\d+X/ }).waitFor()
  await owner.getByRole('button', { name: 'Take the filing back' }).click()
  await owner.getByText('There is no way back').waitFor()
  await owner.keyboard.press('Escape')
  expect(failures).toEqual([])
})
