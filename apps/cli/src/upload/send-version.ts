import { createCompiler, translateDiagnostic } from '@sampan/compiler'
import type { ProgramVersion } from '@sampan/platform-api'
import { openExtendedLibraries } from '@sampan/project-folder'
import type { Diagnostic } from '@sampan/protocol'
import { resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArguments, takeFolder, takeNumber } from '../arguments'
import { openProject } from '../open-project'
import { chooseServer, openAsUser } from '../platform/choose-server'
import { openPlatform } from '../platform/request'
import { formatSize } from '../terminal/format-quantity'
import { printDiagnostics } from '../terminal/print-diagnostics'
import type { Terminal } from '../terminal/terminal'
import { UsageError } from '../usage-error'
import { openSentSources } from './pack-sources'
import { createRobot } from './robot'

/** Of `upload` and `preview`; the second names are those of WeChat's tools. */
const OPTIONS = {
  server: { type: 'string' },
  appid: { type: 'string' },
  'private-key': { type: 'string' },
  pkp: { type: 'string' },
  robot: { type: 'string', short: 'r' },
  desc: { type: 'string', short: 'd' },
  ud: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const

const VERSION_OPTIONS = {
  version: { type: 'string', short: 'v' },
  uv: { type: 'string' },
  page: { type: 'string' },
} as const

const LOOK_EVERY_MS = 500
const NOT_BOUND = 'touristappid'

export interface SentVersion {
  version: ProgramVersion
  isJson: boolean
  /** `--page` */
  page: string | undefined
}

/**
 * Compiles the project, sends its sources and waits until the server has compiled them too. Undefined if the project has
 * errors, which are told by then.
 */
export async function sendVersion(
  args: string[],
  purpose: 'development' | 'preview',
  terminal: Terminal,
): Promise<SentVersion | undefined> {
  const { note, print, translate, language } = terminal
  const { values, positionals } = parseArguments(args, { ...OPTIONS, ...VERSION_OPTIONS })
  const folder = resolve(
    takeFolder(positionals, purpose === 'preview' ? 'preview' : 'upload', translate, '.'),
  )
  const number = values.version ?? values.uv ?? (purpose === 'preview' ? 'preview' : undefined)
  if (number === undefined) throw new UsageError(translate('missingVersion'))
  const files = openProject(folder, translate)
  const server = chooseServer(values.server, translate, folder)
  const keyFile = values['private-key'] ?? values.pkp
  const robot = takeNumber('--robot', values.robot, { minimum: 1, maximum: 30 }, translate) ?? 1
  const platform = keyFile ? openPlatform(server, createRobot(keyFile, robot, translate)) : openAsUser(server)

  note(translate('uploadCompiling'))
  const sources = openSentSources(files)
  const compiler = createCompiler({
    files: sources,
    extendedLibraries: openExtendedLibraries(),
    minify: true,
  })
  const { manifest, diagnostics } = await compiler.build()
  const readText = (path: string) => files.readText(path)
  const found = diagnostics.map((diagnostic) => translateDiagnostic(diagnostic, language))
  const hasErrors = !manifest || found.some(({ severity }) => severity === 'error')
  if (hasErrors) return fail(found)
  const appId = values.appid ?? manifest.appId
  if (appId === NOT_BOUND) throw new UsageError(translate('notBound'))
  if (appId !== manifest.appId) {
    throw new UsageError(translate('otherAppId', { wanted: appId, found: manifest.appId }))
  }

  const archive = await sources.pack()
  note(translate('uploadSending', { size: formatSize(archive.length), server }))
  const query = new URLSearchParams({
    version: number,
    remark: values.desc ?? values.ud ?? '',
    purpose,
    bundleHash: manifest.hash,
  })
  const versions = `/api/programs/${encodeURIComponent(appId)}/versions`
  let version = await platform.request<ProgramVersion>(`${versions}?${query}`, {
    method: 'POST',
    body: archive,
  })
  note(translate('uploadChecking'))
  while (version.state === 'compiling') {
    await wait(LOOK_EVERY_MS)
    version = await platform.request<ProgramVersion>(`${versions}/${version.id}`)
  }
  if (version.failure) return fail(version.failure.diagnostics, version)
  return { version, isJson: values.json, page: values.page }

  function fail(problems: Diagnostic[], refused?: ProgramVersion): undefined {
    if (values.json) print(JSON.stringify({ ok: false, version: refused, diagnostics: problems }, null, 2))
    else {
      printDiagnostics(problems, readText, terminal)
      note(terminal.colours.red(describeFailure(refused?.failure ?? undefined, terminal)))
    }
    return undefined
  }
}

function describeFailure(
  failure: NonNullable<ProgramVersion['failure']> | undefined,
  { translate }: Terminal,
): string {
  if (!failure) return translate('uploadHasErrors')
  return translate(`uploadFailed.${failure.code}`, { detail: failure.detail })
}
