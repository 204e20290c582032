import { runInNewContext } from 'node:vm'
import { SourceMapConsumer } from 'source-map-js'
import { describe, expect, it } from 'vitest'
import { compileScript, resolveModule, type ScriptOptions } from '../../src/script'
import type { SourceFiles } from '../../src/source-files'
import { memorySourceFiles } from '../memory-source-files'

const DEFAULTS: ScriptOptions = { minify: false, sourceMap: false }
type Require = ((name: string) => unknown) & { async: (name: string) => Promise<unknown> }

/** What a module of a test gives out: anything. */
type Exports = Record<string, any>

/** Compiles every file, and requires one as the runtime does. */
async function run(
  contents: Record<string, string>,
  entry = 'main.js',
  options: Partial<ScriptOptions> = {},
) {
  const files = memorySourceFiles(contents)
  const paths = Object.keys(contents).filter((path) => !path.endsWith('tsconfig.json'))
  const compiled = await Promise.all(
    paths.map((path) => compileScript(path, files, { ...DEFAULTS, ...options })),
  )
  const body = paths.map(
    (path, index) => `${JSON.stringify(path)}:function(require,module,exports){\n${compiled[index]!.code}\n}`,
  )
  const log: unknown[] = []
  const factories = runInNewContext(`({${body.join(',')}})`, { log }) as Record<
    string,
    (...args: unknown[]) => void
  >
  const modules: Record<string, { exports: unknown }> = {}
  const load = (path: string): unknown => {
    if (modules[path]) return modules[path].exports
    const module = (modules[path] = { exports: {} })
    const require = ((name: string) => {
      const target = resolveModule(name, path, files, { root: '', alias: {} })
      if (target === undefined) throw new Error(`no module ${name}`)
      return load(target)
    }) as Require
    require.async = async (name) => require(name)
    factories[path]!.call(module.exports, require, module, module.exports)
    return module.exports
  }
  return { exports: load(entry) as Exports, log, compiled }
}

async function runOne(source: string, options: Partial<ScriptOptions> = {}): Promise<Exports> {
  return (await run({ 'main.js': source }, 'main.js', options)).exports
}

async function compileOne(source: string, path = 'main.js', files: Record<string, string> = {}) {
  return compileScript(path, memorySourceFiles({ ...files, [path]: source }), DEFAULTS)
}

describe.each([{ minify: false }, { minify: true }])('modules, minify: $minify', ({ minify }) => {
  it('take an ES module and CommonJS from each other', async () => {
    const { exports } = await run(
      {
        'main.js': `
          import whole, { named } from './common'
          import * as space from './common'
          import def, { other as renamed } from './es'
          const es = require('./es')
          module.exports = { whole, named, space, def, renamed, es }`,
        'common.js': `module.exports = { named: 1, fn() { return this.named } }`,
        'es.js': `export default class Es {}\nexport const other = 2`,
      },
      'main.js',
      { minify },
    )
    expect(exports.whole.fn()).toBe(1)
    expect(exports.named).toBe(1)
    expect(exports.space.named).toBe(1)
    expect(exports.space.default).toBe(exports.whole)
    expect(typeof exports.def).toBe('function')
    expect(exports.renamed).toBe(2)
    expect(exports.es.__esModule).toBe(true)
    expect(exports.es.default).toBe(exports.def)
  })

  it.each([
    ['null', 'null', null],
    ['a text', '"text"', 'text'],
    ['a number', '3', 3],
  ])('import %s as default', async (_, value, expected) => {
    const { exports } = await run(
      { 'main.js': `import x from './v'; export default x`, 'v.js': `module.exports = ${value}` },
      'main.js',
      { minify },
    )
    expect(exports.default).toBe(expected)
  })

  it('may use export beside exports and module.exports', async () => {
    expect(await runOne('export const a = 1\nexports.b = 2\nmodule.exports.c = 3', { minify })).toEqual({
      a: 1,
      b: 2,
      c: 3,
    })
    expect(await runOne('export const a = 1\nmodule.exports = { d: 4 }', { minify })).toEqual({ d: 4 })
  })

  it('re-export by name, by star and as a space', async () => {
    const { exports } = await run(
      {
        'main.js': `export * from './a'\nexport { default as b, c } from './b'\nexport * as space from './a'`,
        'a.js': `export const a = 1\nexport default 'not by star'`,
        'b.js': `module.exports = { c: 3 }`,
      },
      'main.js',
      { minify },
    )
    expect(exports).toMatchObject({ a: 1, b: { c: 3 }, c: 3, space: { a: 1 } })
    expect(exports.default).toBeUndefined()
  })

  it('see each other in a ring: functions at once, the rest as undefined and later live', async () => {
    const { exports, log } = await run(
      {
        'main.js': `import { early } from './b'\nexport const value = 'set'\nexport function fn() { return 'fn' }
          export const result = early()`,
        'b.js': `import { value, fn } from './main'\nlog.push(value, fn())\nexport const early = () => value`,
      },
      'main.js',
      { minify },
    )
    expect(log).toEqual([undefined, 'fn'])
    expect(exports.result).toBe('set')
  })

  it('let others overwrite their exports', async () => {
    const { exports } = await run(
      {
        'main.js': `const api = require('./api'); api.get = () => 2; exports.x = api.get()`,
        'api.js': `export const get = () => 1`,
      },
      'main.js',
      { minify },
    )
    expect(exports.x).toBe(2)
  })

  it('load lazily with import() and require.async', async () => {
    const { exports } = await run(
      {
        'main.js': `export const es = import('./es'), common = import("./common"), plain = require.async('./common')`,
        'es.js': `export default 1`,
        'common.js': `module.exports = 2`,
      },
      'main.js',
      { minify },
    )
    expect(await exports.es).toMatchObject({ default: 1 })
    expect(await exports.common).toMatchObject({ default: 2 })
    expect(await exports.plain).toBe(2)
  })

  it('have this as their exports and stay sloppy', async () => {
    const source = `this.a = 010; undeclared = 2; exports.b = undeclared; exports.c = function () { return typeof this }()
      with ({ d: 4 }) { exports.d = d }`
    expect(await runOne(source, { minify })).toEqual({ a: 8, b: 2, c: 'object', d: 4 })
    expect(
      await runOne(`export const a = 1; undeclared = 2; export const b = undeclared`, { minify }),
    ).toEqual({ a: 1, b: 2 })
  })

  it('may declare the names of module parameters', async () => {
    expect(await runOne(`const exports = { a: 1 }; export default exports`, { minify })).toEqual({
      default: { a: 1 },
    })
  })

  it('may carry the helpers of another build', async () => {
    const source = `var __defProp = Object.defineProperty;
var __toCommonJS = (mod) => __defProp({}, "__esModule", { value: true });
module.exports = __toCommonJS({});
module.exports.a = 1;`
    expect(await runOne(source, { minify })).toMatchObject({ a: 1 })
  })

  it('use the syntax of today', async () => {
    expect(
      await runOne(
        `class A { #x = 1; static s = 2; get() { return this.#x ?? 0 } }
        let b = null; b ??= 5; b ||= 6
        export default [new A().get(), A.s, b?.toFixed(), 1_000n, [...'ab'], { ...{ c: 1 } }, async () => { for await (const x of []); }].slice(0, 6)`,
        { minify },
      ),
    ).toEqual({ default: [1, 2, '5', 1000n, ['a', 'b'], { c: 1 }] })
  })

  it('may be JSON', async () => {
    const { exports } = await run(
      {
        'main.js': `import data, { a } from './data.json'; exports.a = a; exports.data = data`,
        'data.json': `\ufeff{ "a": 1, "__proto__": { "b": 2 } }`,
      },
      'main.js',
      { minify },
    )
    expect(exports.a).toBe(1)
    expect(Object.keys(exports.data)).toEqual(['a', '__proto__'])
  })
})

describe('TypeScript', () => {
  it('compiles enums, namespaces, import = and export =', async () => {
    const { exports } = await run(
      {
        'main.ts': `import lib = require('./lib'); import type { T } from './types'
          const enum E { A = 1, B } enum F { X = 'x' } namespace N { export const y: number = 3 }
          const t: T = { v: E.B }; export = { e: t.v, f: F.X, n: N.y, lib: lib.z, g: <T,>(x: T) => x! }`,
        'lib.ts': `export const z = 4 as const`,
        'types.ts': `export interface T { v: number }`,
      },
      'main.ts',
    )
    expect(exports).toMatchObject({ e: 2, f: 'x', n: 3, lib: 4 })
  })

  it('drops what is imported for its type only, and keeps the rest', async () => {
    const output = await compileOne(
      `import { T } from './types'\nimport { v } from './value'\nimport './effect'\nexport const x: T = v`,
      'a.ts',
    )
    expect(output.requires.map(({ specifier }) => specifier)).toEqual(['./value', './effect'])
  })

  it('follows tsconfig.json on decorators and fields', async () => {
    const source = `function dec(target: any, key: string) { log.push(key) }
      class A { constructor() { log.push('x' in this) } }
      class B extends A { declare y: number; x?: number; @dec m() {} }
      new B(); log.push('x' in new B())`
    expect((await run({ 'main.ts': `declare const log: any[]; ${source}` }, 'main.ts')).log).toEqual([
      'm',
      false,
      false,
      false,
    ])
    const tsconfig = `{ // comment\n "extends": "./base", "compilerOptions": { "experimentalDecorators": true, } }`
    const files = {
      'tsconfig.json': tsconfig,
      'base.json': '{"compilerOptions":{"target":"esnext"}}',
      'main.ts': source,
    }
    expect((await run(files, 'main.ts')).log).toEqual(['m', false, false, true])
  })

  it('resolves the aliases of tsconfig.json for the runtime, which does not know them', async () => {
    const files = {
      'tsconfig.json': '{"compilerOptions":{"baseUrl":"./src","paths":{"@/*":["*"],"exact":["lib/exact"]}}}',
      'src/pages/main.ts': `import { a } from '@/lib/a'; import e from 'exact'; import b from 'lib/b'; export default [a, e, b]`,
      'src/lib/a.ts': `export const a = 1`,
      'src/lib/exact.js': `module.exports = 2`,
      'src/lib/b/index.ts': `export default 3`,
    }
    const { exports, compiled } = await run(files, 'src/pages/main.ts')
    expect(exports.default).toEqual([1, 2, 3])
    expect(compiled[0]!.code).toContain('require("../lib/a.ts")')
    expect(compiled[0]!.requires.map(({ specifier }) => specifier)).toEqual(['@/lib/a', 'exact', 'lib/b'])
  })
})

describe('requires', () => {
  it('are found with their places, wherever they stand', async () => {
    const source = [
      `import a from './a'; import * as b from "./b"`,
      `import './c'`,
      `export { d } from './d'; export * from './e'`,
      `if (x) { require( /* f */ './f' ) }`,
      `require.async('./g'); import('./h'); require('./i', (m) => m)`,
      'require(`./j`)',
    ].join('\n')
    const { requires } = await compileOne(source)
    expect(requires.map((r) => `${r.specifier} ${r.line}:${r.column}${r.async ? ' async' : ''}`)).toEqual([
      './a 1:15',
      './b 1:41',
      './c 2:8',
      './d 3:19',
      './e 3:40',
      './f 4:27',
      './g 5:15 async',
      './h 5:30 async',
      './i 5:46 async',
      './j 6:9',
    ])
  })

  it('are not found in text, comments, templates, regular expressions, members and bundles', async () => {
    const source = `
      // require('a')
      /* require('b') */
      const s = "require('c')", t = \`require('d') \${require('yes-1')} require('e')\`, r = /require('f')/g, u = 4 / 2
      x.require('g'); x?.require('h'); ({ require() {} }); const require2 = '/'; require('yes-2')
      const n = a / require('yes-3') / 2; if (a) /'/.test(b); y = [/"/, /[/'"]/]; require('yes-4')
      ;(function (e, require, t) { require('i'); function q() { require('j') } })(); require('yes-5')
      require('k' + x); require(k); const o = { from: 'l' }; Array.from('m')`
    const { requires } = await compileOne(source)
    expect(requires.map(({ specifier }) => specifier)).toEqual(['yes-1', 'yes-2', 'yes-3', 'yes-4', 'yes-5'])
  })
})

describe('files that are wrong', () => {
  it.each([
    ['let a = 1\nlet a = 2', '2:5'],
    ['const x = {\n  a: 1,,\n}', '2:8'],
    ['import a from "a"\nvar b = 010', '2:9'],
    ['export const 中文 = 1; export const 中文 = 2', '1:35'],
    ['export default 1\nawait x', '2:1'],
    ['const a = <view/>', '1:11'],
    ['const r = /(/', undefined],
    ['}, function () {', undefined],
  ])('%s: a diagnostic, and a module that throws', async (source, place) => {
    const output = await compileOne(source)
    expect(output.diagnostics.length).toBeGreaterThan(0)
    const [diagnostic] = output.diagnostics
    expect(diagnostic).toMatchObject({ code: 'script-syntax', severity: 'error', file: 'main.js' })
    expect(diagnostic!.line).toBeGreaterThan(0)
    if (place) expect(`${diagnostic!.line}:${diagnostic!.column}`).toBe(place)
    const { exports } = await run({
      'main.js': `try { require('./bad') } catch (error) { module.exports = error }`,
      'bad.js': source,
    })
    expect(exports.name).toBe('SyntaxError')
    expect(exports.message).toContain(`(bad.js:${diagnostic!.line}:`)
  })

  it('are found by their place when only the converted code is wrong', async () => {
    const { diagnostics } = await compileOne('export const a = 1\nconst r = /(/', 'a.js')
    expect(diagnostics).toMatchObject([{ code: 'script-syntax', file: 'a.js' }])
  })

  it('may be broken JSON', async () => {
    const output = await compileOne('{\n  "a": 1\n  "b": 2 }', 'a.json')
    expect(output.diagnostics).toMatchObject([{ code: 'script-syntax', file: 'a.json', line: 3, column: 3 }])
    expect(output.code).toBe('module.exports = {"a":1,"b":2};')
  })

  it('may be JSON with comments', async () => {
    const output = await compileOne('{ // x\n "a": [1,], }', 'a.json')
    expect(output).toMatchObject({ code: 'module.exports = {"a":[1]};', diagnostics: [] })
  })

  it.each(['a.js', 'a.ts', 'a.json'])('may be nested deeper than the stack: %s', async (path) => {
    const source = `${path === 'a.json' ? '' : 'x='}${'['.repeat(50_000)}${']'.repeat(50_000)}`
    const { diagnostics } = await compileOne(source, path)
    expect(diagnostics).toMatchObject([{ code: 'script-syntax', file: path }])
  })

  it('may be missing', async () => {
    const output = await compileScript('no.js', memorySourceFiles({}), DEFAULTS)
    expect(output.diagnostics).toMatchObject([{ code: 'script-missing', file: 'no.js' }])
  })

  it('that start with a hash-bang or end with a reference to their own map are not wrong', async () => {
    expect(await runOne('#!/usr/bin/env node\nexports.a = 1\n//# sourceMappingURL=a.js.map\n')).toEqual({
      a: 1,
    })
    expect((await compileOne('exports.a = 1\n//# sourceMappingURL=a.js.map')).code).not.toContain(
      '# sourceMapping',
    )
  })
})

describe('source maps', () => {
  it.each([
    ['a script as it is', 'main.js', false],
    ['a script, minified', 'main.js', true],
    ['an ES module', 'es.js', false],
    ['an ES module, minified', 'es.js', true],
    ['TypeScript', 'main.ts', false],
  ])('lead from %s to its source', async (_, path, minify) => {
    const source = `${path.startsWith('es') ? "import x from './x'\n" : ''}const first = 1
      ;function broken(value${path.endsWith('.ts') ? ': number' : ''}) {
        return value.missing.member
      }
      ${path === 'es.js' ? 'export default' : 'exports.default ='} broken`
    const files: SourceFiles = memorySourceFiles({ [path]: source, 'x.js': '' })
    const { code, map } = await compileScript(path, files, { minify, sourceMap: true })
    const consumer = new SourceMapConsumer(JSON.parse(map!))
    for (const word of ['missing', 'member']) {
      const before = code.slice(0, code.indexOf(word)).split('\n')
      const found = consumer.originalPositionFor({ line: before.length, column: before.at(-1)!.length })
      const original = source.slice(0, source.indexOf(word)).split('\n')
      expect(found).toMatchObject({ source: path, line: original.length })
      // esbuild maps a member to the start of its dot.
      expect(Math.abs(found.column - original.at(-1)!.length)).toBeLessThanOrEqual(1)
    }
    expect(consumer.sourceContentFor(path)).toBe(source)
  })
})

describe('size', () => {
  it('of a converted ES module is close to that of its source', async () => {
    const { code } = await compileScript(
      'a.js',
      memorySourceFiles({
        'a.js': `import b, { c } from './b'\nexport const d = b + c\nexport * from './e'`,
      }),
      { minify: true, sourceMap: false },
    )
    expect(code).not.toContain('getOwnPropDesc')
    expect(code.length).toBeLessThan(1000)
  })
})

describe('resolveModule', () => {
  const files = memorySourceFiles({
    'm/app.js': '',
    'm/utils/util.js': '',
    'm/utils/index.js': '',
    'm/utils/data.json': '',
    'm/utils/typed.ts': '',
    'm/utils/dir/index.ts': '',
    'm/utils/a.b': '',
    'm/utils/a.b.js': '',
    'm/pages/x/x.js': '',
    'm/pages/x/near.js': '',
    'm/pages/miniprogram_npm/inner/index.js': '',
    'm/miniprogram_npm/inner/index.js': '',
    'm/miniprogram_npm/outer/index.js': '',
    'm/miniprogram_npm/outer/lib/deep.js': '',
    'm/miniprogram_npm/@scope/pkg/index.js': '',
    'outside.js': '',
  })
  it.each([
    ['../../utils/util', 'm/utils/util.js'],
    ['../../utils/util.js', 'm/utils/util.js'],
    ['../../utils', 'm/utils/index.js'],
    ['../../utils/', 'm/utils/index.js'],
    ['../../utils/data', 'm/utils/data.json'],
    ['../../utils/typed', 'm/utils/typed.ts'],
    ['../../utils/typed.js', 'm/utils/typed.ts'],
    ['../../utils/dir', 'm/utils/dir/index.ts'],
    ['../../utils/a.b', 'm/utils/a.b'],
    ['./near', 'm/pages/x/near.js'],
    ['near', 'm/pages/x/near.js'],
    ['/utils/util', 'm/utils/util.js'],
    ['/near', 'm/pages/x/near.js'],
    ['utils/util', 'm/utils/util.js'],
    ['inner', 'm/pages/miniprogram_npm/inner/index.js'],
    ['outer', 'm/miniprogram_npm/outer/index.js'],
    ['outer/lib/deep', 'm/miniprogram_npm/outer/lib/deep.js'],
    ['@scope/pkg', 'm/miniprogram_npm/@scope/pkg/index.js'],
    ['~/util', 'm/utils/util.js'],
    ['@u/dir', 'm/utils/dir/index.ts'],
    ['@u/special/x', 'm/pages/x/x.js'],
    ['./nowhere', undefined],
    ['../../../../../../x', undefined],
    ['', undefined],
    ['__proto__', undefined],
  ])('%s', (specifier, expected) => {
    const alias = { '~/*': '/utils/*', '@u/*': 'utils/*', '@u/special/*': 'pages/x/*' }
    expect(resolveModule(specifier, 'm/pages/x/x.js', files, { root: 'm/', alias })).toBe(expected)
  })
})
