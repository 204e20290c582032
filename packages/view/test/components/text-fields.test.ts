import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestPage, type TestPage } from './open-page'

let test: TestPage
beforeAll(async () => {
  test = await openTestPage({}, 'form-page.ts')
})
afterAll(() => test.close())

const INPUT = 'wx-input >> input'
const AREA = 'wx-textarea >> textarea'
const valueOf = (selector: string) => test.page.locator(selector).inputValue()
const type = (text: string, delay = 0) => test.page.keyboard.type(text, { delay })
const details = async (name: string) => (await test.events(name)).map(({ detail }) => detail)
const press = (key: string) => test.page.keyboard.press(key)

async function composed(steps: string[], final: string): Promise<void> {
  const cdp = await test.page.context().newCDPSession(test.page)
  for (const text of steps) {
    const at = { selectionStart: text.length, selectionEnd: text.length }
    await cdp.send('Input.imeSetComposition', { text, ...at })
  }
  await cdp.send('Input.insertText', { text: final })
  await cdp.detach()
}

describe('input: value', () => {
  it('reports what is typed with caret and key, and model:value before it', async () => {
    await test.mount(['input', {}])
    await test.page.click(INPUT)
    await type('ab')
    await press('ArrowLeft')
    await press('Backspace')
    const events = (await test.events()).filter(({ name }) => name === 'input' || name === 'value')
    expect(events.map(({ kind }) => kind)).toEqual(['model', 'event', 'model', 'event', 'model', 'event'])
    expect(await details('input')).toEqual([
      { value: 'a', cursor: 1, keyCode: 97 },
      { value: 'ab', cursor: 2, keyCode: 98 },
      { value: 'b', cursor: 0, keyCode: 8 },
    ])
  })

  it('keeps fast typing whole while the program echoes late', async () => {
    const text = 'the quick brown fox jumps over the lazy dog'
    await test.mount(['input', {}])
    await test.page.evaluate(() => formHarness.echoLate('wx-input', 15))
    await test.page.click(INPUT)
    await type(text, 4)
    await test.page.waitForFunction(() => formHarness.pendingEchoes === 0)
    expect(await valueOf(INPUT)).toBe(text)
    expect((await details('input')).length).toBe(text.length)
  })

  it('takes the program’s own version once it knows the last key', async () => {
    await test.mount(['input', {}])
    await test.page.evaluate(() => formHarness.echoLate('wx-input', 15, (value) => value.toUpperCase()))
    await test.page.click(INPUT)
    await type('hello', 4)
    await expect.poll(() => valueOf(INPUT)).toBe('HELLO')
  })

  it('takes the same value again after the user has changed it', async () => {
    await test.mount(['input', { value: '12' }])
    await test.page.click(INPUT)
    await press('End')
    await type('3')
    expect(await valueOf(INPUT)).toBe('123')
    await test.set('wx-input', { value: '12' })
    expect(await valueOf(INPUT)).toBe('12')
  })

  it('ignores a value that was made without the last key', async () => {
    await test.mount(['input', { value: '' }])
    await test.page.click(INPUT)
    await type('ab')
    await test.page.evaluate(() => {
      harness.setAck(0)
      harness.set('wx-input', { value: 'old' })
      harness.setAck(undefined)
    })
    expect(await valueOf(INPUT)).toBe('ab')
    await test.set('wx-input', { value: '' })
    expect(await valueOf(INPUT)).toBe('')
  })

  it('keeps the caret where the user is when the program formats', async () => {
    await test.mount(['input', { value: '1381234' }])
    await test.page.click(INPUT)
    await press('End')
    await press('ArrowLeft')
    await test.set('wx-input', { value: '138 1234' })
    await type('x')
    expect(await valueOf(INPUT)).toBe('138 123x4')
  })

  it('does not disturb a composition and reports its result once', async () => {
    await test.mount(['input', { value: '', placeholder: 'name' }])
    await test.page.evaluate(() => formHarness.echoLate('wx-input', 5))
    await test.page.click(INPUT)
    await composed(['n', 'ni', 'nih', 'nihao'], '你好')
    expect(await details('input')).toEqual([{ value: '你好', cursor: 2, keyCode: expect.any(Number) }])
    await type('a')
    await expect.poll(() => valueOf(INPUT)).toBe('你好a')
  })

  it('cuts to maxlength, 140 unless told, -1 for no limit', async () => {
    await test.mount(['input', { value: 'x'.repeat(200) }])
    expect((await valueOf(INPUT)).length).toBe(140)
    await test.mount(['input', { value: 'x'.repeat(200), maxlength: -1 }])
    expect((await valueOf(INPUT)).length).toBe(200)
    await test.mount(['input', { maxlength: 3 }])
    await test.page.click(INPUT)
    await type('12345')
    expect(await valueOf(INPUT)).toBe('123')
  })

  it('has only the keys of its type', async () => {
    for (const [kind, keys, expected, mode] of [
      ['number', '1a2.b-3', '123', 'numeric'],
      ['digit', '1a.5-', '1.5', 'decimal'],
      ['idcard', '12Xa', '12X', 'text'],
      ['text', 'a1.', 'a1.', 'text'],
    ] as const) {
      await test.mount(['input', { type: kind }])
      await test.page.click(INPUT)
      await type(keys)
      expect(await valueOf(INPUT)).toBe(expected)
      expect(await test.page.locator(INPUT).getAttribute('inputmode')).toBe(mode)
    }
  })

  it('hides passwords by attribute and by type', async () => {
    await test.mount(['input', { password: true }])
    expect(await test.page.locator(INPUT).getAttribute('type')).toBe('password')
    await test.set('wx-input', { password: false })
    expect(await test.page.locator(INPUT).getAttribute('type')).toBe('text')
    await test.mount(['input', { type: 'safe-password' }])
    await test.page.click(INPUT)
    await test.page.evaluate(() =>
      (document.activeElement as HTMLElement).shadowRoot!.querySelector('input')!.blur(),
    )
    expect(await details('blur')).toEqual([
      { value: '', cursor: 0, encryptedValue: '', encryptError: 'fail not supported' },
    ])
  })
})

describe('input: placeholder', () => {
  it('is styled by the page through placeholder-class and placeholder-style', async () => {
    await test.page.addStyleTag({
      content: '.hint { color: rgb(1, 2, 3); font-weight: 700 } .input-placeholder { color: rgb(4, 5, 6) }',
    })
    await test.mount([
      'input',
      { placeholder: 'Name', 'placeholder-class': 'hint', 'placeholder-style': 'font-size: 20rpx' },
    ])
    const style = await test.page.locator('wx-input > .hint').evaluate((node) => {
      const { color, fontWeight, fontSize } = getComputedStyle(node)
      return { color, fontWeight, fontSize }
    })
    expect(style).toEqual({ color: 'rgb(1, 2, 3)', fontWeight: '700', fontSize: '10.4px' })
    await test.mount(['input', { placeholder: 'Name' }])
    expect(
      await test.page
        .locator('wx-input > .input-placeholder')
        .evaluate((node) => getComputedStyle(node).color),
    ).toBe('rgb(4, 5, 6)')
  })

  it('stands in the middle, also with a placeholder-class that says where it is', async () => {
    await test.page.addStyleTag({
      content: '.placed { position: absolute; top: 0; left: 0; right: 0; line-height: 24px }',
    })
    for (const style of ['height: 24px', 'height: 60px']) {
      await test.mount(['input', { placeholder: 'Name', 'placeholder-class': 'placed', style }])
      const input = await test.rect('wx-input')
      const placeholder = await test.rect('wx-input > .placed')
      expect(placeholder.y + placeholder.height / 2).toBe(input.y + input.height / 2)
      expect(placeholder).toMatchObject({ x: input.x, width: input.width, height: 24 })
    }
  })

  it('goes when there is a value and names the field for screen readers', async () => {
    await test.mount(['input', { placeholder: 'Name' }])
    const shown = () => test.page.locator('.input-placeholder').isVisible()
    expect(await shown()).toBe(true)
    expect(await test.page.getByRole('textbox', { name: 'Name' }).count()).toBe(1)
    await test.page.click(INPUT)
    await type('a')
    expect(await shown()).toBe(false)
    await test.set('wx-input', { value: '' })
    expect(await shown()).toBe(true)
  })
})

describe('input: focus and keyboard', () => {
  it('follows the focus property, with cursor and selection', async () => {
    await test.mount(['input', { value: 'abcdef' }])
    await test.set('wx-input', { focus: true, 'selection-start': 1, 'selection-end': 3 })
    await type('X')
    expect(await valueOf(INPUT)).toBe('aXdef')
    await test.set('wx-input', { focus: false })
    expect(await details('focus')).toEqual([{ value: 'abcdef', height: 0 }])
    expect(await details('blur')).toEqual([{ value: 'aXdef', cursor: 2 }])
    await test.set('wx-input', {
      'selection-start': undefined,
      'selection-end': undefined,
      cursor: 1,
      focus: true,
    })
    await type('Y')
    expect(await valueOf(INPUT)).toBe('aYXdef')
  })

  it('focuses as soon as it can be seen', async () => {
    await test.mount(['view', { id: 'popup', style: 'display: none' }, ['input', { 'auto-focus': true }]])
    expect(await details('focus')).toEqual([])
    await test.set('#popup', { style: '' })
    await test.waitForEvent('focus')
  })

  it('confirms by Enter and gives up the focus unless confirm-hold', async () => {
    await test.mount(['input', { 'confirm-type': 'search', 'confirm-hold': true }])
    expect(await test.page.locator(INPUT).getAttribute('enterkeyhint')).toBe('search')
    await test.page.click(INPUT)
    await type('q')
    await press('Enter')
    expect(await details('confirm')).toEqual([{ value: 'q' }])
    expect(await details('blur')).toEqual([])
    await test.set('wx-input', { 'confirm-hold': false })
    await press('Enter')
    expect((await details('blur')).length).toBe(1)
  })

  it('has the container’s keyboard while it has the focus', async () => {
    await test.mount(
      ['input', { 'cursor-spacing': 10, 'hold-keyboard': true }],
      ['view', { id: 'other', style: 'height: 90px' }],
    )
    await test.page.click(INPUT)
    const keyboard = await test.page.evaluate(() =>
      harness.widgets.map(({ name, params }) => ({ name, params })),
    )
    expect(keyboard).toEqual([
      {
        name: 'keyboard',
        params: {
          component: 'input',
          type: 'text',
          confirmType: 'done',
          showConfirmBar: true,
          adjustPosition: true,
          cursorSpacing: 10,
          holdKeyboard: true,
          box: { left: 0, top: 0, width: 390, height: expect.any(Number) },
        },
      },
    ])
    await test.page.evaluate(() => harness.widgets[0]!.onEvent!('height', { height: 300, duration: 0.25 }))
    expect(await details('keyboardheightchange')).toEqual([{ height: 300, duration: 0.25 }])
    // hold-keyboard: a tap on the page leaves the focus where it is.
    await test.page.click('#other')
    expect(await details('blur')).toEqual([])
    await test.set('wx-input', { 'hold-keyboard': false })
    await test.page.click('#other')
    expect((await details('blur')).length).toBe(1)
    expect((await details('keyboardheightchange')).at(-1)).toEqual({ height: 0, duration: 0 })
    expect(await test.page.evaluate(() => harness.widgets[0]!.closed)).toBe(true)
  })

  it('keeps the focus that a tap’s handler gave it, though the tap goes on', async () => {
    await test.mount(['input', {}], ['view', { id: 'other', style: 'height: 90px' }])
    await test.page.evaluate(() =>
      harness.find('#other').addEventListener('touchend', () => harness.set('wx-input', { focus: true })),
    )
    const clicked = test.page.evaluate(
      () => new Promise((resolve) => addEventListener('click', resolve, { once: true })),
    )
    await test.page.tap('#other')
    await clicked
    expect(await test.page.evaluate(() => document.activeElement?.localName)).toBe('wx-input')
  })

  it('disabled: cannot be typed into, and presses reach the host', async () => {
    await test.mount(['input', { disabled: true, value: 'fixed' }])
    const box = await test.rect('wx-input')
    const hit = await test.page.evaluate(
      ([x, y]) => {
        const host = document.elementFromPoint(x!, y!)!
        return [host.localName, host.shadowRoot!.elementFromPoint(x!, y!)?.localName]
      },
      [box.x + 20, box.y + 10],
    )
    expect(hit).not.toContain('input')
    await test.page.mouse.click(box.x + 20, box.y + 10)
    await type('x')
    expect(await valueOf(INPUT)).toBe('fixed')
  })

  it('asks for a review of nicknames', async () => {
    await test.mount(['input', { type: 'nickname' }], ['view', { id: 'other', style: 'height: 90px' }])
    await test.page.click(INPUT)
    await type('bad')
    await test.page.click('#other')
    await test.page.evaluate(() =>
      harness.widgets.find(({ name }) => name === 'nickname-review')!.resolve({ pass: false }),
    )
    expect((await test.waitForEvent('nicknamereview')).detail).toEqual({ pass: false, timeout: false })
    expect(await valueOf(INPUT)).toBe('')
  })

  it('shows its keyboard accessory while focused, above the keyboard', async () => {
    await test.mount([
      'textarea',
      {},
      ['keyboard-accessory', { style: 'height: 50px' }, ['view', { id: 'tool' }, 'tool']],
    ])
    expect(await test.page.locator('#tool').isVisible()).toBe(false)
    await test.page.click(AREA)
    await test.page.evaluate(() => harness.widgets[0]!.onEvent!('height', { height: 200, duration: 0 }))
    expect(await test.page.locator('#tool').isVisible()).toBe(true)
    expect((await test.rect('wx-keyboard-accessory')).y).toBe(844 - 200 - 50)
    await test.page.click('#tool')
    expect(await details('blur')).toEqual([])
  })
})

describe('textarea', () => {
  it('is 300 by 150 and breaks lines on Enter', async () => {
    await test.mount(['textarea', {}])
    expect(await test.rect('wx-textarea')).toMatchObject({ width: 300, height: 150 })
    await test.page.click(AREA)
    await type('a')
    await press('Enter')
    await type('b')
    expect(await valueOf(AREA)).toBe('a\nb')
    expect(await details('confirm')).toEqual([])
    await press('Control+Enter')
    expect(await details('confirm')).toEqual([{ value: 'a\nb' }])
  })

  it('confirms on Enter with a confirm-type of its own', async () => {
    await test.mount(['textarea', { 'confirm-type': 'send' }])
    await test.page.click(AREA)
    await type('hi')
    await press('Enter')
    expect(await details('confirm')).toEqual([{ value: 'hi' }])
    expect((await details('blur')).length).toBe(1)
  })

  it('grows with its text and says how many lines there are', async () => {
    await test.mount([
      'textarea',
      { 'auto-height': true, value: 'a', style: 'line-height: 20px; height: 300px' },
    ])
    await expect.poll(async () => (await test.rect('wx-textarea')).height).toBe(20)
    await test.page.click(AREA)
    await press('End')
    await press('Enter')
    await type('b')
    expect((await test.rect('wx-textarea')).height).toBe(40)
    expect((await details('linechange')).at(-1)).toEqual({
      height: 40,
      heightRpx: expect.closeTo(76.92, 1),
      lineCount: 2,
      lineHeight: 20,
    })
    await test.set('wx-textarea', { value: '1\n2\n3\n4' })
    expect((await test.rect('wx-textarea')).height).toBe(80)
    await test.set('wx-textarea', { value: '' })
    expect((await test.rect('wx-textarea')).height).toBe(20)
  })

  it('shows a placeholder of several lines in its own style', async () => {
    await test.page.addStyleTag({ content: '.textarea-placeholder { color: rgb(9, 9, 9) }' })
    await test.mount(['textarea', { placeholder: 'one\ntwo' }])
    const placeholder = test.page.locator('wx-textarea > .textarea-placeholder')
    expect(await placeholder.evaluate((node) => getComputedStyle(node).color)).toBe('rgb(9, 9, 9)')
    expect((await placeholder.boundingBox())!.height).toBeGreaterThan(30)
  })
})
