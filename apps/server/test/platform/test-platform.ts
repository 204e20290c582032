import { startJobs } from '@sampan/database'
import { createTestDatabase, type TestDatabase } from '@sampan/database/testing'
import fastify, { type FastifyInstance, type InjectOptions, type LightMyRequestResponse } from 'fastify'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'
import { createSimulatedChannel } from '../../src/delivery/simulated-channel'
import { openDiskFileStore } from '../../src/files/disk-file-store'
import { answerProblems } from '../../src/http/problems'
import { openPlatform, type PlatformParts } from '../../src/platform/open-platform'
import type { PublicPrograms } from '../../src/releasing/public-programs'

export interface TestPlatform {
  app: FastifyInstance
  database: TestDatabase
  publicPrograms: PublicPrograms
  /** Sets the clock of rules and deadlines. */
  setNow(date: Date): void
  /** A browser of its own: keeps cookies. */
  visitor(): Visitor
  /** Somebody who signed up and confirmed email and phone. */
  member(name: string, staffRole?: 'reviewer' | 'regulator' | 'operator'): Promise<Visitor>
  lastCode(recipient: string): Promise<string>
  close(): Promise<void>
}

export interface Visitor {
  userId: string
  email: string
  get(url: string): Promise<LightMyRequestResponse>
  send(
    method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    body?: unknown,
    more?: InjectOptions,
  ): Promise<LightMyRequestResponse>
}

const HOST = 'sampan.test'
/** Of every member. */
export const PASSWORD = 'correct horse battery'

/** The platform's API over a database of its own, with messages that are written down. */
export async function startTestPlatform({
  runsJobs = false,
  backends,
}: { runsJobs?: boolean; backends?: PlatformParts['backends'] } = {}): Promise<TestPlatform> {
  const database = await createTestDatabase()
  const filesFolder = await mkdtemp(join(tmpdir(), 'sampan-test-files-'))
  const bugs: unknown[] = []
  let now = new Date()
  const { addRoutes, jobs, publicPrograms } = await openPlatform({
    db: database.db,
    files: await openDiskFileStore(filesFolder),
    secret: 'a secret of tests, long enough for anything',
    baseUrl: () => `http://${HOST}`,
    email: createSimulatedChannel('email', database.db),
    sms: createSimulatedChannel('sms', database.db),
    now: () => now,
    ...(backends && { backends }),
    onProblem: (error) => bugs.push(error),
  })
  const running = runsJobs ? await startJobs(database.db, jobs.kinds) : undefined
  const app = fastify()
  answerProblems(app, (error) => bugs.push(error))
  app.register((api, _options, done) => {
    addRoutes(api)
    done()
  })
  await app.ready()
  let phones = 0

  /** Messages are sent after their caller has been answered. */
  async function lastCode(recipient: string): Promise<string> {
    return vi.waitFor(async () => {
      const found = await database.db.kysely
        .selectFrom('simulated_message')
        .select('body')
        .where('recipient', '=', recipient)
        .orderBy('id', 'desc')
        .executeTakeFirst()
      const code = /\d{6}/.exec(found?.body ?? '')?.[0]
      if (!code) throw new Error(`no code for ${recipient}`)
      return code
    })
  }

  function visitor(): Visitor {
    const cookies = new Map<string, string>()
    const address = ++phones

    async function request(options: InjectOptions): Promise<LightMyRequestResponse> {
      const response = await app.inject({
        remoteAddress: `10.0.${address >> 8}.${address & 255}`,
        ...options,
        headers: {
          host: HOST,
          origin: `http://${HOST}`,
          ...(cookies.size > 0 && {
            cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
          }),
          ...options.headers,
        },
      })
      for (const { name, value } of response.cookies) {
        if (value === '') cookies.delete(name)
        else cookies.set(name, value)
      }
      return response
    }

    return {
      userId: '',
      email: '',
      get: (url) => request({ method: 'GET', url }),
      send: (method, url, body, more = {}) =>
        request({ method, url, ...(body !== undefined && { payload: body as object }), ...more }),
    }
  }

  return {
    app,
    database,
    publicPrograms,
    setNow: (date) => (now = date),
    visitor,
    lastCode,
    async member(name, staffRole) {
      const one = visitor()
      const email = `${name.toLowerCase().replace(/\W/g, '.')}@example.com`
      const phone = `+8613800${String(100000 + phones)}`
      const password = PASSWORD
      await expectOk(one.send('POST', '/api/auth/sign-up/email', { name, email, password }))
      await expectOk(
        one.send('POST', '/api/auth/email-otp/verify-email', { email, otp: await lastCode(email) }),
      )
      await expectOk(one.send('POST', '/api/auth/phone-number/send-otp', { phoneNumber: phone }))
      const code = await lastCode(phone)
      await expectOk(
        one.send('POST', '/api/auth/phone-number/verify', {
          phoneNumber: phone,
          code,
          updatePhoneNumber: true,
        }),
      )
      const { user } = (await one.get('/api/auth/get-session')).json<{ user: { id: string } }>()
      if (staffRole) {
        await database.db.kysely.insertInto('staff').values({ user_id: user.id, role: staffRole }).execute()
      }
      return Object.assign(one, { userId: user.id, email })
    },
    async close() {
      await app.close()
      await running?.stop()
      await database.drop()
      await rm(filesFolder, { recursive: true })
      if (bugs.length > 0) throw new AggregateError(bugs, 'the server had problems')
    },
  }
}

async function expectOk(sent: Promise<LightMyRequestResponse>): Promise<void> {
  const response = await sent
  if (response.statusCode >= 300) throw new Error(`${response.statusCode} ${response.body}`)
}
