import * as v from 'valibot'
import { type Capability, type CapabilityHost, CapabilityError, method } from '../capability'
import { notesOf } from '../host-notes'

const MAX_LOG_TEXT = 5_000
const FETCH_TOKEN_NOTE = 'background-fetch-token'

/**
 * Logs, reports and updates. What WeChat collects on its servers goes to the developer's console here: there is no
 * service that would keep it.
 */
function createSystem(host: CapabilityHost): Capability {
  const { settings } = host
  return {
    methods: {
      writeLog: method(
        v.object({
          level: v.picklist(['debug', 'info', 'warn', 'error']),
          tag: v.string(),
          args: v.array(v.unknown()),
        }),
        ({ level, tag, args }) => {
          const text = [tag ? `[${tag}]` : '', ...args.map(describe)].filter(Boolean).join(' ')
          host.log(level === 'debug' ? 'info' : level, text.slice(0, MAX_LOG_TEXT))
        },
      ),
      report: method(
        v.object({ kind: v.string(), name: v.string(), data: v.optional(v.unknown()) }),
        ({ kind, name, data }) => {
          host.log('info', `report ${kind} ${name} ${describe(data)}`.slice(0, MAX_LOG_TEXT))
        },
      ),
      setEnableDebug: method(v.object({ enableDebug: v.boolean() }), ({ enableDebug }) => {
        host.log('info', host.text(enableDebug ? 'debug on' : 'debug off'))
      }),
      setBackgroundFetchToken: method(
        v.object({ token: v.pipe(v.string(), v.maxLength(1_024)) }),
        ({ token }) => notesOf(host).set(FETCH_TOKEN_NOTE, token),
      ),
      getBackgroundFetchToken: method(v.object({}), async () => {
        const token = await notesOf(host).get(FETCH_TOKEN_NOTE)
        if (typeof token !== 'string') throw new CapabilityError('token is null')
        return { token }
      }),
      checkForUpdate: method(v.object({}), async () => {
        const hasUpdate = (await settings.checkForUpdate?.()) ?? false
        // The new version is fetched when the program starts again, so it is ready as soon as it is known.
        if (hasUpdate) setTimeout(() => host.emit('updateReady', undefined), 0)
        return { hasUpdate }
      }),
    },
  }
}

function describe(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
}

export { createSystem as create }
export { systemTexts as texts } from './texts'
