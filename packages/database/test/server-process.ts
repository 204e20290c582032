import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Of the embedded server that runs on a folder. */
export async function readServerPid(folder: string): Promise<number> {
  return Number.parseInt(await readFile(join(folder, 'data/postmaster.pid'), 'utf8'))
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
