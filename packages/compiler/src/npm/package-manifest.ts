import { parse } from 'jsonc-parser'
import type { SourceFiles } from '../source-files'

/** The fields of a package.json that building npm reads, with the types that they should have. */
export interface PackageManifest {
  name?: string
  main?: string
  /** Folder of the files that are ready for mini programs. */
  miniprogram?: string
  dependencies: string[]
  /** `browser` as a map: module → replacement, or false for an empty one. */
  browser: Record<string, string | false>
  /** For `exports` and `imports`. */
  json: Record<string, unknown>
}

const PACKAGE_NAME = /^(?:@[a-z\d~-][\w.~-]*\/)?[a-z\d~-][\w.~-]*$/i

/** Undefined if there is no such file; `broken` if it is no JSON object. */
export function readManifest(path: string, files: SourceFiles): PackageManifest | 'broken' | undefined {
  const text = files.has(path) ? files.readText(path) : undefined
  if (text === undefined) return undefined
  const json: unknown = parse(text, [], { allowTrailingComma: true })
  if (!isObject(json)) return 'broken'
  const { name, main, miniprogram, dependencies, browser } = json
  return {
    name: textOf(name),
    main: textOf(main),
    miniprogram: textOf(miniprogram),
    dependencies: isObject(dependencies)
      ? Object.keys(dependencies).filter((key) => PACKAGE_NAME.test(key))
      : [],
    browser: isObject(browser) ? readBrowserMap(browser) : {},
    json,
  }
}

function readBrowserMap(browser: Record<string, unknown>): PackageManifest['browser'] {
  return Object.fromEntries(
    Object.entries(browser).flatMap(([from, to]) =>
      typeof to === 'string' || to === false ? [[from, to]] : [],
    ),
  )
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
