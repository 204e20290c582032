import { mkdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { findBrowser } from '@sampan/browser-finder'
import { createCompiler } from '@sampan/compiler'
import { openExtendedLibraries } from '@sampan/project-folder'
import type { BuildResult } from '@sampan/compiler'
import { parseArguments, takeFolder, takeNumber } from '../arguments'
import type { RunCommand } from '../command'
import type { Translate } from '../messages'
import { openProject } from '../open-project'
import { createPreviewServer } from '../preview/preview-server'
import { createProgram } from '../preview/program'
import { formatDuration } from '../terminal/format-quantity'
import { printDiagnostics } from '../terminal/print-diagnostics'
import { printable } from '../terminal/printable'
import type { Terminal } from '../terminal/terminal'
import { UsageError } from '../usage-error'
import type { PageReport, SmokeReport } from './report'
import { smokeProgram } from './smoke-program'

/** `sampan smoke` */
export const run: RunCommand = async (args, terminal) => {
  const { translate, language, note, colours } = terminal
  const { values, positionals } = parseArguments(args, {
    page: { type: 'string', multiple: true },
    json: { type: 'string' },
    screenshots: { type: 'string' },
    jobs: { type: 'string' },
    timeout: { type: 'string' },
  })
  const folder = takeFolder(positionals, 'smoke', translate, '.')
  const jobs = takeNumber('--jobs', values.jobs, { minimum: 1, maximum: 16 }, translate) ?? 2
  const timeoutMs =
    takeNumber('--timeout', values.timeout, { minimum: 100, maximum: 600_000 }, translate) ?? 15_000
  const files = openProject(folder, translate)
  const startedAt = performance.now()

  const browser = await findBrowserOrRefuse(terminal)
  const extendedLibraries = openExtendedLibraries()
  const result = await createCompiler({ files, extendedLibraries, sourceMap: true }).build()
  const program = createProgram(result, files.readText, language)
  const errorCount = countOf(result, 'error')
  if (!result.manifest) printDiagnostics(result.diagnostics, files.readText, terminal)
  const routes = chooseRoutes(program.state.pages, values.page, translate)

  if (values.screenshots) mkdirSync(values.screenshots, { recursive: true })
  const server = await createPreviewServer(program, {
    projectName: folder,
    language,
    live: false,
    reach: 'loopback',
  })
  let pages: PageReport[]
  try {
    const port = await server.listen(0, '127.0.0.1')
    pages = await smokeProgram({
      browserPath: browser.path,
      origin: `http://127.0.0.1:${port}`,
      routes,
      jobs,
      timeoutMs,
      screenshots: values.screenshots && resolve(values.screenshots),
      stacks: program.stacks,
      onPage: (report) => note(formatPage(report, terminal)),
    })
  } finally {
    await server.close()
  }

  const okCount = pages.filter(({ ok }) => ok).length
  const report: SmokeReport = {
    project: folder,
    ok: result.manifest !== undefined && pages.length > 0 && okCount === pages.length,
    durationMs: Math.round(performance.now() - startedAt),
    build: { errors: errorCount, warnings: countOf(result, 'warning') },
    pages,
  }
  writeReport(report, values.json, terminal)
  const summary = translate('smokeSummary', {
    ok: okCount,
    pages: pages.length,
    time: formatDuration(report.durationMs),
  })
  note(
    report.ok
      ? colours.green(summary)
      : colours.red(pages.length === 0 ? translate('smokeNoPages') : summary),
  )
  return report.ok ? 0 : 1
}

async function findBrowserOrRefuse({ note, translate, colours }: Terminal) {
  try {
    const browser = await findBrowser({ install: true, say: note })
    note(colours.dim(translate('smokeBrowser', { path: browser.path })))
    return browser
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

/** All pages, or those asked for. */
function chooseRoutes(
  pages: readonly string[],
  wanted: string[] | undefined,
  translate: Translate,
): string[] {
  if (!wanted) return [...pages]
  const routes = wanted.map((route) => route.replace(/^\//, ''))
  const unknown = routes.find((route) => !pages.includes(route.split('?')[0]!))
  if (unknown !== undefined) throw new UsageError(translate('smokeUnknownPage', { route: unknown }))
  return routes
}

function countOf({ diagnostics }: BuildResult, severity: 'error' | 'warning'): number {
  return diagnostics.filter((diagnostic) => diagnostic.severity === severity).length
}

function formatPage(
  { route, ok, errors, firstRenderMs }: PageReport,
  { colours, translate }: Terminal,
): string {
  const verdict = ok ? colours.green(translate('smokePageOk')) : colours.red(translate('smokePageFailed'))
  const time = firstRenderMs === null ? '' : colours.dim(` ${firstRenderMs} ms`)
  const lines = errors.map(({ kind, message, file, line, column }) => {
    const place = file ? `${file}:${line}:${column} ` : ''
    return `    ${colours.dim(kind)} ${place}${printable(message).split('\n')[0]}`
  })
  return [`${verdict} ${route}${time}`, ...lines].join('\n')
}

function writeReport(report: SmokeReport, file: string | undefined, { print }: Terminal): void {
  const text = JSON.stringify(report, null, 2)
  if (file === '-') print(text)
  else if (file !== undefined) writeFileSync(file, `${text}\n`)
}
