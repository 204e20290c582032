import { basename, resolve } from 'node:path'
import { createCompiler } from '@sampan/compiler'
import type { BuildResult } from '@sampan/compiler'
import { openExtendedLibraries, watchProjectFolder } from '@sampan/project-folder'
import { parseArguments, takeFolder, takeNumber } from '../arguments'
import type { RunCommand } from '../command'
import { openProject } from '../open-project'
import { createPreviewServer } from '../preview/preview-server'
import { createProgram } from '../preview/program'
import { formatDuration } from '../terminal/format-quantity'
import { printDiagnostics } from '../terminal/print-diagnostics'
import type { Terminal } from '../terminal/terminal'
import { chooseServer } from '../platform/choose-server'
import { createDevAccount } from './account'
import { listenSomewhere } from './listen'
import { listNetworkAddresses, printAddresses } from './addresses'
import { openInBrowser } from './open-in-browser'
import { waitForStop } from './wait-for-stop'

const FIRST_PORT = 5180

/** `sampan dev` */
export const run: RunCommand = async (args, terminal) => {
  const { translate, language } = terminal
  const { values, positionals } = parseArguments(args, {
    port: { type: 'string' },
    host: { type: 'string' },
    open: { type: 'boolean', default: true },
    'private-network': { type: 'boolean', default: false },
    server: { type: 'string' },
  })
  const folder = takeFolder(positionals, 'dev', translate, '.')
  const wantedPort = takeNumber('--port', values.port, { minimum: 0, maximum: 65535 }, translate)
  const files = openProject(folder, translate)
  const startedAt = performance.now()

  const compiler = createCompiler({ files, extendedLibraries: openExtendedLibraries(), sourceMap: true })
  const toProgram = (result: BuildResult) => createProgram(result, files.readText, language)
  const report = ({ diagnostics }: BuildResult) => printDiagnostics(diagnostics, files.readText, terminal)

  const account = createDevAccount(chooseServer(values.server, translate, folder))
  const first = await compiler.build()
  const server = await createPreviewServer(toProgram(first), {
    projectName: basename(resolve(folder)),
    language,
    live: true,
    reach: values['private-network'] ? 'private-network' : 'loopback',
    account,
  })
  const port = await listenSomewhere(
    server,
    { wantedPort, firstPort: FIRST_PORT, host: values.host },
    terminal,
  )
  const watcher = await watchProjectFolder(
    folder,
    async ({ paths, listingChanged }) => {
      if (listingChanged) files.refresh()
      const result = await compiler.update(paths)
      server.show(toProgram(result))
      noteRebuild(result, paths, terminal)
      report(result)
    },
    // A fault of ours. The next save may go past it.
    (error) => terminal.note(error instanceof Error ? (error.stack ?? error.message) : String(error)),
  )

  report(first)
  const addresses = listNetworkAddresses(values.host, port, server.key)
  terminal.print(translate('devReady', { time: formatDuration(performance.now() - startedAt) }))
  await printAddresses(addresses, terminal)
  if (values.open) openInBrowser(addresses.local)

  await waitForStop()
  account.close()
  await watcher.close()
  await server.close()
  return 0
}

const MOST_NAMED_FILES = 3

function noteRebuild({ stats }: BuildResult, paths: string[], { note, translate, colours }: Terminal): void {
  const named = paths.slice(0, MOST_NAMED_FILES).join(', ') + (paths.length > MOST_NAMED_FILES ? ', …' : '')
  note(colours.dim(translate('devRebuilt', { time: formatDuration(stats.durationMs), files: named })))
}
