import type { SessionInfo } from '@sampan/platform-api'
import { request, RequestProblem } from './request'

export interface Account {
  /** Who is signed in; undefined for nobody. Throws a `RequestProblem` if the server does not say. */
  read(): Promise<SessionInfo | undefined>
  /** The next `read` asks anew. */
  forget(): void
  rename(name: string): Promise<void>
  signOut(): Promise<void>
}

export function createAccount(): Account {
  let session: Promise<SessionInfo | undefined> | undefined

  async function ask(): Promise<SessionInfo | undefined> {
    try {
      return await request<SessionInfo>('/api/session')
    } catch (error) {
      if (error instanceof RequestProblem && error.code === 'sign-in') return undefined
      session = undefined
      throw error
    }
  }

  return {
    read: () => (session ??= ask()),
    forget: () => (session = undefined),
    async rename(name) {
      await request('/api/auth/update-user', { name })
      session = undefined
    },
    async signOut() {
      await request('/api/auth/sign-out', {})
      session = undefined
    },
  }
}
