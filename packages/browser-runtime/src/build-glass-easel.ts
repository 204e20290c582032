import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { BuildOptions } from 'esbuild'
import { GLASS_EASEL_PATCHES, patchModule } from './glass-easel-patches'

/**
 * glass-easel from the sources in its package, as its own `composed-es` build makes it: its switches are constants, so
 * that what serves other kinds of backends falls out. The build in its package carries them all.
 */
export const GLASS_EASEL_BUILD: BuildOptions = {
  // As its sources are meant: a field without a value is no statement.
  tsconfigRaw: { compilerOptions: { target: 'es6', useDefineForClassFields: false } },
  plugins: [
    {
      // Kept builds know it by its name: what changes here, changes that.
      name: `build-glass-easel 2 ${hashOf(GLASS_EASEL_PATCHES)}`,
      setup(build) {
        build.onResolve({ filter: /^glass-easel$/ }, ({ kind, importer, resolveDir }) =>
          build.resolve('glass-easel/src/index.ts', { kind, importer, resolveDir }),
        )
        build.onLoad({ filter: /[\\/]glass-easel[\\/]src[\\/].*\.ts$/ }, async ({ path }) => {
          const module = path.replaceAll('\\', '/').replace(BEFORE_MODULE, '')
          const source = patchModule(module, await readFile(path, 'utf8')).replace(SWITCH, valueOfSwitch)
          return { contents: ENTRY.test(path) ? BASE_FIRST + source : source, loader: 'ts' }
        })
      },
    },
  ],
}

const BEFORE_MODULE = /^.*\/glass-easel\/src\//
const ENTRY = /[\\/]src[\\/]index\.ts$/
/** Its modules import each other in a ring: from here, each class is there before those that extend it. */
const BASE_FIRST = `import './shadow_root'\n`
const SWITCH = /\b(?:BM\.(?:DYNAMIC|SHADOW|COMPOSED|DOMLIKE)|ENV\.DEV)\b/g

function hashOf(patches: unknown): string {
  return createHash('sha256').update(JSON.stringify(patches)).digest('hex').slice(0, 8)
}

function valueOfSwitch(name: string): string {
  return String(name === 'BM.COMPOSED')
}
