import { existsSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** How PostgreSQL is started: it refuses to run as root. */
export interface RunAs {
  uid?: number
  gid?: number
  /** Starts the program instead of `uid` and `gid`. */
  prefix: string[]
}

const NOBODY = 65_534
const SETPRIV = ['/usr/bin/setpriv', '/bin/setpriv']

/**
 * Ourselves, or, where we are root, whoever owns the folder, or nobody. A plain user cannot pass through root's own
 * folders (a clone in /root): there it gets the one capability that lets it, if this system has setpriv.
 */
export function chooseRunAs(folder: string, paths: string[]): RunAs {
  if (process.getuid?.() !== 0) return { prefix: [] }
  const owner = existsSync(folder) ? statSync(folder) : undefined
  const { uid, gid } = owner && owner.uid !== 0 ? owner : { uid: NOBODY, gid: NOBODY }
  const setpriv = SETPRIV.find((path) => existsSync(path))
  if (!setpriv || [join(folder, 'data'), ...paths].every((path) => canReach(path, uid, gid)))
    return { uid, gid, prefix: [] }
  const capability = ['--inh-caps=-all,+dac_override', '--ambient-caps=-all,+dac_override']
  const prefix = [setpriv, `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', ...capability, '--']
  return { uid, gid, prefix }
}

function canReach(path: string, uid: number, gid: number): boolean {
  const parent = dirname(resolve(path))
  if (existsSync(parent)) {
    const { mode, uid: owner, gid: group } = statSync(parent)
    const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001
    if ((mode & bit) === 0) return false
  }
  return parent === dirname(parent) || canReach(parent, uid, gid)
}
