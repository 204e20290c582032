import type { SessionInfo } from '@sampan/platform-api'
import { parseArguments } from '../arguments'
import type { RunCommand } from '../command'
import { chooseServer, openAsUser } from '../platform/choose-server'

/** `sampan whoami` */
export const run: RunCommand = async (args, { print, translate }) => {
  const { values } = parseArguments(args, {
    server: { type: 'string' },
    json: { type: 'boolean', default: false },
  })
  const server = chooseServer(values.server, translate, '.')
  const { name, email } = await openAsUser(server).request<SessionInfo>('/api/session')
  print(values.json ? JSON.stringify({ server, name, email }) : `${name} <${email}> · ${server}`)
  return 0
}
