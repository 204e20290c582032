/** `folder` is where `console.js` is, `imports` what it imports at once. */
export function renderConsolePage(folder: string, imports: string[]): string {
  const preloads = imports.map((name) => `<link rel="modulepreload" href="${folder}${name}">\n`).join('')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>Sampan</title>
<link rel="icon" type="image/svg+xml" href="/icon.svg">
<link rel="stylesheet" href="${folder}console-style.css">
${preloads}<script type="module" src="${folder}console.js"></script>
</head>
<body>
<div id="console"></div>
<noscript>The console needs JavaScript. · 管理后台需要启用 JavaScript。</noscript>
</body>
</html>
`
}
