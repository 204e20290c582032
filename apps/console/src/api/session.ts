import type { SessionInfo } from '@sampan/platform-api'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { request, RequestProblem } from './request'

export const sessionKey = ['session']

/** Who is signed in; null for nobody. */
export function useSession() {
  return useQuery({
    queryKey: sessionKey,
    staleTime: 30_000,
    refetchInterval: 60_000,
    queryFn: async ({ signal }): Promise<SessionInfo | null> => {
      try {
        return await request<SessionInfo>('/api/session', { signal })
      } catch (error) {
        if (error instanceof RequestProblem && error.code === 'sign-in') return null
        throw error
      }
    },
  })
}

/** After signing in or out: everything is somebody else's now. */
export function useSessionChange() {
  const queries = useQueryClient()
  return {
    refresh: () => queries.refetchQueries({ queryKey: sessionKey }),
    async signOut() {
      await request('/api/auth/sign-out', { body: {} })
      queries.clear()
      await queries.refetchQueries({ queryKey: sessionKey })
    },
  }
}

/** The signed-in person, in screens that are only shown to one. */
export function useMe(): SessionInfo {
  const { data } = useSession()
  if (!data) throw new Error('this screen needs somebody who is signed in')
  return data
}
