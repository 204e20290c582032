import { readdir } from 'node:fs/promises'
import { join, parse } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Op, type ToFrame, VIEW_PART_TAGS, type ViewPart } from '@sampan/protocol'
import { build } from 'esbuild'
import { chromium } from 'playwright-core'
import { expect, it } from 'vitest'
import { createPartPreparation } from '../src/late-parts/prepare-parts'

/** A loader whose parts come when the test says so. */
function start() {
  const asked: ViewPart[] = []
  const arrivals = new Map<ViewPart, () => void>()
  const here = new Set<ViewPart>()
  const prepare = createPartPreparation({
    load(part) {
      if (here.has(part)) return undefined
      asked.push(part)
      return new Promise<void>((resolve) =>
        arrivals.set(part, () => {
          here.add(part)
          resolve()
        }),
      )
    },
  })
  return { asked, prepare, arrive: (part: ViewPart) => arrivals.get(part)!() }
}

let firstName = 0
const batch = (names: string[], ...operations: number[]): ToFrame => {
  const message: ToFrame = {
    type: 'batch',
    batch: { operations: new Int32Array(operations), firstName, names, values: [], ack: 0 },
  }
  firstName += names.length
  return message
}

it('waits for the parts of the elements that a batch creates', async () => {
  firstName = 0
  const { asked, prepare, arrive } = start()
  expect(prepare(batch(['view', 'text'], Op.CreateElement, 2, 0, Op.CreateElement, 3, 1))).toBeUndefined()
  const waiting = prepare(
    batch(['map', 'slider'], Op.CreateElement, 4, 2, Op.Append, 1, 4, Op.CreateElement, 5, 3),
  )
  expect(asked).toEqual(['map', 'forms'])
  arrive('map')
  arrive('forms')
  await waiting
  expect(prepare(batch([], Op.CreateElement, 6, 2))).toBeUndefined()
})

it('does not take classes, events or custom components for built-in ones', () => {
  firstName = 0
  const { asked, prepare } = start()
  prepare(
    batch(
      ['view', 'map', 'video', 'switch', ''],
      Op.CreateElement,
      2,
      0,
      Op.SetClass,
      2,
      1,
      Op.SetListener,
      2,
      2,
      1,
    ),
  )
  prepare(batch([], Op.CreateHost, 3, 3, 4))
  expect(asked).toEqual([])
  prepare(batch([], Op.CreateElement, 4, 1))
  expect(asked).toEqual(['map'])
})

it('loads what animates when something is animated', () => {
  firstName = 0
  const { asked, prepare } = start()
  prepare(batch(['animation'], Op.SetClass, 1, 0))
  expect(asked).toEqual([])
  prepare(batch([], Op.SetAttribute, 1, 0, 0))
  prepare({ type: 'call', id: 1, node: 2, method: 'scrollTo', args: [] })
  prepare({ type: 'call', id: 1, node: 2, method: 'animate', args: [] })
  expect(asked).toEqual(['animation', 'animation'])
})

it('survives names and operations that make no sense', () => {
  firstName = 0
  const { asked, prepare } = start()
  prepare(batch(['__proto__', 'constructor', '../map', 'map.js', 'map'], 99, 1, 2, Op.CreateElement))
  prepare(
    batch([], Op.CreateElement, 1, 0, Op.CreateElement, 1, 1, Op.CreateElement, 1, 2, Op.CreateElement, 1, 3),
  )
  expect(asked).toEqual([])
})

it('has a part for each line of the table, which defines the components of its tags', async () => {
  const folder = fileURLToPath(new URL('../src/parts', import.meta.url))
  const parts = (await readdir(folder)).map((file) => parse(file).name)
  expect(parts.sort()).toEqual([...Object.keys(VIEW_PART_TAGS), 'animation', 'wxs'].sort())
  const { outputFiles } = await build({
    entryPoints: Object.keys(VIEW_PART_TAGS).map((part) => join(folder, `${part}.ts`)),
    loader: { '.css': 'text' },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    outdir: folder,
  })
  const scripts = outputFiles.map(({ path, text }) => [parse(path).name, text] as const)
  const browser = await chromium.launch({
    executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--headless', '--disable-gpu', '--no-first-run'],
  })
  const page = await browser.newPage()
  const defined = await page.evaluate(runApart, scripts).finally(() => browser.close())
  for (const [part, tags] of Object.entries(VIEW_PART_TAGS)) {
    expect(defined[part]!.elements.sort(), part).toEqual(
      tags.map((tag) => `wx-${tag}`).filter((name) => !defined[part]!.rules.includes(name)),
    )
  }
})

/** Runs in the page: each script in a frame of its own. Answers what it defines, and the names with no more than a rule. */
function runApart(scripts: (readonly [string, string])[]) {
  return Object.fromEntries(
    scripts.map(([name, text]) => {
      const frame = document.createElement('iframe')
      document.body.append(frame)
      const inside = frame.contentWindow as Window & typeof globalThis
      const elements: string[] = []
      inside.customElements.define = (tag: string) => void elements.push(tag)
      const script = inside.document.createElement('script')
      script.textContent = text
      inside.document.head.append(script)
      const rules = [...inside.document.adoptedStyleSheets].flatMap((sheet) =>
        [...sheet.cssRules].flatMap(({ cssText }) => cssText.match(/wx-[\w-]+/g) ?? []),
      )
      return [name, { elements, rules: rules.filter((rule) => !elements.includes(rule)) }]
    }),
  )
}
