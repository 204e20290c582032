import type { SessionInfo } from '@sampan/platform-api'
import { parseArguments } from '../arguments'
import type { RunCommand } from '../command'
import { chooseServer, openAsUser, reachableFromPhone } from '../platform/choose-server'
import { PlatformProblem } from '../platform/platform-problem'
import { signIn } from '../platform/sign-in'
import { drawQrCode } from '../terminal/draw-qr-code'

/** `sampan login` */
export const run: RunCommand = async (args, terminal) => {
  const { print, note, translate, colours } = terminal
  const { values } = parseArguments(args, {
    server: { type: 'string' },
    json: { type: 'boolean', default: false },
  })
  const server = chooseServer(values.server, translate)
  const say = values.json ? note : print
  try {
    await signIn(server, async ({ url, userCode }) => {
      say(`${translate('loginScan')}\n${drawQrCode(await reachableFromPhone(url), terminal)}`)
      say(translate('loginOpen', { url: colours.cyan(url) }))
      const code = `${userCode.slice(0, 4)}-${userCode.slice(4)}`
      say(translate('loginCode', { code: colours.bold(code) }))
    })
  } catch (error) {
    if (!(error instanceof PlatformProblem)) throw error
    const isOver = error.rule === 'refused' || error.code === 'not-found'
    if (!isOver) throw error
    note(colours.red(translate(error.rule === 'refused' ? 'loginRefused' : 'loginLate')))
    return 1
  }
  const { name, email } = await openAsUser(server).request<SessionInfo>('/api/session')
  if (values.json) print(JSON.stringify({ server, name, email }))
  else print(colours.green(translate('loginDone', { name, server })))
  return 0
}
