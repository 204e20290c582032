import { readFile } from 'node:fs/promises'
import { isIPv6 } from 'node:net'
import { join, resolve } from 'node:path'
import type { FastifyInstance } from 'fastify'
import pc from 'picocolors'
import { buildBrowserRuntime, buildConsole, buildSuperapp, findRepository } from '@sampan/browser-runtime'
import { startJobs } from '@sampan/database'
import { findOwnAddresses, isLoopbackAddress } from '@sampan/local-server'
import { readCatalogueFile } from '../catalogue/catalogue-file'
import { releaseCatalogue } from '../catalogue/release-catalogue'
import { createServer } from '../create-server'
import type { OutgoingMessage } from '../delivery/channel'
import { chooseChannels } from '../delivery/choose-channels'
import { type Demo, makeDemo } from '../demo/make-demo'
import { releaseDemo } from '../demo/release-demo'
import { listDomains } from '../domains/store'
import { createTranslate } from '../messages'
import { openPlatform } from '../platform/open-platform'
import { describeAnnouncement } from './announce'
import { FIRST_PORT, listen } from './listen'
import { openData } from './open-data'
import type { StartOptions } from './options'
import { StartError } from './start-error'
import { createSteps } from './steps'

export interface StartPlaces {
  repository: string
  /** What may be deleted at any time. */
  cacheFolder: string
  /** What must not be lost. */
  dataFolder: string
}

export function defaultPlaces(): StartPlaces {
  const repository = findRepository()
  return {
    repository,
    cacheFolder: join(repository, '.sampan'),
    dataFolder: join(repository, 'data'),
  }
}

/** From nothing to a server that listens, with a line for each step. Throws a `StartError` for what users can mend. */
export async function start(
  options: StartOptions,
  print: (line: string) => void,
  places = defaultPlaces(),
): Promise<FastifyInstance> {
  const translate = createTranslate(options.language)
  const catalogueFile = resolve(options.programs ?? join(places.repository, 'apps/server/programs.json'))
  const steps = createSteps(print)
  const noteBuild = ({ cached }: { cached: boolean }) => translate(cached ? 'note.cached' : 'note.built')

  const dataFolder = resolve(options.data ?? places.dataFolder)
  const [database, runtime, superapp, consoleBundle, release] = await Promise.all([
    steps.run(
      translate('step.database'),
      () => openData(dataFolder, options.databaseUrl),
      ({ db }) => translate(db.embedded ? 'note.embedded' : 'note.external'),
    ),
    steps.run(translate('step.runtime'), () => explainBuild(buildBrowserRuntime), noteBuild),
    steps.run(translate('step.superapp'), () => explainBuild(buildSuperapp), noteBuild),
    steps.run(translate('step.console'), () => explainBuild(buildConsole), noteBuild),
    steps.run(translate('step.programs'), releasePrograms, ({ programs, compiled }) =>
      translate('note.programs', { ready: programs.length, compiled }),
    ),
  ])
  if (release.refused.length > 0) {
    const { describeRefusals } = await import('./print-refusals')
    describeRefusals(release, options.language).forEach(print)
  }

  let networkUrl: string | undefined = undefined
  let localUrl = ''
  /** Codes are in them: shown to somebody who sits here, never written to a log. */
  const showSimulated = process.stdout.isTTY
    ? (channel: string, { recipient, text }: OutgoingMessage) =>
        print(`${pc.dim(translate('simulated', { channel, recipient }))} ${text}`)
    : undefined
  const channels = await chooseChannels(database.db, process.env, showSimulated)
  const platform = await openPlatform({
    ...database,
    baseUrl: () => options.publicUrl ?? localUrl,
    ...channels,
    now: () => new Date(),
    onProblem: (error) => console.error(error),
  })
  const app = createServer({
    addPlatform: platform.addRoutes,
    runtime,
    superapp,
    console: consoleBundle,
    superappAssets: join(places.repository, 'apps/superapp/assets'),
    programs: release.programs,
    ofOwners: platform.publicPrograms,
    findUserId: platform.findUserId,
    findDomains: (appId) => listDomains(database.db.kysely, appId),
    programsUrl: options.programsUrl,
    trustedProxies: options.trustedProxies,
    networkUrl: () => networkUrl,
    printBug: (error) => console.error(error),
  })
  const jobs = await startJobs(database.db, platform.jobs.kinds, { schedules: platform.jobs.schedules })
  let isStopping = false
  app.addHook('preClose', async () => {
    isStopping = true
  })
  app.addHook('onClose', async () => {
    await jobs.stop()
    await database.db.close()
  })
  const port = await steps.run(
    translate('step.listen'),
    () => listen(app, options, translate),
    (used) =>
      options.port === undefined && used !== FIRST_PORT
        ? translate('note.portTaken', { port: used, taken: FIRST_PORT })
        : translate('note.port', { port: used }),
  )
  const addresses = findAddresses(options.host, port)
  networkUrl = options.publicUrl ? `${options.publicUrl}/` : addresses.network
  localUrl = addresses.local.replace(/\/$/, '')
  // Codes of demo people are read where simulated messages are.
  const demo =
    options.demo && !channels.email.isReal
      ? await steps.run(translate('step.demo'), prepareDemo, ({ people }) =>
          translate('note.demo', { count: people.length }),
        )
      : undefined
  print(
    describeAnnouncement({
      demo,
      language: options.language,
      localUrl: addresses.local,
      networkUrl,
      isPublic: options.publicUrl !== undefined,
      readyMs: steps.elapsedMs(),
      first: release.programs[0]?.summary,
    }),
  )
  if (demo) void finishDemo(demo)
  return app

  async function demoParts() {
    const picture = await readFile(join(places.repository, 'apps/superapp/assets/icon-512.png'))
    return { app, db: database.db, dataFolder, picture }
  }

  async function prepareDemo() {
    return makeDemo(await demoParts())
  }

  /** While people look around. What a stop cuts short, the next start finishes. */
  async function finishDemo(made: Demo) {
    try {
      const project = join(places.repository, 'templates/tea-timer')
      const appId = await releaseDemo({ ...(await demoParts()), project }, made)
      if (appId) print(`  ${translate('demo.released', { url: `${localUrl}/#/p/${appId}` })}`)
    } catch (error) {
      if (!isStopping) console.error(error)
    }
  }

  async function releasePrograms() {
    return releaseCatalogue({
      repository: places.repository,
      entries: await readEntries(),
      cacheFolder: join(places.cacheFolder, 'bundles'),
      programsUrl: options.programsUrl,
    })
  }

  async function readEntries() {
    try {
      return await readCatalogueFile(catalogueFile)
    } catch (error) {
      const reason = (error as Error).message
      throw new StartError(translate('error.catalogue', { file: catalogueFile, reason }), {
        cause: error,
      })
    }
  }

  async function explainBuild<Bundle>(build: () => Promise<Bundle>): Promise<Bundle> {
    try {
      return await build()
    } catch (error) {
      throw new StartError(translate('error.bundle', { reason: (error as Error).message }), { cause: error })
    }
  }
}

function findAddresses(
  host: string | undefined,
  port: number,
): { local: string; network: string | undefined } {
  const isAnywhere = host === undefined || host === '0.0.0.0' || host === '::'
  const isLocal = host === 'localhost' || isLoopbackAddress(host ?? '')
  const urlOf = (name: string) => `http://${isIPv6(name) ? `[${name}]` : name}:${port}/`
  const network = isAnywhere ? findOwnAddresses()[0] : isLocal ? undefined : host
  return {
    local: urlOf(isAnywhere || isLocal ? 'localhost' : host),
    network: network === undefined ? undefined : urlOf(network),
  }
}
