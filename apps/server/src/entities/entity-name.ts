import type { EntityRow } from './store'

/** What an owner is called: the entity, or the person; empty in a draft without either. */
export function entityName({ answers }: Pick<EntityRow, 'answers'>): string {
  return answers.entityName ?? answers.administratorName ?? ''
}
