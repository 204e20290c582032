import type { SuperappConfig } from '@sampan/platform-api'

export interface PageParts {
  /** Folder of `superapp.js`. */
  superappUrl: string
  config: SuperappConfig
}

/** The super-app's document. Its first screen comes from `config` in it, without another request. */
export function renderPage({ superappUrl, config }: PageParts): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" media="(prefers-color-scheme: light)" content="#fafaf7">
<meta name="theme-color" media="(prefers-color-scheme: dark)" content="#101418">
<meta name="description" content="Mini programs, opened at once: nothing to install.">
<title>Sampan</title>
<link rel="icon" type="image/svg+xml" href="/icon.svg">
<link rel="apple-touch-icon" href="/icon-192.png">
<link rel="manifest" href="/manifest.webmanifest">
<link rel="preload" as="fetch" crossorigin href="${config.runtimeUrl}worker.js">
<style>html, body { margin: 0; height: 100%; overflow: hidden; background: #fafaf7 }
@media (prefers-color-scheme: dark) { html, body { background: #101418 } }</style>
<script type="module" src="${superappUrl}superapp.js"></script>
</head>
<body>
<script type="application/json" id="config">${JSON.stringify(config).replaceAll('<', '\\u003c')}</script>
<noscript>Sampan needs JavaScript. · Sampan 需要启用 JavaScript。</noscript>
</body>
</html>
`
}
