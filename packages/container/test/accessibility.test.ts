import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenProgram, type TestHost, startTestHost } from './harness/container-page'

let host: TestHost
let axeSource: string
beforeAll(async () => {
  host = await startTestHost()
  axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
})
afterAll(() => host?.close())

/** What axe calls serious or critical, in the container's own interface. */
async function findProblems(opened: OpenProgram): Promise<string[]> {
  await opened.page.evaluate(axeSource)
  return opened.page.evaluate(async () => {
    const options = { iframes: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'best-practice'] }
    const { violations, passes } = await (window as any).axe.run('mini-program', options)
    if (passes.length < 5) throw new Error('axe has seen nothing')
    return violations
      .filter(({ impact }: any) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }: any) =>
        nodes.map((node: any) => `${id}: ${node.target.join(' ')} ${node.failureSummary}`),
      )
  })
}

const program = {
  manifest: {
    app: { darkmode: true },
    pages: { 'pages/index/index': {}, 'pages/me/me': {} },
    tabBar: {
      color: '',
      selectedColor: '',
      backgroundColor: '',
      borderStyle: 'black',
      position: 'bottom' as const,
      custom: false,
      list: [
        { pagePath: 'pages/index/index', text: 'Home' },
        { pagePath: 'pages/me/me', text: 'Me' },
      ],
    },
  },
}

test.each(['light', 'dark'])('axe finds nothing serious in %s', async (theme) => {
  const opened = await host.open({ ...program, attributes: { theme } })
  await opened.waitForEvent('launched')
  await opened.inWorker((program) => program.call('setTabBarBadge', { index: 1, text: '3' }))
  const found: Record<string, string[]> = {}
  const look = async (name: string) => {
    found[name] = await findProblems(opened)
  }
  const start = (api: string, params: unknown) =>
    opened.inWorker(`((program) => { program.call('${api}', ${JSON.stringify(params)}); return 1 })` as never)
  const leave = async () => {
    await opened.page.keyboard.press('Escape')
    await opened.page.locator('.overlay-item').waitFor({ state: 'detached' })
  }

  await look('pages')
  await start('showModal', { title: 'Delete', content: 'For good?' })
  await opened.page.getByRole('alertdialog').waitFor()
  await look('modal')
  await leave()
  await start('showModal', { title: 'Name', editable: true, placeholderText: 'Yours' })
  await opened.page.getByRole('dialog').waitFor()
  await look('editable modal')
  await leave()
  await start('showActionSheet', { alertText: 'Pick', itemList: ['A', 'B'] })
  await opened.page.getByRole('dialog').waitFor()
  await look('action sheet')
  await leave()
  await opened.page.getByRole('button', { name: 'Menu' }).click()
  await opened.page.getByRole('dialog').waitFor()
  await look('menu')
  await opened.page.getByRole('button', { name: 'About' }).click()
  await opened.page.getByRole('dialog', { name: 'Fixture' }).waitFor()
  await look('about')
  await leave()
  const frame = await opened.frame('pages/index/index')
  const params = { mode: 'time', headerText: 'When', value: '', start: '', end: '' }
  await frame.evaluate(
    (params) => (globalThis as any).frame.send({ type: 'widget', id: 1, name: 'picker', params }),
    params,
  )
  await opened.page.getByRole('dialog', { name: 'When' }).waitFor()
  await look('picker')
  await leave()
  await start('showToast', { title: 'Saved', duration: 60_000 })
  await opened.page.getByRole('status').waitFor()
  await look('toast')
  expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, []])))
  await opened.close()
})

test('axe finds nothing serious in a problem screen', async () => {
  const opened = await host.open({ attributes: { path: 'pages/none/none' } })
  await opened.page.getByRole('alert').waitFor()
  expect(await findProblems(opened)).toEqual([])
  await opened.close()
})
