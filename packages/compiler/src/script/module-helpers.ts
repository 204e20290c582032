/** A script and the mappings of its source map. */
export interface MappedCode {
  code: string
  mappings?: string
}

/**
 * What esbuild puts in front of a converted ES module, statement by statement. It defines what is used only, in this
 * order.
 */
const ESBUILD_HELPERS = [
  'var __create = Object.create;\n',
  'var __defProp = Object.defineProperty;\n',
  'var __getOwnPropDesc = Object.getOwnPropertyDescriptor;\n',
  'var __getOwnPropNames = Object.getOwnPropertyNames;\n',
  'var __getProtoOf = Object.getPrototypeOf;\n',
  'var __hasOwnProp = Object.prototype.hasOwnProperty;\n',
  `var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
`,
  `var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
`,
  'var __reExport = (target, mod, secondTarget) => (__copyProps(target, mod, "default"), secondTarget && __copyProps(secondTarget, mod, "default"));\n',
  `var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));
`,
  'var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);\n',
]
const INTERNAL = /\b__(?:create|defProp|getOwnPropDesc|getOwnPropNames|getProtoOf|hasOwnProp|copyProps)\b/

/**
 * Ours instead, as Babel behaves, which WeChat's tools use:
 * - exports stay on the module's own `exports` object, so that `exports.x = …` beside `export` works;
 * - an export that a circular import reads too early is undefined instead of an error, and may be overwritten from
 *   outside;
 * - an ES module is taken as it is, so that what it exports later is seen.
 */
const OUR_HELPERS = {
  __copyProps: `(to,from,except)=>{if(from&&(typeof from=="object"||typeof from=="function"))for(let key of Object.getOwnPropertyNames(from))key!==except&&!Object.prototype.hasOwnProperty.call(to,key)&&Object.defineProperty(to,key,{get:()=>from[key],enumerable:Object.getOwnPropertyDescriptor(from,key).enumerable,configurable:true});return to}`,
  __export: `(to,all)=>{for(let key in all)Object.defineProperty(to,key,{get(){try{return all[key]()}catch(error){if(!(error instanceof ReferenceError))throw error}},set(value){Object.defineProperty(to,key,{value,enumerable:true,writable:true,configurable:true})},enumerable:true,configurable:true})}`,
  __reExport: `(to,from)=>__copyProps(to,from,"default")`,
  __toESM: `from=>from&&from.__esModule?from:__copyProps(Object.defineProperty(from==null?{}:Object.create(Object.getPrototypeOf(from)),"default",{value:from,enumerable:true}),from)`,
  __toCommonJS: `to=>Object.defineProperty(to,"__esModule",{value:true})`,
}
const NEEDS_COPY = /\b__(?:toESM|reExport)\b/
const EXPORTS_OBJECT =
  /^var (\w+_exports\d*) = \{\};\n(?=__export\(\1, \{|__reExport\(\1, |module\.exports = __toCommonJS\(\1\))/m
const DYNAMIC_IMPORT = /Promise\.resolve\(\)\.then\(\(\) => __toESM\(require\(("(?:[^"\\\n]|\\.)*")\)\)\)/g

/**
 * Replaces esbuild's helpers in what it made of an ES module. Other code, and code with helpers that are not known here,
 * stays as it is: it works, with esbuild's semantics.
 */
export function replaceHelpers({ code, mappings }: MappedCode): MappedCode {
  const start = code.startsWith('"use strict";\n') ? 14 : 0
  let end = start
  for (const helper of ESBUILD_HELPERS) if (code.startsWith(helper, end)) end += helper.length
  if (end === start) return { code, mappings }
  const body = code.slice(end)
  if (INTERNAL.test(body)) return { code, mappings }

  const rewritten = body
    .replace(EXPORTS_OBJECT, 'var $1 = module.exports;\n')
    .replace(DYNAMIC_IMPORT, 'require.async($1).then(__toESM)')
  const names = Object.keys(OUR_HELPERS) as (keyof typeof OUR_HELPERS)[]
  const used = names.filter((name) =>
    name === '__copyProps' ? NEEDS_COPY.test(body) : new RegExp(`\\b${name}\\b`).test(body),
  )
  const prelude = `var ${used.map((name) => `${name}=${OUR_HELPERS[name]}`).join(',')};\n`
  const removedLines = code.slice(start, end).split('\n').length - 1
  return {
    code: code.slice(0, start) + (used.length > 0 ? prelude : '\n') + rewritten,
    mappings: mappings === undefined ? undefined : removeLines(mappings, start > 0 ? 1 : 0, removedLines - 1),
  }
}

function removeLines(mappings: string, from: number, count: number): string {
  const lines = mappings.split(';')
  lines.splice(from, count)
  return lines.join(';')
}
