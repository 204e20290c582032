import type { SessionInfo } from '@sampan/platform-api'
import { openAsUser, reachableFromPhone } from '../platform/choose-server'
import { PlatformProblem } from '../platform/platform-problem'
import { signIn } from '../platform/sign-in'
import type { AccountState } from '../preview/page/account-state'

export interface DevAccount {
  read(): Promise<AccountState>
  /** Shows a code to be scanned, unless one is shown already. */
  begin(): Promise<AccountState>
  close(): void
}

/** Who this computer's user is to a platform, for the simulator. */
export function createDevAccount(server: string): DevAccount {
  const stop = new AbortController()
  let login: { url: string; code: string } | undefined

  async function read(): Promise<AccountState> {
    if (login) return { state: 'waiting', server, ...login }
    try {
      const { name } = await openAsUser(server).request<SessionInfo>('/api/session')
      return { state: 'signed-in', server, name }
    } catch (error) {
      return { state: isSignedOut(error) ? 'signed-out' : 'unreachable', server }
    }
  }

  /** Resolves when there is a code, or when there will be none. */
  function showCode(): Promise<void> {
    return new Promise((resolve, reject) => {
      signIn(
        server,
        async ({ url, userCode }) => {
          const code = `${userCode.slice(0, 4)}-${userCode.slice(4)}`
          login = { url: await reachableFromPhone(url), code }
          resolve()
        },
        stop.signal,
      )
        .catch((error: unknown) => {
          // Refused, too late, not reachable, or this command ends: the state says so.
          if (!(error instanceof PlatformProblem) && !stop.signal.aborted) reject(error)
        })
        .finally(() => {
          login = undefined
          resolve()
        })
    })
  }

  return {
    read,
    async begin() {
      if (!login) await showCode()
      return read()
    },
    close: () => stop.abort(),
  }
}

function isSignedOut(error: unknown): boolean {
  if (!(error instanceof PlatformProblem)) throw error
  return error.code === 'sign-in'
}
