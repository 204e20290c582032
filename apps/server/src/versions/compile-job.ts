import { type Database, defineJob, type Queries } from '@sampan/database'
import * as z from 'zod'
import type { FileStore } from '../files/file-store'
import { lockProgram } from '../programs/store'
import { storeBundle } from './bundle-files'
import { type ApartOutcome, compileApart } from './compile/compile-apart'
import { checkPackages } from './rules/check-packages'
import type { UploadLimits } from './rules/upload-limits'
import { findCurrentOf, findTrial, findVersion, saveTrial, updateVersion, type VersionRow } from './store'

export interface CompileJobParts {
  db: Database
  files: FileStore
  limits: UploadLimits
  now(): Date
}

/** Compiles what was uploaded; whatever comes of it is in the version's row. */
export function defineCompileJob({ db, files, limits, now }: CompileJobParts) {
  return defineJob(
    'compile-version',
    z.object({ versionId: z.uuid() }),
    async ({ versionId }, { signal, commit }) => {
      const row = await findVersion(db.kysely, versionId)
      if (row?.state !== 'compiling') return
      const archive = await files.read(row.source_hash)
      if (!archive) throw new Error(`the source ${row.source_hash} of version ${versionId} is not there`)
      const outcome = judge(row, await compileApart(archive, { appId: row.app_id, limits, signal }), limits)
      if (outcome.state === 'failed') {
        await commit((tx) =>
          updateVersion(tx, versionId, {
            state: 'failed',
            failure: outcome.code,
            failure_detail: outcome.detail,
            diagnostics: JSON.stringify(outcome.diagnostics),
            compiled_at: now(),
          }),
        )
        return
      }
      const listingHash = await storeBundle(files, outcome.files)
      const { hash, packages } = outcome.manifest
      await commit(async (tx) => {
        await lockProgram(tx, row.app_id)
        await updateVersion(tx, versionId, {
          state: 'ready',
          bundle_hash: hash,
          listing_hash: listingHash,
          packages: JSON.stringify(packages.map(({ id, root, sizeBytes }) => ({ id, root, sizeBytes }))),
          diagnostics: JSON.stringify(outcome.diagnostics),
          compiled_at: now(),
        })
        if (row.purpose === 'development') await takePlace(tx, row, now())
      })
    },
    { timeoutSeconds: limits.compile.mostSeconds * 2 + 60 },
  )
}

type Judged = ApartOutcome | { state: 'failed'; code: string; detail: string; diagnostics: [] }

function judge(row: VersionRow, outcome: ApartOutcome, limits: UploadLimits): Judged {
  if (outcome.state === 'failed') return outcome
  const { hash, packages } = outcome.manifest
  if (hash !== row.expected_hash) {
    return { state: 'failed', code: 'bundle-differs', detail: hash, diagnostics: [] }
  }
  const problem = checkPackages(packages, limits.package)
  return problem ? { state: 'failed', ...problem, diagnostics: [] } : outcome
}

/** An uploader has one development version, the latest; where that was the trial version, the new one is. */
async function takePlace(tx: Queries, row: VersionRow, at: Date): Promise<void> {
  const earlier = await findCurrentOf(tx, row)
  if (earlier && earlier.created_at > row.created_at) return
  if (earlier) await updateVersion(tx, earlier.id, { is_current: false })
  await updateVersion(tx, row.id, { is_current: true })
  const trial = await findTrial(tx, row.app_id)
  if (earlier && trial?.version_id === earlier.id) {
    await saveTrial(tx, { ...trial, version_id: row.id, chosen_at: at })
  }
}
