import type pg from 'pg'

/** Signs somebody up through the server's own doors; answers the cookie of the session. */
export async function signUp(
  base: string,
  client: pg.ClientBase,
  { email, phone }: { email: string; phone: string },
): Promise<{ cookie: string; userId: string }> {
  let cookie = ''

  async function post(path: string, body: object): Promise<void> {
    const response = await fetch(new URL(path, base), {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: new URL(base).origin, cookie },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    const given = response.headers.getSetCookie().map((line) => line.split(';')[0]!)
    if (given.length > 0) cookie = given.join('; ')
  }

  await post('/api/auth/sign-up/email', { name: 'Provider', email, password: 'correct horse battery' })
  await post('/api/auth/email-otp/verify-email', { email, otp: await lastCode(client, email) })
  await post('/api/auth/phone-number/send-otp', { phoneNumber: phone })
  await post('/api/auth/phone-number/verify', {
    phoneNumber: phone,
    code: await lastCode(client, phone),
    updatePhoneNumber: true,
  })
  const { rows } = await client.query('select "id" from auth."user" where "email" = $1', [email])
  return { cookie, userId: (rows[0] as { id: string }).id }
}

/** Messages are sent after their caller has been answered. */
async function lastCode(client: pg.ClientBase, recipient: string): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    const { rows } = await client.query(
      'select body from simulated_message where recipient = $1 order by id desc limit 1',
      [recipient],
    )
    const code = /\d{6}/.exec((rows[0] as { body: string } | undefined)?.body ?? '')?.[0]
    if (code) return code
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error(`no code for ${recipient}`)
}
