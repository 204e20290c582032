import type { ProgramVersion } from '@sampan/platform-api'
import { vi } from 'vitest'
import { compileApart } from '../../src/versions/compile/compile-apart'
import { UPLOAD_LIMITS } from '../../src/versions/rules/upload-limits'
import type { Visitor } from '../platform/test-platform'
import { packFiles } from './pack-archive'
import { makeProject } from './project'

/** Uploads a small program, `changes` laid over its files, and waits until the server has compiled it. */
export async function uploadVersion(
  who: Visitor,
  appId: string,
  { number, changes = {} }: { number: string; changes?: Record<string, string> },
): Promise<ProgramVersion> {
  const archive = await packFiles(makeProject(changes, appId))
  const signal = new AbortController().signal
  const built = await compileApart(archive, { appId, limits: UPLOAD_LIMITS, signal })
  if (built.state !== 'built') throw new Error(JSON.stringify(built))
  const base = `/api/programs/${appId}/versions`
  const sent = await who.send(
    'POST',
    `${base}?version=${number}&bundleHash=${built.manifest.hash}`,
    archive,
    {
      headers: { 'content-type': 'application/gzip' },
    },
  )
  const { id } = sent.json<ProgramVersion>()
  return vi.waitFor(async () => {
    const version = (await who.get(`${base}/${id}`)).json<ProgramVersion>()
    if (version.state !== 'ready') throw new Error(`${version.state} ${version.failure?.code}`)
    return version
  }, 20_000)
}
