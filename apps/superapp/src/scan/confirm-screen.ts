import type { ConfirmationRequest } from '@sampan/platform-api'
import { request } from '../account/request'
import type { Texts } from '../texts'
import { createDecisionScreen } from './decision-screen'
import { formatTime } from './format-time'

/** `/scan/confirm/<code>`: something that somebody started in the console. */
export async function openConfirmScreen(
  code: string,
  { texts, onBack }: { texts: Texts; onBack(): void },
): Promise<HTMLElement> {
  const url = `/api/confirmations/by-code/${encodeURIComponent(code)}`
  const asked = await request<ConfirmationRequest>(url)
  const { program, person, roles } = asked
  const facts: (readonly [string, string] | false)[] = [
    [texts.get('confirm.program'), program.name || program.appId],
    person !== null && [texts.get('confirm.person'), [person.name, person.email].filter(Boolean).join('\n')],
    roles.length > 0 && [
      texts.get('confirm.roles'),
      roles.map((role) => texts.get(`role.${role}`)).join('\n'),
    ],
    [texts.get('asked.device'), [asked.device || texts.get('asked.unknown'), asked.address].join('\n')],
    [texts.get('asked.at'), formatTime(asked.createdAt, texts)],
    [texts.get('asked.until'), formatTime(asked.expiresAt, texts)],
  ]
  const say = (state: ConfirmationRequest['state']) =>
    state === 'waiting' ? undefined : texts.get(`decided.${state}`)
  return createDecisionScreen({
    texts,
    title: texts.get('confirm.title'),
    question: texts.get(`action.${asked.action}`),
    facts: facts.filter((fact) => fact !== false),
    warning: texts.get('confirm.warning'),
    approveProblem: asked.mayDecide ? undefined : texts.get('confirm.other-device'),
    outcome: say(asked.state),
    approveLabel: texts.get('approve'),
    async decide(approve) {
      const { state } = await request<ConfirmationRequest>(`${url}/decision`, { approve })
      return say(state) ?? ''
    },
    onBack,
  })
}
