import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser'
import { isStackOverflow } from '../stack-overflow'
import type { ScriptFault } from './script-fault'

/** A JSON module. Comments and trailing commas are tolerated; of broken JSON, what could be read. */
export function compileJson(source: string): { code: string; faults: ScriptFault[] } {
  try {
    const { value, faults } = readJson(source)
    return { code: exportJson(JSON.stringify(value ?? null)), faults }
  } catch (error) {
    if (!isStackOverflow(error)) throw error
    return { code: exportJson('null'), faults: [{ message: 'Nested too deeply', line: 1, column: 1 }] }
  }
}

function readJson(source: string): { value: unknown; faults: ScriptFault[] } {
  try {
    return { value: JSON.parse(source), faults: [] }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  const errors: ParseError[] = []
  const value: unknown = parse(source, errors, { allowTrailingComma: true })
  return {
    value,
    faults: errors.map(({ error, offset }) => ({ message: printParseErrorCode(error), offset })),
  }
}

function exportJson(json: string): string {
  // As a literal, a key of this name would set the prototype.
  const isPlain = !json.includes('"__proto__"')
  return `module.exports = ${isPlain ? json : `JSON.parse(${JSON.stringify(json)})`};`
}
