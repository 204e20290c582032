import { resolve } from 'node:path'
import { build } from 'esbuild'
import type { BuildOptions, Plugin } from 'esbuild'

/** An export of a module of the first script that a part uses. */
export interface SharedName {
  /** Absolute path. */
  module: string
  name: string
}

/** Absolute path of a module → names of its exports. */
export type ModuleExports = ReadonlyMap<string, readonly string[]>

/**
 * Global array in which the first script leaves what parts take, in the order of the shared names. Values, not
 * bindings: an exported `let` that changes cannot be shared.
 */
const SHARED_GLOBAL = '__sampanShared'
const NAMESPACE = 'sampan'

/** For the build of the first script: the entry, and before it the shared names. */
export function shareNames(entry: string, shared: readonly SharedName[]): Plugin {
  const imports = shared.map(
    ({ module, name }, at) => `import { ${name} as _${at} } from ${JSON.stringify(module)}`,
  )
  const list = shared.map((_name, at) => `_${at}`).join()
  const contents: Record<string, string> = {
    first: `import 'sampan:shared'\nimport ${JSON.stringify(entry)}`,
    shared: [...imports, `globalThis.${SHARED_GLOBAL} = [${list}]`].join('\n'),
  }
  return {
    name: 'share-names',
    setup(build) {
      build.onResolve({ filter: /./ }, ({ kind }) =>
        kind === 'entry-point' ? { path: 'first', namespace: NAMESPACE } : undefined,
      )
      build.onResolve({ filter: /^sampan:shared$/ }, () => ({ path: 'shared', namespace: NAMESPACE }))
      build.onLoad({ filter: /./, namespace: NAMESPACE }, ({ path }) => ({
        contents: contents[path],
        resolveDir: '/',
      }))
    },
  }
}

export async function listExports(modules: readonly string[], options: BuildOptions): Promise<ModuleExports> {
  const { metafile } = await build({
    ...options,
    entryPoints: [...modules],
    format: 'esm',
    splitting: true,
    metafile: true,
    write: false,
  })
  return new Map(
    Object.values(metafile.outputs).flatMap(({ entryPoint, exports }) =>
      entryPoint === undefined ? [] : [[resolve(entryPoint), exports] as const],
    ),
  )
}

/** What the parts use of the modules that the first script has. `options` must not minify: the output is read. */
export async function findSharedNames(
  entryPoints: Record<string, string>,
  own: ModuleExports,
  options: BuildOptions,
): Promise<SharedName[]> {
  const candidates = [...own].flatMap(([module, names]) => names.map((name) => ({ module, name })))
  const { outputFiles } = await build({
    ...options,
    entryPoints,
    format: 'esm',
    write: false,
    plugins: [takeSharedNames(own, candidates), ...(options.plugins ?? [])],
  })
  const used = new Set<number>()
  for (const { text } of outputFiles) {
    for (const [, at] of text.matchAll(/\/\* @__PURE__ \*\/ take\d*\((\d+)\)/g)) used.add(Number(at))
  }
  return candidates.filter((_name, at) => used.has(at))
}

/** For the build of the parts: modules of the first script answer from the global array. What is not used falls out. */
export function takeSharedNames(own: ModuleExports, shared: readonly SharedName[]): Plugin {
  const paths = [...own.keys()].map((path) => path.replace(/[^\w/]/g, '\\$&'))
  return {
    name: 'take-shared-names',
    setup(build) {
      build.onLoad({ filter: new RegExp(`^(${paths.join('|')})$`) }, ({ path }) => {
        const names = shared.flatMap(({ module, name }, at) =>
          module === path ? [`const _${at} = /* @__PURE__ */ take(${at})\nexport { _${at} as ${name} }`] : [],
        )
        return { contents: [`const take = (at) => globalThis.${SHARED_GLOBAL}[at]`, ...names].join('\n') }
      })
    },
  }
}
