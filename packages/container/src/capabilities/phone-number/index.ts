import * as v from 'valibot'
import { type Capability, type CapabilityHost, CapabilityError, method } from '../capability'
import { callService, sandboxCode, textFields } from '../platform-service'
import { askUser } from '../sheets/question'

const STAND_IN_NUMBER = '138****0000'

/** Behind `<button open-type="getPhoneNumber">`: asks the user, then gets a token that the developer's server exchanges. */
function createPhoneNumber(host: CapabilityHost): Capability {
  async function request(realtime: boolean): Promise<Record<string, string>> {
    const answer = await callService(host, 'phone-number', { realtime })
    const allowed = await askUser(host, {
      title: host.text('phoneNumber.title'),
      detail: typeof answer?.phoneNumber === 'string' ? answer.phoneNumber : STAND_IN_NUMBER,
      ...(answer ? {} : { simulation: host.text('phoneNumber.simulation') }),
      allow: host.text('allow'),
      reject: host.text('deny'),
    })
    if (!allowed) throw new CapabilityError('user deny', { errno: 104 })
    if (answer) return textFields(answer, realtime ? ['code'] : ['code', 'encryptedData', 'iv', 'cloudID'])
    host.log('info', 'getPhoneNumber: no platform server is connected. The code is a stand-in.')
    return { code: sandboxCode('phone') }
  }

  return {
    methods: {
      requestPhoneNumber: method(v.object({ realtime: v.boolean() }), ({ realtime }) => request(realtime)),
    },
  }
}

export { createPhoneNumber as create }
export { phoneNumberTexts as texts } from './texts'
