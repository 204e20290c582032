import type { Queries } from '@sampan/database'
import type {
  Application,
  ApplicationAction,
  ApplicationState,
  LocalizedText,
  PaperRule,
  StepRecord,
} from '@sampan/platform-api'
import { type CategoryGroupRule, findCategory } from '../categories/rules/categories'
import { readHistory } from '../process/history'
import { APPLICATION_STEPS, type ApplicationActor, NAME_PAPERS } from './rules/application-steps'
import { type ApplicationRow, listPapers } from './store'

export const PROCESS = 'application'

export async function describeApplication(
  queries: Queries,
  row: ApplicationRow,
  { groups, actor }: { groups: readonly CategoryGroupRule[]; actor: ApplicationActor | undefined },
): Promise<Application> {
  const papers = await listPapers(queries, row.id)
  const steps = APPLICATION_STEPS.filter(
    (step) => actor !== undefined && step.from.includes(row.state) && step.by.includes(actor),
  )
  return {
    id: row.id,
    appId: row.app_id,
    kind: row.kind,
    value: row.value,
    label: applicationLabel(row, groups),
    state: row.state,
    wanted: wantedPapers(row, groups),
    papers: papers.map((each) => ({
      id: each.paper,
      mediaType: each.media_type,
      sizeBytes: each.size_bytes,
      uploadedAt: each.uploaded_at.toISOString(),
    })),
    createdAt: row.created_at.toISOString(),
    submittedAt: row.submitted_at?.toISOString() ?? null,
    dueAt: row.due_at?.toISOString() ?? null,
    revision: row.revision,
    actions: steps.map(({ action }) => action),
    history: (await readHistory(queries, PROCESS, row.id)) as StepRecord<
      ApplicationState,
      ApplicationAction
    >[],
  }
}

export function applicationLabel(
  { kind, value }: Pick<ApplicationRow, 'kind' | 'value'>,
  groups: readonly CategoryGroupRule[],
): LocalizedText {
  const category = kind === 'category' ? findCategory(groups, value) : undefined
  return category?.label ?? { en: value, zh: value }
}

/** A category that the operator took out of the table wants none any more. */
export function wantedPapers(
  { kind, value }: Pick<ApplicationRow, 'kind' | 'value'>,
  groups: readonly CategoryGroupRule[],
): PaperRule[][] {
  return kind === 'name' ? NAME_PAPERS : (findCategory(groups, value)?.papers ?? [])
}
