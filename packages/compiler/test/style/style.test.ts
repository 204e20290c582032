import { describe, expect, it } from 'vitest'
import { compileStyle, createStyleCompiler, type StyleOptions } from '../../src/style'
import { memorySourceFiles } from '../memory-source-files'

const DEFAULTS: StyleOptions = { scope: '', root: '', minify: true, plugins: new Set(['less', 'sass']) }

async function css(source: string, options: Partial<StyleOptions> = {}): Promise<string> {
  const output = await compileStyle('a.wxss', memorySourceFiles({ 'a.wxss': source }), {
    ...DEFAULTS,
    ...options,
  })
  expect(output.diagnostics).toEqual([])
  return output.css
}

async function compileAll(
  files: Record<string, string>,
  entry: string,
  options: Partial<StyleOptions> = {},
): Promise<{ css: string; dependencies: string[]; problems: string[]; assets: string[]; missing: string[] }> {
  const output = await compileStyle(entry, memorySourceFiles(files), { ...DEFAULTS, ...options })
  const problems = output.diagnostics.map((d) => `${d.file}:${d.line}:${d.column} ${d.code}`)
  return { ...output, problems }
}

describe('rpx', () => {
  it.each([
    ['width:750rpx', 'width:100vw'],
    ['width:1rpx', 'width:0.13333vw'],
    ['width:0rpx', 'width:0vw'],
    ['margin:-10rpx +.5rpx 1e2rpx', 'margin:-1.33333vw 0.06667vw 13.33333vw'],
    ['width:10RPX', 'width:1.33333vw'],
    ['width:calc(100% - 2 * 15rpx)', 'width:calc(100% - 2 * 2vw)'],
    ['--gap:30rpx', '--gap:4vw'],
    ['width:var(--w-10rpx,15rpx)', 'width:var(--w-10rpx,2vw)'],
    ['transform:translate(-15rpx,15rpx)scale(1.5)', 'transform:translate(-2vw,2vw)scale(1.5)'],
    ['margin:0 15rpx/* 15rpx */ 0', 'margin:0 2vw 0'],
  ])('%s → %s', async (source, expected) => {
    expect(await css(`.a{${source}}`)).toBe(`.a{${expected}}`)
  })

  it('stays what it is in strings, urls, names and selectors', async () => {
    const source = '.mt-10rpx{content:"10rpx";animation:in-10rpx 1s;background:url(https://a.b/10rpx.png)}'
    expect(await css(source)).toBe(source)
  })

  it('is a length in media queries as well', async () => {
    expect(await css('@media (min-width:750rpx){.a{top:0}}')).toBe('@media(min-width:100vw){.a{top:0}}')
  })
})

describe('selectors', () => {
  it.each([
    ['view', 'wx-view'],
    ['page', 'body'],
    ['page view>text', 'body wx-view>wx-text'],
    ['my-card', 'wx-my-card'],
    ['wx-switch .wx-switch-input', 'wx-switch .s--wx-switch-input'],
    ['*', '*'],
    [':root', ':root'],
    ['#id', '#id'],
    ['.a.b', '.s--a.s--b'],
    ['.a:not(.b,view)::before', '.s--a:not(.s--b,wx-view)::before'],
    ['.a:nth-child(2n + 1 of .b)', '.s--a:nth-child(2n + 1 of .s--b)'],
    ['view:nth-of-type(odd)', 'wx-view:nth-of-type(odd)'],
    ['.a::-webkit-scrollbar', '.s--a::-webkit-scrollbar'],
    ['input[type="text.b"]', 'wx-input[type="text.b"]'],
    ['[class^="icon-"],[class*=" icon-"]', '[class^="s--icon-"],[class*=" s--icon-"]'],
    ['[class~=a]', '[class~="s--a"]'],
    ['.w-1\\/2', '.s--w-1\\/2'],
    ['.\\31 0', '.s--\\31 0'],
    ['.中文', '.s--中文'],
    ['.a + .b ~ .c', '.s--a + .s--b ~ .s--c'],
    [':host .a', '[wx-host="s"] .s--a'],
    [':host(.a)', '[wx-host="s"]:is(.s--a)'],
    [':host, .a', ':where([wx-host="s"]):not(_ _),.s--a'],
  ])('%s → %s', async (selector, expected) => {
    expect(await css(`${selector}{top:0}`, { scope: 's' })).toBe(`${expected}{top:0}`)
  })

  it('have no prefix in pages, where the host is the page', async () => {
    expect(await css(':host .a,:host{top:0}')).toBe('body .a,body{top:0}')
  })

  it('are left alone in keyframes, whose names are global', async () => {
    const source = '@keyframes in{from{top:0}50.5%{top:1px}to{top:2px}}'
    expect(await css(source, { scope: 's' })).toBe(source)
  })

  it('are rewritten inside of conditions and nested rules', async () => {
    expect(await css('@media print{.a{top:0;&.b{top:1px}.c &{top:2px}}}', { scope: 's' })).toBe(
      '@media print{.s--a{top:0;&.s--b{top:1px}.s--c &{top:2px}}}',
    )
  })

  it('take deep combinators for descendants and say so', async () => {
    const { css, problems } = await compileAll(
      { 'a.wxss': '.a >>> .b{top:0}\n.a /deep/ .b{top:0}' },
      'a.wxss',
    )
    expect(css).toBe('.a .b{top:0}.a .b{top:0}')
    expect(problems).toEqual(['a.wxss:1:1 style-deep-selector', 'a.wxss:2:1 style-deep-selector'])
  })
})

describe('values', () => {
  it('names local files from the root', async () => {
    const source = [
      '.a{background:url(../images/a.png)}',
      '.b{background:url("./b.png")}',
      ".c{background:url( '/c.png' )}",
      '.d{background:url(data:image/png;base64,iVBO//w0==)}',
      '.e{background:url(https://a.b/c.png),url(//a.b/c.png),url(#d)}',
      '@font-face{font-family:f;src:url(f.eot?#iefix) format("eot")}',
    ].join('\n')
    const { css, assets } = await compileAll({ 'mini/pages/x/x.wxss': source }, 'mini/pages/x/x.wxss', {
      root: 'mini/',
    })
    expect(css).toBe(
      '.a{background:url(pages/images/a.png)}' +
        '.b{background:url("pages/x/b.png")}' +
        ".c{background:url('c.png')}" +
        '.d{background:url(data:image/png;base64,iVBO//w0==)}' +
        '.e{background:url(https://a.b/c.png),url(//a.b/c.png),url(#d)}' +
        '@font-face{font-family:f;src:url(pages/x/f.eot?#iefix) format("eot")}',
    )
    expect(assets).toEqual(['pages/images/a.png', 'pages/x/b.png', 'c.png', 'pages/x/f.eot'])
  })

  it('lets the page frame set safe areas', async () => {
    expect(await css('.a{padding-bottom:calc(10px + env(safe-area-inset-bottom))}')).toBe(
      '.a{padding-bottom:calc(10px + var(--wx-safe-area-inset-bottom,env(safe-area-inset-bottom)))}',
    )
  })

  it('keeps old flexible boxes, clamped lines and fallbacks, in their order', async () => {
    const source =
      '.a{display:-webkit-box;-webkit-line-clamp:2;-webkit-box-orient:vertical;color:red;color:color(x)}'
    expect(await css(source)).toBe(source)
  })

  it('leaves out what was meant for browsers of the past', async () => {
    expect(await css('.a{*zoom:1;_height:1px;top:0}')).toBe('.a{top:0}')
  })
})

describe('fonts', () => {
  it.each([
    ['font-family:PingFang SC,"Microsoft YaHei"', 'font-family:PingFang SC,"Microsoft YaHei",sans-serif'],
    ['font-family:"sans-serif-like"', 'font-family:"sans-serif-like",sans-serif'],
    ['font-family:iconfont!important', 'font-family:iconfont,sans-serif!important'],
    ['font-family:var(--f,A,B)', 'font-family:var(--f,A,B),sans-serif'],
    ['font-family:A,monospace', 'font-family:A,monospace'],
    ['font-family:inherit', 'font-family:inherit'],
    ['font:bold 15rpx/1.2 A', 'font:bold 2vw/1.2 A,sans-serif'],
    ['font:var(--body)', 'font:var(--body),sans-serif'],
    ['font:caption', 'font:caption'],
    ['--f:A', '--f:A'],
  ])('%s ends with a family that every browser has', async (source, expected) => {
    expect(await css(`.a{${source}}`)).toBe(`.a{${expected}}`)
  })

  it('keeps the name of a font that is declared', async () => {
    const source = '@font-face{font-family:A;src:url(https://a.b/a.ttf)}'
    expect(await css(source)).toBe(source)
  })
})

describe('imports', () => {
  it('go in place, from the folder or the root, with or without extension', async () => {
    const files = {
      'm/pages/x/x.wxss':
        '.x{top:0}@import "y";\n.z{top:0}@import url("../../common.wxss");@import \'/app\';',
      'm/pages/x/y.wxss': '.y{background:url(y.png)}',
      'm/common.wxss': '@charset "utf-8";.common{top:0}',
      'm/app.wxss': '.app{top:0}',
    }
    const output = await compileAll(files, 'm/pages/x/x.wxss', { root: 'm/' })
    expect(output.css).toBe('.x{top:0}.y{background:url(pages/x/y.png)}.z{top:0}.common{top:0}.app{top:0}')
    expect(output.dependencies[0]).toBe('m/pages/x/x.wxss')
    expect(output.dependencies.toSorted()).toEqual(Object.keys(files).toSorted())
    expect(output.problems).toEqual([])
  })

  it('reach packages with and without a tilde', async () => {
    const files = {
      'p/x.wxss': '@import "~lib/a.wxss";@import "lib/b";',
      'miniprogram_npm/lib/a.wxss': '.a{top:0}',
      'p/miniprogram_npm/lib/b.wxss': '.b{top:0}',
    }
    expect((await compileAll(files, 'p/x.wxss')).css).toBe('.a{top:0}.b{top:0}')
  })

  it('apply under their media query', async () => {
    const files = { 'a.wxss': '@import "b" screen and (min-width:750rpx);.a{top:0}', 'b.wxss': '.b{top:0}' }
    expect((await compileAll(files, 'a.wxss')).css).toBe(
      '@media screen and (min-width:100vw){.b{top:0}}.a{top:0}',
    )
  })

  it('count once, where they come last', async () => {
    const files = {
      'a.wxss': '@import "base";.a{top:0}@import "theme";',
      'theme.wxss': '@import "base";.theme{top:0}',
      'base.wxss': '.base{top:0}',
    }
    expect((await compileAll(files, 'a.wxss')).css).toBe('.a{top:0}.base{top:0}.theme{top:0}')
  })

  it('of missing, remote and circular files are left out with a warning in their place', async () => {
    const files = {
      'a.wxss': '.a{top:0}\n  @import "nowhere";\n@import "b";\n@import "https://a.b/c.css";',
      'b.wxss': '.b{top:0}\n@import "a";',
    }
    const { css, problems, missing } = await compileAll(files, 'a.wxss')
    expect(css).toBe('.a{top:0}.b{top:0}')
    expect(problems.toSorted()).toEqual([
      'a.wxss:2:3 style-import-missing',
      'a.wxss:4:1 style-import-remote',
      'b.wxss:2:1 style-import-circular',
    ])
    expect(missing).toContain('nowhere.wxss')
  })

  it('cannot be made to grow without end', async () => {
    const files: Record<string, string> = { 'f40.wxss': '.end{top:0}' }
    for (let index = 0; index < 40; index++) {
      files[`f${index}.wxss`] = `@import "f${index + 1}" screen;@import "f${index + 1}" print;`
    }
    const { problems, css } = await compileAll(files, 'f0.wxss')
    expect(problems.some((problem) => problem.endsWith('style-import-limit'))).toBe(true)
    expect(css.length).toBeLessThan(200_000)
  })

  it('work without semicolons, which the official demo forgets', async () => {
    const files = {
      'a.wxss': "@import 'b'\n@import 'nowhere'\n@import 'c' print\n\nview,.a{top:0}\n.d{top:0}",
      'b.wxss': '.b{top:0}',
      'c.wxss': '.c{top:0}',
    }
    const { css, problems } = await compileAll(files, 'a.wxss')
    expect(css).toBe('.b{top:0}@media print{.c{top:0}}wx-view,.a{top:0}.d{top:0}')
    expect(problems.toSorted()).toEqual(['a.wxss:1:1 style-syntax', 'a.wxss:2:1 style-import-missing'])
  })

  it('answers a missing entry with a diagnostic', async () => {
    expect((await compileAll({}, 'a.wxss')).problems).toEqual(['a.wxss:undefined:undefined style-missing'])
  })
})

describe('invalid CSS', () => {
  it.each([
    ['stray bracket', '.a{top:0}}\n.b{top:0}', '.a{top:0}.b{top:0}', ['1:10']],
    ['open block', '.a{top:0;.b{left:0}', '.a{top:0;.b{left:0}}', ['1:20']],
    ['line comments', '// x; {\n.a{top:0; // y: z;\n left:0}', '.a{top:0;left:0}', ['1:1', '2:11']],
    ['line comment before a rule', '// x\n.a{top:0}', '.a{top:0}', ['1:1']],
    ['HTML comments', '<!--\n.a{top:0}\n-->\n.b{top:0}}', '.a{top:0}.b{top:0}', ['1:1', '3:1', '4:10']],
    ['no colon', '.a{top 0;left:0}', '.a{left:0}', ['1:4']],
    ['no semicolon', '.a{top:0\n  left:0}', '.a{top:0;left:0}', ['1:9']],
    ['two colons', '.a{top::0;left:0}', '.a{left:0}', ['1:4']],
    ['Chinese semicolon', '.a{top:0；left:0;right:0}', '.a{right:0}', ['1:4']],
    ['open string', '.a{content:"x;\nleft:0}\n.b{top:0}', '.a{left:0}.b{top:0}', ['1:12']],
    ['open bracket', '.a{width:calc(1px;left:0}.b{top:0}', '.a{left:0}.b{top:0}', ['1:14']],
    ['open comment', '.a{top:0}\n/* x', '.a{top:0}', ['2:1']],
    ['comment end', '.a{top:0}/* */ */ .b{top:0}', '.a{top:0}.b{top:0}', ['1:16']],
    ['text in front', 'x; .a{top:0}', '.a{top:0}', ['1:1']],
    ['no selector', '{top:0}.a{top:0}', '.a{top:0}', ['1:1']],
    ['declaration outside', 'top:0;.a{top:0}', '.a{top:0}', ['1:1']],
    ['no value', '.a{top:;left:0}', '.a{left:0}', ['1:4']],
    ['a variable of sass', '.a{$x:1px;left:0}', '.a{left:0}', ['1:4']],
    [
      'urls beside an error',
      '.a{background:url(https://a.b/c);top 0}',
      '.a{background:url(https://a.b/c)}',
      ['1:34'],
    ],
  ])('%s: only the broken part is lost', async (_, source, expected, places) => {
    const { css, problems } = await compileAll({ 'a.wxss': source }, 'a.wxss')
    expect(css).toBe(expected)
    expect(problems.map((problem) => problem.slice(7).replace(/ .*/, ''))).toEqual(places)
  })

  it('is silent about what browsers forgive', async () => {
    expect(await css('.a{top:0;;}\n;.b{;left:0}')).toBe('.a{top:0}.b{left:0}')
  })

  it('may be nested deeper than the stack', async () => {
    for (const file of ['a.wxss', 'a.less', 'a.scss']) {
      const { css, problems } = await compileAll({ [file]: '.a{'.repeat(20_000) + '}'.repeat(20_000) }, file)
      expect(css).toBe('')
      expect(problems).toHaveLength(1)
    }
  })

  it('is reported at most a hundred times per file, in linear time', async () => {
    const { problems } = await compileAll({ 'a.wxss': '// x\n'.repeat(50_000) + '}' }, 'a.wxss')
    expect(problems).toHaveLength(100)
  })

  it('never throws, whatever the bytes', async () => {
    const pieces = [
      '{',
      '}',
      '(',
      ')',
      '"',
      "'",
      '/*',
      '*/',
      '//',
      '\n',
      '@',
      '@import',
      ':',
      ';',
      '\\',
      'a',
      '.b',
      'url(',
      '--',
      '\u0001',
      '[',
      ']',
      '&',
      ',',
    ]
    let seed = 7
    const next = () => (seed = (seed * 48271) % 2147483647)
    for (let round = 0; round < 300; round++) {
      const source = Array.from({ length: 30 }, () => pieces[next() % pieces.length]).join('')
      const { css } = await compileAll({ 'a.wxss': source }, 'a.wxss', { scope: 's' })
      expect(['\u0001', '\u0002', '\u0003'].filter((mark) => css.includes(mark))).toEqual([])
    }
  })
})

describe('less', () => {
  it('compiles, with imports through the project, and leaves rpx to us', async () => {
    const files = {
      'pages/x.less': '@import "../vars";@import (reference) "./ref.less";\n.a{.b{width:(@w * 2);.mixin()}}',
      'vars.less': '@w:15rpx;',
      'pages/ref.less': '.mixin(){color:red}.unused{top:0}',
    }
    const { css, dependencies } = await compileAll(files, 'pages/x.less', { scope: 's' })
    expect(css).toBe('.s--a .s--b{width:4vw;color:red}')
    expect(dependencies).toEqual(['pages/x.less', 'vars.less', 'pages/ref.less'])
  })

  it('and wxss import each other', async () => {
    const files = {
      'a.wxss': '@import "b.less";.a{top:0}',
      'b.less': '.b{.c{top:0}}@import "d.wxss";.e{top:0}',
      'd.wxss': '.d{top 0;left:0}',
    }
    const { css, problems } = await compileAll(files, 'a.wxss')
    expect(css).toBe('.b .c{top:0}.d{left:0}.e{top:0}.a{top:0}')
    expect(problems).toEqual(['d.wxss:1:4 style-syntax'])
  })

  it('reports errors where they are', async () => {
    const files = { 'a.less': '@import "b";', 'b.less': '.b{\n  color:@missing;\n}' }
    const { problems, css } = await compileAll(files, 'a.less')
    expect(css).toBe('')
    expect(problems).toEqual(['b.less:2:9 style-preprocessor'])
  })

  it('reports problems of its result in the source', async () => {
    const files = { 'a.less': '@import "b";', 'b.less': '\n.b{\n  .c /deep/ .d{top:0}\n}' }
    expect((await compileAll(files, 'a.less')).problems).toEqual(['b.less:2:1 style-deep-selector'])
  })

  it('never runs JavaScript', async () => {
    const { problems } = await compileAll({ 'a.less': '.a{width:`1+1`}' }, 'a.less')
    expect(problems).toEqual(['a.less:1:10 style-preprocessor'])
  })

  it('is compiled with a warning where the project does not ask for it', async () => {
    const files = { 'a.less': '.a{.b{top:0}}' }
    const { css, problems } = await compileAll(files, 'a.less', { plugins: new Set() })
    expect(css).toBe('.a .b{top:0}')
    expect(problems).toEqual(['a.less:undefined:undefined style-plugin-off'])
  })
})

describe('sass', () => {
  it('compiles scss with partials, modules and folders', async () => {
    const files = {
      'pages/x.scss': '@use "../theme" as t;@import "parts";\n.a{&-b{width:t.$w;@include box}}',
      '_theme.scss': '$w:15rpx;',
      'pages/parts/_index.scss': '@mixin box{color:red}',
    }
    const { css, dependencies } = await compileAll(files, 'pages/x.scss')
    expect(css).toBe('.a-b{width:2vw;color:red}')
    expect(dependencies).toEqual(['pages/x.scss', '_theme.scss', 'pages/parts/_index.scss'])
  })

  it('compiles the indented syntax', async () => {
    expect((await compileAll({ 'a.sass': '.a\n  .b\n    top: 15rpx\n' }, 'a.sass')).css).toBe(
      '.a .b{top:2vw}',
    )
  })

  it('imports wxss in place', async () => {
    const files = { 'a.scss': '.a{top:0}@import "b.wxss";.c{top:0}', 'b.wxss': '.b{top 0;left:0}' }
    const { css, problems } = await compileAll(files, 'a.scss')
    expect(css).toBe('.a{top:0}.b{left:0}.c{top:0}')
    expect(problems).toEqual(['b.wxss:1:4 style-syntax'])
  })

  it('reports errors where they are', async () => {
    const files = { 'a.scss': '@import "b";', '_b.scss': '.b{\n  color:$missing;\n}' }
    expect((await compileAll(files, 'a.scss')).problems).toEqual(['_b.scss:2:9 style-preprocessor'])
  })
})

describe('output', () => {
  it('is readable unless minified', async () => {
    expect(await css('/* x */.a,.b{top:0;left:1px}@media print{view{top:0}}', { minify: false })).toBe(
      '.a, .b {\n  top: 0;\n  left: 1px;\n}\n@media print {\n  wx-view {\n    top: 0;\n  }\n}\n',
    )
  })

  it('is minified without touching strings and custom properties', async () => {
    expect(
      await css('.a  >  .b ,\n.c {\n content : "a  b" ;\n --x:  1  2 ;\n margin: 0\n  auto ;\n}\n.d{}'),
    ).toBe('.a > .b,.c{content:"a  b";--x:1  2;margin:0 auto}')
  })
})

describe('the compiler', () => {
  it('compiles a file again after it or what it imports has changed', async () => {
    const contents: Record<string, string> = {
      'a.wxss': '@import "b.less";',
      'b.less': '@import "c";.b{width:@w}',
      'c.less': '@w:1px;',
    }
    const files = memorySourceFiles(contents)
    const compiler = createStyleCompiler()
    const run = async () => (await compiler.compile('a.wxss', files, DEFAULTS)).css
    expect(await run()).toBe('.b{width:1px}')
    contents['c.less'] = '@w:2px;'
    expect(await run()).toBe('.b{width:2px}')
    contents['a.wxss'] = '@import "b.less";.a{top:0}'
    expect(await run()).toBe('.b{width:2px}.a{top:0}')
  })

  it('gives one file to several scopes', async () => {
    const files = memorySourceFiles({ 'a.wxss': '.a{top:0}' })
    const compiler = createStyleCompiler()
    const [one, two] = await Promise.all(
      ['x', 'y'].map((scope) => compiler.compile('a.wxss', files, { ...DEFAULTS, scope })),
    )
    expect([one!.css, two!.css]).toEqual(['.x--a{top:0}', '.y--a{top:0}'])
  })
})
