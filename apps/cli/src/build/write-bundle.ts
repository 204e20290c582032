import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import type { BuildResult } from '@sampan/compiler'
import type { Translate } from '../messages'
import { UsageError } from '../usage-error'

/** Refuses a folder whose replacement would delete something that no build wrote. */
export function checkOutFolder(out: string, project: string, translate: Translate): void {
  if (!existsSync(out)) return
  if (!statSync(out).isDirectory()) throw new UsageError(translate('notAFolder', { folder: out }))
  const pathToProject = relative(out, project)
  if (pathToProject === '' || !(pathToProject === '..' || pathToProject.startsWith(`..${sep}`))) {
    throw new UsageError(translate('outContainsProject', { folder: out }))
  }
  if (readdirSync(out).length > 0 && !isBundle(out)) {
    throw new UsageError(translate('outNotEmpty', { folder: out }))
  }
}

function isBundle(folder: string): boolean {
  try {
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
      formatVersion?: unknown
    }
    return manifest.formatVersion !== undefined
  } catch {
    return false
  }
}

/** Puts exactly these files into `out`. The manifest comes last: where it is, everything else is. */
export function writeBundle(out: string, files: BuildResult['files']): void {
  rmSync(out, { recursive: true, force: true })
  const made = new Set<string>()
  const write = (path: string, content: string | Uint8Array) => {
    const target = join(out, path)
    const folder = dirname(target)
    if (!made.has(folder)) mkdirSync(folder, { recursive: true })
    made.add(folder)
    writeFileSync(target, content)
  }
  for (const [path, content] of files) if (path !== 'manifest.json') write(path, content)
  const manifest = files.get('manifest.json')
  if (manifest !== undefined) write('manifest.json', manifest)
}
