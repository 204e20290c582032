import { describe, expect, it } from 'vitest'
import { compileTemplate } from '../src/template/compile-template'
import { renderTemplate } from './render-template'

const compile = (source: string, path = 'pages/a') => compileTemplate(path, `${path}.wxml`, source)

function render(
  source: string,
  data: Record<string, unknown> = {},
  others: Record<string, string> = {},
): string {
  const templates = { 'pages/a': source, ...others }
  const compiled = Object.entries(templates).map(([path, text]) => [path, compile(text, path).code])
  return renderTemplate(Object.fromEntries(compiled), 'pages/a', data)
}

describe('what programs write', () => {
  const cases: [name: string, source: string, data: Record<string, unknown>, expected: string][] = [
    [
      'text and attributes',
      '<view class="a {{b}}" id="i">{{c}}!</view>',
      { b: 1, c: 2 },
      '<view class="a 1" id="i">2!</view>',
    ],
    ['if, elif, else', '<a wx:if="{{x === 1}}"/><b wx:elif="{{x === 2}}"/><c wx:else/>', { x: 2 }, '<b></b>'],
    ['wx-if with a hyphen', '<a wx-if="{{x}}"/><b wx-else/>', { x: 0 }, '<b></b>'],
    [
      'wx-for with a hyphen',
      '<a wx-for="{{l}}" wx-for-item="q" wx-key="id">{{q}}</a>',
      { l: [1, 2] },
      '[id:<a>1</a><a>2</a>]',
    ],
    [
      'wx:for-items',
      '<a wx:for-items="{{l}}" wx:for-index="i">{{i}}{{item}}</a>',
      { l: ['x'] },
      '[:<a>0x</a>]',
    ],
    [
      'list-builder',
      '<list-builder list="{{l}}"><a slot:item slot:index="i">{{i}}{{item}}</a></list-builder>',
      { l: ['x', 'y'] },
      '<list-builder list="["x","y"]">[:<a>0x</a><a>1y</a>]</list-builder>',
    ],
    [
      'grid-builder by its count',
      "<grid-builder child-count='{{n}}'><a slot:index>{{index}}</a></grid-builder>",
      { n: 2 },
      '<grid-builder child-count="2">[:<a>0</a><a>1</a>]</grid-builder>',
    ],
    ['wx:for over a number', '<a wx:for="{{3}}">{{item}}</a>', {}, '[:<a>0</a><a>1</a><a>2</a>]'],
    ['wx:for over an object', '<a wx:for="{{o}}">{{index}}={{item}}</a>', { o: { k: 1 } }, '[:<a>k=1</a>]'],
    ['wx:key as an expression', '<a wx:for="{{l}}" wx:key="{{item.id}}"/>', { l: [] }, '[id:]'],
    ['wx:key of a named item', '<a wx:for="{{l}}" wx:for-item="q" wx:key="{{q}}"/>', { l: [] }, '[*this:]'],
    ['wx:key of the index', '<a wx:for="{{l}}" wx:key="{{index}}"/>', { l: [] }, '[index:]'],
    ['bindtap', '<a bindtap="f" catchtap="g" bind:tap="h"/>', {}, '<a @tap="f" catch@tap="g" @tap="h"></a>'],
    ['bindclick-left', '<a bindclick-left="f"/>', {}, '<a @click-left="f"></a>'],
    [
      'capture and mut-bind without a colon',
      '<a capture-bindtap="f" capture-catchtap="g" mut-bindtap="h"/>',
      {},
      '<a capture-@tap="f" capture-catch@tap="g" mut@tap="h"></a>',
    ],
    [
      'names that are JavaScript keywords',
      '{{class}}{{in}}{{new}}{{a.class}}',
      { class: 1, in: 2, new: 3, a: { class: 4 } },
      '1234',
    ],
    ['a brace after a mustache', '<a class="{{x}}}">{{y}}}</a>', { x: 1, y: 2 }, '<a class="1}">2}</a>'],
    ['an object in a mustache', '<a b="{{ {x: y, z} }}"/>', { y: 1, z: 2 }, '<a b="{"x":1,"z":2}"></a>'],
    ['object keys in quotes', `<a b="{{ {'x': y} }}"/>`, { y: 1 }, '<a b="{"x":1}"></a>'],
    ['?? keeps 0', '{{a ?? 5}}{{b ?? 5}}{{b ?? c ?? 7}}', { a: 0 }, '057'],
    [
      '?? among others',
      '<a b="{{ {x: a ?? 1, y: [b ?? (c ?? 2)]} }}"/>',
      { a: null, c: 3 },
      '<a b="{"x":1,"y":[3]}"></a>',
    ],
    ['?? in a string', '{{"a ?? b"}}', {}, 'a ?? b'],
    ['quotes of the same kind in a mustache', '<a b="{{x ? "y" : \'z\'}}"/>', { x: 1 }, '<a b="y"></a>'],
    ['a value without quotes', '<a b=https://x.y/z?a=b c=1/>', {}, '<a b="https://x.y/z?a=b" c="1"></a>'],
    ['a mustache without quotes', '<a b={{x}}/>', { x: 1 }, '<a b="1"></a>'],
    ['a space in />', '<a b="1" / ><c/>', {}, '<a b="1"></a><c></c>'],
    ['built-in tags in upper case', '<VIEW>1</VIEW><View>2</View>', {}, '<view>1</view><view>2</view>'],
    ['other tags keep their case', '<myTag>1</myTag>', {}, '<myTag>1</myTag>'],
    [
      'wx:for-items beside wx:if',
      '<a wx:for="{{l}}" wx:if="{{item}}">{{item}}</a>',
      { l: [0, 1] },
      '[:<a>1</a>]',
    ],
    ['data-*', '<a data-user-id="1" data-userName="2"/>', {}, '<a data:userId="1" data:username="2"></a>'],
    ['model:', '<input model:value="{{a.b}}"/>', { a: { b: 1 } }, '<input value="1"~["a","b"]></input>'],
    ['slots', '<slot/><slot name="x"/><a slot="y"/>', {}, '<slot/><slot x/><a slot="y"></a>'],
    [
      'template with data',
      '<template name="t">{{x}}{{y.z}}</template><template is="t" data="{{x: 1, ...o, q}}"/>',
      { o: { y: { z: 2 } } },
      '12',
    ],
    ['template by an expression', '<template name="t1">1</template><template is="t{{n}}"/>', { n: 1 }, '1'],
    ['a comment between branches', '<a wx:if="{{x}}"/><!-- {{ <b> --> <b wx:else/>', {}, '<b></b>'],
    [
      'a written line break',
      String.raw`<text>\n</text><text>a\r\nb{{c}}\n{{'\n'}}</text>`,
      { c: String.raw`\n` },
      '<text>\n</text><text>a\nb\\n\n\n</text>',
    ],
    ['missing data', '{{a.b.c}}{{f(1)}}', {}, ''],
  ]
  it.each(cases)('%s', (_name, source, data, expected) => {
    expect(compile(source).diagnostics).toEqual([])
    expect(render(source, data)).toBe(expected)
  })
})

describe('files link at run time', () => {
  it('imports templates, but not those that the imported file imports', () => {
    const others = {
      'common/t': '<import src="./u"/><template name="t">T{{x}}</template>',
      'common/u': '<template name="u">U</template>',
    }
    const source = '<import src="/common/t.wxml"/><template is="t" data="{{x}}"/><template is="u"/>'
    expect(render(source, { x: 1 }, others)).toBe('T1')
  })

  it('includes with the data of the page', () => {
    const others = { 'pages/part': '<b>{{x}}</b>' }
    expect(render('<include src="part"/><include src="./part.wxml"/>', { x: 1 }, others)).toBe(
      '<b>1</b><b>1</b>',
    )
  })

  it('takes a missing file for an empty one', () => {
    expect(render('<import src="no"/><include src="no"/><template is="t"/>1')).toBe('1')
  })
})

describe('WXS', () => {
  const source = `<wxs src="../m.wxs" module="m"/><wxs module="n">exports.g = 1</wxs>
    <a change:x="{{m.f}}" x="{{n.g}}" bind:tap="{{n.f}}" catch:a="{{on ? m.h : ''}}">{{m.f(2)}}</a>`

  it('comes from the bundle, by path or by file and name', () => {
    const wxs = { 'm.wxs': { f: (x: number) => x * 2 }, 'pages/a#n': { g: 7 } }
    const text = renderTemplate({ 'pages/a': compile(source).code }, 'pages/a', { on: true }, wxs)
    expect(text).toContain('x="7"')
    expect(text).toContain('>4</a>')
  })

  it('handlers carry the name of their module', () => {
    const text = renderTemplate({ 'pages/a': compile(source).code }, 'pages/a', { on: true })
    expect(text).toContain('change:x=""~[1,"m","f"]')
    expect(text).toContain('@tap="undefined"~[2,"pages/a","n","f"]')
    expect(text).toContain('catch@a="undefined"~[1,"m","h"]')
  })

  it.each([
    ['{{off || m.f}}', { off: false }, '[1,"m","f"]'],
    ['{{off || m.f}}', { off: true }, undefined],
    ['{{on && m.f}}', { on: true }, '[1,"m","f"]'],
    ['{{on && m.f}}', { on: false }, undefined],
    ["{{skip ? '' : off || m.f}}", { off: 0 }, '[1,"m","f"]'],
    ['{{x && (off || m.g)}}', { x: 1 }, '[1,"m","g"]'],
  ])('handlers that are chosen carry it as well: %s', (handler, data, path) => {
    const { code } = compile(`<wxs src="/m.wxs" module="m"/><a bindtap="${handler}"/>`)
    const text = renderTemplate({ 'pages/a': code }, 'pages/a', data, { 'm.wxs': { f() {}, g() {} } })
    expect(/~(\[.*\])/.exec(text)?.[1]).toBe(path)
  })

  it('facts tell what a page frame needs', () => {
    const { scripts, inlineScripts, usesViewScript } = compile(source)
    expect(scripts.map(({ module, path }) => ({ module, path }))).toEqual([{ module: 'm', path: 'm.wxs' }])
    expect(inlineScripts).toMatchObject([
      { module: 'n', source: 'exports.g = 1', place: { line: 1, column: 49 } },
    ])
    expect(usesViewScript).toBe(true)
    expect(compile('<wxs module="m"/><a bind:tap="m" b="{{m.f()}}"/>').usesViewScript).toBe(false)
  })
})

describe('diagnostics', () => {
  const cases: [source: string, code: string, line: number, column: number][] = [
    ['<view>\n  <text>a\n</view>', 'template-end-tag', 2, 4],
    ['<view></text></view>', 'template-end-tag-unmatched', 1, 7],
    ['<view class="a></view>', 'template-incomplete-tag', 1, 1],
    ['<view>\n{{a +}}</view>', 'expression-syntax', 2, 6],
    ['<view a="{{b?.c}}"/>', 'expression-unsupported', 1, 13],
    ['<view>{{`a${b}`}}</view>', 'expression-unsupported', 1, 9],
    ['<view>{{new Date()}}</view>', 'expression-unsupported', 1, 13],
    ['<view>{{a ** b}}</view>', 'expression-unsupported', 1, 11],
    ['<view>{{list.map(x => x)}}</view>', 'expression-unsupported', 1, 20],
    ['<view>{{a = 1}}</view>', 'expression-unsupported', 1, 11],
    ['<view>{{a}</view>', 'expression-unclosed', 1, 7],
    ['<view bindtap="a" wx:else>b</view>', 'template-else-alone', 1, 19],
    ['<view class="a" class="b"/>', 'template-attribute-twice', 1, 17],
    ['<view vx:if="{{a}}"/>', 'template-attribute-name', 1, 7],
    ['<block class="a"/>', 'template-attribute-useless', 1, 8],
    ['<view wx-for="{{a}}" wx:for-item="{{b}}"/>', 'template-name', 1, 35],
    ['<wxs src="./a.wxs"/>', 'template-attribute-missing', 1, 2],
    ['<import/>', 'template-attribute-missing', 1, 2],
  ]
  it.each(cases)('%s', (source, code, line, column) => {
    const { diagnostics, code: output } = compile(source)
    expect(diagnostics[0]).toMatchObject({ code, file: 'pages/a.wxml', line, column })
    expect(() => (0, eval)(`(${output})`)).not.toThrow()
  })

  it('an end tag too many leaves the tree as it is', () => {
    expect(render('<a></b><c/></a></a><d></d>')).toBe('<a><c></c></a><d></d>')
  })

  it('says what is not supported', () => {
    const [diagnostic] = compile('<view>{{ a?.b }}</view>').diagnostics
    expect(diagnostic?.message).toBe('?. is not supported in WXML expressions: {{a?.b}}')
  })

  it('a bad expression leaves the rest working', () => {
    expect(render('<a b="{{c?.d}}">{{e}}</a>', { e: 1 })).toBe('<a b="">1</a>')
  })

  it('places are those of the source although it was rewritten before', () => {
    const source = '<a wx-if="{{x}}" bindtap="f" wx:key="{{item.id}}"><b c="{{d?.e}}"/></a>'
    expect(compile(source).diagnostics).toMatchObject([{ line: 1, column: source.indexOf('?.') + 1 }])
  })

  it.each([
    ['tags', '<a>'.repeat(20_000)],
    ['brackets', `{{${'('.repeat(20_000)}a${')'.repeat(20_000)}}}`],
    ['operators', `{{a${'+a'.repeat(50_000)}}}`],
  ])('%s nested too deep spoil their file only', (_name, source) => {
    expect(compile(source).diagnostics).toMatchObject([{ code: 'file-too-complex', file: 'pages/a.wxml' }])
    expect(render('<a>1</a>')).toBe('<a>1</a>')
  })

  it.each(['??', '||', '&&'])('a long chain of %s does not grow without end', (operator) => {
    const chain = Array(40).fill('a').join(operator)
    const { code } = compile(`<wxs module="a"/><b bindtap="{{${chain}}}" c="{{${chain}}}"/>`)
    expect(code.length).toBeLessThan(10_000)
  })

  it('no text makes it throw', () => {
    const pieces = [
      '<view',
      '>',
      '</view>',
      '{{',
      '}}',
      '"',
      "'",
      'a',
      ' ',
      '=',
      '<!--',
      '-->',
      '<wxs>',
      '{',
      '\n',
      '<',
      '/',
      '`',
      '\\',
    ]
    let seed = 7
    const next = () => (seed = (seed * 48271) % 2147483647)
    for (let i = 0; i < 300; i++) {
      const source = Array.from({ length: 12 }, () => pieces[next() % pieces.length]).join('')
      expect(() => (0, eval)(`(${compile(source).code})`)).not.toThrow()
    }
  })
})
