import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'

/** Who this computer's user is to which platform. */
interface Credentials {
  /** Origin of the latest sign-in. */
  current?: string
  tokens: Record<string, string>
}

export function readCredentials(env = process.env): Credentials {
  try {
    const stored = JSON.parse(readFileSync(credentialsFile(env), 'utf8')) as Partial<Credentials>
    return { ...stored, tokens: { ...stored.tokens } }
  } catch {
    return { tokens: {} } // None yet, or not ours: sign in again.
  }
}

/** Undefined signs out. */
export function saveToken(server: string, token: string | undefined, env = process.env): void {
  const { current, tokens } = readCredentials(env)
  if (token === undefined) delete tokens[server]
  else tokens[server] = token
  const next: Credentials = { tokens }
  const chosen = token === undefined ? current : server
  if (chosen !== undefined) next.current = chosen
  const file = credentialsFile(env)
  const draft = `${file}.${process.pid}`
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  writeFileSync(draft, `${JSON.stringify(next, null, 2)}\n`, { mode: 0o600 })
  renameSync(draft, file)
}

function credentialsFile(env: NodeJS.ProcessEnv): string {
  const folder = env.XDG_CONFIG_HOME || (env.APPDATA ?? join(homedir(), '.config'))
  return join(folder, 'sampan', 'credentials.json')
}
