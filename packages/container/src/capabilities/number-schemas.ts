import * as v from 'valibot'

/** Programs can send `NaN` and `Infinity` too: structured clone keeps them. */
export const finiteNumber = v.pipe(v.number(), v.finite())
export const integer = v.pipe(v.number(), v.safeInteger())
