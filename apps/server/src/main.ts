/** `npm start`: the mini programs of `templates/` on one page each. The platform takes this place. */
import { readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import { basename, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildBrowserRuntime } from '@sampan/browser-runtime'
import { createCompiler } from '@sampan/compiler'
import { openProjectFolder } from '@sampan/project-folder'

const PORT = Number(process.env.PORT ?? 5170)
const TEMPLATES = fileURLToPath(new URL('../../../templates', import.meta.url))
const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.html': 'text/html; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.svg': 'image/svg+xml',
}

const startedAt = performance.now()
const names = readdirSync(TEMPLATES)
const programs = await Promise.all(
  names.map((name) =>
    createCompiler({ files: openProjectFolder(join(TEMPLATES, name)), minify: true }).build(),
  ),
)
const runtime = await buildBrowserRuntime()
const files = new Map<string, string | Uint8Array>([['/', listPage()]])
for (const [name, bytes] of runtime.files) files.set(`/runtime/${name}`, bytes)
programs.forEach((program, index) => {
  const name = names[index]!
  files.set(`/${name}`, programPage(name))
  for (const [path, content] of program.files) files.set(`/bundles/${name}/${path}`, content)
})

createServer((request, response) => {
  const path = decodeURI(new URL(request.url ?? '/', 'http://server').pathname)
  const content = files.get(path)
  response.writeHead(content === undefined ? 404 : 200, {
    'Content-Type': TYPES[extname(basename(path)) || '.html'] ?? 'application/octet-stream',
    'Access-Control-Allow-Origin': '*',
  })
  response.end(content)
}).listen(PORT, '127.0.0.1', () => {
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  console.log(`Sampan is ready in ${seconds} s: http://localhost:${PORT}/`)
})

function listPage(): string {
  const items = names.map((name) => `<li><a href="/${name}">${name}</a></li>`).join('')
  return `<!doctype html><meta name="viewport" content="width=device-width"><title>Sampan</title><ul>${items}</ul>`
}

function programPage(name: string): string {
  return `<!doctype html><meta name="viewport" content="width=device-width, viewport-fit=cover"><title>${name}</title>
<style>html, body { margin: 0; height: 100% } mini-program { position: fixed; inset: 0 }</style>
<script type="module" src="/runtime/container.js"></script>
<mini-program src="/bundles/${name}/" runtime="/runtime/"></mini-program>`
}
