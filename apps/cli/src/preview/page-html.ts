import type { PageConfig } from './page/program-state'

export interface PageSource {
  title: string
  /** URLs of module scripts, in order. */
  scripts: string[]
  /** URLs of what these import at once. */
  preloads: string[]
  config: PageConfig
}

/** The document of a page: all that is in it is made by its scripts. */
export function renderPage({ title, scripts, preloads, config }: PageSource): string {
  return `<!doctype html>
<html lang="${config.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<style>html, body { margin: 0; height: 100%; overflow: hidden }</style>
${preloads.map((url) => `<link rel="modulepreload" href="${url}">`).join('\n')}
${scripts.map((url) => `<script type="module" src="${url}"></script>`).join('\n')}
</head>
<body>
<script type="application/json" id="config">${JSON.stringify(config).replaceAll('<', '\\u003c')}</script>
</body>
</html>
`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}
