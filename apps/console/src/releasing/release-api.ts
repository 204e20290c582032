import type { Release, Releasing } from '@sampan/platform-api'
import { useQuery } from '@tanstack/react-query'
import { request } from '../api/request'
import { useConfirmed } from '../confirmations/confirm-by-scan'
import { at, programKeys } from '../programs/program-api'
import { useAction } from '../ui/use-action'

const releaseKey = (appId: string) => [...programKeys.one(appId), 'releases']

export function useReleasing(appId: string) {
  return useQuery({
    queryKey: releaseKey(appId),
    refetchInterval: 15_000,
    queryFn: () => request<Releasing>(at(appId, '/releases')),
  })
}

/** A change of releases; what the server wants confirmed by a scan is. */
export function useReleaseAction<Input = void>(
  appId: string,
  run: (input: Input, headers: Record<string, string>) => Promise<Releasing>,
  options: { done?: string; onDone?: () => void } = {},
) {
  const confirmed = useConfirmed()
  return useAction<Input, Releasing>({
    run: (input) => confirmed((headers) => run(input, headers)),
    changes: [releaseKey(appId), programKeys.one(appId)],
    ...options,
  })
}

type Headers = Record<string, string>

export const releaseApi = {
  release: (
    appId: string,
    body: { versionId: string; percent: number; membersFirst: boolean },
    headers: Headers,
  ) => request<Releasing>(at(appId, '/releases'), { body, headers }),
  widen: (appId: string, { id }: Release, percent: number) =>
    request<Releasing>(at(appId, `/releases/${id}/steps`), { body: { action: 'widen', percent } }),
  step: (appId: string, { id }: Release, action: 'pause' | 'resume' | 'cancel') =>
    request<Releasing>(at(appId, `/releases/${id}/steps`), { body: { action } }),
  rollBack: (appId: string, { id }: Release, headers: Headers) =>
    request<Releasing>(at(appId, `/releases/${id}/roll-back`), { body: {}, headers }),
  saveService: (appId: string, body: Releasing['service'], headers: Headers) =>
    request<Releasing>(at(appId, '/service'), { method: 'PUT', body, headers }),
}
