import { parseArguments } from '../arguments'
import type { RunCommand } from '../command'
import { chooseServer, openAsUser } from '../platform/choose-server'
import { readCredentials, saveToken } from '../platform/credentials'
import { PlatformProblem } from '../platform/platform-problem'

/** `sampan logout` */
export const run: RunCommand = async (args, { print, translate }) => {
  const { values } = parseArguments(args, { server: { type: 'string' } })
  const server = chooseServer(values.server, translate)
  if (readCredentials().tokens[server] === undefined) {
    print(translate('logoutNobody', { server }))
    return 0
  }
  try {
    await openAsUser(server).request('/api/device-tokens/current', { method: 'DELETE' })
  } catch (error) {
    // Ended in the console before.
    if (!(error instanceof PlatformProblem) || error.code !== 'sign-in') throw error
  }
  saveToken(server, undefined)
  print(translate('logoutDone', { server }))
  return 0
}
