/** Of the program's world: scripts are ours by nonce, or blobs that the worker makes; no network at all. */
export function worldPolicy(nonce: string): string {
  return `default-src 'none'; script-src 'nonce-${nonce}' blob:; worker-src blob:`
}

/** Of a page frame: scripts that the container hands over have the nonce; no connections, no frames. */
export function framePolicy(nonce: string, bundleUrl: string): string {
  const bundle = sourceExpression(bundleUrl)
  return [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src 'unsafe-inline' ${bundle}`,
    `img-src * data: blob:`,
    `media-src * data: blob:`,
    `font-src * data:`,
    `connect-src 'none'`,
    `frame-src 'none'`,
    `form-action 'none'`,
    `base-uri ${bundle}`,
  ].join('; ')
}

/** The host's nonce where it has a policy of its own, which its frames inherit; else a new one. */
export function chooseNonce(hostNonce: string): string {
  return /^[\w+/=-]+$/.test(hostNonce) ? hostNonce : randomNonce()
}

function randomNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(18)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
}

/** A URL as a source expression: `;`, `,` and quotes would end it; a query is not matched. */
function sourceExpression(url: string): string {
  const { origin, pathname } = new URL(url)
  return (origin + pathname).replace(/[;,'"\s]/g, (character) =>
    encodeURIComponent(character).replace("'", '%27'),
  )
}

export function escapeAttribute(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;')
}
