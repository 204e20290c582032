import { createHash } from 'node:crypto'

/**
 * Whether a user is among the `percent` that have a release: the same answer every time, yes for ever as the percentage
 * grows, and other users first for other releases.
 */
export function hasRelease(user: string, releaseId: string, percent: number): boolean {
  const hash = createHash('sha256').update(`${releaseId}\0${user}`).digest()
  return hash.readUInt32BE(0) / 2 ** 32 < percent / 100
}
