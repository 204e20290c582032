import type { DeviceLoginRequest, SessionInfo } from '@sampan/platform-api'
import { request } from '../account/request'
import type { Texts } from '../texts'
import { createDecisionScreen } from './decision-screen'
import { formatTime } from './format-time'

/** `/scan/login/<code>`: a command line that wants to be signed in. */
export async function openLoginScreen(
  code: string,
  { texts, session, onBack }: { texts: Texts; session: SessionInfo; onBack(): void },
): Promise<HTMLElement> {
  const url = `/api/device-logins/by-code/${encodeURIComponent(code)}`
  const asked = await request<DeviceLoginRequest>(url)
  const say = (state: DeviceLoginRequest['state']) =>
    state === 'waiting' ? undefined : texts.get(state === 'approved' ? 'login.approved' : 'decided.refused')
  return createDecisionScreen({
    texts,
    title: texts.get('login.title'),
    question: texts.get('login.question', { name: session.name }),
    facts: [
      [texts.get('asked.device'), asked.device],
      [texts.get('asked.address'), asked.address],
      [texts.get('login.code'), `${asked.userCode.slice(0, 4)}-${asked.userCode.slice(4)}`],
      [texts.get('asked.at'), formatTime(asked.createdAt, texts)],
      [texts.get('login.may'), texts.get('login.may.text')],
    ],
    warning: texts.get('login.warning'),
    approveProblem: undefined,
    outcome: say(asked.state),
    approveLabel: texts.get('login.approve'),
    async decide(approve) {
      const { state } = await request<DeviceLoginRequest>(`${url}/decision`, { approve })
      return say(state) ?? ''
    },
    onBack,
  })
}
