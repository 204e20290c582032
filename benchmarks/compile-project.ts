/** Child process of the compile benchmark: one cold build, its time and peak memory as JSON. */
import { createCompiler } from '@sampan/compiler'
import { openProjectFolder } from '@sampan/project-folder'
import { transform } from 'esbuild'

const [mode, project] = process.argv.slice(2)
const files = openProjectFolder(project!)
const startMs = performance.now()
let outputBytes = 0
let pages = 0
if (mode === 'floor') {
  const scripts = files.list().filter((path) => /\.(js|ts)$/.test(path))
  await Promise.all(
    scripts.map((path) =>
      transform(files.readText(path) ?? '', { format: 'cjs', loader: 'ts', logLevel: 'silent' }).catch(
        () => undefined,
      ),
    ),
  )
} else {
  const { manifest, files: output } = await createCompiler({ files, minify: true, sourceMap: false }).build()
  pages = manifest?.pageOrder.length ?? 0
  for (const [path, content] of output) {
    if (!path.startsWith('files/'))
      outputBytes += typeof content === 'string' ? Buffer.byteLength(content) : content.length
  }
}
const durationMs = performance.now() - startMs
const sourceBytes = files
  .list()
  .filter((path) => /\.(js|ts|json|wxml|wxss|wxs|less|scss|sass)$/.test(path))
  .reduce((sum, path) => sum + files.sizeBytes(path), 0)
process.stdout.write(
  JSON.stringify({
    durationMs,
    pages,
    outputBytes,
    sourceBytes,
    peakMb: process.resourceUsage().maxRSS / 1024,
  }),
)
process.exit(0)
