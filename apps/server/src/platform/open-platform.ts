import type { AnyJobKind, Database, Schedule } from '@sampan/database'
import swagger from '@fastify/swagger'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { createApplicationReview } from '../applications/review'
import { addApplicationRoutes } from '../applications/routes'
import { createApplicationService } from '../applications/service'
import { addAuditRoutes } from '../audit/routes'
import { addCategoryRoutes } from '../categories/routes'
import { CATEGORY_GROUPS } from '../categories/rules/categories'
import { createCodeReviewDesk } from '../code-reviews/review'
import { addCodeReviewRoutes } from '../code-reviews/routes'
import { REVIEW_RULES } from '../code-reviews/rules/review-rules'
import { REVIEW_LIMITS } from '../code-reviews/rules/review-steps'
import { createCodeReviewService } from '../code-reviews/service'
import { addConfirmationRoutes } from '../confirmations/routes'
import { createConfirmationService } from '../confirmations/service'
import { createRobots } from '../credentials/robots'
import { addCredentialRoutes } from '../credentials/routes'
import { createCredentialService } from '../credentials/service'
import type { MessageChannel } from '../delivery/channel'
import { addDeliveryRoutes } from '../delivery/routes'
import { addDeviceLoginRoutes } from '../device-logins/routes'
import { LOGIN_LIMITS } from '../device-logins/rules/login-limits'
import { createDeviceLoginService } from '../device-logins/service'
import { createCipher } from '../documents/cipher'
import { openPublicSocket, type OpenSocket } from '../domains/backends/connect-backend'
import { defineMeasureJob } from '../domains/backends/measure-job'
import { addDomainRoutes } from '../domains/routes'
import { DOMAIN_LIMITS } from '../domains/rules/domain-rules'
import { createDomainService } from '../domains/service'
import { createRegistrationDeadlines } from '../entities/deadlines'
import { createEntityReview } from '../entities/review'
import { addEntityRoutes } from '../entities/routes'
import { ENTITY_KINDS } from '../entities/rules/entity-kinds'
import { createEntityService } from '../entities/service'
import type { FileStore } from '../files/file-store'
import { openFiling } from '../filing/open-filing'
import { refuseNul } from '../http/refuse-nul'
import { requireSameOrigin } from '../http/same-origin'
import { type Auth, createAuth } from '../identity/create-auth'
import { addIdentityRoutes } from '../identity/routes'
import { addSessionRoutes } from '../identity/session-routes'
import { createSessions } from '../identity/sessions'
import { createHandOverService } from '../members/hand-over'
import { addInvitationRoutes } from '../members/invitation-routes'
import { createInvitationService } from '../members/invitations'
import { addMemberRoutes } from '../members/routes'
import { createMemberService } from '../members/service'
import { addNoticeRoutes } from '../notices/routes'
import { createProgramCleanUp } from '../programs/clean-up'
import { createProfileService } from '../programs/profile'
import { addProfileRoutes } from '../programs/profile-routes'
import { addProgramRoutes } from '../programs/routes'
import { NAME_WORDS } from '../programs/rules/name-words'
import { PROFILE_LIMITS } from '../programs/rules/profile-limits'
import { createProgramService } from '../programs/service'
import { createPublicPrograms, type PublicPrograms } from '../releasing/public-programs'
import { addReleaseRoutes } from '../releasing/routes'
import { RELEASE_RULES } from '../releasing/rules/release-rules'
import { createReleaseService } from '../releasing/service'
import { defineCompileJob } from '../versions/compile-job'
import { addVersionRoutes } from '../versions/routes'
import { UPLOAD_LIMITS } from '../versions/rules/upload-limits'
import { createVersionService } from '../versions/service'

export interface PlatformParts {
  db: Database
  files: FileStore
  /** Signs and seals; the same for all processes of one platform. */
  secret: string
  /** Where browsers find this server. Known once it listens. */
  baseUrl(): string
  email: MessageChannel
  sms: MessageChannel
  now(): Date
  onProblem(error: unknown): void
  /** How servers of programs are reached; public addresses only, if it is left out. */
  backends?: { openSocket: OpenSocket; authority?: string }
}

export interface Platform {
  /** Accounts and all that belongs to them, under `/api`. */
  addRoutes(app: FastifyInstance): void
  /** Of owners, for whoever opens programs. */
  publicPrograms: PublicPrograms
  /** Who is signed in. */
  findUserId(request: FastifyRequest): Promise<string | undefined>
  /** What is done by itself, for `startJobs`. */
  jobs: { kinds: AnyJobKind[]; schedules: Schedule[] }
}

export async function openPlatform(parts: PlatformParts): Promise<Platform> {
  const { db, secret, now } = parts
  let auth: Auth | undefined = undefined
  const requireAuth = (): Auth => (auth ??= createAuth({ ...parts, baseUrl: parts.baseUrl() }))
  const sessions = await createSessions(requireAuth, db, now)
  const entityParts = { db, cipher: createCipher(secret, 'entities'), kinds: ENTITY_KINDS, now }
  const entities = { service: createEntityService(entityParts), review: createEntityReview(entityParts) }
  const confirmations = createConfirmationService({ db, baseUrl: parts.baseUrl, now })
  const deviceLogins = createDeviceLoginService({ db, limits: LOGIN_LIMITS, baseUrl: parts.baseUrl, now })
  const members = { members: createMemberService({ db, now }), handOver: createHandOverService({ db, now }) }
  const invitations = createInvitationService({ db, baseUrl: parts.baseUrl, now })
  const programs = createProgramService({ db, kinds: ENTITY_KINDS, now })
  const profileParts = { db, limits: PROFILE_LIMITS, words: NAME_WORDS, now }
  const profile = createProfileService({ ...profileParts, files: parts.files })
  const applicationParts = {
    ...profileParts,
    cipher: createCipher(secret, 'papers of programs'),
    groups: CATEGORY_GROUPS,
  }
  const applications = {
    service: createApplicationService(applicationParts),
    review: createApplicationReview(applicationParts),
  }
  const credentials = createCredentialService({ db, now })
  const domainParts = { ...parts, network: parts.backends ?? { openSocket: openPublicSocket } }
  const domains = createDomainService({ ...domainParts, limits: DOMAIN_LIMITS })
  const measuring = defineMeasureJob(domainParts)
  const filing = openFiling(parts)
  const robots = createRobots({ db, now })
  const compileJob = defineCompileJob({ db, files: parts.files, limits: UPLOAD_LIMITS, now })
  const versions = createVersionService({
    ...parts,
    cipher: createCipher(secret, 'version links'),
    limits: UPLOAD_LIMITS,
    compileJob,
  })

  const releases = createReleaseService({ ...parts, rules: RELEASE_RULES })
  const reviewParts = { ...parts, limits: REVIEW_LIMITS }
  const codeReviews = {
    service: createCodeReviewService(reviewParts),
    desk: createCodeReviewDesk({ ...reviewParts, rules: REVIEW_RULES, groups: CATEGORY_GROUPS }),
  }

  function addRoutes(app: FastifyInstance): void {
    app.setValidatorCompiler(validatorCompiler)
    app.setSerializerCompiler(serializerCompiler)
    app.addContentTypeParser(['image/jpeg', 'image/png'], { parseAs: 'buffer' }, (_request, body, done) =>
      done(null, body),
    )
    requireSameOrigin(app, parts.baseUrl)
    refuseNul(app)
    app.addHook('onSend', async (_request, reply) => {
      if (!reply.hasHeader('Cache-Control')) reply.header('Cache-Control', 'no-store')
    })
    app.register(swagger, {
      openapi: { info: { title: 'Sampan', version: '0.1.0' } },
      transform: jsonSchemaTransform,
    })
    // After the plugin above is there, which notes each route as it is added.
    app.register((api, _options, done) => {
      addIdentityRoutes(api, requireAuth, parts.baseUrl, sessions)
      addSessionRoutes(api, db, sessions)
      addEntityRoutes(api, entities, sessions)
      addProgramRoutes(api, programs, sessions)
      addProfileRoutes(api, profile, sessions)
      addCategoryRoutes(api, db, CATEGORY_GROUPS, sessions)
      addApplicationRoutes(api, applications, sessions)
      addMemberRoutes(api, members, sessions)
      addInvitationRoutes(api, invitations, sessions)
      addAuditRoutes(api, db, sessions)
      addConfirmationRoutes(api, confirmations, sessions)
      addDeviceLoginRoutes(api, deviceLogins, sessions)
      addCredentialRoutes(api, credentials, sessions)
      addDomainRoutes(api, domains, sessions)
      addVersionRoutes(api, versions, { sessions, robots })
      filing.addRoutes(api, sessions)
      addCodeReviewRoutes(api, codeReviews, sessions)
      addReleaseRoutes(api, releases, sessions)
      addNoticeRoutes(api, db, sessions)
      addDeliveryRoutes(api, db, sessions, [parts.email, parts.sms])
      api.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger())
      done()
    })
  }

  const deadlines = createRegistrationDeadlines(entityParts)
  const cleanUp = createProgramCleanUp({ now })
  return {
    addRoutes,
    publicPrograms: createPublicPrograms(parts),
    findUserId: async ({ headers }) => (await sessions.find(headers))?.userId,
    jobs: {
      kinds: [...deadlines.kinds, ...cleanUp.kinds, compileJob, ...measuring.kinds, ...filing.jobs.kinds],
      schedules: [
        ...deadlines.schedules,
        ...cleanUp.schedules,
        ...measuring.schedules,
        ...filing.jobs.schedules,
      ],
    },
  }
}
