const GENERIC_FAMILY =
  /(?<![-\w])(?:serif|sans-serif|monospace|cursive|fantasy|system-ui|ui-[a-z-]+|math|emoji|fangsong)(?![-\w])/i
/** Words that stand alone: for what is inherited, and for fonts of the system. */
const WHOLE_VALUE =
  /^(?:inherit|initial|unset|revert|revert-layer|caption|icon|menu|message-box|small-caption|status-bar)$/i
const STRING = /"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'/g

/**
 * Phones draw a font that they do not have in their own sans-serif; browsers take a serif. So a list of fonts that
 * names no generic family ends with one.
 */
export function addFallbackFont(property: string, value: string): string {
  const name = property.toLowerCase()
  if (name !== 'font-family' && name !== 'font') return value
  const bare = value.replace(STRING, '""')
  return value === '' || GENERIC_FAMILY.test(bare) || WHOLE_VALUE.test(bare) ? value : `${value},sans-serif`
}
