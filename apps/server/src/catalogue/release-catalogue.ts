import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { BundleManifest } from '@sampan/protocol'
import { createContent } from '@sampan/local-server'
import { buildBundle } from '../releases/build-bundle'
import type { BundleOutcome } from '../releases/build-bundle'
import { createBundleCache } from '../releases/bundle-cache'
import { hashCompiler } from '../releases/source-key'
import type { CatalogueEntry } from './catalogue-file'
import type { ReleasedProgram } from './store'

export type Refusal = Extract<BundleOutcome, { state: 'refused' }>

export interface CatalogueRelease {
  programs: ReleasedProgram[]
  compiled: number
  refused: { entry: CatalogueEntry; refusal: Refusal }[]
}

export interface ReleaseOptions {
  repository: string
  entries: CatalogueEntry[]
  cacheFolder: string
  /** Origin of bundles; empty for the server's own. */
  programsUrl: string
}

/** Compiles and releases every program of the catalogue. One that cannot be released does not stop the others. */
export async function releaseCatalogue(options: ReleaseOptions): Promise<CatalogueRelease> {
  const { entries } = options
  const cache = createBundleCache(options.cacheFolder)
  const compilerKey = await hashCompiler(options.repository)
  const release: CatalogueRelease = { programs: [], compiled: 0, refused: [] }
  const outcomes = await Promise.all(
    entries.map(({ appId, folder }) => buildBundle({ appId, folder, compilerKey, cache })),
  )
  for (const [index, outcome] of outcomes.entries()) {
    const entry = entries[index]!
    if (outcome.state === 'refused') {
      release.refused.push({ entry, refusal: outcome })
      continue
    }
    if (outcome.compiled) release.compiled++
    release.programs.push(await describe(entry, outcome, options))
  }
  return release
}

async function describe(
  entry: CatalogueEntry,
  { manifest, files }: Extract<BundleOutcome, { state: 'built' }>,
  { programsUrl }: ReleaseOptions,
): Promise<ReleasedProgram> {
  const { appId, version, name, intro, category, colour, domains } = entry
  const icon = await readFile(entry.icon)
  const hash = createHash('sha256').update(manifest.hash).update(icon).digest('hex').slice(0, 16)
  return {
    hash,
    icon: createContent(entry.icon, icon),
    contents: new Map([...files].map(([path, content]) => [path, createContent(path, content)])),
    summary: {
      appId,
      name,
      intro,
      category,
      colour,
      version,
      domains,
      iconUrl: `${programsUrl}/icons/${appId}/${hash}`,
      bundleUrl: `${programsUrl}/bundles/${appId}/${hash}/`,
      sizeBytes: manifest.packages.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
      permissions: listPermissions(manifest),
    },
  }
}

function listPermissions({ app }: BundleManifest): { scope: string; reason: string }[] {
  return Object.entries(app.permission).map(([scope, { desc }]) => ({ scope, reason: desc }))
}
