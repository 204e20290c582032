import * as v from 'valibot'
import { type Capability, type CapabilityHost, CapabilityError, method } from '../capability'
import { notesOf } from '../host-notes'
import { callService, sandboxCode, textFields } from '../platform-service'
import { anonymousUser } from './anonymous-user'

const SESSION_NOTE = 'session'
/** A stand-in session ends like a real one does at some point. */
const SANDBOX_SESSION_MS = 3 * 24 * 60 * 60 * 1000

/** `wx.login`, `wx.checkSession`, `wx.getUserInfo`, `wx.getUserProfile`. */
function createAccount(host: CapabilityHost): Capability {
  const notes = notesOf(host)

  async function login(): Promise<{ code: string }> {
    const answer = await callService(host, 'login')
    if (answer) return { code: String(answer.code) }
    host.log(
      'info',
      'wx.login: no platform server is connected. The code is a stand-in that no server can exchange.',
    )
    await notes.set(SESSION_NOTE, { startedMs: Date.now() })
    return { code: sandboxCode('login') }
  }

  async function checkSession(): Promise<void> {
    const answer = await callService(host, 'check-session')
    const valid = answer ? answer.valid === true : isRecent(await notes.get(SESSION_NOTE))
    if (!valid) throw new CapabilityError('session time out, need relogin', { extra: { errCode: -13001 } })
  }

  async function userData(withCredentials: boolean) {
    const userInfo = anonymousUser()
    const rawData = JSON.stringify(userInfo)
    if (!withCredentials) return { userInfo, rawData }
    const signed = await callService(host, 'sign-user-data', { rawData })
    if (signed)
      return { userInfo, rawData, ...textFields(signed, ['signature', 'encryptedData', 'iv', 'cloudID']) }
    return { userInfo, rawData, ...unsignedData() }
  }

  return {
    methods: {
      login: method(v.object({}), login),
      checkSession: method(v.object({}), checkSession),
      getUserInfo: method(v.object({ withCredentials: v.optional(v.boolean()) }), ({ withCredentials }) =>
        userData(withCredentials !== false),
      ),
      getUserProfile: method(v.object({ desc: v.string() }), () => userData(true)),
    },
  }
}

function isRecent(note: unknown): boolean {
  const startedMs = (note as { startedMs?: unknown } | undefined)?.startedMs
  return typeof startedMs === 'number' && Date.now() - startedMs < SANDBOX_SESSION_MS
}

/** The fields that a server would fill. Nobody can decrypt these, and they say so. */
function unsignedData() {
  return {
    signature: sandboxCode('signature'),
    encryptedData: btoa('sandbox: no platform server is connected'),
    iv: btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16)))),
    cloudID: '',
  }
}

export { createAccount as create }
