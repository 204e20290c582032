import fastify from 'fastify'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { BrowserBundle, BrowserRuntime } from '@sampan/browser-runtime'
import { findDeviceId } from './catalogue/device-id'
import { addCatalogueRoutes, type FindUser } from './catalogue/routes'
import { createCatalogueService } from './catalogue/service'
import { createProgramStore } from './catalogue/store'
import type { ReleasedProgram } from './catalogue/store'
import { addConsoleRoutes } from './console/routes'
import { addHealthRoutes } from './health/routes'
import { answerProblems } from './http/problems'
import { addProxyRoutes, type FindDomains } from './proxy/routes'
import type { PublicPrograms } from './releasing/public-programs'
import { addRuntimeRoutes } from './runtime/routes'
import { addSuperappRoutes } from './superapp/routes'

export interface ServerParts {
  runtime: BrowserRuntime
  superapp: BrowserBundle
  /** Owners', reviewers' and the operator's app; without, there is none. */
  console?: BrowserBundle
  /** Accounts and what belongs to them; without, the server only serves programs. */
  addPlatform?: (app: FastifyInstance) => void
  /** `apps/superapp/assets` */
  superappAssets: string
  programs: ReleasedProgram[]
  /** Released by owners, beside `programs`. */
  ofOwners?: PublicPrograms
  /** Of programs of owners. */
  findDomains?: FindDomains
  /** Who is signed in; nobody, if left out. */
  findUserId?(request: FastifyRequest): Promise<string | undefined>
  /** Origin of bundles and runtime; empty for this server's own. */
  programsUrl: string
  /** Balancers whose word on the client's address counts. */
  trustedProxies?: number | string[]
  /** Known once the server listens. */
  networkUrl(): string | undefined
  printBug(error: unknown): void
}

/** The whole server without a port: each area adds its routes. */
export function createServer(parts: ServerParts): FastifyInstance {
  const app = fastify({
    forceCloseConnections: 'idle',
    bodyLimit: 1024 * 1024,
    trustProxy: whomToTrust(parts.trustedProxies),
  })
  const store = createProgramStore(parts.programs)
  const catalogue = createCatalogueService(store, parts.ofOwners)
  const findUser: FindUser = async (request, reply) => ({
    userId: await parts.findUserId?.(request),
    deviceId: findDeviceId(request, reply),
  })

  answerProblems(app, parts.printBug)
  addHealthRoutes(app, () => store.list().length)
  addCatalogueRoutes(app, catalogue, findUser)
  addRuntimeRoutes(app, parts.runtime)
  const { addPlatform } = parts
  if (addPlatform) {
    // In a scope of its own: it checks and writes bodies by schemas of another kind.
    app.register((api, _options, done) => {
      addPlatform(api)
      done()
    })
  }
  if (parts.console) addConsoleRoutes(app, parts.console)
  addProxyRoutes(app, store, parts.findDomains)
  addSuperappRoutes(app, {
    bundle: parts.superapp,
    assetsFolder: parts.superappAssets,
    config: async (request, reply) => ({
      ...(await catalogue.list('', await findUser(request, reply))),
      runtimeUrl: `${parts.programsUrl}/runtime/${parts.runtime.hash}/`,
      containerImports: parts.runtime.imports.container ?? [],
      proxyUrl: '/proxy',
      networkUrl: parts.networkUrl(),
    }),
  })
  return app
}

/** Hop 0 is who connects to us. */
function whomToTrust(proxies: ServerParts['trustedProxies']) {
  if (typeof proxies !== 'number') return proxies ?? false
  return (_address: string, hop: number) => hop < proxies
}
