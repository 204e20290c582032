import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenProgram, type TestHost, startTestHost } from './harness/container-page'

let host: TestHost
beforeAll(async () => {
  host = await startTestHost()
})
afterAll(() => host?.close())

/** Starts a call that waits for the user; `answer` reads what came of it. */
async function begin(opened: OpenProgram, api: string, params: unknown) {
  await opened.inWorker(
    `((program) => { program.answer = program.call(${JSON.stringify(api)}, ${JSON.stringify(params)}); return 1 })` as never,
  )
  return () => opened.inWorker((program) => program.answer) as Promise<any>
}

/** Opens a widget from the page's frame; `answer` reads what came back. */
async function beginWidget(opened: OpenProgram, id: number, name: string, params: unknown) {
  const frame = await opened.frame('pages/index/index')
  const message = { type: 'widget', id, name, params }
  await frame.evaluate((message) => (globalThis as any).frame.send(message), message)
  const received = () => frame.evaluate(() => (globalThis as any).frame.received as any[])
  return {
    send: (message: unknown) => frame.evaluate((message) => (globalThis as any).frame.send(message), message),
    events: async () =>
      (await received()).filter((message) => message.type === 'widget-event' && message.id === id),
    async answer() {
      await frame.waitForFunction(
        (id) =>
          (globalThis as any).frame.received.some(
            (message: any) => message.type === 'widget-result' && message.id === id,
          ),
        id,
      )
      return (await received()).find((message) => message.type === 'widget-result' && message.id === id)
    },
  }
}

test('a modal by keyboard: focus stays inside, Enter confirms, Escape cancels', async () => {
  const opened = await host.open({})
  await opened.waitForEvent('launched')
  let answer = await begin(opened, 'showModal', { title: 'Delete', content: 'For good?' })
  const modal = opened.page.getByRole('alertdialog', { name: 'Delete' })
  await modal.waitFor()
  const focused = () =>
    opened.page.evaluate(() => {
      let active: Element | null = document.activeElement
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
      return active?.textContent?.trim()
    })
  await expect.poll(focused).toBe('OK')
  await opened.page.keyboard.press('Tab')
  expect(await focused()).toBe('Cancel')
  await opened.page.keyboard.press('Shift+Tab')
  await opened.page.keyboard.press('Enter')
  expect(await answer()).toMatchObject({ value: { confirm: true, cancel: false, content: null } })
  answer = await begin(opened, 'showModal', { title: 'Delete', showCancel: false })
  await modal.waitFor()
  expect(await modal.getByRole('button').count()).toBe(1)
  await opened.page.keyboard.press('Escape')
  expect(await answer()).toMatchObject({ value: { confirm: false, cancel: true } })
  expect((await opened.events('closed')).length).toBe(0)
  await opened.close()
})

test('an editable modal answers with the text', async () => {
  const opened = await host.open({})
  await opened.waitForEvent('launched')
  const answer = await begin(opened, 'showModal', {
    title: 'Name',
    editable: true,
    content: 'A',
    placeholderText: 'Yours',
  })
  const field = opened.page.getByRole('textbox', { name: 'Yours' })
  await expect.poll(() => field.inputValue()).toBe('A')
  await field.press('End')
  await opened.page.keyboard.type('da')
  await opened.page.getByRole('button', { name: 'OK' }).click()
  expect(await answer()).toMatchObject({ value: { confirm: true, content: 'Ada' } })
  await opened.close()
})

test('modals come one after the other', async () => {
  const opened = await host.open({})
  await opened.waitForEvent('launched')
  await opened.inWorker((program) => {
    program.both = Promise.all([
      program.call('showModal', { title: 'First' }),
      program.call('showActionSheet', { itemList: ['Second'] }),
    ])
  })
  await opened.page.getByRole('alertdialog', { name: 'First' }).waitFor()
  expect(await opened.page.getByRole('dialog').count()).toBe(0)
  await opened.page.keyboard.press('Enter')
  await opened.page.getByRole('button', { name: 'Second' }).click()
  const answers = (await opened.inWorker((program) => program.both)) as any[]
  expect(answers.map(({ value }) => value)).toMatchObject([{ confirm: true }, { tapIndex: 0 }])
  await opened.close()
})

test('an action sheet: arrow keys choose, leaving is a failure', async () => {
  const opened = await host.open({})
  await opened.waitForEvent('launched')
  let answer = await begin(opened, 'showActionSheet', { alertText: 'Pick', itemList: ['A', 'B', 'C'] })
  await opened.page.getByRole('dialog', { name: 'Pick' }).waitFor()
  await opened.page.keyboard.press('ArrowDown')
  await opened.page.keyboard.press('ArrowDown')
  await opened.page.keyboard.press('Enter')
  expect(await answer()).toMatchObject({ value: { tapIndex: 2 } })
  answer = await begin(opened, 'showActionSheet', { itemList: ['A'] })
  await opened.page.getByRole('dialog').waitFor()
  await opened.page.mouse.click(200, 100)
  expect(await answer()).toMatchObject({ error: { message: 'cancel' } })
  await opened.close()
})

test('toasts and the loading sign share one place', async () => {
  const opened = await host.open({})
  await opened.waitForEvent('launched')
  await opened.inWorker((program) => program.call('showLoading', { title: 'Wait', mask: true }))
  const status = opened.page.getByRole('status')
  expect(await status.innerText()).toBe('Wait')
  await opened.inWorker((program) => program.call('showToast', { title: 'Done', duration: 60_000 }))
  expect(await status.innerText()).toBe('Done')
  await opened.inWorker((program) => program.call('hideLoading', { noConflict: true }))
  expect(await status.count()).toBe(1)
  await opened.inWorker((program) => program.call('hideLoading'))
  await status.waitFor({ state: 'detached' })
  await opened.inWorker((program) => program.call('showToast', { title: 5, duration: 10 }))
  await status.waitFor({ state: 'detached' })
  await opened.close()
})

test('what a program copies is told, and a refusal is a failure', async () => {
  const opened = await host.open({ context: { permissions: ['clipboard-read', 'clipboard-write'] } })
  await opened.waitForEvent('launched')
  const status = opened.page.getByRole('status')
  const answer = await begin(opened, 'setClipboardData', { data: 'words' })
  await status.getByText('Content copied').waitFor()
  expect(await answer()).not.toHaveProperty('error')
  expect(await opened.page.evaluate(() => navigator.clipboard.readText())).toBe('words')
  await opened.inWorker((program) => program.call('hideToast'))
  await status.waitFor({ state: 'detached' })
  await opened.page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'))
  })
  const refused = await begin(opened, 'setClipboardData', { data: 'other words' })
  expect(await refused()).toMatchObject({
    error: { message: 'the browser refused to write to the clipboard' },
  })
  expect(await status.count()).toBe(0)
  await opened.close()
})

test('a date picker by keyboard', async () => {
  const opened = await host.open({})
  await opened.waitForEvent('launched')
  const picker = await beginWidget(opened, 1, 'picker', {
    mode: 'date',
    headerText: 'Birthday',
    value: '2000-01-31',
    start: '',
    end: '',
    fields: 'day',
  })
  await opened.page.getByRole('dialog', { name: 'Birthday' }).waitFor()
  const month = opened.page.getByRole('spinbutton', { name: 'Month' })
  await month.press('ArrowDown')
  expect(await month.getAttribute('aria-valuetext')).toBe('Feb')
  expect(await opened.page.getByRole('spinbutton', { name: 'Day' }).getAttribute('aria-valuetext')).toBe('29')
  await opened.page.getByRole('button', { name: 'OK' }).click()
  expect(await picker.answer()).toMatchObject({ value: { confirmed: true, value: '2000-02-29' } })
  await opened.close()
})

test('a wheel that is scrolled tells its column, and the program may replace the others', async () => {
  const opened = await host.open({})
  await opened.waitForEvent('launched')
  const parameters = {
    mode: 'multiSelector',
    headerText: '',
    columns: [
      ['a', 'b', 'c'],
      ['x', 'y'],
    ],
    indexes: [0, 1],
  }
  const picker = await beginWidget(opened, 1, 'picker', parameters)
  const first = opened.page.getByRole('spinbutton').first()
  await first.waitFor()
  await first.hover()
  await opened.page.mouse.wheel(0, 88)
  await expect
    .poll(async () => (await picker.events()).at(-1))
    .toMatchObject({
      name: 'columnchange',
      detail: { column: 0, value: 2 },
    })
  await picker.send({
    type: 'widget-update',
    id: 1,
    params: { ...parameters, columns: [['a', 'b', 'c'], ['z']], indexes: [2, 0] },
  })
  await expect.poll(() => opened.page.getByRole('spinbutton').last().getAttribute('aria-valuetext')).toBe('z')
  await first.press('Enter')
  expect(await picker.answer()).toMatchObject({ value: { confirmed: true, indexes: [2, 0] } })
  await opened.close()
})

test('the picker closes with its component, and Escape is a no', async () => {
  const opened = await host.open({ attributes: { language: 'zh_CN' } })
  await opened.waitForEvent('launched')
  const parameters = { mode: 'region', headerText: '', value: ['浙江省'], customItem: '', level: 'city' }
  const picker = await beginWidget(opened, 1, 'picker', parameters)
  await opened.page.getByRole('dialog').waitFor()
  expect(await opened.page.getByRole('spinbutton').last().getAttribute('aria-valuetext')).toBe('杭州市')
  await opened.page.keyboard.press('Escape')
  expect(await picker.answer()).toMatchObject({ value: { confirmed: false } })
  const second = await beginWidget(opened, 2, 'picker', parameters)
  await opened.page.getByRole('dialog').waitFor()
  await second.send({ type: 'widget-close', id: 2 })
  await opened.page.getByRole('dialog').waitFor({ state: 'detached' })
  await opened.close()
})

test('the menu shares what the page says', async () => {
  const opened = await host.open({
    script: `program.onMessage = (message) => {
      if (message.type === 'page-event' && message.name === 'shareAppMessage')
        program.send({ type: 'reply', replyId: message.replyId, value: { title: 'Look', path: '/pages/detail/detail?id=3', __proto__: null } })
    }`,
  })
  await opened.waitForEvent('launched')
  await opened.page.evaluate(() =>
    document.querySelector('mini-program')!.addEventListener('share', (event) => event.preventDefault()),
  )
  await opened.page.getByRole('button', { name: 'Menu' }).click()
  await opened.page.getByRole('button', { name: 'Share' }).click()
  expect(await opened.waitForEvent('share')).toEqual({
    appId: 'wxfixture',
    title: 'Look',
    path: 'pages/detail/detail?id=3',
  })
  await opened.inWorker((program) => program.call('hideShareMenu'))
  await opened.page.getByRole('button', { name: 'Menu' }).click()
  await opened.page.getByRole('dialog').waitFor()
  expect(await opened.page.getByRole('button', { name: 'Share' }).count()).toBe(0)
  await opened.page.getByRole('button', { name: 'About' }).click()
  await opened.page.getByRole('dialog', { name: 'Fixture' }).getByText('wxfixture').waitFor()
  await opened.page.keyboard.press('Escape')
  await opened.close()
})

test('reopening starts anew', async () => {
  const opened = await host.open({})
  await opened.waitForEvent('launched')
  await opened.page.getByRole('button', { name: 'Menu' }).click()
  await opened.page.getByRole('button', { name: 'Reopen' }).click()
  await opened.waitForEvent('launched', 2)
  expect(await opened.events('closed')).toEqual([{ reason: 'host' }])
  await expect.poll(() => opened.page.workers().length).toBe(1)
  await opened.close()
})

test('whoever embeds it may keep the program when the user leaves', async () => {
  const opened = await host.open({})
  await opened.waitForEvent('launched')
  await opened.page.evaluate(() =>
    document.querySelector('mini-program')!.addEventListener('leave', (event) => event.preventDefault()),
  )
  await opened.page.getByRole('button', { name: 'Close' }).click()
  await opened.waitForEvent('leave')
  expect(await opened.events('closed')).toEqual([])
  await opened.close()
})

test('a web-view shows only domains that the program may show', async () => {
  const opened = await host.open({
    properties: {
      settings: {
        domains: { request: [], socket: [], upload: [], download: [], webView: ['https://docs.example.com'] },
      },
    },
  })
  await opened.waitForEvent('launched')
  const blocked = await beginWidget(opened, 1, 'web-view', { src: 'https://evil.example.com/' })
  await expect.poll(async () => (await blocked.events()).length).toBe(1)
  for (const [id, src] of [
    [2, `${host.origin}/`],
    [3, 'javascript:alert(1)'],
    [4, 'http://docs.example.com/'],
  ] as const) {
    const widget = await beginWidget(opened, id, 'web-view', { src })
    await expect.poll(async () => (await widget.events()).at(0)?.name).toBe('error')
  }
  const shown = () =>
    opened.page.evaluate(() =>
      [
        ...document
          .querySelector('mini-program')!
          .shadowRoot!.querySelectorAll<HTMLIFrameElement>('iframe.web-view'),
      ].map((iframe) => [iframe.src, iframe.getAttribute('sandbox')]),
    )
  expect(await shown()).toEqual([])
  const allowed = await beginWidget(opened, 5, 'web-view', { src: 'https://docs.example.com/a' })
  await expect
    .poll(shown)
    .toEqual([['https://docs.example.com/a', 'allow-scripts allow-same-origin allow-forms allow-popups']])
  await allowed.send({ type: 'widget-close', id: 5 })
  await expect.poll(shown).toEqual([])
  await opened.close()
})

test('going back closes a page-container first', async () => {
  const opened = await host.open({ attributes: { path: 'pages/index/index' } })
  await opened.waitForEvent('launched')
  await beginWidget(opened, 1, 'page-container', { closeOnSlideDown: false })
  const frame = await opened.frame('pages/index/index')
  await opened.inWorker((program) => program.call('navigateBack'))
  await expect
    .poll(() => frame.evaluate(() => (globalThis as any).frame.received.at(-1)))
    .toMatchObject({ type: 'widget-event', id: 1, name: 'back' })
  await opened.close()
})
