import { betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import { bearer, emailOTP, phoneNumber, twoFactor } from 'better-auth/plugins'
import type { Database } from '@sampan/database'
import type { MessageChannel } from '../delivery/channel'
import { createTranslate, readLanguage } from '../messages'
import type { Language } from '../messages'

export interface AuthParts {
  db: Database
  /** Signs cookies and encrypts second factors. The same for all processes of one platform. */
  secret: string
  /** Where the console is, as browsers see it. */
  baseUrl: string
  email: MessageChannel
  sms: MessageChannel
  /** A message could not be sent after its caller had been answered. */
  onProblem(error: unknown): void
}

const CODE_VALID_SECONDS = 600
const SESSION_SECONDS = 7 * 24 * 3600
/** Paths that sign in by a code alone. */
const CODE_SIGN_INS = new Set(['/sign-in/email-otp', '/phone-number/verify', '/email-otp/verify-email'])

/** Sign-up, sign-in, codes, second factor: the library's, with our tables, channels and limits. */
export function createAuth({ db, secret, baseUrl, email, sms, onProblem }: AuthParts) {
  /** Not awaited: how long a message takes would tell whether there is such an account. */
  const deliver = (sending: Promise<void>) => void sending.catch(onProblem)

  return betterAuth({
    appName: 'Sampan',
    baseURL: baseUrl,
    basePath: '/api/auth',
    secret,
    telemetry: { enabled: false },
    // By whatever name the browser calls this server: `requireSameOrigin` compares the two.
    trustedOrigins: (request) => {
      const host = request?.headers.get('host')
      return host ? [`http://${host}`, `https://${host}`] : []
    },
    database: { db: db.kysely.withSchema('auth'), type: 'postgres' },
    user: {
      additionalFields: { language: { type: 'string', required: false, defaultValue: 'en', input: true } },
    },
    session: { expiresIn: SESSION_SECONDS, updateAge: 24 * 3600 },
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: true,
      minPasswordLength: 10,
      maxPasswordLength: 128,
    },
    emailVerification: { autoSignInAfterVerification: true },
    databaseHooks: {
      session: {
        create: {
          // The library asks for the second factor after a password, but not after a code that it sent.
          async before({ userId }, context) {
            if (!context || !CODE_SIGN_INS.has(context.path)) return
            const user = await context.context.internalAdapter.findUserById(userId)
            if ((user as { twoFactorEnabled?: boolean } | null)?.twoFactorEnabled) {
              throw new APIError('FORBIDDEN', { code: 'PASSWORD_FIRST' })
            }
          },
        },
      },
    },
    rateLimit: { enabled: true, storage: 'database', window: 60, max: 100 },
    advanced: {
      cookiePrefix: 'sampan',
      useSecureCookies: baseUrl.startsWith('https:'),
      ipAddress: { ipAddressHeaders: ['x-sampan-client-address'] },
    },
    plugins: [
      bearer(),
      twoFactor({ issuer: 'Sampan' }),
      emailOTP({
        overrideDefaultEmailVerification: true,
        sendVerificationOnSignUp: true,
        disableSignUp: true,
        expiresIn: CODE_VALID_SECONDS,
        storeOTP: 'hashed',
        // Awaiting nothing, see deliver.
        sendVerificationOTP: async ({ email: recipient, otp }, context) => {
          const translate = createTranslate(languageOf(context?.request))
          deliver(
            email.send({
              recipient,
              subject: translate('code.subject'),
              text: translate('code.text', { code: otp, minutes: CODE_VALID_SECONDS / 60 }),
            }),
          )
        },
      }),
      phoneNumber({
        expiresIn: CODE_VALID_SECONDS,
        phoneNumberValidator: (phone) => /^\+[1-9]\d{6,14}$/.test(phone),
        sendOTP: ({ phoneNumber: recipient, code }, context) => {
          const translate = createTranslate(languageOf(context?.request))
          const text = translate('code.text', { code, minutes: CODE_VALID_SECONDS / 60 })
          deliver(sms.send({ recipient, subject: '', text }))
        },
      }),
    ],
  })
}

export type Auth = ReturnType<typeof createAuth>

function languageOf(request: Request | undefined): Language {
  return readLanguage(request?.headers.get('accept-language') ?? undefined)
}
