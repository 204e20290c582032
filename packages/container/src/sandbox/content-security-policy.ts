/** Of the program's world: scripts are ours by nonce, or blobs that the worker makes; no network at all. */
export function worldPolicy(nonce: string): string {
  return `default-src 'none'; script-src 'nonce-${nonce}' blob:; worker-src blob:`
}

/** Of a page frame: our view script and the program's view scripts, nothing inline, no connections, no frames. */
export function framePolicy(urls: { viewScript: string; programScripts: string[]; bundle: string }): string {
  // The folder: parts of the view script that few pages need lie beside it.
  const runtime = new URL('.', urls.viewScript).href
  const scripts = [runtime, ...urls.programScripts].map(sourceExpression).join(' ')
  const bundle = sourceExpression(urls.bundle)
  return [
    `default-src 'none'`,
    `script-src ${scripts}`,
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
