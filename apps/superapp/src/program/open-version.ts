import type { VersionOpening } from '@sampan/platform-api'
import { request } from '../account/request'
import type { ProgramRoute } from '../route'
import type { ProgramScreenOptions, RunnableProgram } from './program-screen'

/** Of programs without a picture. */
const GROUND = '#0f8b6d'

/** A version that is not released, for whoever may open it. Throws a `RequestProblem`. */
export async function openVersion({ appId, version }: ProgramRoute): Promise<{
  program: RunnableProgram
  version: ProgramScreenOptions['version']
  startPath: string
}> {
  const query = `version=${encodeURIComponent(version)}`
  const opening = await request<VersionOpening>(`/api/programs/${appId}/open-version?${query}`)
  const { name, avatarUrl, number, bundleUrl, domains, envVersion, startPath } = opening
  return {
    program: {
      appId,
      name: { en: name || appId, zh: name || appId },
      iconUrl: avatarUrl ?? '/icon.svg',
      colour: GROUND,
      version: number,
      bundleUrl,
      domains,
    },
    version: { name: version, envVersion },
    startPath,
  }
}
