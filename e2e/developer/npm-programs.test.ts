import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../../', import.meta.url))

interface Report {
  pages: { route: string; ok: boolean; textLength: number; errors: { kind: string; message: string }[] }[]
}

/** Programs that others wrote, unchanged, as their npm packages bring them. */
const PROGRAMS = [
  { name: 'weui-wxss', folder: 'node_modules/weui-wxss/dist', pages: 58 },
  { name: 'wux-weapp', folder: 'node_modules/wux-weapp/example', pages: 97 },
]

describe('sampan smoke', () => {
  it.each(PROGRAMS)(
    'opens every page of $name',
    async ({ folder, pages }) => {
      const out = mkdtempSync(join(tmpdir(), 'sampan-smoke-'))
      const json = join(out, 'report.json')
      try {
        await run(
          process.execPath,
          ['apps/cli/bin/sampan.mjs', 'smoke', join(root, folder), '--json', json],
          {
            cwd: root,
            maxBuffer: 1 << 24,
          },
        ).catch((error: unknown) => {
          // Exit code 1 means failed pages: the report says which.
          if ((error as { code?: unknown }).code !== 1) throw error
        })
        const report = JSON.parse(readFileSync(json, 'utf8')) as Report
        expect(report.pages.filter(({ ok }) => !ok).map(({ route, errors }) => ({ route, errors }))).toEqual(
          [],
        )
        expect(report.pages.length).toBe(pages)
        expect(report.pages.filter(({ textLength }) => textLength > 0).length).toBeGreaterThan(pages * 0.9)
      } finally {
        rmSync(out, { recursive: true, force: true })
      }
    },
    900_000,
  )
})
