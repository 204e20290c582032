const SHOWN_CHARACTERS = 4
const MASK = '••••'

/** What may be shown of a secret: enough for its owner to know it again. */
export function maskSecret(value: string): string {
  return value.length > 2 * SHOWN_CHARACTERS ? `${MASK}${value.slice(-SHOWN_CHARACTERS)}` : MASK
}
