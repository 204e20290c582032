import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type ProjectContents, buildProject, makeProject } from '../build-project'

const CONFIG = '{"setting":{"useCompilerPlugins":["less"]}}'

async function buildLess(text: string, more: ProjectContents = {}) {
  const { files, diagnostics } = await buildProject(
    makeProject({ 'project.config.json': CONFIG, 'pages/a/a.less': text, ...more }),
  )
  const styles = JSON.parse(String(files.get('packages/main/styles.json'))) as Record<string, string>
  return { styles: JSON.stringify(styles), codes: diagnostics.map(({ code }) => code) }
}

test.each(['evil.less', './evil', 'evil.js', '/evil.less'])(
  'a plugin %s is code, and does not run',
  async (name) => {
    const seen = globalThis as { lessPluginRan?: boolean }
    const plugin = 'globalThis.lessPluginRan = true; module.exports = { install() {} }'
    const { codes } = await buildLess(`@plugin "${name}";\n.a { color: red }`, {
      'pages/a/evil.less': plugin,
      'pages/a/evil.js': plugin,
      'evil.less': plugin,
    })
    expect(seen.lessPluginRan).toBeUndefined()
    expect(codes).toContain('style-preprocessor')
  },
)

test('data-uri reads files of the project and none of the disk', async () => {
  const onDisk = join(mkdtempSync(join(tmpdir(), 'sampan-less-')), 'secret.txt')
  writeFileSync(onDisk, 'not for programs')
  const outside = await buildLess(`.a { background: data-uri('${onDisk}') }`)
  expect(outside.codes).toContain('style-preprocessor')
  expect(outside.styles).not.toContain('not')
  const inside = await buildLess(`.a { background: data-uri('image/gif', 'dot.gif') }`, {
    'pages/a/dot.gif': 'GIF89a',
  })
  expect(inside.codes).toEqual([])
  expect(inside.styles).toContain('data:image/gif,GIF89a')
})
