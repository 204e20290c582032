import type { SignedInTool } from '@sampan/platform-api'
import { request } from '../api/request'

/** A sign-in, as the sign-in library lists it. */
export interface SignedInDevice {
  id: string
  token: string
  createdAt: string
  userAgent: string | null
  ipAddress: string | null
}

export const sessionsKey = ['signed-in-devices']
export const toolsKey = ['signed-in-tools']

const post = <Answer = unknown>(path: string, body: object = {}) =>
  request<Answer>(`/api/auth/${path}`, { body })

export const securityApi = {
  changePassword: (currentPassword: string, newPassword: string) =>
    post('change-password', { currentPassword, newPassword, revokeOtherSessions: true }),
  /** Off still: it is on when the first code came back. */
  beginSecondFactor: (password: string) =>
    post<{ totpURI: string; backupCodes: string[] }>('two-factor/enable', { password }),
  confirmSecondFactor: (code: string) => post('two-factor/verify-totp', { code }),
  endSecondFactor: (password: string) => post('two-factor/disable', { password }),
  async listDevices(): Promise<{ devices: SignedInDevice[]; current: string }> {
    const [devices, { session }] = await Promise.all([
      request<SignedInDevice[]>('/api/auth/list-sessions'),
      request<{ session: { id: string } }>('/api/auth/get-session'),
    ])
    return { devices, current: session.id }
  },
  endDevice: (token: string) => post('revoke-session', { token }),
  listTools: () => request<{ devices: SignedInTool[] }>('/api/device-tokens'),
  endTool: (id: string) => request(`/api/device-tokens/${id}`, { method: 'DELETE' }),
  async endOtherDevices() {
    await Promise.all([post('revoke-other-sessions'), request('/api/device-tokens', { method: 'DELETE' })])
  },
}
