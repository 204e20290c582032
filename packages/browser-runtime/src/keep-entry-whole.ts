import { dirname } from 'node:path'
import type { Plugin } from 'esbuild'

/** Of modules that stand between an `import()` and what it names. */
const NAMESPACE = 'sampan'
const RESOLVED = Symbol('resolved')

/**
 * Splitting cuts what the entry shares with its parts (what it reaches by `import()`) into a file for each set of parts
 * that use it: a dozen requests before anything starts. Here every part imports the whole entry, which is there when a
 * part is asked for, so the entry's code is one file.
 */
export function keepEntryWhole(entry: string): Plugin {
  return {
    name: 'keep-entry-whole',
    setup(build) {
      build.onResolve({ filter: /./ }, async ({ kind, path, importer, resolveDir, pluginData }) => {
        if (kind !== 'dynamic-import' || pluginData === RESOLVED) return undefined
        const found = await build.resolve(path, { kind, importer, resolveDir, pluginData: RESOLVED })
        if (found.errors.length > 0 || found.external) return found
        return { path: found.path, namespace: NAMESPACE }
      })
      build.onLoad({ filter: /./, namespace: NAMESPACE }, ({ path }) => {
        const name = JSON.stringify(path)
        const lines = [
          `import ${JSON.stringify(entry)}`,
          `export * from ${name}`,
          // Which the line above leaves out. Undefined where there is none.
          `import * as part from ${name}`,
          `export default part.default`,
        ]
        return { contents: lines.join('\n'), resolveDir: dirname(path) }
      })
    },
  }
}
