import { compileFunction } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { buildNpm, createNpmBuilder, overlayFiles, type NpmOptions } from '../../src/npm'
import { compileScript, resolveModule } from '../../src/script'
import { memorySourceFiles } from '../memory-source-files'

const DEFAULTS: NpmOptions = { root: '', relations: [] }

function manifest(fields: Record<string, unknown>): string {
  return JSON.stringify(fields)
}

async function build(contents: Record<string, string>, options: Partial<NpmOptions> = {}) {
  const files = memorySourceFiles(contents)
  const output = await buildNpm(files, { ...DEFAULTS, ...options })
  const problems = output.diagnostics.map(
    ({ code, file, line, column }) => `${code} ${file}:${line}:${column}`,
  )
  return {
    all: overlayFiles(files, output.files),
    paths: [...output.files.keys()].toSorted(),
    problems,
    output,
  }
}

/** Requires a name in the built project as the runtime does. */
async function run(contents: Record<string, string>, source: string, options: Partial<NpmOptions> = {}) {
  const { all } = await build({ ...contents, 'main.js': source }, options)
  const modules = new Map<string, { exports: unknown }>()
  const codes = new Map<string, string>()
  const compile = async (path: string): Promise<void> => {
    if (codes.has(path)) return
    const { code, requires } = await compileScript(path, all, { minify: false, sourceMap: false })
    codes.set(path, code)
    for (const { specifier } of requires) {
      const target = resolveModule(specifier, path, all, { root: '', alias: {} })
      if (target !== undefined) await compile(target)
    }
  }
  const load = (path: string): unknown => {
    const known = modules.get(path)
    if (known) return known.exports
    const module = { exports: {} }
    modules.set(path, module)
    compileFunction(codes.get(path)!, ['require', 'module', 'exports']).call(
      module.exports,
      (name: string) => {
        const target = resolveModule(name, path, all, { root: '', alias: {} })
        if (target === undefined) throw new Error(`no module ${name}`)
        return load(target)
      },
      module,
      module.exports,
    )
    return module.exports
  }
  await compile('main.js')
  return load('main.js')
}

describe('packages of scripts', () => {
  it('become one index.js, whatever kind of modules they have', async () => {
    const exports = await run(
      {
        'package.json': manifest({
          dependencies: { common: '1', es: '1', '@scope/only-exports': '1' },
          devDependencies: { dev: '1' },
        }),
        'node_modules/common/package.json': manifest({ name: 'common', main: 'lib' }),
        'node_modules/common/lib/index.js': `exports.a = require('./part').a; exports.data = require('../data')`,
        'node_modules/common/lib/part.js': `exports.a = 1`,
        'node_modules/common/data.json': `{"d":2}`,
        'node_modules/es/package.json': manifest({ name: 'es', module: 'es.js', main: './dist/es' }),
        'node_modules/es/dist/es.js': `import { v } from './v'; export default v; export const env = process.env.NODE_ENV`,
        'node_modules/es/dist/v.js': `export const v = 3`,
        'node_modules/@scope/only-exports/package.json': manifest({
          name: '@scope/only-exports',
          exports: { '.': { import: './no.mjs', require: './yes.cjs' } },
        }),
        'node_modules/@scope/only-exports/yes.cjs': `module.exports = 4`,
        'node_modules/dev/package.json': manifest({ name: 'dev' }),
        'node_modules/dev/index.js': `throw 1`,
      },
      `import es, { env } from 'es'; export default [require('common'), es, env, require('@scope/only-exports')]`,
    )
    expect(exports).toMatchObject({ default: [{ a: 1, data: { d: 2 } }, 3, 'production', 4] })
  })

  it('are packed once, with what they need beside them', async () => {
    const contents = {
      'package.json': manifest({ dependencies: { a: '1', b: '1' } }),
      'node_modules/a/package.json': manifest({ name: 'a', dependencies: { shared: '1', unused: '1' } }),
      'node_modules/a/index.js': `module.exports = require('shared')`,
      'node_modules/b/package.json': manifest({ name: 'b', dependencies: { shared: '1' } }),
      'node_modules/b/index.js': `exports.shared = require('shared'); exports.part = require('shared/part'); exports.own = require('own')`,
      'node_modules/b/node_modules/own/package.json': manifest({ name: 'own' }),
      'node_modules/b/node_modules/own/index.js': `module.exports = 'own'`,
      'node_modules/shared/package.json': manifest({ name: 'shared' }),
      'node_modules/shared/index.js': `module.exports = {}`,
      'node_modules/shared/part.js': `module.exports = 'part'`,
      'node_modules/unused/package.json': manifest({ name: 'unused' }),
      'node_modules/unused/index.js': ``,
    }
    const { paths, problems } = await build(contents)
    expect(problems).toEqual([])
    expect(paths).toEqual([
      'miniprogram_npm/a/index.js',
      'miniprogram_npm/b/index.js',
      'miniprogram_npm/b/miniprogram_npm/own/index.js',
      'miniprogram_npm/shared/index.js',
    ])
    expect(
      await run(
        contents,
        `const b = require('b'); module.exports = [require('a') === b.shared, b.part, b.own]`,
      ),
    ).toEqual([true, 'part', 'own'])
  })

  it('take what they have for browsers instead of Node.js', async () => {
    const contents = {
      'package.json': manifest({ dependencies: { a: '1' } }),
      'node_modules/a/package.json': manifest({
        name: 'a',
        main: './node.js',
        browser: { './node.js': './browser.js', './lib/http.js': './lib/wx.js', fs: false },
      }),
      'node_modules/a/node.js': `require('http')`,
      'node_modules/a/browser.js': `exports.http = require('./lib/http'); exports.fs = require('fs')`,
      'node_modules/a/lib/http.js': `require('http')`,
      'node_modules/a/lib/wx.js': `module.exports = 'wx'`,
    }
    expect((await build(contents)).problems).toEqual([])
    expect(await run(contents, `module.exports = require('a')`)).toEqual({ http: 'wx', fs: {} })
  })

  it('that need Node.js are built with a warning', async () => {
    const { problems, paths } = await build({
      'package.json': manifest({ dependencies: { a: '1' } }),
      'node_modules/a/package.json': manifest({ name: 'a' }),
      'node_modules/a/index.js': `exports.read = () => require('node:fs')`,
    })
    expect(problems).toEqual(['npm-node-module node_modules/a/package.json:undefined:undefined'])
    expect(paths).toEqual(['miniprogram_npm/a/index.js'])
  })

  it('that cannot be built throw when they are required', async () => {
    const contents = {
      'package.json': manifest({ dependencies: { a: '1' } }),
      'node_modules/a/package.json': manifest({ name: 'a' }),
      'node_modules/a/index.js': `require('./missing')`,
    }
    const { problems, output } = await build(contents)
    expect(problems).toEqual(['npm-bundle node_modules/a/package.json:undefined:undefined'])
    expect(output.diagnostics[0]!.message).toContain('(node_modules/a/index.js:1)')
    await expect(run(contents, `require('a')`)).rejects.toThrow('npm package a could not be built')
  })

  it('without anything to run are reported, unless they bring types', async () => {
    const { problems, paths } = await build({
      'package.json': manifest({ dependencies: { css: '1', '@types/x': '1' } }),
      'node_modules/css/package.json': manifest({ name: 'css', main: 'a.js' }),
      'node_modules/@types/x/package.json': manifest({ name: '@types/x', main: '' }),
    })
    expect(problems).toEqual(['npm-entry-missing node_modules/css/package.json:undefined:undefined'])
    expect(paths).toEqual([])
  })
})

describe('packages for mini programs', () => {
  const contents = {
    'package.json': manifest({ dependencies: { ui: '1', old: '1' } }),
    'node_modules/ui/package.json': manifest({
      name: 'ui',
      miniprogram: './dist/',
      dependencies: { dayjs: '1' },
    }),
    'node_modules/ui/src/button.js': 'not copied',
    'node_modules/ui/dist/button/button.wxml': '<view/>',
    'node_modules/ui/dist/button/button.js': 'Component({})',
    'node_modules/ui/dist/node_modules/x/index.js': 'not copied',
    'node_modules/dayjs/package.json': manifest({ name: 'dayjs' }),
    'node_modules/dayjs/index.js': 'module.exports = 1',
    'node_modules/old/package.json': manifest({ name: 'old', main: 'lib.js' }),
    'node_modules/old/lib.js': 'not used',
    'node_modules/old/miniprogram_dist/index.js': 'module.exports = 2',
  }

  it('are copied as they are, and what they depend on is built', async () => {
    const { paths, output, problems } = await build(contents)
    expect(problems).toEqual([])
    expect(paths).toEqual([
      'miniprogram_npm/dayjs/index.js',
      'miniprogram_npm/old/index.js',
      'miniprogram_npm/ui/button/button.js',
      'miniprogram_npm/ui/button/button.wxml',
    ])
    expect(new TextDecoder().decode(output.files.get('miniprogram_npm/ui/button/button.wxml'))).toBe(
      '<view/>',
    )
  })

  it('need files that can list a folder', async () => {
    const files = { ...memorySourceFiles(contents), listFolder: undefined }
    const { diagnostics } = await buildNpm(files, DEFAULTS)
    expect(diagnostics.map(({ code }) => code)).toContain('npm-unlistable')
  })
})

describe('where packages come from and go to', () => {
  const a = {
    'node_modules/a/package.json': manifest({ name: 'a' }),
    'node_modules/a/index.js': 'module.exports = 1',
  }

  it('is beside each package.json of the mini program', async () => {
    const { paths } = await build(
      {
        ...a,
        'm/package.json': manifest({ dependencies: { a: '1' } }),
        'm/sub/package.json': manifest({ dependencies: { b: '1' } }),
        'm/sub/node_modules/b/package.json': manifest({ name: 'b' }),
        'm/sub/node_modules/b/index.js': '',
        'server/package.json': manifest({ dependencies: { a: '1' } }),
      },
      { root: 'm/' },
    )
    expect(paths).toEqual(['m/miniprogram_npm/a/index.js', 'm/sub/miniprogram_npm/b/index.js'])
  })

  it('is the mini program if only the project has a package.json', async () => {
    const { paths } = await build(
      { ...a, 'package.json': manifest({ dependencies: { a: '1' } }) },
      { root: 'm/' },
    )
    expect(paths).toEqual(['m/miniprogram_npm/a/index.js'])
  })

  it('is what the project says', async () => {
    const { paths } = await build(
      {
        ...a,
        'package.json': manifest({ dependencies: { a: '1' } }),
        'm/package.json': manifest({ dependencies: { b: '1' } }),
      },
      { root: 'm/', relations: [{ packageJsonPath: './package.json', miniprogramNpmDistDir: './m/sub/' }] },
    )
    expect(paths).toEqual(['m/sub/miniprogram_npm/a/index.js'])
  })

  it('is left alone where the project brings the package built', async () => {
    const { paths, all, problems } = await build({
      ...a,
      'package.json': manifest({ dependencies: { a: '1', gone: '1' } }),
      'miniprogram_npm/a/index.js': 'module.exports = 2',
    })
    expect(paths).toEqual([])
    expect(problems).toEqual([])
    expect(all.readText('miniprogram_npm/a/index.js')).toBe('module.exports = 2')
  })
})

describe('what is wrong', () => {
  it('is a package that is not installed, at its place', async () => {
    const { problems, output } = await build({ 'package.json': '{\n  "dependencies": {\n    "a": "1" } }' })
    expect(problems).toEqual(['npm-missing package.json:3:5'])
    expect(output.diagnostics[0]!.help).toContain('npm install')
  })

  it('is a package.json that is none', async () => {
    expect((await build({ 'package.json': '[]' })).problems).toEqual([
      'npm-manifest package.json:undefined:undefined',
    ])
  })

  it('is a name that leads out of node_modules', async () => {
    const dependencies = { '../../secret': '1', a: '1', '..': '1' }
    const { problems } = await build({ 'package.json': manifest({ dependencies }) })
    expect(problems).toHaveLength(1)
  })

  it('is not a ring of packages', async () => {
    const contents = {
      'package.json': manifest({ dependencies: { a: '1' } }),
      'node_modules/a/package.json': manifest({ name: 'a' }),
      'node_modules/a/index.js': `exports.b = require('b'); exports.a = 1`,
      'node_modules/b/package.json': manifest({ name: 'b', main: '.' }),
      'node_modules/b/index.js': `exports.early = require('a').a; exports.part = require('a/part')`,
      'node_modules/a/part.js': `exports.b = require('b').early`,
    }
    expect(await run(contents, `module.exports = require('a')`)).toMatchObject({
      a: 1,
      b: { early: undefined },
    })
  })
})

it('a builder packs again only what has another package.json', async () => {
  const contents: Record<string, string> = {
    'package.json': manifest({ dependencies: { a: '1' } }),
    'node_modules/a/package.json': manifest({ name: 'a', version: '1' }),
    'node_modules/a/index.js': 'module.exports = "one"',
  }
  const files = memorySourceFiles(contents)
  const builder = createNpmBuilder()
  const text = async () =>
    new TextDecoder().decode((await builder.build(files, DEFAULTS)).files.get('miniprogram_npm/a/index.js'))
  expect(await text()).toContain('one')
  contents['node_modules/a/index.js'] = 'module.exports = "two"'
  expect(await text()).toContain('one')
  contents['node_modules/a/package.json'] = manifest({ name: 'a', version: '2' })
  expect(await text()).toContain('two')
})
