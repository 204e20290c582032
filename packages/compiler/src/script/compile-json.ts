import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser'
import type { ScriptFault } from './script-fault'

/** A JSON module. Comments and trailing commas are tolerated; of broken JSON, what could be read. */
export function compileJson(source: string): { code: string; faults: ScriptFault[] } {
  const { value, faults } = readJson(source)
  const json = JSON.stringify(value ?? null)
  // As a literal, a key of this name would set the prototype.
  const isPlain = !json.includes('"__proto__"')
  return { code: `module.exports = ${isPlain ? json : `JSON.parse(${JSON.stringify(json)})`};`, faults }
}

function readJson(source: string): { value: unknown; faults: ScriptFault[] } {
  try {
    return { value: JSON.parse(source), faults: [] }
  } catch {
    const errors: ParseError[] = []
    const value: unknown = parse(source, errors, { allowTrailingComma: true })
    return {
      value,
      faults: errors.map(({ error, offset }) => ({ message: printParseErrorCode(error), offset })),
    }
  }
}
