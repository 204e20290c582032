import type {
  CodeReview,
  CodeReviewList,
  NewConfirmation,
  ProgramPage,
  ProgramVersion,
  Releasing,
} from '@sampan/platform-api'
import { compileApart } from '../versions/compile/compile-apart'
import { UPLOAD_LIMITS } from '../versions/rules/upload-limits'
import { signIn } from './accounts'
import type { DemoBrowser } from './browser'
import type { Demo, DemoParts } from './make-demo'
import { packFolder } from './pack-folder'
import type { DemoPerson } from './people'

const COMPILED_AFTER_TRIES = 120
const PAUSE_MS = 500

/**
 * Takes the demo program, once it is filed, to its users: uploaded, reviewed, released. Takes a while, as compiling
 * does, and goes on where it was if a start was cut short. Answers the AppID, unless it was released before.
 */
export async function releaseDemo(
  parts: DemoParts & { project: string },
  { people, password }: Demo,
): Promise<string | undefined> {
  const browserOf = (id: DemoPerson['id']) =>
    signIn(
      { ...parts, password },
      people.find((person) => person.id === id)!,
    )
  const owner = await browserOf('owner')
  const { programs } = await owner.send<ProgramPage>('GET', '/api/programs')
  const [program] = programs
  if (!program) return undefined
  const path = `/api/programs/${program.appId}`
  const { online } = await owner.send<Releasing>('GET', `${path}/releases`)
  if (online) return undefined
  const versionId = await upload(owner, program.appId, parts.project)
  await passReview(owner, await browserOf('reviewer'), { path, versionId })
  const release = { versionId, percent: 100 }
  const headers = await confirm(owner, await browserOf('owner'), {
    action: 'release',
    subject: program.appId,
  })
  await owner.send('POST', `${path}/releases`, release, headers)
  return program.appId
}

async function upload(owner: DemoBrowser, appId: string, project: string): Promise<string> {
  const path = `/api/programs/${appId}/versions`
  const { versions } = await owner.send<{ versions: ProgramVersion[] }>('GET', path)
  const known = versions.find(({ state }) => state === 'ready')
  if (known) return known.id
  const archive = await packFolder(project, appId)
  const built = await compileApart(archive, {
    appId,
    limits: UPLOAD_LIMITS,
    signal: new AbortController().signal,
  })
  if (built.state !== 'built') throw new Error(`The demo program does not compile: ${built.detail}`)
  const query = `version=1.0.0&remark=First%20harvest&bundleHash=${built.manifest.hash}`
  const type = { 'content-type': 'application/gzip' }
  const { id } = await owner.send<ProgramVersion>('POST', `${path}?${query}`, archive, type)
  for (let tries = 0; tries < COMPILED_AFTER_TRIES; tries++) {
    const { state, failure } = await owner.send<ProgramVersion>('GET', `${path}/${id}`)
    if (state === 'ready') return id
    if (failure) throw new Error(`The demo program was not taken: ${failure.code} ${failure.detail}`)
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
  throw new Error('The demo program was not compiled in a minute')
}

async function passReview(
  owner: DemoBrowser,
  reviewer: DemoBrowser,
  { path, versionId }: { path: string; versionId: string },
): Promise<void> {
  const { reviews } = await owner.send<CodeReviewList>('GET', `${path}/reviews`)
  if (reviews.some(({ version, state }) => version.id === versionId && state === 'approved')) return
  const form = {
    pages: [{ path: 'pages/index/index', title: 'Tea timer' }],
    notes: 'Choose a tea: its minutes run down. Nothing to sign in to.',
  }
  const waiting =
    reviews.find(({ version, state }) => version.id === versionId && state === 'in-review') ??
    (await owner.send<CodeReview>('POST', `${path}/reviews`, { versionId, form }))
  const decision = { revision: waiting.revision, action: 'approve' }
  await reviewer.send('POST', `/api/review/code-reviews/${waiting.id}/steps`, decision)
}

/** Asked for in one sign-in, given in another, as with a phone. */
async function confirm(
  asking: DemoBrowser,
  phone: DemoBrowser,
  what: { action: string; subject: string },
): Promise<Record<string, string>> {
  const { id, code } = await asking.send<NewConfirmation>('POST', '/api/confirmations', what)
  await phone.send('POST', `/api/confirmations/by-code/${code}/decision`, { approve: true })
  return { 'x-sampan-confirmation': id }
}
