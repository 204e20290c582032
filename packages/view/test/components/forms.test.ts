import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Tree } from './container-page'
import { openTestPage, type TestPage } from './open-page'

let test: TestPage
beforeAll(async () => {
  test = await openTestPage({}, 'form-page.ts')
})
afterAll(() => test.close())

const details = async (name: string) => (await test.events(name)).map(({ detail }) => detail)
const press = (key: string) => test.page.keyboard.press(key)
const classesOf = (selector: string) => test.page.locator(selector).evaluate((node) => [...node.classList])
const styleOf = (selector: string, name: string, pseudo?: string) =>
  test.page
    .locator(selector)
    .evaluate(
      (node, [property, part]) => getComputedStyle(node, part).getPropertyValue(property!),
      [name, pseudo],
    )
const setV2 = (on: boolean) =>
  test.page.evaluate((value) => document.documentElement.toggleAttribute('data-style-v2', value), on)
async function withStyles(css: string, run: () => Promise<void>): Promise<void> {
  const style = await test.page.addStyleTag({ content: css })
  await run()
  await style.evaluate((node) => (node as Element).remove())
}

describe('button', () => {
  it('looks like WeChat’s of both generations, and programs restyle it', async () => {
    await test.mount(['button', { type: 'primary', class: 'mine' }, 'OK'])
    expect(await styleOf('wx-button', 'background-color')).toBe('rgb(26, 173, 25)')
    expect(await test.rect('wx-button')).toMatchObject({ width: 390, height: 46 })
    await setV2(true)
    expect(await styleOf('wx-button', 'background-color')).toBe('rgb(7, 193, 96)')
    expect(await test.rect('wx-button')).toMatchObject({ width: 184, height: 40 })
    // As in WeChat: a single class loses against the rules for types, and wins over the ones for all buttons.
    await withStyles('.mine { background-color: red; border-radius: 9px }', async () => {
      expect(await styleOf('wx-button', 'background-color')).toBe('rgb(7, 193, 96)')
      expect(await styleOf('wx-button', 'border-radius')).toBe('9px')
      await test.set('wx-button', { type: undefined })
      expect(await styleOf('wx-button', 'background-color')).toBe('rgb(255, 0, 0)')
    })
    await setV2(false)
    await withStyles('wx-button::after { border: none }', async () => {
      expect(await styleOf('wx-button', 'border-top-width', '::after')).toBe('0px')
    })
    await withStyles('html { --wx-primary: rgb(1, 2, 3) }', async () => {
      await test.set('wx-button', { type: 'primary' })
      expect(await styleOf('wx-button', 'background-color')).toBe('rgb(1, 2, 3)')
    })
  })

  it('has its hover class while pressed, and a moment longer', async () => {
    await test.mount([
      'button',
      { 'hover-class': 'pressed more', 'hover-start-time': 0, 'hover-stay-time': 80 },
      'OK',
    ])
    await test.page.mouse.move(100, 20)
    await test.page.mouse.down()
    await expect.poll(() => classesOf('wx-button')).toEqual(['pressed', 'more'])
    // The program rewrites the class meanwhile.
    await test.set('wx-button', { class: 'other' })
    await expect.poll(() => classesOf('wx-button')).toEqual(['other', 'pressed', 'more'])
    const released = await test.page.evaluateHandle(() => ({
      after: formHarness.classAfterRelease('wx-button'),
    }))
    await test.page.mouse.up()
    const { className, stayMs } = await released.evaluate(({ after }) => after)
    expect(className).toBe('other pressed more')
    expect(stayMs).toBeGreaterThanOrEqual(79)
    await expect.poll(() => classesOf('wx-button')).toEqual(['other'])
  })

  it('shows the hover class of a quick tap, and never with none', async () => {
    await test.mount(['view', { id: 'outer' }, ['button', { 'hover-stay-time': 60 }, 'OK']])
    const seen = await test.page.evaluateHandle(() => formHarness.recordClasses('wx-button'))
    await test.page.tap('wx-button')
    await expect.poll(() => seen.jsonValue()).toEqual(['button-hover', ''])
    await test.set('wx-button', { 'hover-class': 'none' })
    await test.page.evaluate(() => {
      const options = { 'hover-class': 'lit', 'hover-start-time': 40 }
      formHarness.attachHover(harness.find('#outer'), () => formHarness.readHover(options))
    })
    await test.page.mouse.move(100, 20)
    await test.page.mouse.down()
    await expect.poll(() => classesOf('#outer')).toEqual(['lit'])
    await test.page.mouse.up()
    expect(await seen.jsonValue()).toEqual(['button-hover', ''])
  })

  it('loses the hover class when the pointer moves away', async () => {
    await test.mount(['button', { 'hover-start-time': 0 }, 'OK'])
    await test.page.mouse.move(100, 20)
    await test.page.mouse.down()
    await expect.poll(() => classesOf('wx-button')).toEqual(['button-hover'])
    await test.page.mouse.move(140, 20)
    await expect.poll(() => classesOf('wx-button')).toEqual([])
    await test.page.mouse.up()
  })

  it('keeps the press from elements around it with hover-stop-propagation', async () => {
    await test.mount([
      'view',
      { id: 'outer', style: 'padding: 10px' },
      ['button', { 'hover-stop-propagation': true, 'hover-start-time': 0 }, 'OK'],
    ])
    await test.page.evaluate(() => {
      const { attachHover, readHover } = formHarness
      attachHover(harness.find('#outer'), () => readHover({ 'hover-class': 'lit', 'hover-start-time': 0 }))
    })
    await test.page.mouse.move(100, 30)
    await test.page.mouse.down()
    await expect.poll(() => classesOf('wx-button')).toEqual(['button-hover'])
    expect(await classesOf('#outer')).toEqual([])
    await test.page.mouse.up()
    await test.page.mouse.move(100, 4)
    await test.page.mouse.down()
    await expect.poll(() => classesOf('#outer')).toEqual(['lit'])
    await test.page.mouse.up()
  })

  it('asks for its open-type on a tap, by finger or key, unless disabled', async () => {
    await test.mount([
      'button',
      { openType: 'contact', 'session-from': 's', 'show-message-card': true },
      'Talk',
    ])
    await test.page.tap('wx-button')
    expect(await details('opentap')).toEqual([
      {
        openType: 'contact',
        attributes: expect.objectContaining({ sessionFrom: 's', showMessageCard: true, lang: 'en' }),
      },
    ])
    await test.clear()
    await test.page.locator('wx-button').focus()
    await press('Enter')
    expect((await test.events()).map(({ name }) => name)).toEqual(['tap', 'opentap'])
    await test.set('wx-button', { disabled: true })
    await test.clear()
    await test.page.tap('wx-button', { force: true })
    expect(await test.events()).toEqual([])
    const facts = await test.page
      .locator('wx-button')
      .evaluate((node) => [
        (node as HTMLElement & { blocksTap: boolean }).blocksTap,
        node.getAttribute('aria-disabled'),
        node.role,
        (node as HTMLElement).tabIndex,
      ])
    expect(facts).toEqual([true, 'true', 'button', -1])
  })

  it('takes WeChat’s accessibility attributes', async () => {
    await test.mount(['button', { 'aria-role': 'link', 'aria-label': 'Away', 'aria-hidden': false }, 'x'])
    expect(await test.page.getByRole('link', { name: 'Away' }).count()).toBe(1)
  })
})

const form: Tree = [
  'form',
  {},
  ['input', { name: 'text', value: 'a' }],
  ['textarea', { name: 'long', value: 'b' }],
  ['switch', { name: 'on', checked: true }],
  ['slider', { name: 'level', value: 30 }],
  [
    'checkbox-group',
    { name: 'many' },
    ['checkbox', { value: 'x', checked: true }],
    ['checkbox', { value: 'y' }],
    ['checkbox', { value: 'z', checked: true }],
  ],
  ['radio-group', { name: 'one' }, ['radio', { value: 'p' }], ['radio', { value: 'q', checked: true }]],
  ['picker', { name: 'pick', range: ['r', 's'], value: 1 }, 'pick'],
  ['input', { value: 'no name' }],
  ['form', {}, ['input', { name: 'inner', value: 'other form' }]],
  ['view', {}, ['button', { formType: 'submit', id: 'submit' }, 'Submit']],
  ['button', { 'form-type': 'reset', id: 'reset' }, 'Reset'],
]

describe('form', () => {
  it('submits what its fields hold, with their nodes and the button’s', async () => {
    await test.mount(form)
    await test.page.evaluate(() => {
      harness.find('#submit').nodeId = 77
      harness.find('wx-input').nodeId = 5
    })
    await test.page.tap('#submit')
    const [submit] = (await details('submit')) as [{ value: unknown; fields: unknown[]; submitter: number }]
    expect(submit.value).toEqual({
      text: 'a',
      long: 'b',
      on: true,
      level: 30,
      many: ['x', 'z'],
      one: 'q',
      pick: 1,
    })
    expect(submit.fields[0]).toEqual({ node: 5, name: 'text', value: 'a' })
    expect(submit.submitter).toBe(77)
  })

  it('takes in what is being typed, blur first', async () => {
    await test.mount(form)
    await test.page.locator('wx-input >> input').first().click()
    await press('End')
    await test.page.keyboard.type('!')
    await test.page.tap('#submit')
    const names = (await test.events()).map(({ name }) => name)
    expect(names.indexOf('blur')).toBeLessThan(names.indexOf('submit'))
    expect((await details('submit'))[0]).toMatchObject({ value: { text: 'a!' } })
  })

  it('resets to nothing', async () => {
    await test.mount(form)
    await test.page.tap('#reset')
    expect(await details('reset')).toEqual([{}])
    await test.page.tap('#submit')
    expect((await details('submit'))[0]).toMatchObject({
      value: { text: '', long: '', on: false, level: 0, many: [], one: '', pick: 0 },
    })
  })
})

describe('checkbox and radio', () => {
  it('report the group’s values in the order of the page', async () => {
    await test.mount([
      'checkbox-group',
      {},
      ['checkbox', { value: 'a' }, 'A'],
      ['checkbox', { value: 'b', disabled: true }, 'B'],
      ['checkbox', { value: 'c' }, 'C'],
    ])
    await test.page.tap('wx-checkbox:nth-child(3)')
    await test.page.tap('wx-checkbox:nth-child(2)', { force: true })
    await test.page.tap('wx-checkbox:nth-child(1)')
    expect(await details('change')).toEqual([{ value: ['c'] }, { value: ['a', 'c'] }])
    await test.page.locator('wx-checkbox').first().focus()
    await press('Space')
    expect((await details('change')).at(-1)).toEqual({ value: ['c'] })
    expect(await test.page.getByRole('checkbox', { checked: true }).count()).toBe(1)
  })

  it('let a radio go when another one is chosen, also by arrow keys', async () => {
    await test.mount([
      'radio-group',
      {},
      ['radio', { value: 'a', checked: true }],
      ['radio', { value: 'b' }],
      ['radio', { value: 'c' }],
    ])
    await test.page.tap('wx-radio:nth-child(1)')
    expect(await details('change')).toEqual([])
    await test.page.tap('wx-radio:nth-child(2)')
    await test.page.locator('wx-radio:nth-child(2)').focus()
    await press('ArrowDown')
    expect(await details('change')).toEqual([{ value: 'b' }, { value: 'c' }])
    expect(await test.page.locator('wx-radio[checked]').count()).toBe(1)
  })

  it('leave one radio of a group on when the program puts on more', async () => {
    const radio = (value: string): Tree => ['label', {}, ['radio', { value, checked: true }]]
    await test.mount(['radio-group', {}, radio('a'), radio('b'), radio('c')], radio('d'))
    const checked = () =>
      test.page.locator('wx-radio').evaluateAll((all) => all.map((one) => one.hasAttribute('checked')))
    expect(await checked()).toEqual([false, false, true, true])
    await test.set('wx-radio', { checked: true })
    expect(await checked()).toEqual([true, false, false, true])
  })

  it('tell the label around them whether they are on', async () => {
    const option = (value: string): Tree => ['label', {}, ['radio', { value }], value]
    await test.mount(['radio-group', {}, option('a'), option('b')])
    const labelsOn = () => test.page.locator('wx-label[aria-checked="true"]').allTextContents()
    expect(await labelsOn()).toEqual([])
    await test.page.tap('wx-label:nth-child(1)')
    expect(await labelsOn()).toEqual(['a'])
    await test.page.tap('wx-label:nth-child(2)')
    expect(await labelsOn()).toEqual(['b'])
  })

  it('ignore stale values of the program and take later ones', async () => {
    await test.mount(['checkbox-group', {}, ['checkbox', { value: 'a' }]])
    await test.page.tap('wx-checkbox')
    await test.page.evaluate(() => {
      harness.setAck(0)
      harness.set('wx-checkbox', { checked: false })
      harness.setAck(undefined)
    })
    expect(await test.page.locator('wx-checkbox[checked]').count()).toBe(1)
    await test.set('wx-checkbox', { checked: false })
    expect(await test.page.locator('wx-checkbox[checked]').count()).toBe(0)
  })

  it('have the inside that programs restyle', async () => {
    const css = `
      wx-checkbox .wx-checkbox-input { width: 30px; height: 30px; border-radius: 50% }
      wx-checkbox .wx-checkbox-input.wx-checkbox-input-checked { background: rgb(255, 0, 0) }
      wx-checkbox .wx-checkbox-input.wx-checkbox-input-checked::before { color: rgb(0, 0, 255); font-size: 12px }
      wx-radio .wx-radio-input.wx-radio-input-checked { background-color: rgb(0, 255, 0) !important }
      wx-switch .wx-switch-input { width: 40px; height: 20px } wx-switch .wx-switch-input::after { width: 18px; height: 18px }`
    await withStyles(css, async () => {
      await test.mount(
        ['checkbox', { checked: true }],
        ['radio', { checked: true, color: '#123456' }],
        ['switch', {}],
      )
      // The border lies around the size.
      expect(await test.rect('.wx-checkbox-input')).toMatchObject({ width: 32, height: 32 })
      expect(await styleOf('.wx-checkbox-input', 'background-color')).toBe('rgb(255, 0, 0)')
      expect(await styleOf('.wx-checkbox-input', 'color', '::before')).toBe('rgb(0, 0, 255)')
      expect(await styleOf('.wx-radio-input', 'background-color')).toBe('rgb(0, 255, 0)')
      expect(await test.rect('.wx-switch-input')).toMatchObject({ width: 40, height: 20 })
    })
  })
})

describe('switch', () => {
  it('changes on a tap and on a key, and tells', async () => {
    await test.mount(['switch', { color: 'rgb(1, 2, 3)' }])
    await test.page.tap('wx-switch')
    expect(await details('change')).toEqual([{ value: true }])
    expect(await test.events('checked')).toMatchObject([{ kind: 'model', detail: true }])
    expect(await styleOf('.wx-switch-input', 'border-top-color')).toMatch(/rgb/)
    await press('Tab')
    await test.page.locator('wx-switch').focus()
    await press('Enter')
    expect((await details('change')).at(-1)).toEqual({ value: false })
    expect(await test.page.getByRole('switch', { checked: false }).count()).toBe(1)
    await test.set('wx-switch', { type: 'checkbox', checked: true })
    expect(await classesOf('wx-switch > [slot]')).toEqual(['wx-checkbox-input', 'wx-checkbox-input-checked'])
    await test.set('wx-switch', { disabled: true })
    await test.clear()
    await test.page.tap('wx-switch', { force: true })
    expect(await test.events()).toEqual([])
  })
})

describe('slider', () => {
  // 390 px less 18 on either side
  const at = (ratio: number) => 18 + 354 * ratio

  it('follows a finger and tells the end', async () => {
    await test.mount(['slider', { value: 50, step: 5 }])
    const y = (await test.rect('wx-slider')).y + 9
    await test.swipe([at(0.5), y], [at(0.82), y])
    const changing = (await details('changing')) as { value: number }[]
    expect(changing.at(-1)).toEqual({ value: 80 })
    expect(changing.every(({ value }) => value % 5 === 0)).toBe(true)
    expect(await details('change')).toEqual([{ value: 80 }])
    expect(await test.events('value')).not.toEqual([])
  })

  it('jumps to a tap, with a mouse as well, and does not move when disabled', async () => {
    await test.mount(['slider', { min: 10, max: 20, step: 0.1, 'show-value': true }])
    const y = (await test.rect('wx-slider')).y + 9
    const value = test.page.locator('wx-slider >> .value')
    expect(await value.textContent()).toBe('10')
    const track = await test.page.locator('wx-slider >> .track').boundingBox()
    await test.page.mouse.click(track!.x + track!.width * 0.77, y)
    expect(await details('change')).toEqual([{ value: 17.7 }])
    expect(await value.textContent()).toBe('17.7')
    await test.page.mouse.move(track!.x + track!.width * 0.77, y)
    await test.page.mouse.down()
    await test.page.mouse.move(track!.x + track!.width * 0.5, y, { steps: 4 })
    await test.page.mouse.up()
    expect((await details('change')).length).toBe(2)
    expect((await details('change')).at(-1)).toEqual({ value: 15 })
    await test.set('wx-slider', { disabled: true })
    await test.clear()
    await test.swipe([at(0.5), y], [at(0.8), y])
    await test.page.mouse.click(at(0.1), y)
    expect(await test.events()).toEqual([])
  })

  it('obeys the keys and is not pulled back by echoes', async () => {
    await test.mount(['slider', { value: 50 }])
    await test.page.locator('wx-slider').focus()
    await press('ArrowRight')
    await press('PageUp')
    await press('End')
    expect(await details('change')).toEqual([{ value: 51 }, { value: 61 }, { value: 100 }])
    await test.page.evaluate(() => {
      harness.setAck(0)
      harness.set('wx-slider', { value: 51 })
      harness.setAck(undefined)
    })
    expect(await test.page.getByRole('slider').getAttribute('aria-valuenow')).toBe('100')
  })
})

describe('label', () => {
  it('hands a tap to its first control, or to the one it names', async () => {
    await test.mount(
      ['label', { id: 'around' }, 'text', ['switch', { id: 'first' }], ['switch', { id: 'second' }]],
      ['label', { id: 'named', for: 'far' }, 'for'],
      ['view', {}, ['switch', { id: 'far' }]],
    )
    await test.page.tap('#around', { position: { x: 5, y: 5 } })
    await test.page.tap('#second')
    await test.page.tap('#named')
    expect((await test.events('change')).map(({ target }) => target)).toEqual(['first', 'second', 'far'])
  })

  it('of a button is the button', async () => {
    await test.mount([
      'label',
      { id: 'l' },
      'text',
      ['button', { 'open-type': 'share', id: 'b', style: 'width: 80px' }],
    ])
    await test.page.tap('#l', { position: { x: 5, y: 5 } })
    expect((await test.events()).map(({ name, target }) => `${target} ${name}`)).toEqual([
      'b tap',
      'b opentap',
    ])
  })
})

describe('navigator', () => {
  it('asks for what its attributes say', async () => {
    await test.mount(['navigator', { url: '/pages/a?x=1', 'open-type': 'redirect' }, 'go'])
    await test.page.tap('wx-navigator')
    expect(await details('navigate')).toEqual([
      {
        target: 'self',
        openType: 'redirect',
        url: '/pages/a?x=1',
        delta: 1,
        appId: '',
        path: '',
        extraData: null,
        version: 'release',
        shortLink: '',
      },
    ])
    await test.set('wx-navigator', {
      target: 'miniProgram',
      openType: 'navigate',
      'app-id': 'wx1',
      path: 'p',
      'extra-data': { a: 1 },
      version: 'trial',
    })
    await test.page.locator('wx-navigator').focus()
    await press('Enter')
    expect((await details('navigate')).at(-1)).toMatchObject({
      target: 'miniProgram',
      appId: 'wx1',
      path: 'p',
      extraData: { a: 1 },
      version: 'trial',
    })
  })
})

const iconTypes = ['success', 'success_no_circle', 'success_circle', 'info', 'info_circle', 'warn', 'waiting']
const moreIconTypes = [
  'waiting_circle',
  'cancel',
  'download',
  'search',
  'clear',
  'circle',
  'safe_success',
  'safe_warn',
]
const gap = 'margin-top: 6px'

/** For the eye: SCREENSHOTS=<folder> keeps pictures of both generations. */
describe('gallery', () => {
  for (const generation of ['v1', 'v2']) {
    it(`draws everything in ${generation}`, async () => {
      await setV2(generation === 'v2')
      await test.mount(
        [
          'view',
          { style: 'padding: 10px' },
          ['button', { type: 'primary' }, 'Primary'],
          ['button', { type: 'default', style: gap }, 'Default'],
          ['button', { style: gap }, 'No type'],
          ['button', { type: 'warn', style: gap }, 'Warn'],
          ['button', { type: 'primary', loading: true, style: gap }, 'Loading'],
          ['button', { type: 'primary', disabled: true, style: gap }, 'Disabled'],
          ['button', { disabled: true, style: gap }, 'Disabled'],
          ['button', { type: 'primary', plain: true, style: gap }, 'Plain'],
          ['button', { plain: true, style: gap }, 'Plain'],
          ['button', { type: 'primary', size: 'mini' }, 'Mini'],
          ['button', { size: 'mini' }, 'Mini'],
          ['button', { type: 'warn', size: 'mini', loading: true }, 'Mini'],
        ],
        ['input', { placeholder: 'Placeholder' }],
        ['input', { value: 'Value', style: 'border: 1px solid #ccc; padding: 8px; margin-top: 8px' }],
        [
          'input',
          { value: 'secret', password: true, style: 'text-align: center; color: red; font-size: 20px' },
        ],
        [
          'textarea',
          { value: 'auto height\nof two lines', 'auto-height': true, style: 'border: 1px solid #ddd' },
        ],
        [
          'checkbox-group',
          {},
          ['checkbox', { checked: true }, 'On'],
          ['checkbox', {}, 'Off'],
          ['checkbox', { checked: true, color: 'red' }, 'Red'],
          ['checkbox', { checked: true, disabled: true }, 'Disabled'],
        ],
        ['radio', { checked: true }, 'On'],
        ['radio', {}, 'Off'],
        ['radio', { checked: true, color: '#10aeff' }, 'Blue'],
        ['radio', { checked: true, disabled: true }, 'Disabled'],
        [
          'view',
          {},
          ['switch', { checked: true }],
          ['switch', {}],
          ['switch', { checked: true, color: '#10aeff' }],
          ['switch', { checked: true, disabled: true }],
          ['switch', { type: 'checkbox', checked: true }],
        ],
        ['slider', { value: 40, 'show-value': true }],
        ['slider', { value: 70, 'block-size': 16, activeColor: 'red', 'block-color': '#ffcc00' }],
        ['view', {}, ...[...iconTypes, ...moreIconTypes].map((type): Tree => ['icon', { type }])],
        ['progress', { percent: 40, 'show-info': true }],
      )
      await test.screenshot(`form-components-${generation}`)
      const heights = await test.page.evaluate(() =>
        [...document.body.querySelectorAll('*')].map((node) => node.getBoundingClientRect().height),
      )
      expect(Math.min(...heights)).toBeGreaterThan(0)
      await setV2(false)
    })
  }
})
