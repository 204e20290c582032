import { builtinModules } from 'node:module'
import {
  build,
  type Loader,
  type Message,
  type OnResolveArgs,
  type OnResolveResult,
  type Plugin,
} from 'esbuild'
import { extensionOf, folderOf } from '../project/paths'
import type { SourceFiles } from '../source-files'
import {
  findEntry,
  findFile,
  findInternal,
  findPackageFolder,
  findSubpath,
  splitSpecifier,
} from './node-resolution'
import { readManifest, type PackageManifest } from './package-manifest'

export interface BundledPackage {
  code: string
  /** Names of packages that stay outside. */
  packages: Set<string>
  /** Modules of Node.js that it asks for. */
  nodeModules: Set<string>
}

const NAMESPACE = 'project'
const EMPTY = 'empty'
const NODE_MODULES = new Set(builtinModules)

/**
 * A package's scripts in one file. Other packages stay outside where they are asked for by name, because they are
 * packed by themselves; parts of other packages are packed in with all that they need. Everything is read through the project's files.
 */
export async function bundlePackage(
  entry: string,
  folder: string,
  files: SourceFiles,
): Promise<BundledPackage | { problem: string }> {
  const packages = new Set<string>()
  const nodeModules = new Set<string>()
  const resolver = createResolver(folder, files, packages, nodeModules)
  const plugin: Plugin = {
    name: 'project-files',
    setup(setup) {
      setup.onResolve({ filter: /.*/ }, (args) =>
        args.kind === 'entry-point' ? { path: entry, namespace: NAMESPACE } : resolver(args),
      )
      setup.onLoad({ filter: /.*/, namespace: EMPTY }, () => ({ contents: '', loader: 'js' }))
      setup.onLoad({ filter: /.*/, namespace: NAMESPACE }, ({ path }) => ({
        contents: files.readText(path) ?? '',
        loader: loaderOf(path),
      }))
    },
  }
  try {
    const result = await build({
      entryPoints: [entry],
      bundle: true,
      write: false,
      format: 'cjs',
      platform: 'neutral',
      target: 'es2022',
      charset: 'utf8',
      define: { 'process.env.NODE_ENV': '"production"' },
      supported: { 'dynamic-import': false },
      tsconfigRaw: '{}',
      logLevel: 'silent',
      plugins: [plugin],
    })
    return { code: result.outputFiles[0]!.text, packages, nodeModules }
  } catch (error) {
    const [message] = (error as { errors?: Message[] }).errors ?? []
    if (!message) throw error
    const place = message.location
      ? ` (${message.location.file.replace(`${NAMESPACE}:`, '')}:${message.location.line})`
      : ''
    return { problem: message.text + place }
  }
}

function createResolver(home: string, files: SourceFiles, packages: Set<string>, nodeModules: Set<string>) {
  const toFile = (path: string | undefined): OnResolveResult | undefined =>
    path === undefined ? undefined : { path, namespace: NAMESPACE }

  return function resolve({ path: specifier, importer }: OnResolveArgs): OnResolveResult {
    const owner = findOwner(importer, files)
    const replaced = replaceForBrowsers(specifier, importer, owner, files)
    if (replaced === false) return { path: specifier, namespace: EMPTY }
    if (replaced.startsWith('.') || replaced.startsWith('/')) {
      return toFile(findFile(resolveRelative(replaced, importer), files)) ?? notFound(specifier)
    }
    if (replaced.startsWith('#') && owner) {
      return toFile(findInternal(owner.folder, owner.manifest, replaced, files)) ?? notFound(specifier)
    }
    const { name, subpath } = splitSpecifier(replaced)
    const folder = findPackageFolder(name, importer, files)
    const manifest = folder === undefined ? undefined : readManifest(`${folder}package.json`, files)
    if (folder === undefined || !manifest || manifest === 'broken') {
      const bare = specifier.replace(/^node:/, '')
      if (NODE_MODULES.has(bare) || specifier.startsWith('node:')) nodeModules.add(bare)
      else packages.add(name)
      return { path: specifier, external: true }
    }
    // Parts of other packages find their own dependencies where this one does not look.
    const isHome = importer.startsWith(home) && !importer.slice(home.length).includes('node_modules/')
    if (!isHome) {
      const path =
        subpath === '' ? findEntry(folder, manifest, files) : findSubpath(folder, manifest, subpath, files)
      return toFile(path) ?? notFound(specifier)
    }
    if (subpath === '') {
      packages.add(name)
      return { path: name, external: true }
    }
    // The parts of a package for mini programs are all there.
    if (subpath !== '' && manifest.miniprogram !== undefined) {
      packages.add(name)
      return { path: replaced, external: true }
    }
    return toFile(findSubpath(folder, manifest, subpath, files)) ?? notFound(specifier)
  }
}

function notFound(specifier: string): OnResolveResult {
  return { errors: [{ text: `Could not resolve "${specifier}"` }] }
}

function resolveRelative(specifier: string, importer: string): string {
  return specifier.startsWith('/') ? specifier.slice(1) : folderOf(importer) + specifier
}

interface Owner {
  folder: string
  manifest: PackageManifest
}

/** The package that a file belongs to. */
function findOwner(path: string, files: SourceFiles): Owner | undefined {
  for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder.slice(0, -1))) {
    const manifest = readManifest(`${folder}package.json`, files)
    if (manifest && manifest !== 'broken' && manifest.name !== undefined) return { folder, manifest }
    if (folder.endsWith('node_modules/')) return undefined
  }
  return undefined
}

/** `browser` of package.json as a map: what it replaces needs Node.js, which a mini program is not. */
function replaceForBrowsers(
  specifier: string,
  importer: string,
  owner: Owner | undefined,
  files: SourceFiles,
): string | false {
  if (!owner || Object.keys(owner.manifest.browser).length === 0) return specifier
  const { folder, manifest } = owner
  const target = specifier.startsWith('.') ? findFile(resolveRelative(specifier, importer), files) : undefined
  const inside = target?.startsWith(folder) ? `./${target.slice(folder.length)}` : undefined
  for (const key of [specifier, inside, inside?.replace(/\.js$/, '')]) {
    if (key === undefined || !Object.hasOwn(manifest.browser, key)) continue
    const value = manifest.browser[key]!
    return typeof value === 'string' && value.startsWith('.') ? `/${folder}${value}` : value
  }
  return specifier
}

function loaderOf(path: string): Loader {
  switch (extensionOf(path)) {
    case '.json':
      return 'json'
    case '.ts':
    case '.mts':
    case '.cts':
      return 'ts'
    case '.js':
    case '.mjs':
    case '.cjs':
      return 'js'
    default:
      return 'empty'
  }
}
