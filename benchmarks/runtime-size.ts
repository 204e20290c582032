import { gzipSync } from 'node:zlib'
import { buildBrowserRuntime } from '@sampan/browser-runtime'
import { printTable } from './statistics'

/** What every program loads of our own code; all else comes when a page or a call needs it. */
const FIRST = ['worker.js', 'view.js', 'container.js']

/** What a first page downloads of our own code, and the parts that may follow. */
export async function benchRuntimeSize(): Promise<void> {
  const { files, imports } = await buildBrowserRuntime()
  const first = [...FIRST, ...(imports.container ?? [])]
  const sizes = [...files].flatMap(([name, content]) =>
    name.endsWith('.js')
      ? [{ name, size: content.length, gzip: gzipSync(content, { level: 9 }).length }]
      : [],
  )
  const isFirst = ({ name }: { name: string }): boolean => first.includes(name)
  printSizes(
    'Runtime download for a first page, KB',
    sizes.filter(isFirst).sort((a, b) => first.indexOf(a.name) - first.indexOf(b.name)),
  )
  printSizes(
    'Parts that are loaded when needed, KB',
    sizes.filter((file) => !isFirst(file)).sort((a, b) => b.gzip - a.gzip),
  )
}

function printSizes(title: string, files: { name: string; size: number; gzip: number }[]): void {
  const kilobytes = (bytes: number): string => (bytes / 1024).toFixed(1)
  const sum = (key: 'size' | 'gzip'): string => kilobytes(files.reduce((total, file) => total + file[key], 0))
  printTable(
    title,
    ['file', 'minified', 'gzip'],
    [
      ...files.map(({ name, size, gzip }) => [name, kilobytes(size), kilobytes(gzip)]),
      ['all', sum('size'), sum('gzip')],
    ],
  )
}
