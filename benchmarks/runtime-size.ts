import { gzipSync } from 'node:zlib'
import { buildBrowserRuntime } from '@sampan/browser-runtime'
import { printTable } from './statistics'

/** What a first page downloads of our own code. */
export async function benchRuntimeSize(): Promise<void> {
  const { files } = await buildBrowserRuntime()
  let total = 0
  const rows = [...files]
    .filter(([name]) => name.endsWith('.js'))
    .map(([name, content]) => {
      const gzip = gzipSync(content, { level: 9 }).length
      total += gzip
      return [name, (content.length / 1024).toFixed(1), (gzip / 1024).toFixed(1)]
    })
  printTable(
    'Runtime download, KB',
    ['file', 'minified', 'gzip'],
    [...rows, ['all', '', (total / 1024).toFixed(1)]],
  )
}
