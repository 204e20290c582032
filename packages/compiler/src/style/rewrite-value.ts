/** What a value rewrite needs to know about the file that the value stands in. */
export interface ValueContext {
  /** Turns the text of a `url()` into the one to emit. */
  rewriteUrl: (url: string) => string
}

/**
 * Words of a value that matter: strings, comments, urls, hashes, identifiers and numbers with their unit. Taking the
 * first four as a whole keeps `rpx` inside of them as it is.
 */
const WORDS =
  /"(?:[^"\\]|\\[^])*"?|'(?:[^'\\]|\\[^])*'?|\/\*[^]*?\*\/|(url\(\s*)("(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|[^)]*?)(\s*\))|#[-\w]+|([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)([a-z%][-\w]*)?|-*[a-z_\u0080-\uffff\\](?:[-\w\u0080-\uffff]|\\[^])*/gi

/** Whether a value has anything to rewrite. Nearly all have not. */
const INTERESTING = /rpx|url\(/i

/** `rpx` to `vw` and asset URLs, token by token. */
export function rewriteValue(value: string, context: ValueContext): string {
  if (!INTERESTING.test(value)) return value
  return value.replace(
    WORDS,
    (word: string, open?: string, url?: string, close?: string, amount?: string, unit?: string) => {
      if (url !== undefined) return open!.trimEnd() + quoteUrl(url, context.rewriteUrl) + close!.trimStart()
      if (amount !== undefined && unit !== undefined && unit.toLowerCase() === 'rpx') return rpxToVw(amount)
      return word
    },
  )
}

/** A screen is 750rpx wide. Five decimals are a hundredth of a pixel on the widest screen. */
export function rpxToVw(amount: string): string {
  const vw = Math.round((Number(amount) / 7.5) * 1e5) / 1e5
  return `${vw === 0 ? 0 : vw}vw`
}

function quoteUrl(text: string, rewriteUrl: (url: string) => string): string {
  const quote = text[0] === '"' || text[0] === "'" ? text[0] : ''
  const bare = quote ? text.slice(1, -1) : text.trim()
  const rewritten = rewriteUrl(bare)
  if (quote) return quote + rewritten + quote
  // A folder's name may need quotes that the author's own path did not.
  return rewritten !== bare && /[\s"'()]/.test(rewritten) ? JSON.stringify(rewritten) : rewritten
}

const SIZE_PROPERTIES = /^(?:(?:min-|max-)?(?:height|width|block-size|inline-size)|flex-basis)$/i
const HAIRLINE = /^\s*\+?(\d*\.?\d+)rpx\s*$/i

/**
 * The base library rounds an `rpx` length that is above zero to at least one device pixel, so that a line of 1rpx
 * never vanishes. Browsers do so for borders and outlines by themselves. They do not for boxes: half a pixel of
 * height disappears at half of all positions. The page frame may say how much a device pixel is; without its word it
 * is 1px, as in the simulator of WeChat's tools. Undefined if the declaration is no such line.
 */
export function hairline(property: string, value: string): string | undefined {
  const amount = HAIRLINE.exec(value)?.[1]
  if (amount === undefined || !SIZE_PROPERTIES.test(property)) return undefined
  const rpx = Number(amount)
  return rpx > 0 && rpx <= 2 ? `max(var(--wx-device-pixel,1px),${rpxToVw(amount)})` : undefined
}
