import * as v from 'valibot'
import { type Capability, type CapabilityHost, CapabilityError, method } from '../capability'
import { askUser } from '../sheets/question'

const text = v.optional(v.pipe(v.string(), v.maxLength(64 * 1024)))

const requestSchema = v.object({
  appId: text,
  path: text,
  extraData: v.optional(v.unknown()),
  envVersion: v.optional(v.picklist(['develop', 'trial', 'release'])),
  shortLink: text,
})

/** Going from one mini program to another and back. The user is asked; whoever embeds the container does it. */
function createOtherPrograms(host: CapabilityHost): Capability {
  const { settings } = host

  async function open(request: v.InferOutput<typeof requestSchema>, embedded: boolean): Promise<void> {
    const { appId, shortLink } = request
    if (!appId && !shortLink) throw new CapabilityError('invalid appid')
    if (!settings.openProgram) throw new CapabilityError(host.text('no other programs here'))
    const allowed = await askUser(host, {
      title: host.text('leave for program'),
      detail: appId ?? shortLink ?? '',
      allow: host.text('allow leaving'),
      reject: host.text('cancel'),
    })
    if (!allowed) throw new CapabilityError('cancel')
    // Only a program that is not released may ask for versions that are not.
    const envVersion = settings.envVersion === 'release' ? 'release' : (request.envVersion ?? 'release')
    await settings.openProgram({ ...request, envVersion, embedded })
  }

  return {
    methods: {
      navigateToMiniProgram: method(requestSchema, (request) => open(request, false)),
      openEmbeddedMiniProgram: method(requestSchema, (request) => open(request, true)),
      navigateBackMiniProgram: method(
        v.object({ extraData: v.optional(v.unknown()) }),
        async ({ extraData }) => {
          if (!settings.returnToOpener) throw new CapabilityError('no referrer mini program')
          await settings.returnToOpener(extraData)
        },
      ),
    },
  }
}

export { createOtherPrograms as create }
export { otherProgramsTexts as texts } from './texts'
