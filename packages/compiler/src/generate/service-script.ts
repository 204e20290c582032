import { PACKAGE_FUNCTION, PROGRAM_GLOBALS, WORKER_GLOBALS, WORKER_PACKAGE_FUNCTION } from '@sampan/protocol'
import { type MappedPart, joinWithMap } from './source-map'

type Modules = Map<string, { code: string; map?: string }>

export interface ServiceParts {
  id: string
  /** Template path → `TemplateFactory` source. */
  templates: Map<string, string>
  /** WXS key → `WxsFactory` source. */
  wxs: Map<string, string>
  /** Module path with extension → body and map. */
  modules: Modules
}

/** `service.js` of one package, and its source map if the modules bring theirs. */
export function generateServiceScript({ id, templates, wxs, modules }: ServiceParts): MappedPart {
  return joinWithMap([
    { code: `${PACKAGE_FUNCTION}(${JSON.stringify(id)},{\n` },
    ...[...templates].map(([path, code]) => ({ code: `${objectKey(path)}:${code},\n` })),
    { code: '},{\n' },
    ...[...wxs].map(([key, code]) => ({ code: `${objectKey(key)}:${code},\n` })),
    { code: '},' },
    ...printModuleFactory(PROGRAM_GLOBALS, modules),
    { code: ');\n' },
  ])
}

/** `worker.js`: the scripts of `wx.createWorker`. */
export function generateWorkerScript(modules: Modules): MappedPart {
  return joinWithMap([
    { code: `${WORKER_PACKAGE_FUNCTION}(` },
    ...printModuleFactory(WORKER_GLOBALS, modules),
    { code: ');\n' },
  ])
}

/** Two functions around each other: a program may declare names of its own that are those of its globals. */
function printModuleFactory(globals: readonly string[], modules: Modules): MappedPart[] {
  const pieces: MappedPart[] = [{ code: `function(${globals.join(',')}){return {\n` }]
  for (const [path, { code, map }] of modules) {
    pieces.push(
      { code: `${objectKey(path)}:function(require,module,exports){\n` },
      { code, map },
      { code: '\n},\n' },
    )
  }
  pieces.push({ code: '}}' })
  return pieces
}

/** A key of an object literal. `__proto__` would set the prototype. */
export function objectKey(key: string): string {
  return key === '__proto__' ? `['__proto__']` : JSON.stringify(key)
}
