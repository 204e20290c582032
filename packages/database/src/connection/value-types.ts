import pg from 'pg'
import type { CustomTypesConfig } from 'pg'

const { INT8, DATE } = pg.types.builtins

/**
 * `bigint` is a number (amounts are integer fen, sizes are bytes), and one that a number cannot hold is an error.
 * `date` stays the text `YYYY-MM-DD`: it has no time zone, and a Date would give it one.
 */
export const VALUE_TYPES: CustomTypesConfig = {
  getTypeParser(oid, format) {
    if (format !== 'binary' && oid === INT8) return parseSafeInteger
    if (format !== 'binary' && oid === DATE) return (text: string) => text
    return pg.types.getTypeParser(oid, format)
  },
}

function parseSafeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too big for a number: read it as text`)
  return value
}
