import type { DeviceToken, NewDeviceLogin } from '@sampan/platform-api'
import { hostname, platform as systemName } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { saveToken } from './credentials'
import { PlatformProblem } from './platform-problem'
import { openPlatform } from './request'

const SLOW_DOWN_SECONDS = 5

/**
 * Signs this computer in: `show` puts the code before whoever sits here, who approves it on their phone. Rejects with a
 * `PlatformProblem` if it is refused (rule `refused`) or takes too long (`not-found`).
 */
export async function signIn(
  server: string,
  show: (login: NewDeviceLogin) => Promise<void> | void,
  signal?: AbortSignal,
): Promise<void> {
  const platform = openPlatform(server)
  const device = `sampan · ${hostname()} (${systemName()})`.replace(/\p{C}/gu, '').slice(0, 100)
  const login = await platform.request<NewDeviceLogin>('/api/device-logins', {
    method: 'POST',
    body: { device },
  })
  await show(login)
  let seconds = login.intervalSeconds
  for (;;) {
    await wait(seconds * 1000, undefined, { signal })
    try {
      const { token } = await platform.request<DeviceToken>('/api/device-logins/token', {
        method: 'POST',
        body: { deviceCode: login.deviceCode },
      })
      return saveToken(server, token)
    } catch (error) {
      if (!(error instanceof PlatformProblem) || error.code !== 'not-now') throw error
      if (error.rule === 'slow-down') seconds += SLOW_DOWN_SECONDS
    }
  }
}
