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
const INTERESTING = /rpx|url\(|env\(/i
const SAFE_AREA = /\benv\(\s*(safe-area-inset-(?:top|right|bottom|left))\s*(,[^()]*)?\)/gi

/**
 * `rpx` to `vw` and asset URLs, token by token. Safe areas can be set by the page frame (`--wx-safe-area-inset-top` …):
 * a browser gives a frame inside of another page none of its own.
 */
export function rewriteValue(value: string, context: ValueContext): string {
  if (!INTERESTING.test(value)) return value
  const safe = value.replace(SAFE_AREA, (env, name: string) => `var(--wx-${name.toLowerCase()},${env})`)
  return safe.replace(
    WORDS,
    (word: string, open?: string, url?: string, close?: string, amount?: string, unit?: string) => {
      if (url !== undefined) return open!.trimEnd() + quoteUrl(url, context.rewriteUrl) + close!.trimStart()
      if (amount !== undefined && unit !== undefined && unit.toLowerCase() === 'rpx') return rpxToVw(amount)
      return word
    },
  )
}

/**
 * A screen is 750rpx wide. Five decimals are a hundredth of a pixel on the widest screen.
 *
 * A line of 1rpx needs no lower bound: Chromium paints a box or border of any width above zero with at least one device
 * pixel (measured at device pixel ratios of 1, 1.5, 2 and 3, at 20 fractional positions each).
 */
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
