import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestPage, type TestPage } from './open-page'

interface Contents {
  html: string
  text: string
  delta: { ops: { insert: unknown; attributes?: Record<string, unknown> }[] }
}

let test: TestPage
beforeAll(async () => {
  test = await openTestPage({}, 'form-page.ts')
})
afterAll(() => test.close())
beforeEach(async () => {
  await test.mount(['editor', { placeholder: 'Write' }])
  await test.waitForEvent('ready')
})

const call = (method: string, ...args: unknown[]) => test.call('wx-editor', method, ...args)
const contents = () => call('getContents') as Promise<Contents>
const type = (text: string) => test.page.keyboard.type(text)
const details = async (name: string) => (await test.events(name)).map(({ detail }) => detail)
const editable = '.ql-editor'

describe('editor', () => {
  it('is typed into and reports contents, focus and blur', async () => {
    expect(await test.page.locator(editable).getAttribute('data-placeholder')).toBe('Write')
    await test.page.click(editable)
    await type('hi')
    await call('blur')
    expect((await details('input')).at(-1)).toEqual({
      html: '<p>hi</p>',
      text: 'hi\n',
      delta: { ops: [{ insert: 'hi\n' }] },
    })
    expect(await details('focus')).toMatchObject([{ text: '\n' }])
    expect(await details('blur')).toMatchObject([{ text: 'hi\n' }])
  })

  it('formats the selection, takes a format away again, and tells the status', async () => {
    await test.page.click(editable)
    await type('word')
    await test.page.keyboard.press('Control+a')
    await call('format', 'bold')
    await call('format', 'color', '#ff0000')
    await call('format', 'header', 'H2')
    expect((await details('statuschange')).at(-1)).toEqual({
      bold: true,
      color: expect.any(String),
      header: 2,
    })
    expect((await contents()).html).toMatch(
      /^<h2><strong style="color: rgb\(255, 0, 0\);?">word<\/strong><\/h2>$/,
    )
    expect(await call('getSelectionText')).toEqual({ text: 'word' })
    await call('format', 'bold')
    await call('format', 'header', 2)
    await call('removeFormat')
    expect((await contents()).html).toBe('<p>word</p>')
  })

  it('formats where the caret was, though a toolbar has the focus now', async () => {
    await test.page.click(editable)
    await type('one')
    await call('blur')
    await call('format', 'list', 'check')
    expect((await contents()).delta.ops.at(-1)).toMatchObject({ attributes: { list: 'unchecked' } })
    await call('format', 'align', 'center')
    await call('insertText', { text: ' two' })
    expect((await contents()).text).toBe('one two\n')
  })

  it('is written on after a tap on a toolbar', async () => {
    await test.page.evaluate(() => {
      const tool = document.createElement('div')
      tool.style.height = '40px'
      tool.id = 'tool'
      document.body.append(tool)
      tool.addEventListener('touchend', () =>
        setTimeout(() => harness.call('wx-editor', 'format', ['bold']), 60),
      )
    })
    await test.page.click(editable)
    await type('a')
    await test.page.tap('#tool')
    await expect.poll(async () => (await details('statuschange')).at(-1)).toEqual({ bold: true })
    await type('b')
    await expect.poll(async () => (await contents()).html).toBe('<p>a<strong>b</strong></p>')
  })

  it('inserts images and dividers', async () => {
    const pixel = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=='
    await call('insertImage', {
      src: pixel,
      alt: 'dot',
      width: '80%',
      extClass: 'mine',
      data: { id: 'abcd', role: 'god' },
    })
    await call('insertDivider')
    await call('insertImage', { src: 'wxfile://tmp/a.png', nowrap: true })
    const { delta, html } = await contents()
    expect(delta.ops[0]).toEqual({
      insert: { image: pixel },
      attributes: { alt: 'dot', width: '80%', class: 'mine', 'data-custom': 'id=abcd;role=god' },
    })
    expect(
      delta.ops.find(({ insert }) => typeof insert === 'object' && 'divider' in (insert as object)),
    ).toBeTruthy()
    expect(delta.ops.find(({ attributes }) => attributes?.['data-local'])).toEqual({
      insert: { image: 'wxfile://tmp/a.png' },
      attributes: { 'data-local': 'wxfile://tmp/a.png' },
    })
    expect(html).toContain('<hr>')
    await expect(call('insertImage', {})).rejects.toThrow(/src/)
  })

  it('takes contents as HTML and as delta, and nothing that runs', async () => {
    await test.page.evaluate(() => Object.assign(window, { ran: 0 }))
    await call('setContents', {
      html: `<h1>Title</h1><p style="text-align: center">mid</p><script>ran++</script>
        <img src="x" onerror="ran++"><a href="javascript:ran++">link</a><iframe src="javascript:parent.ran++"></iframe>
        <ul><li>item</li></ul>`,
    })
    const { html, delta } = await contents()
    expect(html).toContain('<h1>Title</h1>')
    expect(html).toContain('text-align: center')
    expect(html).toContain('item</li>')
    expect(html).not.toMatch(/script|onerror|iframe|ran/)
    await call('clear')
    expect((await contents()).text).toBe('\n')
    await call('setContents', { delta })
    expect((await contents()).html).toBe(html)
    await call('setContents', {
      delta: {
        ops: [
          { insert: { video: 'x' } },
          { insert: 'a', attributes: { onclick: 'ran++', bold: true } },
          { insert: { image: 'javascript:ran++' } },
          5,
          { insert: '\n' },
        ],
      },
    })
    expect((await contents()).delta.ops[0]).toEqual({ insert: 'a', attributes: { bold: true } })
    expect(await test.page.locator('wx-editor img').getAttribute('src')).toBe(null)
    expect(await test.page.evaluate(() => (window as unknown as { ran: number }).ran)).toBe(0)
  })

  it('undoes and redoes, and can be made read-only', async () => {
    await call('insertText', { text: 'text' })
    await call('undo')
    expect((await contents()).text).toBe('\n')
    await call('redo')
    expect((await contents()).text).toBe('text\n')
    await test.set('wx-editor', { 'read-only': true })
    expect(await test.page.locator(editable).getAttribute('contenteditable')).toBe('false')
    await expect(call('constructor')).rejects.toThrow(/no method/)
  })
})
