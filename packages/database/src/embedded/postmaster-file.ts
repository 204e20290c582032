import { execFile } from 'node:child_process'
import { readFile, readlink, realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** `postmaster.pid` of a data folder: who runs on it. */
export interface PostmasterFile {
  pid: number
  port: number
  /** Empty if it listens on a port alone. */
  socketFolder: string
  status: string
}

export async function readPostmasterFile(data: string): Promise<PostmasterFile | undefined> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    return undefined
  })
  if (text === undefined) return undefined
  const [pid = '', , , port = '', socketFolder = '', , , status = ''] = text.split('\n')
  return { pid: Number(pid), port: Number(port), socketFolder: socketFolder.trim(), status: status.trim() }
}

/**
 * After a crash the number in the file may belong to somebody else by now; in a container that is the rule, since
 * numbers start from one again. PostgreSQL then refuses to start, so such a file is removed. Where the process is
 * gone the file stays: PostgreSQL reads from it whether others of its processes are still there.
 */
export async function removeStalePostmasterFile(data: string): Promise<void> {
  const file = await readPostmasterFile(data)
  if (file && (await isSomebodyElse(file.pid, data))) await rm(join(data, 'postmaster.pid'), { force: true })
}

async function isSomebodyElse(pid: number, data: string): Promise<boolean> {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  if (process.platform === 'linux') {
    const folder = await readlink(`/proc/${pid}/cwd`).catch((error: NodeJS.ErrnoException) => error.code)
    return folder !== 'ENOENT' && folder !== (await realpath(data))
  }
  if (process.platform === 'win32') return false
  return new Promise((resolve) => {
    execFile('ps', ['-o', 'comm=', '-p', String(pid)], (_error, output) =>
      resolve(output.trim() !== '' && !/postgres/.test(output)),
    )
  })
}
