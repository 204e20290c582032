import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tileSourceOf } from '../../src/components/map/map-tile-source'
import {
  fitPoints,
  panBy,
  project,
  regionOf,
  unproject,
  type MapView,
} from '../../src/components/map/projection'
import { markedPicture } from './marked-picture'
import { openTestPage, type TestPage } from './open-page'

const view: MapView = { longitude: 113.3245, latitude: 23.1, scale: 14, rotate: 0, width: 300, height: 200 }

describe('projection', () => {
  it('goes there and back, turned or not', () => {
    for (const rotate of [0, 37, -120]) {
      const turned = { ...view, rotate }
      const place = { longitude: 113.31, latitude: 23.11 }
      const back = unproject(turned, project(turned, place))
      expect(back.longitude).toBeCloseTo(place.longitude, 8)
      expect(back.latitude).toBeCloseTo(place.latitude, 8)
    }
    expect(project(view, view)).toEqual({ x: 150, y: 100 })
  })

  it('pans, fits points and stays on the earth', () => {
    const moved = panBy(view, 40, -25)
    const seen = project(moved, view)
    expect(seen.x).toBeCloseTo(190)
    expect(seen.y).toBeCloseTo(75)
    const points = [
      { longitude: 113, latitude: 23 },
      { longitude: 114, latitude: 24 },
    ]
    const fitted = fitPoints(view, points, [10, 20, 30, 40], { low: 3, high: 20 })
    for (const point of points) {
      const { x, y } = project(fitted, point)
      expect(x).toBeGreaterThanOrEqual(39.9)
      expect(x).toBeLessThanOrEqual(280.1)
      expect(y).toBeGreaterThanOrEqual(9.9)
      expect(y).toBeLessThanOrEqual(170.1)
    }
    expect(panBy({ ...view, scale: 3 }, 0, 1e6).latitude).toBeLessThan(86)
    const { southwest, northeast } = regionOf(view)
    expect(southwest.latitude).toBeLessThan(northeast.latitude)
  })

  it('makes URLs of tiles', () => {
    expect(tileSourceOf('/t/{z}/{x}/{y}.png', '').tileUrl(3, 5, 4)).toBe('/t/4/3/5.png')
  })
})

describe('map', () => {
  let test: TestPage
  beforeAll(async () => {
    test = await openTestPage({
      '/files/pin.svg': { type: 'image/svg+xml', body: markedPicture(30, 40, '#383') },
      '/files/tile.svg': { type: 'image/svg+xml', body: markedPicture(256, 256, '#cde') },
    })
  })
  afterAll(() => test.close())

  const center = { longitude: 113.3245, latitude: 23.1 }
  const base = { id: 'map', ...center, scale: 14, style: 'width:100%;height:300px' }
  const marker = (id: number, more: Record<string, unknown> = {}) => ({
    id,
    ...center,
    width: 20,
    height: 30,
    ...more,
  })
  const locationAt = (x: number, y: number) =>
    test.call('#map', 'fromScreenLocation', { x, y }) as Promise<{ longitude: number; latitude: number }>
  const centre = () =>
    test.call('#map', 'getCenterLocation') as Promise<{ longitude: number; latitude: number }>
  const lastRegion = () =>
    test.page.waitForFunction(() => {
      const last = harness.events.findLast(({ name }) => name === 'regionchange')?.detail as { type: string }
      return last?.type === 'end' && last
    })

  it('draws everything in its place', async () => {
    const around = (dx: number, dy: number) => ({
      longitude: center.longitude + dx,
      latitude: center.latitude + dy,
    })
    await test.mount([
      'map',
      {
        ...base,
        style: 'width:100%;height:500px',
        'show-scale': true,
        'show-compass': true,
        'show-location': true,
        markers: [
          marker(1, {
            callout: {
              content: 'An open callout\nwith two lines',
              display: 'ALWAYS',
              bgColor: '#fffbe6',
              padding: 8,
              borderRadius: 6,
            },
          }),
          marker(2, {
            ...around(0.01, 0.01),
            iconPath: 'pin.svg',
            rotate: 30,
            label: { content: 'label', color: '#c00', anchorX: 12, anchorY: -20 },
          }),
          marker(3, { ...around(-0.008, -0.012), iconPath: 'none.png', title: 'a title' }),
          { id: 4, latitude: 'nowhere' },
        ],
        polyline: [
          {
            points: [around(-0.01, 0.012), around(0, 0.006), around(0.012, 0.012)],
            color: '#3c8cffaa',
            width: 8,
            arrowLine: true,
            borderColor: '#1a5',
            borderWidth: 2,
          },
          {
            points: [around(-0.01, 0.016), around(0.01, 0.016)],
            color: '#ff0000',
            width: 2,
            dottedLine: true,
          },
        ],
        polygons: [
          {
            points: [around(-0.01, -0.004), around(-0.002, -0.004), around(-0.006, -0.01)],
            fillColor: '#ff990055',
            strokeColor: '#f90',
            strokeWidth: 2,
          },
        ],
        circles: [{ ...around(0.006, -0.008), radius: 400, fillColor: '#00aa0033', color: '#00aa00' }],
        controls: [
          {
            id: 9,
            iconPath: 'pin.svg',
            position: { left: 10, top: 60, width: 30, height: 40 },
            clickable: true,
          },
        ],
      },
    ])
    await test.page.evaluate(
      (place) =>
        harness.widgets[0]!.onEvent!('change', {
          longitude: place.longitude - 0.004,
          latitude: place.latitude + 0.002,
        }),
      center,
    )
    await test.waitForEvent('updated')
    await test.page.waitForFunction(() => {
      const images = [...harness.find('#map').shadowRoot!.querySelectorAll('img')]
      return images.every((each) => each.complete && each.naturalWidth > 0)
    })
    await test.screenshot('map')
    expect(await test.page.evaluate(() => harness.widgets.map(({ name }) => name))).toEqual(['location'])
    await test.page.click('#map >> .controls img')
    expect((await test.waitForEvent('controltap')).detail).toEqual({ controlId: 9 })
    const dot = (await (await test.page.$('#map >> .me i'))!.boundingBox())!
    await test.page.mouse.click(dot.x + 9, dot.y + 9)
    await test.waitForEvent('anchorpointtap')
  })

  it('taps reach markers, callouts, lines and the ground', async () => {
    await test.mount([
      'map',
      {
        ...base,
        markers: [marker(7, { callout: { content: 'hello', display: 'BYCLICK' } })],
        polyline: [
          {
            points: [
              { ...center, longitude: 113.3 },
              { ...center, longitude: 113.35 },
            ],
            width: 4,
          },
        ],
      },
    ])
    await test.waitForEvent('updated')
    await test.page.mouse.click(195, 140)
    expect((await test.waitForEvent('markertap')).detail).toEqual({ markerId: 7 })
    await test.page.click('#map >> .callout')
    expect((await test.waitForEvent('callouttap')).detail).toEqual({ markerId: 7 })
    await test.page.mouse.click(100, 150)
    expect((await test.waitForEvent('polylinetap')).detail).toMatchObject({ polylineId: 0 })
    const tap = (await test.waitForEvent('tap')).detail as { longitude: number; latitude: number }
    expect(tap).toMatchObject(await locationAt(100, 150))
    await test.page.waitForSelector('#map >> .callout', { state: 'hidden' })
  })

  it('follows the finger, the mouse and the wheel, and tells the region', async () => {
    await test.mount(['map', base])
    await test.waitForEvent('updated')
    const target = await locationAt(145, 150)
    await test.page.mouse.move(195, 150)
    await test.page.mouse.down()
    await test.page.mouse.move(245, 150, { steps: 5 })
    await test.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)))
    await test.page.mouse.up()
    const end = (await (await lastRegion()).jsonValue()) as Record<string, unknown>
    expect(end).toMatchObject({ type: 'end', causedBy: 'drag', scale: 14, region: expect.anything() })
    expect((await centre()).longitude).toBeCloseTo(target.longitude, 6)
    expect((await test.events('regionchange'))[0]!.detail).toMatchObject({
      type: 'begin',
      causedBy: 'gesture',
    })
    expect(await test.events('tap')).toEqual([])

    const under = await locationAt(100, 100)
    await test.page.mouse.move(100, 100)
    await test.page.mouse.wheel(0, -240)
    await test.page.waitForFunction(
      () => (harness.call('#map', 'getScale', [{}]) as { scale: number }).scale === 15,
    )
    expect((await locationAt(100, 100)).longitude).toBeCloseTo(under.longitude, 6)
    await test.page.waitForFunction(() =>
      harness.events.some((event) => (event.detail as { causedBy?: string }).causedBy === 'scale'),
    )
    await test.swipe([200, 200], [200, 100])
    expect((await centre()).latitude).toBeLessThan(center.latitude)
  })

  it('stays still when told so', async () => {
    await test.mount(['map', { ...base, 'enable-scroll': false, setting: { enableZoom: false } }])
    await test.waitForEvent('updated')
    await test.swipe([200, 200], [100, 200])
    await test.page.mouse.wheel(0, -240)
    expect(await centre()).toEqual(center)
    expect(await test.call('#map', 'getScale')).toEqual({ scale: 14 })
  })

  it('moves to what the program sets', async () => {
    await test.mount(['map', base])
    await test.waitForEvent('updated')
    await test.set('#map', { longitude: 116.4, latitude: 39.9, scale: 10 })
    const end = (await (await lastRegion()).jsonValue()) as Record<string, unknown>
    expect(end).toMatchObject({
      causedBy: 'update',
      scale: 10,
      centerLocation: { longitude: 116.4, latitude: 39.9 },
    })
    await test.clear()
    await test.set('#map', { markers: [marker(1)] })
    expect(await test.events('regionchange')).toEqual([])
  })

  it('include-points, alone and by the context', async () => {
    const points = [
      { longitude: 113, latitude: 23 },
      { longitude: 114, latitude: 24 },
    ]
    await test.mount(['map', { ...base, 'include-points': points }])
    await test.waitForEvent('updated')
    const region = (await test.call('#map', 'getRegion')) as {
      southwest: { longitude: number }
      northeast: { longitude: number }
    }
    expect(region.southwest.longitude).toBeLessThanOrEqual(113)
    expect(region.northeast.longitude).toBeGreaterThanOrEqual(114)
    await test.call('#map', 'includePoints', { points: [points[0]], padding: [10] })
    expect((await centre()).longitude).toBeCloseTo(113)
    expect(await test.call('#map', 'getScale')).toEqual({ scale: 18 })
  })

  it('moves markers, adds and removes them, answers for places', async () => {
    await test.mount(['map', { ...base, markers: [marker(1)] }])
    await test.waitForEvent('updated')
    const destination = await locationAt(295, 150)
    await test.call('#map', 'translateMarker', { markerId: 1, destination, duration: 50, autoRotate: false })
    await test.page.waitForFunction(() => {
      const box = harness.find('#map').shadowRoot!.querySelector('.marker img')!.getBoundingClientRect()
      return Math.abs(box.x - 285) < 1 && Math.abs(box.y - 120) < 1
    })
    await test.call('#map', 'addMarkers', { markers: [marker(2)] })
    expect(await test.page.locator('#map >> .marker').count()).toBe(2)
    await test.call('#map', 'removeMarkers', { markerIds: [1] })
    expect(await test.page.locator('#map >> .marker').count()).toBe(1)
    expect(await test.call('#map', 'toScreenLocation', center)).toEqual({ x: 195, y: 150 })
    await expect(test.call('#map', 'translateMarker', { markerId: 99, destination })).rejects.toThrow(
      'translateMarker:fail no marker 99',
    )
    await expect(test.call('#map', 'addArc')).rejects.toThrow('addArc:fail not supported')
    const asked = test.call('#map', 'moveToLocation', {})
    await test.page.waitForFunction(() => harness.widgets.length === 1)
    await test.page.evaluate(() => harness.widgets[0]!.onEvent!('change', { longitude: 100, latitude: 30 }))
    await asked
    expect(await centre()).toEqual({ longitude: 100, latitude: 30 })
  })

  it('shows custom callouts above their markers', async () => {
    await test.mount([
      'map',
      { ...base, markers: [marker(5, { customCallout: { anchorX: 0, anchorY: 0, display: 'ALWAYS' } })] },
      [
        'cover-view',
        { slot: 'callout' },
        ['canvas', { id: 'own', 'marker-id': 5, style: 'width:80px;height:30px;background:gold' }],
      ],
    ])
    await test.waitForEvent('updated')
    expect(await test.rect('#own')).toMatchObject({ x: 155, y: 90, width: 80, height: 30 })
  })

  it('draws the tiles of a source', async () => {
    await test.page.evaluate(() => harness.setMapTiles('/files/tile.svg?{x}-{y}-{z}', '© nobody'))
    await test.mount(['map', base])
    await test.waitForEvent('updated')
    await test.page.waitForFunction(() => {
      const canvas = harness.find('#map').shadowRoot!.querySelector('canvas')!
      const [r, g, b] = canvas.getContext('2d')!.getImageData(200, 150, 1, 1).data
      return `${r},${g},${b}` !== '243,241,236'
    })
    await test.screenshot('map-tiles')
    expect(await test.page.textContent('#map >> .attribution')).toBe('© nobody')
    await test.page.evaluate(() => harness.setMapTiles(undefined, ''))
  })
})
