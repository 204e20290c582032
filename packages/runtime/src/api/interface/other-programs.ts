import { type ApiContext, type ApiTable } from '../api-context'
import { createHostApis } from '../host-apis'
import { createListenerApis, sameNamed } from '../listener-apis'

/** Opening other mini programs and going back to the one that opened this. The container asks the user first. */
export function createOtherProgramApis(context: ApiContext): ApiTable {
  const target = {
    appId: 'String?',
    path: 'String?',
    extraData: 'Object?',
    envVersion: 'String?',
    shortLink: 'String?',
    noRelaunchIfPathUnchanged: 'Boolean?',
    allowFullScreen: 'Boolean?',
    verify: 'String?',
  } as const
  return {
    ...createHostApis(context, {
      navigateToMiniProgram: target,
      openEmbeddedMiniProgram: target,
      navigateBackMiniProgram: { extraData: 'Object?' },
    }),
    ...createListenerApis(context, sameNamed(['EmbeddedMiniProgramHeightChange'])),
  }
}
