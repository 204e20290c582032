import type { ToFrame } from '@sampan/protocol'
import { describe, expect, it, vi } from 'vitest'
import { createWx } from '../../src/api'
import '../../src/all-parts'
import type { EventChannel } from '../../src/api/interface/event-channel'
import { createFakeContext } from './fake-context'

type Wx = Record<string, (...args: unknown[]) => unknown>

function start() {
  const context = createFakeContext()
  return { context, wx: createWx(context) as Wx }
}

describe('interactions', () => {
  it('sends what is documented and nothing that cannot be sent', async () => {
    const { wx, context } = start()
    context.answers.showToast = () => undefined
    await wx.showToast?.({ title: 'a', duration: '2000', icon: 'none', extra: () => 1 })
    expect(context.calls).toEqual([
      { api: 'showToast', params: { title: 'a', duration: 2000, icon: 'none' } },
    ])
  })

  it('refuses what the base library refuses', async () => {
    const { wx } = start()
    const failures = [
      [
        wx.showToast?.({}),
        'showToast:fail parameter error: parameter.title should be String instead of Undefined;',
      ],
      [
        wx.showModal?.({ confirmText: '12345' }),
        'showModal:fail confirmText length should not larger than 4 Chinese characters',
      ],
      [
        wx.showActionSheet?.({ itemList: [] }),
        'showActionSheet:fail parameter error: itemList should have at least 1 item',
      ],
      [
        wx.navigateTo?.({}),
        'navigateTo:fail parameter error: parameter.url should be String instead of Undefined;',
      ],
      [wx.pageScrollTo?.({ scrollTop: 1 }), 'pageScrollTo:fail no page is open'],
    ] as const
    for (const [call, errMsg] of failures) await expect(call).rejects.toMatchObject({ errMsg })
  })

  it('hands the answer of the container to the callbacks', async () => {
    const { wx, context } = start()
    context.answers.showModal = () => ({ confirm: true, cancel: false })
    const result = await new Promise((success) => wx.showModal?.({ title: 'a', success }))
    expect(result).toEqual({ confirm: true, cancel: false, errMsg: 'showModal:ok' })
  })
})

describe('navigateTo', () => {
  it('joins opener and opened page with an event channel, both ways and late listeners too', async () => {
    const { wx, context } = start()
    let opened: EventChannel | undefined
    const call = vi.spyOn(context, 'call').mockImplementation(async (_api, _params, channel) => {
      opened = channel
      channel?.emit('early', 1)
    })
    const heard: unknown[] = []
    const { eventChannel, errMsg } = (await wx.navigateTo?.({
      url: '/pages/b',
      events: { early: (value: unknown) => heard.push(['early', value]) },
    })) as { eventChannel: EventChannel; errMsg: string }
    expect(errMsg).toBe('navigateTo:ok')
    expect(call.mock.calls[0]?.slice(0, 2)).toEqual(['navigateTo', { url: '/pages/b' }])
    eventChannel.emit('data', 'before', 2)
    opened?.once('data', (...args) => heard.push(['data', ...args]))
    eventChannel.emit('data', 'lost to once')
    opened?.emit('nobody')
    eventChannel.on('reply', (value) => heard.push(['reply', value]))
    opened?.emit('reply', 3)
    eventChannel.off('reply')
    expect(heard).toEqual([
      ['early', 1],
      ['data', 'before', 2],
      ['reply', 3],
    ])
  })
})

describe('page view', () => {
  it('scrolls to a place or a node, and pulls down', async () => {
    const { wx, context } = start()
    const sent: ToFrame[] = []
    context.openPage({
      send: (message) => void sent.push(message),
      select: (selector) => (selector === '#a' ? [7] : []),
    })
    await wx.pageScrollTo?.({ scrollTop: 100, duration: 0 })
    await wx.pageScrollTo?.({ selector: '#a', offsetTop: -10 })
    await expect(wx.pageScrollTo?.({ selector: '#b' })).rejects.toMatchObject({
      errMsg: 'pageScrollTo:fail selector #b is not found',
    })
    await wx.startPullDownRefresh?.()
    await wx.stopPullDownRefresh?.()
    expect(sent).toEqual([
      { type: 'page-scroll-to', scrollTop: 100, offsetTop: 0, durationMs: 0 },
      { type: 'page-scroll-to', selectorNode: 7, offsetTop: -10, durationMs: 300 },
      { type: 'pull-down', action: 'start' },
      { type: 'pull-down', action: 'stop' },
    ])
  })

  it('loads global fonts in pages that open later', async () => {
    const { wx, context } = start()
    const loads: unknown[] = []
    const callNode = (id: number) => async (node: number, method: string, args: unknown[]) => {
      loads.push([id, node, method, (args[0] as { family: string }).family])
      if ((args[0] as { family: string }).family === 'Broken') throw new Error('A network error occurred.')
    }
    context.openPage({ callNode: callNode(1) })
    await expect(
      wx.loadFontFace?.({ family: 'A', source: 'url("a.ttf")', global: true }),
    ).resolves.toMatchObject({
      status: 'loaded',
    })
    await expect(wx.loadFontFace?.({ family: 'Broken', source: 'url("b.ttf")' })).rejects.toEqual({
      status: 'error',
      errMsg: 'loadFontFace:fail A network error occurred.',
    })
    context.openPage({ callNode: callNode(2) })
    context.emit('pageOpened', 2)
    expect(loads).toEqual([
      [1, 1, 'loadFontFace', 'A'],
      [1, 1, 'loadFontFace', 'Broken'],
      [2, 1, 'loadFontFace', 'A'],
    ])
  })
})

describe('createAnimation', () => {
  it('exports groups as the base library does: later groups keep what earlier ones set', () => {
    const animation = start().wx.createAnimation?.({ duration: 1000, timingFunction: 'ease' }) as Wx
    ;((animation.rotate?.(45) as Wx).width?.(10) as Wx).step?.({ duration: 200 })
    ;(animation.translate?.(1, 2) as Wx).step?.()
    const option = (duration: number) => ({
      transformOrigin: '50% 50% 0',
      transition: { duration, timingFunction: 'ease', delay: 0 },
    })
    const rotate = { type: 'rotate', args: [45] }
    const width = { type: 'style', args: ['width', '10px'] }
    expect(animation.export?.()).toEqual({
      actions: [
        { animates: [rotate, width], option: option(200) },
        { animates: [rotate, width, { type: 'translate', args: [1, 2] }], option: option(1000) },
      ],
    })
    expect(animation.export?.()).toEqual({ actions: [] })
  })
})

describe('createSelectorQuery', () => {
  function startWithPage() {
    const { wx, context } = start()
    const asked: unknown[] = []
    const component = { of: 'page' }
    context.openPage({
      instance: component,
      select: (selector, all, within) => {
        asked.push([selector, all, within === component])
        if (selector === '#none') return []
        // Node 9 is gone by the time the frame looks.
        return all ? [9, 2, 3] : [2]
      },
      describeNode: (node) => ({ id: `node-${node}`, dataset: { n: node }, mark: { m: node } }),
      query: async (requests) =>
        requests.map(({ nodes, all, fields }) => {
          if (nodes === 'viewport') return { scrollTop: 5, scrollLeft: 0 }
          const one = (node: number) => ({
            ...(fields.rect ? { left: node } : {}),
            ...(fields.size ? { width: 10 } : {}),
          })
          return all
            ? nodes.map((node) => (node === 9 ? null : one(node)))
            : nodes[0] === undefined
              ? null
              : one(nodes[0])
        }),
    })
    return { wx, context, asked, component }
  }

  it('joins what the frame measures with what the worker knows', async () => {
    const { wx, component, asked } = startWithPage()
    const query = wx.createSelectorQuery?.() as Wx
    const single = vi.fn()
    const results = await new Promise((resolve) => {
      const at = (ref: unknown) => ref as Wx
      at(query.in?.(component))
      at(query.select?.('#a')).boundingClientRect?.(single)
      at(query.selectAll?.('.b')).fields?.({ size: true, mark: true })
      at(query.select?.('#none')).boundingClientRect?.()
      at(query.selectAll?.('#none')).boundingClientRect?.()
      at(query.selectViewport?.()).scrollOffset?.()
      query.exec?.(resolve)
    })
    const first = { id: 'node-2', dataset: { n: 2 }, left: 2, width: 10 }
    expect(results).toEqual([
      first,
      [
        { mark: { m: 2 }, width: 10 },
        { mark: { m: 3 }, width: 10 },
      ],
      null,
      [],
      { id: '', dataset: {}, scrollTop: 5, scrollLeft: 0 },
    ])
    expect(single).toHaveBeenCalledWith(first)
    expect(asked.slice(0, 2)).toEqual([
      ['#a', false, true],
      ['.b', true, true],
    ])
  })

  it('answers null when no page is open and warns when the frame fails', async () => {
    const { wx, context } = start()
    const exec = () =>
      new Promise((resolve) =>
        (((wx.createSelectorQuery?.() as Wx).select?.('#a') as Wx).boundingClientRect?.() as Wx).exec?.(
          resolve,
        ),
      )
    expect(await exec()).toEqual([null])
    context.openPage({
      select: () => [1],
      query: async () => {
        throw new Error('the page is closed')
      },
    })
    expect(await exec()).toEqual([null])
    expect(context.warnings).toEqual(['A selector query failed: the page is closed'])
  })
})

describe('observers', () => {
  it('observes nodes and disconnects', async () => {
    const { wx, context } = start()
    const requests: unknown[] = []
    const stop = vi.fn()
    let report: ((entry: unknown) => void) | undefined
    context.openPage({
      select: (selector, all) => (selector === '.item' ? (all ? [4, 5] : [4]) : [9]),
      describeNode: (node) => ({ id: `n${node}`, dataset: {}, mark: {} }),
      observe(request, listener) {
        requests.push(request)
        report = listener
        return stop
      },
    })
    const heard: unknown[] = []
    const observer = wx.createIntersectionObserver?.(undefined, {
      thresholds: [0, 0.5],
      observeAll: true,
    }) as Wx
    ;(observer.relativeTo?.('.box') as Wx).relativeToViewport?.({ bottom: 20 })
    observer.observe?.('.item', (entry: unknown) => heard.push(entry))
    await Promise.resolve()
    expect(requests).toEqual([
      {
        kind: 'intersection',
        targets: [4, 5],
        relativeTo: [
          { node: 9, margins: { left: 0, right: 0, top: 0, bottom: 0 } },
          { node: 'viewport', margins: { left: 0, right: 0, top: 0, bottom: 20 } },
        ],
        thresholds: [0, 0.5],
        initialRatio: 0,
        observeAll: true,
      },
    ])
    report?.({ node: 5, intersectionRatio: 0.6 })
    expect(heard).toEqual([{ id: 'n5', dataset: {}, intersectionRatio: 0.6 }])
    observer.disconnect?.()
    expect(stop).toHaveBeenCalledOnce()
  })

  it('asks for media queries in CSS words', () => {
    const { wx, context } = start()
    const queries: unknown[] = []
    context.openPage({
      observe(request) {
        queries.push(request)
        return () => undefined
      },
    })
    const observer = wx.createMediaQueryObserver?.() as Wx
    observer.observe?.({ minWidth: 300, maxWidth: 600, orientation: 'portrait' }, () => {})
    expect(queries).toEqual([
      { kind: 'media', query: '(min-width: 300px) and (max-width: 600px) and (orientation: portrait)' },
    ])
  })
})

describe('worklet', () => {
  it('has shared values whose animations are at their end at once', async () => {
    const { worklet } = start().wx as unknown as { worklet: Wx & { Easing: Wx } }
    const shared = worklet.shared?.(1) as { value: unknown }
    const derived = worklet.derived?.(() => Number(shared.value) * 2) as { value: unknown }
    const ended = new Promise((resolve) => (shared.value = worklet.timing?.(5, { duration: 300 }, resolve)))
    expect([shared.value, derived.value]).toEqual([5, 10])
    expect(await ended).toBe(true)
    const ease = (worklet.Easing.bezier?.(0.25, 0.1, 0.25, 1) as Wx).factory?.() as (t: number) => number
    const curve = worklet.Easing.cubicBezier?.(0.25, 0.1, 0.25, 1) as (t: number) => number
    for (const easing of [ease, curve])
      expect([easing(0), easing(0.5), easing(1)].map((value) => Math.round(value * 100))).toEqual([
        0, 80, 100,
      ])
    expect(await new Promise((resolve) => (worklet.runOnJS?.(resolve) as Wx['x'])?.('args'))).toBe('args')
  })
})
