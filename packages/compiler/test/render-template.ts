import vm from 'node:vm'

/**
 * Shows what compiled templates make of data, as text: `<view class="a" @tap="onTap">1</view>`. A tiny stand-in for the
 * template runtime that creates once and never updates.
 */
export function renderTemplate(
  templates: Record<string, string>,
  path: string,
  data: Record<string, unknown>,
  wxs: Record<string, Record<string, unknown>> = {},
): string {
  const built: Record<string, any> = {}
  const files: any = new Proxy(built, {
    get: (_, name: string) => (Object.hasOwn(templates, name) ? (built[name] ??= build(name)) : undefined),
  })
  const modules = (name: string) => () => wxs[name] ?? {}
  const build = (name: string): any =>
    vm.runInThisContext(`(${templates[name]!})`)(
      files,
      modules,
      (value: unknown) => value ?? Object.create(null),
      (value: unknown) => (value === null || value === undefined ? '' : String(value)),
      () => true,
      (value: unknown) => (typeof value === 'function' ? value : () => undefined),
      { a: () => true, b: () => true, A: (f: unknown) => f, B: (f: unknown) => f },
    )
  return renderChildren(files[path]('')(WRAPPER, true, data, true).C)
}

interface FakeNode {
  attributes: string[]
}

const set = (node: FakeNode, name: string, value: unknown, path?: unknown) =>
  node.attributes.push(`${name}="${show(value)}"${path ? `~${JSON.stringify(path)}` : ''}`)

const WRAPPER = {
  setFnFilter() {},
  c: (node: FakeNode, value: unknown) => set(node, 'class', value),
  y: (node: FakeNode, value: unknown) => set(node, 'style', value),
  i: (node: FakeNode, value: unknown) => set(node, 'id', value),
  d: (node: FakeNode, name: string, value: unknown) => set(node, `data:${name}`, value),
  m: (node: FakeNode, name: string, value: unknown) => set(node, `mark:${name}`, value),
  r: (node: FakeNode, name: string, value: unknown, path?: unknown) => set(node, name, value, path),
  l: (node: FakeNode, name: string, value: unknown) => set(node, `slot:${name}`, value),
  p: (node: FakeNode, name: string, _value: unknown, path?: unknown) => set(node, `change:${name}`, '', path),
  wl() {},
  v: (
    node: FakeNode,
    name: string,
    value: unknown,
    final: boolean,
    mutated: boolean,
    capture: boolean,
    _dynamic: boolean,
    path?: unknown,
  ) =>
    set(node, `${capture ? 'capture-' : ''}${final ? 'catch' : mutated ? 'mut' : ''}@${name}`, value, path),
}

function renderChildren(children: (...define: any[]) => void): string {
  let text = ''
  children(
    true,
    (content?: string) => (text += content ?? ''),
    (
      tag: string,
      _generics: object,
      init: (node: FakeNode, isCreation: boolean) => void,
      inner: any,
      slot?: string,
    ) => {
      const node: FakeNode = { attributes: slot === undefined ? [] : [`slot="${slot}"`] }
      init(node, true)
      text += `<${[tag, ...node.attributes].join(' ')}>${renderChildren(inner)}</${tag}>`
    },
    (_branch: unknown, inner: any) => (text += renderChildren(inner)),
    (list: unknown, key: string | null, _tree: unknown, path: unknown, item: (...args: any[]) => void) => {
      const entries = typeof list === 'number' ? [...Array(list).keys()] : Object.values(list ?? {})
      const keys =
        Array.isArray(list) || typeof list !== 'object'
          ? entries.map((_, index) => index)
          : Object.keys(list!)
      text += `[${key ?? ''}:`
      entries.forEach((value, index) => {
        text += renderChildren((_isCreation: boolean, ...define: any[]) =>
          item(true, value, keys[index], true, true, path, ...define),
        )
      })
      text += ']'
    },
    (name: string, init?: (node: FakeNode) => void) => {
      const node: FakeNode = { attributes: [] }
      init?.(node)
      text += `<${['slot', name, ...node.attributes].filter(Boolean).join(' ')}/>`
    },
    (inner: any) => (text += renderChildren(inner)),
  )
  return text
}

function show(value: unknown): string {
  if (typeof value === 'function') return 'function'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
