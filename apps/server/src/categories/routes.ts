import type { Database } from '@sampan/database'
import type { CategoryGroup, EntityKindCode } from '@sampan/platform-api'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { findEntity } from '../entities/store'
import { requireAsker } from '../identity/asker'
import type { Sessions } from '../identity/sessions'
import { requireProgram } from '../programs/access'
import { appIdSchema } from '../programs/routes'
import { type CategoryGroupRule, isForOwner } from './rules/categories'

/** `/api/categories?appId=`: what a program may be. */
export function addCategoryRoutes(
  instance: FastifyInstance,
  { kysely }: Database,
  groups: readonly CategoryGroupRule[],
  sessions: Sessions,
): void {
  const app = instance.withTypeProvider<ZodTypeProvider>()
  app.get(
    '/api/categories',
    { schema: { tags: ['programs'], querystring: z.object({ appId: appIdSchema }) } },
    async (request): Promise<{ groups: CategoryGroup[] }> => {
      const asker = await requireAsker(sessions, request)
      const program = await requireProgram(kysely, asker, request.query.appId, 'see-console')
      const kind = (await findEntity(kysely, program.entity_id))!.kind as EntityKindCode
      const open = groups.map(({ id, label, categories }) => ({
        id,
        label,
        categories: categories
          .filter((category) => isForOwner(category, kind))
          .map((category) => ({ id: category.id, label: category.label, papers: category.papers })),
      }))
      return { groups: open.filter(({ categories }) => categories.length > 0) }
    },
  )
}
