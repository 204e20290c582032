import type {
  GivenRole,
  Invitation,
  InvitationPreview,
  MemberList,
  MemberRole,
  NewInvitation,
} from '@sampan/platform-api'
import { useQuery } from '@tanstack/react-query'
import { request } from '../api/request'
import { at, programKeys } from '../programs/program-api'

type Headers = Record<string, string>

/** In the order in which they are shown. */
export const GIVEN_ROLES: GivenRole[] = ['operator', 'developer', 'analyst', 'tester']

export const memberKeys = {
  list: (appId: string) => [...programKeys.one(appId), 'members'],
  invitations: (appId: string) => [...programKeys.one(appId), 'invitations'],
}

export function useMembers(appId: string) {
  return useQuery({
    queryKey: memberKeys.list(appId),
    refetchInterval: 15_000,
    queryFn: () => request<MemberList>(at(appId, '/members')),
  })
}

export function useInvitations(appId: string) {
  return useQuery({
    queryKey: memberKeys.invitations(appId),
    queryFn: () =>
      request<{ invitations: Invitation[] }>(at(appId, '/invitations')).then((answer) => answer.invitations),
  })
}

export const memberApi = {
  add: (appId: string, email: string, roles: GivenRole[], headers: Headers) =>
    request<MemberList>(at(appId, '/members'), { body: { email, roles }, headers }),
  changeRoles: (appId: string, userId: string, roles: MemberRole[], headers: Headers) =>
    request<MemberList>(at(appId, `/members/${userId}/roles`), { method: 'PUT', body: { roles }, headers }),
  remove: (appId: string, userId: string, headers: Headers) =>
    request<unknown>(at(appId, `/members/${userId}`), { method: 'DELETE', headers }),
  invite: (appId: string, roles: GivenRole[], mostUses: number, headers: Headers) =>
    request<NewInvitation>(at(appId, '/invitations'), { body: { roles, mostUses }, headers }),
  revoke: (appId: string, id: string) =>
    request<unknown>(at(appId, `/invitations/${id}`), { method: 'DELETE' }),
  takeOver: (appId: string, headers: Headers) =>
    request<MemberList>(at(appId, '/administrator-offer/acceptance'), { method: 'POST', headers }),
  endOffer: (appId: string) => request<unknown>(at(appId, '/administrator-offer'), { method: 'DELETE' }),
  preview: (token: string) => request<InvitationPreview>('/api/invitations/preview', { body: { token } }),
  join: (token: string) => request<{ appId: string }>('/api/invitations/acceptance', { body: { token } }),
}
