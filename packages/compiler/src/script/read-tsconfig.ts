import { parse } from 'jsonc-parser'
import { folderOf, normalisePath } from '../project/paths'
import type { SourceFiles } from '../source-files'

/** What tsconfig.json says about meaning. */
export interface TsConfig {
  /** Those compiler options that change what a file compiles to. */
  compilerOptions: Record<string, unknown>
  /** `paths`, patterns with at most one `*`. Targets are relative to the project. */
  paths: { pattern: string; targets: string[] }[]
  /** Folder of `baseUrl`: bare names are looked up there as well. */
  baseFolder?: string
}

const MEANINGFUL_OPTIONS = [
  'experimentalDecorators',
  'useDefineForClassFields',
  'verbatimModuleSyntax',
  'preserveValueImports',
  'importsNotUsedAsValues',
  'jsx',
  'jsxFactory',
  'jsxFragmentFactory',
  'jsxImportSource',
]
const MAX_EXTENDS = 10

const known = new WeakMap<
  SourceFiles,
  Map<string, { texts: Map<string, string | undefined>; config: TsConfig }>
>()

/** The tsconfig.json nearest to a file, or undefined. */
export function findTsConfig(path: string, files: SourceFiles): TsConfig | undefined {
  for (let folder = folderOf(path); ; folder = folderOf(folder.slice(0, -1))) {
    const candidate = `${folder}tsconfig.json`
    if (files.has(candidate)) return readTsConfig(candidate, files)
    if (folder === '') return undefined
  }
}

function readTsConfig(path: string, files: SourceFiles): TsConfig {
  let cache = known.get(files)
  if (!cache) known.set(files, (cache = new Map()))
  const cached = cache.get(path)
  if (cached && [...cached.texts].every(([file, text]) => files.readText(file) === text)) return cached.config
  const texts = new Map<string, string | undefined>()
  const config = readChain(path, files, texts, MAX_EXTENDS)
  cache.set(path, { texts, config })
  return config
}

function readChain(
  path: string,
  files: SourceFiles,
  texts: Map<string, string | undefined>,
  depth: number,
): TsConfig {
  const text = files.readText(path)
  texts.set(path, text)
  const json: unknown = parse(text ?? '', [], { allowTrailingComma: true })
  if (!isObject(json)) return { compilerOptions: {}, paths: [] }
  const base = isText(json.extends) && depth > 0 ? extendedPath(json.extends, path, files) : undefined
  const inherited = base ? readChain(base, files, texts, depth - 1) : { compilerOptions: {}, paths: [] }
  const own = isObject(json.compilerOptions) ? json.compilerOptions : {}
  const picked = Object.fromEntries(
    MEANINGFUL_OPTIONS.filter((key) => Object.hasOwn(own, key)).map((key) => [key, own[key]]),
  )
  if (isText(own.target) && picked.useDefineForClassFields === undefined) {
    picked.useDefineForClassFields = /^es(?:next|202[2-9])$/i.test(own.target)
  }
  const baseFolder = isText(own.baseUrl) ? toFolder(own.baseUrl, path) : inherited.baseFolder
  return {
    compilerOptions: { ...inherited.compilerOptions, ...picked },
    paths: isObject(own.paths) ? readPaths(own.paths, baseFolder ?? folderOf(path)) : inherited.paths,
    baseFolder,
  }
}

function readPaths(paths: Record<string, unknown>, folder: string): TsConfig['paths'] {
  return Object.entries(paths).flatMap(([pattern, targets]) => {
    if (!Array.isArray(targets)) return []
    const resolved = targets.filter(isText).flatMap((target) => normalisePath(folder + target) ?? [])
    return [{ pattern, targets: resolved }]
  })
}

function extendedPath(specifier: string, from: string, files: SourceFiles): string | undefined {
  const base = normalisePath(folderOf(from) + specifier)
  return base === undefined ? undefined : [base, `${base}.json`].find((path) => files.has(path))
}

function toFolder(path: string, from: string): string | undefined {
  const folder = normalisePath(folderOf(from) + path)
  return folder ? `${folder}/` : folder
}

/** Paths that a specifier may stand for by `paths` and `baseUrl`, best first. */
export function applyTsPaths(specifier: string, { paths, baseFolder }: TsConfig): string[] {
  if (/^\.{0,2}\//.test(specifier)) return []
  const found: { prefix: number; targets: string[] }[] = []
  for (const { pattern, targets } of paths) {
    const star = pattern.indexOf('*')
    if (star < 0) {
      if (pattern === specifier) found.push({ prefix: Infinity, targets })
      continue
    }
    const before = pattern.slice(0, star)
    const after = pattern.slice(star + 1)
    const fits = specifier.startsWith(before) && specifier.endsWith(after)
    if (!fits || specifier.length < before.length + after.length) continue
    const matched = specifier.slice(before.length, specifier.length - after.length)
    found.push({
      prefix: before.length,
      targets: targets.map((target) => target.replace('*', () => matched)),
    })
  }
  found.sort((a, b) => b.prefix - a.prefix)
  return [
    ...found.flatMap(({ targets }) => targets),
    ...(baseFolder === undefined ? [] : [baseFolder + specifier]),
  ]
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}
