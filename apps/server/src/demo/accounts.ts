import type { Database } from '@sampan/database'
import type { FastifyInstance } from 'fastify'
import { openBrowser } from './browser'
import type { DemoBrowser } from './browser'
import { DEMO_PEOPLE } from './people'
import type { DemoPerson } from './people'

const TRIES = 100
const PAUSE_MS = 20

/** Signs the person in, and up before that where it is the first time. */
export async function signIn(
  { app, db, password }: { app: FastifyInstance; db: Database; password: string },
  person: DemoPerson,
): Promise<DemoBrowser> {
  const browser = openBrowser(app, `127.0.1.${DEMO_PEOPLE.indexOf(person) + 1}`)
  const { name, email, phone, staffRole } = person
  const known = await db.kysely
    .selectFrom('auth.user')
    .select(['id', 'emailVerified', 'phoneNumberVerified'])
    .where('email', '=', email)
    .executeTakeFirst()
  if (!known) await browser.send('POST', '/api/auth/sign-up/email', { name, email, password })
  if (!known?.emailVerified) {
    if (known) {
      await browser.send('POST', '/api/auth/email-otp/send-verification-otp', {
        email,
        type: 'email-verification',
      })
    }
    await browser.send('POST', '/api/auth/email-otp/verify-email', { email, otp: await lastCode(db, email) })
  } else {
    await browser.send('POST', '/api/auth/sign-in/email', { email, password })
  }
  if (!known?.phoneNumberVerified) {
    await browser.send('POST', '/api/auth/phone-number/send-otp', { phoneNumber: phone })
    await browser.send('POST', '/api/auth/phone-number/verify', {
      phoneNumber: phone,
      code: await lastCode(db, phone),
      updatePhoneNumber: true,
    })
  }
  if (staffRole) {
    const { user } = await browser.send<{ user: { id: string } }>('GET', '/api/auth/get-session')
    await db.kysely
      .insertInto('staff')
      .values({ user_id: user.id, role: staffRole })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  return browser
}

/** Messages are sent after whoever asked for them has been answered. `about` is in the one that is meant. */
export async function lastCode({ kysely }: Database, recipient: string, about = ''): Promise<string> {
  for (let tries = 0; tries < TRIES; tries++) {
    const found = await kysely
      .selectFrom('simulated_message')
      .select('body')
      .where('recipient', '=', recipient)
      .where('body', 'like', `%${about}%`)
      .orderBy('id', 'desc')
      .executeTakeFirst()
    const code = /\d{6}/.exec(found?.body ?? '')?.[0]
    if (code !== undefined) return code
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
  throw new Error(`No code came to ${recipient}`)
}
