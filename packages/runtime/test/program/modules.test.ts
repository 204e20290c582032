import { runProgram } from '@sampan/testing'
import { expect, it } from 'vitest'

it('a path from the root that leads nowhere is read from the file’s folder', async () => {
  const program = await runProgram({
    'app.json': JSON.stringify({ pages: ['pages/a/a'] }),
    'app.js': 'App({})',
    'pages/a/a.js': `Page({ data: { found: [require('/lib/both'), require('/lib/near')].join() } })`,
    'pages/a/a.wxml': '{{found}}',
    'lib/both.js': `module.exports = 'root'`,
    'pages/a/lib/both.js': `module.exports = 'folder'`,
    'pages/a/lib/near.js': `module.exports = 'near'`,
  })
  const page = await program.open('pages/a/a')
  expect(program.diagnostics).toEqual([])
  expect(program.errors).toEqual([])
  expect(page.view.text()).toBe('root,near')
})
