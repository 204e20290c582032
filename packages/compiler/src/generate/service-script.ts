import {
  PACKAGE_FUNCTION,
  PROGRAM_GLOBALS,
  VIEW_PACKAGE_FUNCTION,
  WORKER_GLOBALS,
  WORKER_PACKAGE_FUNCTION,
} from '@sampan/protocol'
import { type MappedPart, joinWithMap } from './source-map'

/** Code by key. */
type Parts = Map<string, MappedPart>

export interface ServiceParts {
  id: string
  /** Template path → `TemplateFactory` source. */
  templates: Parts
  /** WXS key → `WxsFactory` source. */
  wxs: Parts
  /** Module path with extension → body. */
  modules: Parts
}

/** `service.js` of one package, and its source map if the modules bring theirs. */
export function generateServiceScript({ id, templates, wxs, modules }: ServiceParts): MappedPart {
  return joinWithMap([
    { code: `${PACKAGE_FUNCTION}(${JSON.stringify(id)},{\n` },
    ...printEntries(templates),
    { code: '},{\n' },
    ...printEntries(wxs),
    { code: '},' },
    ...printModuleFactory(PROGRAM_GLOBALS, modules),
    { code: ');\n' },
  ])
}

/** `worker.js`: the scripts of `wx.createWorker`. */
export function generateWorkerScript(modules: Parts): MappedPart {
  return joinWithMap([
    { code: `${WORKER_PACKAGE_FUNCTION}(` },
    ...printModuleFactory(WORKER_GLOBALS, modules),
    { code: ');\n' },
  ])
}

/** `view.js` of one package. */
export function generateViewScript(id: string, wxs: Parts): MappedPart {
  return joinWithMap([
    { code: `${VIEW_PACKAGE_FUNCTION}(${JSON.stringify(id)},{\n` },
    ...printEntries(wxs),
    { code: '});\n' },
  ])
}

function printEntries(parts: Parts): MappedPart[] {
  return [...parts].flatMap(([key, part]) => [{ code: `${objectKey(key)}:` }, part, { code: ',\n' }])
}

/** Two functions around each other: a program may declare names of its own that are those of its globals. */
function printModuleFactory(globals: readonly string[], modules: Parts): MappedPart[] {
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
function objectKey(key: string): string {
  return key === '__proto__' ? `['__proto__']` : JSON.stringify(key)
}
