import { connect } from 'node:net'

/** A PostgreSQL for tests, of the developer's: the user in it may create databases. */
export const URL_VARIABLE = 'SAMPAN_TEST_DATABASE_URL'
/** Set by global-setup.ts. */
export const BROKER_VARIABLE = 'SAMPAN_TEST_DATABASE_BROKER'

/** URL of the server that this test run shares. */
export async function findTestServer(): Promise<string> {
  const url = process.env[URL_VARIABLE]
  if (url) return url
  const path = process.env[BROKER_VARIABLE]
  if (!path) throw new Error(`Neither ${URL_VARIABLE} nor the global setup of vitest.config.ts is there`)
  const answer = await ask(path)
  const { url: embedded, problem } = JSON.parse(answer) as { url?: string; problem?: string }
  if (!embedded) throw new Error(`The test database does not start: ${problem}`)
  return embedded
}

function ask(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ''
    connect(path)
      .setEncoding('utf8')
      .on('data', (chunk) => (answer += chunk))
      .on('end', () => resolve(answer))
      .on('error', reject)
  })
}
