import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestPage, type TestPage } from '../components/open-page'

let opened: TestPage
beforeAll(async () => {
  opened = await openTestPage({}, '../animation/animation-page.ts')
})
afterAll(() => opened?.close())
beforeEach(() =>
  opened.page.evaluate(() => {
    document.body.innerHTML = '<div id="box" style="width: 100px; height: 100px; opacity: 1"></div>'
    window.harness.ends.length = 0
  }),
)

declare global {
  interface Window {
    harness: {
      ends: string[]
      apply(data: unknown): void
      forward(ms: number): void
      style(property: string): string
    }
  }
}

const HOUR = 3_600_000

function action(animates: object[], timing: object = {}): object {
  return {
    animates,
    option: {
      transformOrigin: '50% 50% 0',
      transition: { duration: HOUR, timingFunction: 'linear', delay: 0, ...timing },
    },
  }
}
const opacity = (value: number) => ({ type: 'style', args: ['opacity', value] })
const width = (value: string) => ({ type: 'style', args: ['width', value] })

const apply = (data: unknown) => opened.page.evaluate((given) => window.harness.apply(given), data)
const forward = (ms: number) => opened.page.evaluate((given) => window.harness.forward(given), ms)
const style = (property: string) => opened.page.evaluate((name) => window.harness.style(name), property)
const ends = () => opened.page.evaluate(() => [...window.harness.ends])
const near = (value: string) => Math.round(Number.parseFloat(value) * 100) / 100

describe('applyAnimation', () => {
  test('moves over its duration and stays, whatever the style says later', async () => {
    await apply({ actions: [action([opacity(0), { type: 'translate', args: [30, '10%'] }])] })
    await forward(HOUR / 2)
    expect(near(await style('opacity'))).toBeCloseTo(0.5, 1)
    await forward(HOUR)
    await expect.poll(ends).toEqual(['opacity', 'transform'])
    await opened.page.evaluate(() =>
      document.querySelector('#box')!.setAttribute('style', 'width:100px;height:100px'),
    )
    expect(await style('opacity')).toBe('0')
    expect(await style('transform')).toBe('matrix(1, 0, 0, 1, 30, 10)')
  })

  test('plays groups one after the other and tells of each property that changed', async () => {
    const rotate = { type: 'rotate', args: [90] }
    await apply({ actions: [action([rotate]), action([rotate, width('50px'), opacity(1)])] })
    await forward(HOUR)
    await expect.poll(ends).toEqual(['transform'])
    expect(near(await style('width'))).toBeGreaterThan(95)
    await forward(HOUR)
    await expect.poll(ends).toEqual(['transform', 'width'])
    expect(await style('width')).toBe('50px')
  })

  test('goes on from where an animation is that it replaces', async () => {
    await apply({ actions: [action([width('200px')]), action([width('0px')])] })
    await forward(HOUR / 2)
    await apply({ actions: [action([width('100px')])] })
    expect(near(await style('width'))).toBeCloseTo(150, 0)
    await forward(HOUR / 2)
    expect(near(await style('width'))).toBeCloseTo(125, 0)
    await forward(HOUR)
    await expect.poll(ends).toEqual(['width'])
    expect(await style('width')).toBe('100px')
    const left = await opened.page.evaluate(() => document.getAnimations().length)
    expect(left).toBe(1)
  })

  test('without duration is there at once', async () => {
    await apply({ actions: [action([width('10rpx')], { duration: 0 })] })
    await expect.poll(ends).toEqual(['width'])
    expect(near(await style('width'))).toBeCloseTo(5.2, 1)
  })

  test('takes anything without breaking', async () => {
    for (const data of [null, 'x', { actions: {} }, { actions: [null, { animates: [null, { type: 1 }] }] }]) {
      await apply(data)
    }
    await apply({ actions: [action([opacity(0.5)], { timingFunction: 'no such curve', duration: -1 })] })
    await expect.poll(() => style('opacity')).toBe('0.5')
  })
})
