import { PACKAGE_FUNCTION, PROGRAM_GLOBALS } from '@sampan/protocol'
import { type MappedPart, joinWithMap } from './source-map'

export interface ServiceParts {
  id: string
  /** Template path → `TemplateFactory` source. */
  templates: Map<string, string>
  /** WXS key → `WxsFactory` source. */
  wxs: Map<string, string>
  /** Module path with extension → body and map. */
  modules: Map<string, { code: string; map?: string }>
}

/** `service.js` of one package, and its source map if the modules bring theirs. */
export function generateServiceScript(parts: ServiceParts): { code: string; map?: string } {
  const pieces: MappedPart[] = [{ code: `${PACKAGE_FUNCTION}(${JSON.stringify(parts.id)},{\n` }]
  for (const [path, code] of parts.templates) pieces.push({ code: `${JSON.stringify(path)}:${code},\n` })
  pieces.push({ code: '},{\n' })
  for (const [key, code] of parts.wxs) pieces.push({ code: `${JSON.stringify(key)}:${code},\n` })
  pieces.push({ code: `},function(${PROGRAM_GLOBALS.join(',')}){return {\n` })
  for (const [path, module] of parts.modules) {
    pieces.push({ code: `${JSON.stringify(path)}:function(require,module,exports){\n` })
    pieces.push({ code: module.code, ...(module.map !== undefined && { map: module.map }) })
    pieces.push({ code: '\n},\n' })
  }
  pieces.push({ code: '}});\n' })
  return joinWithMap(pieces)
}
