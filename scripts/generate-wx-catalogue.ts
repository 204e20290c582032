/**
 * Writes packages/protocol/src/wx-catalogue-data.ts and wx-api-details-data.ts from miniprogram-api-typings:
 *
 *   npx tsx scripts/generate-wx-catalogue.ts
 *
 * Run it after `miniprogram-api-typings` was updated and commit the result.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'
import ts from 'typescript'

const TYPINGS = 'node_modules/miniprogram-api-typings'
const OUT = 'packages/protocol/src'
/** Deep results are cut here: nobody asks `canIUse` for more. */
const MAX_DEPTH = 3
/** Lists longer than this are not options but catalogues (error codes, scene values). */
const MAX_OPTIONS = 24

/** Names that the base library answers and the typings leave out: retired ones and a few undocumented. */
const OLDER_NAMES: Record<string, WxApiKind> = {
  checkIdentitySession: 'async',
  createAnimationVideoContext: 'factory',
  createContext: 'factory',
  createEditorContext: 'factory',
  drawCanvas: 'async',
  getChatForwardMaterials: 'async',
  getFileInfo: 'async',
  getSavedFileInfo: 'async',
  getSavedFileList: 'async',
  logout: 'async',
  onPushMessage: 'listener',
  openCustomerServiceConversation: 'async',
  removeSavedFile: 'async',
  report: 'sync',
  saveFile: 'async',
  sendBizRedPacket: 'async',
  shareAppMessage: 'async',
  showHomeButton: 'async',
  stopVoice: 'async',
}

type WxApiKind = 'async' | 'sync' | 'listener' | 'unlisten' | 'factory' | 'property'

const program = ts.createProgram([`${TYPINGS}/index.d.ts`], {
  strict: true,
  noEmit: true,
  types: [],
  lib: ['lib.es2020.d.ts'],
})
const checker = program.getTypeChecker()

function findInterface(name: string): ts.Type {
  for (const file of program.getSourceFiles()) {
    if (!file.fileName.includes('miniprogram-api-typings')) continue
    let found: ts.Type | undefined
    const visit = (node: ts.Node): void => {
      if (ts.isInterfaceDeclaration(node) && node.name.text === name) found = checker.getTypeAtLocation(node)
      else ts.forEachChild(node, visit)
    }
    ts.forEachChild(file, visit)
    if (found) return found
  }
  throw new Error(`no interface ${name} in the typings`)
}

const isOurs = (type: ts.Type) =>
  (type.symbol ?? type.aliasSymbol)?.declarations?.some((declaration) =>
    declaration.getSourceFile().fileName.includes('miniprogram-api-typings'),
  ) ?? false

const concrete = (type: ts.Type): ts.Type => {
  const constraint = checker.getBaseConstraintOfType(type)
  return checker.getNonNullableType(type.flags & ts.TypeFlags.Instantiable && constraint ? constraint : type)
}
const propertyType = (symbol: ts.Symbol) => concrete(checker.getTypeOfSymbol(symbol))
const isCallable = (type: ts.Type) => type.getCallSignatures().length > 0
const isCallback = (name: string) => name === 'success' || name === 'fail' || name === 'complete'

function kindOf(name: string, signature: ts.Signature): WxApiKind {
  if (/^on[A-Z]/.test(name)) return 'listener'
  if (/^off[A-Z]/.test(name)) return 'unlisten'
  if (name.endsWith('Sync')) return 'sync'
  const result = concrete(signature.getReturnType())
  const isPromise = result.getProperty('then') !== undefined
  if (!isPromise && isOurs(result) && methodsOf(result).length > 0) return 'factory'
  return isPromise || callbacksOf(signature).size ? 'async' : 'sync'
}

/** `success`, `fail` and `complete` of the options, with the type of their argument. */
function callbacksOf(signature: ts.Signature): Map<string, ts.Type | undefined> {
  const found = new Map<string, ts.Type | undefined>()
  const first = signature.parameters[0]
  if (!first) return found
  for (const symbol of propertyType(first).getProperties()) {
    if (!isCallback(symbol.name)) continue
    const parameter = propertyType(symbol).getCallSignatures()[0]?.parameters[0]
    found.set(symbol.name, parameter && propertyType(parameter))
  }
  return found
}

/** `a,b(c,d)`: fields of a type, with the literals that a field may have or the fields below it. */
function fieldsText(type: ts.Type, depth: number, omit: (name: string) => boolean = () => false): string {
  const parts: string[] = []
  for (const symbol of type.getProperties()) {
    if (omit(symbol.name) || symbol.name === 'errMsg' || !/^[\w-]+$/.test(symbol.name)) continue
    const below = depth > 1 ? valueText(propertyType(symbol), depth - 1) : ''
    parts.push(below ? `${symbol.name}(${below})` : symbol.name)
  }
  return parts.join(',')
}

function valueText(type: ts.Type, depth: number): string {
  if (type.isUnion()) {
    const texts = type.types.flatMap((each) => (each.isStringLiteral() ? [each.value] : []))
    if (texts.length === type.types.length && texts.length <= MAX_OPTIONS) {
      return texts.filter((text) => /^[\w./-]+$/.test(text)).join(',')
    }
    return ''
  }
  const element = checker.getIndexTypeOfType(type, ts.IndexKind.Number)
  if (element && !(type.flags & ts.TypeFlags.String)) return valueText(concrete(element), depth)
  if (isCallable(type) || !isOurs(type)) return ''
  return fieldsText(type, depth)
}

function detailsOf(name: string, kind: WxApiKind, signature: ts.Signature): string {
  const parts: string[] = []
  const first = signature.parameters[0]
  const section = (label: string, text: string) => {
    if (text) parts.push(`${label}(${text})`)
  }
  if (first && kind !== 'listener' && kind !== 'unlisten') {
    const type = propertyType(first)
    if (isOurs(type) && !isCallable(type)) section('object', fieldsText(type, MAX_DEPTH, isCallback))
  }
  if (first && kind === 'listener') {
    const parameter = propertyType(first).getCallSignatures()[0]?.parameters[0]
    if (parameter) section('callback', valueText(propertyType(parameter), MAX_DEPTH))
  }
  const success = callbacksOf(signature).get('success')
  if (success) section('success', valueText(success, MAX_DEPTH))
  const result = concrete(signature.getReturnType())
  if (kind === 'sync') section('return', valueText(result, MAX_DEPTH))
  return parts.join(',')
}

const methodsOf = (type: ts.Type): string[] =>
  type
    .getProperties()
    .filter((symbol) => isCallable(propertyType(symbol)))
    .map((symbol) => symbol.name)

const names = new Map<string, WxApiKind>()
const details = new Map<string, string>()
const factories = new Map<string, { type: string; methods: string[] }>()
const objects = new Map<string, string[]>()

for (const member of findInterface('Wx').getProperties()) {
  const signature = checker.getTypeOfSymbol(member).getCallSignatures()[0]
  if (!signature) {
    names.set(member.name, 'property')
    continue
  }
  const kind = kindOf(member.name, signature)
  names.set(member.name, kind)
  const text = detailsOf(member.name, kind, signature)
  if (text) details.set(member.name, text)
  if (kind === 'factory') {
    const type = concrete(signature.getReturnType())
    const typeName = (type.aliasSymbol ?? type.symbol)?.name ?? 'Object'
    const methods = methodsOf(type)
    factories.set(member.name, { type: typeName, methods })
    objects.set(
      typeName,
      type.getProperties().map((symbol) => symbol.name),
    )
  }
}
for (const [name, kind] of Object.entries(OLDER_NAMES)) if (!names.has(name)) names.set(name, kind)

const { version } = JSON.parse(readFileSync(`${TYPINGS}/package.json`, 'utf8')) as { version: string }
const header = `/* Generated by scripts/generate-wx-catalogue.ts from miniprogram-api-typings ${version} (MIT). Do not edit. */\n`

function wrapped(words: string[]): string {
  const lines: string[] = []
  let line = ' '
  for (const word of words) {
    if (line.length + word.length > 107) {
      lines.push(line)
      line = ' '
    }
    line += ` ${word}`
  }
  return `\`\n${[...lines, line].join('\n')}\n\``
}

const sorted = <Value>(map: Map<string, Value>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1))
const kinds: WxApiKind[] = ['async', 'sync', 'listener', 'unlisten', 'factory', 'property']
const nameLines = kinds.map((kind) => {
  const ofKind = sorted(names).flatMap(([name, each]) => (each === kind ? [name] : []))
  return `  ${kind}: ${wrapped(ofKind)},`
})
const factoryLines = sorted(factories).map(
  ([name, { type, methods }]) => `  ['${name}', '${type}', '${methods.join(' ')}'],`,
)
await write(
  'wx-catalogue-data.ts',
  `${header}
/** Every documented name of \`wx\`, by kind. */
export const WX_NAMES = {
${nameLines.join('\n')}
}

/** API, type of the object it makes, its methods. */
export const WX_FACTORIES: readonly (readonly [api: string, type: string, methods: string])[] = [
${factoryLines.join('\n')}
]
`,
)
await write(
  'wx-api-details-data.ts',
  `${header}
/** One API a line: name, then what \`wx.canIUse\` may be asked below it, as \`object(url,method(GET)),success(data)\`. */
export const WX_API_DETAILS = \`
${sorted(details)
  .map(([name, text]) => `${name} ${text}`)
  .join('\n')}
\`

/** One object type a line: its properties and methods. */
export const WX_OBJECT_MEMBERS = \`
${sorted(objects)
  .map(([name, members]) => `${name} ${members.join(',')}`)
  .join('\n')}
\`
`,
)
async function write(file: string, text: string): Promise<void> {
  const path = `${OUT}/${file}`
  writeFileSync(path, await format(text, { ...(await resolveConfig(path)), filepath: path }))
}

console.log(`${names.size} names, ${factories.size} factories, ${details.size} with details`)
