import type { ToFrame } from '@sampan/protocol'
import { expect, it } from 'vitest'
import { createOrderedHandler } from '../../src/page/ordered-handler'
import { createProgramFiles } from '../../src/page/program-files'

const batch = (...values: unknown[]): ToFrame => ({
  type: 'batch',
  batch: { operations: new Int32Array(), firstName: 0, names: [], values, ack: 0 },
})
const styles: ToFrame = { type: 'styles', sheets: [] }

function start(contents: Record<string, string>) {
  const asked: string[] = []
  const files = createProgramFiles(async (path) => {
    asked.push(path)
    return contents[path] === undefined ? null : new Blob([contents[path]])
  })
  const handled: ToFrame[] = []
  return {
    asked,
    files,
    handled,
    handle: createOrderedHandler([files.prepare], (message) => handled.push(message)),
  }
}

it('hands messages on at once when they name no file', () => {
  const { asked, handled, handle } = start({})
  const plain = batch('/a.png', 5, { list: ['https://a.test/x.png'] }, null)
  handle(plain)
  handle(styles)
  expect(handled).toEqual([plain, styles])
  expect(asked).toEqual([])
})

it('keeps the order while files are on their way, and has their addresses then', async () => {
  const { asked, files, handled, handle } = start({ 'wxfile://tmp/a.png': 'A', 'wxfile://usr/b.png': 'B' })
  const withFiles = batch('wxfile://tmp/a.png', {
    nodes: [{ attrs: { style: 'background: url("wxfile://usr/b.png")' } }],
  })
  handle(withFiles)
  handle(styles)
  expect(handled).toEqual([])
  await expect.poll(() => handled.length).toBe(2)
  expect(handled).toEqual([withFiles, styles])
  expect(await (await fetch(files.urlOf('wxfile://tmp/a.png')!)).text()).toBe('A')
  expect(files.resolveStyle('a: url(wxfile://usr/b.png) url(wxfile://tmp/none)')).toBe(
    `a: url(${files.urlOf('wxfile://usr/b.png')}) url(wxfile://tmp/none)`,
  )
  handle(batch('wxfile://tmp/a.png', 'wxfile://usr/b.png'))
  await expect.poll(() => handled.length).toBe(3)
  expect(asked).toEqual(['wxfile://tmp/a.png', 'wxfile://usr/b.png', 'wxfile://usr/b.png'])
})

it('goes on when a file is not there, and looks into the arguments of calls', async () => {
  const { asked, files, handled, handle } = start({})
  handle({
    type: 'call',
    id: 1,
    node: 2,
    method: 'draw',
    args: [false, [['drawImage', 'wxfile://tmp/x.png', 0, 0]]],
  })
  await expect.poll(() => handled.length).toBe(1)
  expect(asked).toEqual(['wxfile://tmp/x.png'])
  expect(files.urlOf('wxfile://tmp/x.png')).toBeUndefined()
})
