import { type CapabilityHost, CapabilityError } from '../capability'
import { notesOf } from '../host-notes'
import { askUser } from '../sheets/question'

/** Scopes that the user decides on. */
export const ASKED_SCOPES = [
  'scope.userLocation',
  'scope.userFuzzyLocation',
  'scope.userLocationBackground',
  'scope.record',
  'scope.camera',
  'scope.writePhotosAlbum',
  'scope.bluetooth',
  'scope.addPhoneContact',
  'scope.addPhoneCalendar',
  'scope.werun',
] as const

export type AskedScope = (typeof ASKED_SCOPES)[number]

/** Scopes that are granted without a question: the data behind them is anonymous, or chosen by the user each time. */
const GRANTED_SCOPES = ['scope.userInfo', 'scope.address', 'scope.invoice', 'scope.invoiceTitle']

/** Scopes that `app.json` must say the purpose of. */
const DESCRIBED_SCOPES = new Set<string>([
  'scope.userLocation',
  'scope.userFuzzyLocation',
  'scope.userLocationBackground',
])

/** The user's decisions about one program. */
export interface Permissions {
  /** Resolves if granted, asking if undecided. Throws `CapabilityError('auth deny')`. */
  authorize(scope: string): Promise<void>
  /** As `wx.getSetting` shows them: only what was decided. */
  decisions(): Promise<Record<string, boolean>>
  decide(scope: AskedScope, granted: boolean): Promise<void>
}

const NOTE = 'permissions'
const instances = new WeakMap<CapabilityHost, Permissions>()

/** One for each running program; `CapabilityHost.authorize` is its `authorize`. */
export function permissionsOf(host: CapabilityHost): Permissions {
  let permissions = instances.get(host)
  if (!permissions) {
    permissions = createPermissions(host)
    instances.set(host, permissions)
  }
  return permissions
}

function createPermissions(host: CapabilityHost): Permissions {
  const notes = notesOf(host)
  const asking = new Map<AskedScope, Promise<boolean>>()
  let loaded: Promise<Map<AskedScope, boolean>> | undefined

  function load(): Promise<Map<AskedScope, boolean>> {
    loaded ??= notes.get(NOTE).then(readDecisions)
    return loaded
  }

  async function decide(scope: AskedScope, granted: boolean): Promise<void> {
    const decisions = await load()
    decisions.set(scope, granted)
    await notes.set(NOTE, Object.fromEntries(decisions))
    host.updateEnvironment({ authSetting: asSetting(decisions) })
  }

  async function ask(scope: AskedScope): Promise<boolean> {
    const granted = await askUser(host, {
      title: host.text(`permission.${scope}`),
      detail: purposeOf(host, scope),
      allow: host.text('allow'),
      reject: host.text('deny'),
    })
    await decide(scope, granted)
    return granted
  }

  return {
    decide,
    decisions: async () => asSetting(await load()),
    async authorize(scope) {
      if (GRANTED_SCOPES.includes(scope)) return
      const asked = ASKED_SCOPES.find((known) => known === scope)
      if (!asked) throw new CapabilityError(`invalid scope ${scope}`, { errno: 1001 })
      if (DESCRIBED_SCOPES.has(asked) && !purposeOf(host, asked))
        throw new CapabilityError('require permission desc')
      const decided = (await load()).get(asked)
      if (decided === true) return
      if (decided === undefined) {
        const question = asking.get(asked) ?? ask(asked)
        asking.set(asked, question)
        const granted = await question.finally(() => asking.delete(asked))
        if (granted) return
      }
      throw new CapabilityError('auth deny', { errno: 103 })
    },
  }
}

function purposeOf(host: CapabilityHost, scope: string): string | undefined {
  const { permission } = host.manifest.app
  const entry = Object.hasOwn(permission, scope) ? permission[scope] : undefined
  return typeof entry?.desc === 'string' && entry.desc !== '' ? entry.desc : undefined
}

function asSetting(decisions: ReadonlyMap<AskedScope, boolean>): Record<string, boolean> {
  return {
    ...Object.fromEntries(GRANTED_SCOPES.map((scope) => [scope, true])),
    ...Object.fromEntries(decisions),
  }
}

function readDecisions(note: unknown): Map<AskedScope, boolean> {
  const record = (typeof note === 'object' && note !== null ? note : {}) as Record<string, unknown>
  return new Map(
    ASKED_SCOPES.flatMap((scope) => {
      const value = record[scope]
      return typeof value === 'boolean' ? [[scope, value] as const] : []
    }),
  )
}

export { settingTexts as texts } from './texts'
