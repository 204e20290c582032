import { describe, expect, it } from 'vitest'
import { compileWxs } from '../src/wxs/compile-wxs'

function compile(source: string) {
  return compileWxs(source, { path: 'utils/m.wxs', place: { file: 'utils/m.wxs', line: 1, column: 1 } })
}

interface Run {
  exports: Record<string, any>
  ticks: number
}

/** Runs a compiled module with guards like those of the runtime. `ticks` stops it after so many turns. */
function run(source: string, { maxTicks = 1000 } = {}): Run {
  const { code, diagnostics } = compile(source)
  expect(diagnostics).toEqual([])
  const result: Run = { exports: {}, ticks: 0 }
  const constructorOf = (value: any) =>
    Array.isArray(value)
      ? 'Array'
      : typeof value === 'function'
        ? 'Function'
        : value === null
          ? undefined
          : 'Object'
  const guards = Object.freeze({
    Math,
    JSON,
    Date: { now: () => 7 },
    Number: { MAX_VALUE: Number.MAX_VALUE },
    getDate: (...parts: []) => new Date(...parts),
    getRegExp: (source: string, flags?: string) => new RegExp(source, flags),
    console,
    parseInt,
    member: (object: any, key: unknown) => {
      if (typeof key === 'number') return object[key]
      const name = String(key)
      if (name === 'constructor') return constructorOf(object)
      return ['__proto__', 'prototype'].includes(name) ? undefined : object[name]
    },
    constructorOf,
    tick: () => {
      if (++result.ticks > maxTicks) throw new Error('too many turns')
    },
  })
  const module = { exports: {} }
  const factory = (0, eval)(`(${code})`)
  factory.call(undefined, (path: string) => ({ required: path }), module.exports, module, guards)
  result.exports = module.exports
  return result
}

describe('a module computes', () => {
  const cases: [name: string, source: string, expected: unknown][] = [
    ['exports', 'exports.v = 1 + 2', 3],
    ['module.exports', 'module.exports = { v: "a" }', 'a'],
    [
      'lines without semicolons',
      'var o = [{ n: 1 }]\nvar i = 0\nvar sum = o[i].n\no[i].m = 5\nif (sum) {\n  sum += 1\n  o[i].n++\n}\nexports.v = sum + o[i].m + o[i].n',
      9,
    ],
    ['computed members', 'var o = { a: { b: [5, 6] } }; var k = "a"; exports.v = o[k]["b"][1]', 6],
    [
      'computed calls keep this',
      'var o = { n: 4, f: function (x) { return this.n + x } }; var k = "f"; exports.v = o[k](3)',
      7,
    ],
    [
      'nested computed calls',
      'var a = { f: function (x) { return "f" + x }, g: function () { return "f" } }; var f = "f", g = "g"; exports.v = a[a[g]()](a[f](1))',
      'ff1',
    ],
    ['parentheses', 'var o = { a: [1, 2] }; var i = 1; exports.v = (o)[("a")][(i)]', 2],
    ['computed writes', 'var o = {}; var k = "x"; o[k] = 1; o[k]++; o[k] += 2; exports.v = o.x', 4],
    [
      'loops without a block',
      'var s = 0; for (var i = 0; i < 3; i++) s += i; while (s < 10) s++; do s++; while (s < 12); exports.v = s',
      12,
    ],
    ['for in', 'var s = ""; for (var k in { a: 1, b: 2 }) s += k; exports.v = s', 'ab'],
    [
      'switch, labels, ternaries',
      'var v; switch (2) { case 2: v = "two"; break; default: v = "?" } exports.v = v ? v : 0',
      'two',
    ],
    [
      'constructor as WeChat answers it',
      'exports.v = [[].constructor, ({})["constructor"], (function () {}).constructor].join()',
      'Array,Object,Function',
    ],
    [
      'escapes of patterns as they are written',
      String.raw`exports.v = [getRegExp('^-?\d+(\.\d+)?$').test('12.5'), getRegExp("\\d" + '\.', 'g').test('7.'), getRegExp('[\'\n]').test('d'), getRegExp(getRegExp('\w\/').source).source, '\d'].join()`,
      'true,true,false,\\w\\/,d',
    ],
    [
      'getDate and getRegExp',
      'exports.v = getRegExp("a+", "g").test("caat") && getDate(2020, 0, 1).getFullYear()',
      2020,
    ],
    ['built-ins', 'exports.v = Math.max(1, parseInt("9px")) + Date.now() + JSON.parse("[1]")[0]', 17],
    [
      'arguments of a function',
      'function f() { return arguments.length + arguments[1] } exports.v = f(1, 2)',
      4,
    ],
    ['default parameters and shorthand', 'function f(a, b = 2) { return { a, b } } exports.v = f(1).b', 2],
    ['arrows and templates', 'const f = (x) => `<${x}>`; exports.v = f(1)', '<1>'],
    [
      'a loop whose body ends in an arrow',
      'var f; for (var i = 0; i < 1; i++) f = x => x\nexports.v = f(8)',
      8,
    ],
    [
      'names that contain the guard',
      'var $ = { member: 1 }, $call = 2; var k = "member"; exports.v = $[k] + $call',
      3,
    ],
    ['escaped names', 'var \\u0024 = { a: 1 }; var k = "a"; exports.v = \\u0024[k]', 1],
    ['names used before they are set', 'exports.v = typeof later; var later = 1', 'undefined'],
    [
      'assignment to an undeclared name',
      'function f() { counter = (counter || 0) + 1; return counter } f(); exports.v = f()',
      2,
    ],
    ['require', 'exports.v = require("./other.wxs").required', './other.wxs'],
  ]
  it.each(cases)('%s', (_name, source, expected) => {
    expect(run(source).exports.v).toBe(expected)
  })
})

describe('a module reaches nothing outside', () => {
  const cases: [name: string, expression: string][] = [
    ['globalThis', 'globalThis'],
    ['self, window, document', 'self || window || document'],
    ['process', 'process'],
    ['Function by name', 'Function'],
    ['this at the top', 'this'],
    ['arguments at the top', 'arguments'],
    ['this in an arrow at the top', '(() => this)()'],
    ['this of a plain call', '(function () { return this })()'],
    ['__proto__', '({}).__proto__'],
    ['prototype of a function', '(function () {}).prototype'],
    ['__lookupGetter__', '({}).__lookupGetter__'],
    ['__proto__ by a computed name', '({})["__pro" + "to__"]'],
    ['__proto__ by a name that is an object', '({})[{ toString: function () { return "__proto__" } }]'],
  ]
  it.each(cases)('%s', (_name, expression) => {
    expect(run(`exports.v = ${expression}`).exports.v).toBeUndefined()
  })

  const functionCases = [
    '(function () {}).constructor',
    '(function () {})["constructor"]',
    '(function () {})["con" + "structor"]',
    '[].push.constructor',
    '[]["push"][["constructor"]]',
    'require.constructor',
    'module.constructor.constructor',
    '("")[("sub")].constructor',
  ]
  it.each(functionCases)('%s is not Function', (expression) => {
    expect(typeof run(`exports.v = ${expression}`).exports.v).not.toBe('function')
  })

  it('new takes the guarded value', () => {
    expect(() => run('exports.v = new (function () {}).constructor("return 1")()')).toThrow(TypeError)
    expect(() => run('var k = "constructor"; exports.v = new (function () {})[k]("return 1")')).toThrow(
      TypeError,
    )
  })

  it('no name is left for the engine to look up', () => {
    const names = [
      'postMessage',
      'fetch',
      'importScripts',
      'Object',
      'Array',
      'Reflect',
      'Proxy',
      'setTimeout',
      'wx',
    ]
    for (const name of names) expect(run(`exports.v = typeof ${name}`).exports.v).toBe('undefined')
  })
})

describe('endless code is stopped', () => {
  it.each([
    'for (;;) {}',
    'for (;;);',
    'while (true) { }',
    'do ; while (1)',
    'function f() { f() } f()',
    'var f = () => f(); f()',
    'for (;;) try { while (1); } catch (e) { break }; for (;;);',
  ])('%s', (source) => {
    expect(() => run(source)).toThrow('too many turns')
  })
})

describe('diagnostics', () => {
  const cases: [source: string, code: string, line: number, column: number][] = [
    ['var a = ;', 'wxs-syntax', 1, 9],
    ['var a = 1\nvar class = 2', 'wxs-syntax', 2, 5],
    ['\n  class A {}', 'wxs-syntax', 2, 3],
    ['var { a } = b', 'wxs-syntax', 1, 5],
    ['eval("1")', 'wxs-syntax', 1, 1],
    ['with (a) {}', 'wxs-syntax', 1, 1],
    ['var o = { get a() { return 1 } }', 'wxs-syntax', 1, 11],
    ['function* g() {}', 'wxs-syntax', 1, 1],
    ['exports.a = a?.b', 'wxs-syntax', 1, 13],
    ['require(name)', 'wxs-require-literal', 1, 9],
    ['let exports = 1', 'wxs-syntax', 1, 1],
  ]
  it.each(cases)('%s', (source, code, line, column) => {
    const output = compile(source)
    expect(output.diagnostics.map(({ code, file, line, column }) => ({ code, file, line, column }))).toEqual([
      { code, file: 'utils/m.wxs', line, column },
    ])
    expect(() => (0, eval)(`(${output.code})`)).not.toThrow()
  })
})

it('keeps lines', () => {
  const source =
    'var o = {}\nvar k = "a"\no\n  [k]\nexports.f = function () {\n  return o[\n    k\n  ].constructor\n}\nthrow 1\n'
  const line = compile(source)
    .code.split('\n')
    .findIndex((text) => text.includes('throw 1'))
  expect(line).toBe(9)
})

it('resolves what it requires', () => {
  const { requires } = compile(
    'require("./a.wxs"); require("../b"); require("/c/d.wxs"); require("../../e.wxs")',
  )
  expect(requires.map(({ path }) => path)).toEqual(['utils/a.wxs', 'b.wxs', 'c/d.wxs', undefined])
})
