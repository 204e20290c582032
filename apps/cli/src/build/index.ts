import { resolve } from 'node:path'
import { createCompiler, translateDiagnostic } from '@sampan/compiler'
import type { BuildResult } from '@sampan/compiler'
import { openExtendedLibraries } from '@sampan/project-folder'
import { parseArguments, takeFolder } from '../arguments'
import type { RunCommand } from '../command'
import { openProject } from '../open-project'
import { formatDuration, formatSize } from '../terminal/format-quantity'
import { printDiagnostics } from '../terminal/print-diagnostics'
import type { Terminal } from '../terminal/terminal'
import { UsageError } from '../usage-error'
import { checkOutFolder, writeBundle } from './write-bundle'

/** `sampan build` */
export const run: RunCommand = async (args, terminal) => {
  const { translate, language } = terminal
  const { values, positionals } = parseArguments(args, {
    out: { type: 'string' },
    minify: { type: 'boolean', default: true },
    'source-map': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  })
  const folder = takeFolder(positionals, 'build', translate)
  if (!values.out) throw new UsageError(translate('missingOut'))
  const out = resolve(values.out)
  checkOutFolder(out, resolve(folder), translate)

  const files = openProject(folder, translate, { skip: [out] })
  const startedAt = performance.now()
  const result = await createCompiler({
    files,
    extendedLibraries: openExtendedLibraries(),
    minify: values.minify,
    sourceMap: values['source-map'],
  }).build()
  if (result.manifest) writeBundle(out, result.files)
  const durationMs = performance.now() - startedAt

  const diagnostics = result.diagnostics.map((diagnostic) => translateDiagnostic(diagnostic, language))
  const ok = result.manifest !== undefined && !diagnostics.some(({ severity }) => severity === 'error')
  if (values.json) {
    terminal.print(
      JSON.stringify({ ok, out: values.out, ...describe(result), durationMs, diagnostics }, null, 2),
    )
  } else {
    printDiagnostics(diagnostics, (path) => files.readText(path), terminal)
    printSummary(result, { ok, out: values.out, durationMs }, terminal)
  }
  return ok ? 0 : 1
}

function describe({ manifest, files }: BuildResult) {
  return {
    hash: manifest?.hash,
    pages: manifest?.pageOrder ?? [],
    packages: manifest?.packages ?? [],
    sizeBytes: sumSizes(files),
  }
}

function printSummary(
  result: BuildResult,
  { ok, out, durationMs }: { ok: boolean; out: string; durationMs: number },
  { print, note, translate, colours }: Terminal,
): void {
  if (!result.manifest) return note(colours.red(translate('buildFailed')))
  const text = translate(ok ? 'built' : 'builtWithErrors', {
    pages: result.manifest.pageOrder.length,
    size: formatSize(sumSizes(result.files)),
    time: formatDuration(durationMs),
    folder: out,
  })
  print(ok ? colours.green(text) : colours.red(text))
}

function sumSizes(files: BuildResult['files']): number {
  let total = 0
  for (const content of files.values()) total += Buffer.byteLength(content)
  return total
}
