import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { apisOfPart, LATE_PARTS, LATE_PARTS_VERSION, neededParts, tagsOfPart } from '../src'

it('has another version when it says something else', () => {
  const table = LATE_PARTS.map((part) => [part, apisOfPart(part).sort(), tagsOfPart(part).sort()])
  const digest = createHash('sha256').update(JSON.stringify(table)).digest('hex').slice(0, 12)
  // Manifests that were compiled before a change ask for what was right then: both values change together.
  expect([LATE_PARTS_VERSION, digest]).toEqual([1, '143f7243d33c'])
})

it('gives everything to programs that do not say what they need', () => {
  expect(neededParts(undefined)).toEqual(LATE_PARTS)
  expect(neededParts({ version: LATE_PARTS_VERSION - 1, parts: {} })).toEqual(LATE_PARTS)
  expect(neededParts({ version: LATE_PARTS_VERSION, parts: { canvas: [] } })).toEqual(['canvas'])
})
