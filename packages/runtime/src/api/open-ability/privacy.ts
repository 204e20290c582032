import { type ApiContext, ApiError, type ApiTable, type AsyncApi, asyncApi } from '../api-context'

/** The user's consent to the program's privacy guidelines, asked before the first privacy API runs. */
export interface Privacy {
  /** Resolves when the user has agreed. `referrer` names the API or component. */
  require(referrer: string): Promise<void>
  /** A tap on `<button open-type="agreePrivacyAuthorization">`. */
  agree(): void
  /** `wx.onNeedPrivacyAuthorization`: the last listener counts. */
  setListener(listener: PrivacyListener | undefined): void
}

type Resolve = (answer?: { event?: unknown; buttonId?: unknown }) => void
export type PrivacyListener = (resolve: Resolve, info: { referrer: string }) => void

const instances = new WeakMap<ApiContext, Privacy>()

export function privacyOf(context: ApiContext): Privacy {
  let privacy = instances.get(context)
  if (!privacy) {
    privacy = createPrivacy(context)
    instances.set(context, privacy)
  }
  return privacy
}

/** An API that needs the user's consent to the privacy guidelines. */
export function privacyApi(
  context: ApiContext,
  name: string,
  run: (options: Record<string, unknown>) => unknown,
): AsyncApi {
  return asyncApi(context, name, async (options) => {
    await privacyOf(context).require(name)
    return run(options)
  })
}

function createPrivacy(context: ApiContext): Privacy {
  let listener: PrivacyListener | undefined
  let agreed = !context.program.manifest.app.usePrivacyCheck

  async function askProgram(ask: PrivacyListener, referrer: string): Promise<boolean> {
    return new Promise((answer) => {
      const resolve: Resolve = ({ event } = {}) => {
        if (event === 'disagree') answer(false)
        if (event === 'agree') answer(agreed)
        if (event === 'agree' && !agreed) {
          context.warn(
            'onNeedPrivacyAuthorization: resolve "agree" counts only after a tap on <button open-type="agreePrivacyAuthorization">',
          )
        }
      }
      context.program.runUserCode(() => ask(resolve, { referrer }), 'onNeedPrivacyAuthorization callback')
    })
  }

  async function askHost(): Promise<boolean> {
    const answer = (await context.call('askPrivacy')) as { agreed?: unknown }
    return answer.agreed === true
  }

  return {
    setListener(next) {
      listener = next
    },
    agree() {
      agreed = true
      context.notify('agreePrivacy')
    },
    async require(referrer) {
      if (agreed) return
      const setting = (await context.call('getPrivacySetting')) as { needAuthorization?: unknown }
      if (agreed || setting.needAuthorization === false) {
        agreed = true
        return
      }
      const consent = listener ? await askProgram(listener, referrer) : await askHost()
      if (!consent) throw new ApiError({ message: 'privacy permission is not authorized', errno: 104 })
      agreed = true
    },
  }
}

export function createPrivacyApis(context: ApiContext): ApiTable {
  const privacy = privacyOf(context)
  return {
    onNeedPrivacyAuthorization: (listener: unknown) =>
      privacy.setListener(typeof listener === 'function' ? (listener as PrivacyListener) : undefined),
    requirePrivacyAuthorize: asyncApi(context, 'requirePrivacyAuthorize', () =>
      privacy.require('requirePrivacyAuthorize'),
    ),
    getPrivacySetting: asyncApi(context, 'getPrivacySetting', () => context.call('getPrivacySetting')),
    openPrivacyContract: asyncApi(context, 'openPrivacyContract', () => context.call('openPrivacyContract')),
  }
}
