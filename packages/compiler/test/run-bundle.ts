import vm from 'node:vm'
import { PACKAGE_FUNCTION, PROGRAM_GLOBALS, VIEW_PACKAGE_FUNCTION } from '@sampan/protocol'
import type { BuildResult } from '../src/index'

export interface LoadedPackage {
  id: string
  templates: Record<string, (...runtime: unknown[]) => unknown>
  wxs: Record<string, unknown>
  modules: Record<string, (require: unknown, module: unknown, exports: unknown) => void>
}

/** Runs a package's `service.js` as the worker does, with `globals` for the names that programs see. */
export function loadPackage(
  { files }: Pick<BuildResult, 'files'>,
  id = 'main',
  globals: Record<string, unknown> = {},
): LoadedPackage {
  let loaded: LoadedPackage | undefined
  const context = vm.createContext({
    [PACKAGE_FUNCTION]: (id: string, templates: any, wxs: any, factory: (...globals: unknown[]) => any) => {
      loaded = { id, templates, wxs, modules: factory(...PROGRAM_GLOBALS.map((name) => globals[name])) }
    },
  })
  vm.runInContext(files.get(`packages/${id}/service.js`) as string, context, { filename: `${id}/service.js` })
  return loaded!
}

/** Keys of the WXS modules that a package's `view.js` brings; undefined without one. */
export function loadViewModules({ files }: Pick<BuildResult, 'files'>, id = 'main'): string[] | undefined {
  const script = files.get(`packages/${id}/view.js`)
  if (script === undefined) return undefined
  let keys: string[] = []
  const context = vm.createContext({
    [VIEW_PACKAGE_FUNCTION]: (_id: string, wxs: object) => (keys = Object.keys(wxs)),
  })
  vm.runInContext(script as string, context)
  return keys
}

/** What a module exports. Requires are answered by exact key only. */
export function runModule({ modules }: LoadedPackage, key: string): any {
  const module = { exports: {} }
  modules[key]!((path: string) => runModule({ modules } as LoadedPackage, path), module, module.exports)
  return module.exports
}
