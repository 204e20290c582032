import type { ProgramRow } from './store'

/** Changes with the picture. */
export function avatarUrl({ app_id, avatar }: Pick<ProgramRow, 'app_id' | 'avatar'>): string | null {
  return avatar && `/api/programs/${app_id}/avatar/${avatar}`
}
