import type { Queries } from '@sampan/database'
import type {
  EntityKindCode,
  Filing,
  FilingAction,
  FilingSection,
  FilingState,
  FilingSummary,
  FormProblem,
  ProgramFiling,
  ProgramGap,
  StepRecord,
} from '@sampan/platform-api'
import { maskAnswers, openAnswers } from '../entities/answers'
import { entityName } from '../entities/entity-name'
import { checkForm } from '../entities/rules/check-form'
import { type EntityRow, findEntity } from '../entities/store'
import { readHistory, readPhoneContacts } from '../process/history'
import { findGaps } from '../programs/rules/find-gaps'
import { countProgramsOf, findProgram, listCategories, type ProgramRow } from '../programs/store'
import type { FilingParts } from './filing-parts'
import { allFields, filingForm } from './rules/filing-form'
import { PROGRAM_NUMBER } from './rules/filing-number'
import { needsFiling } from './rules/filing-settings'
import type { FilingActor } from './rules/filing-steps'
import { statusCodeOf } from './rules/status-code'
import { readFilingSettings } from './settings-store'
import { listSmsChecks, smsCheckView } from './sms-store'
import { type FilingRow, findFiling, listDocuments } from './store'
import { possibleActions, PROCESS } from './take-filing-step'

/** In which the form is filled in. */
export const OPEN_STATES: readonly FilingState[] = ['draft']

/** A filing with all that decides what may be done with it. */
export interface OpenFiling {
  row: FilingRow
  program: ProgramRow
  entity: EntityRow
  form: FilingSection[]
  /** In plain. */
  answers: Record<string, string>
  gaps: ProgramGap[]
}

export type FilingView = ReturnType<typeof createFilingView>

export function createFilingView({ cipher, now }: Pick<FilingParts, 'cipher' | 'now'>) {
  async function openFiling(queries: Queries, row: FilingRow): Promise<OpenFiling> {
    const program = (await findProgram(queries, row.app_id))!
    const entity = (await findEntity(queries, row.entity_id))!
    const answers = openAnswers(row.id, row, cipher)
    const [form, gaps] = await Promise.all([
      formOf(queries, entity, answers),
      gapsOf(queries, program, entity),
    ])
    return { row, program, entity, form, answers, gaps }
  }

  async function formOf(
    queries: Queries,
    entity: EntityRow,
    answers: Record<string, string>,
  ): Promise<FilingSection[]> {
    const programCount = await countProgramsOf(queries, entity.id)
    return filingForm({ kind: entity.kind as EntityKindCode, answers, programCount })
  }

  async function gapsOf(queries: Queries, program: ProgramRow, entity: EntityRow): Promise<ProgramGap[]> {
    return findGaps(program, entity, await listCategories(queries, program.app_id))
  }

  function filedAnswers(row: FilingRow): Record<string, string> {
    const { filed_answers: answers, filed_secret_answers: secrets } = row
    return answers === null ? {} : openAnswers(row.id, { answers, secret_answers: secrets }, cipher)
  }

  async function problemsOf(queries: Queries, { row, form, answers }: OpenFiling): Promise<FormProblem[]> {
    const present = new Set((await listDocuments(queries, row.id)).map(({ document }) => document))
    const missing = form
      .flatMap(({ documents }) => documents)
      .filter(({ id, isOptional }) => !isOptional && !present.has(id))
    const existing = answers.existingNumber ?? ''
    return [
      ...checkForm(allFields(form), answers, now()),
      ...(existing !== '' && !PROGRAM_NUMBER.test(existing)
        ? [{ field: 'existingNumber', problem: 'not-valid' } as const]
        : []),
      ...missing.map(({ id }): FormProblem => ({ field: id, problem: 'missing' })),
    ]
  }

  async function describe(queries: Queries, open: OpenFiling, actor: FilingActor): Promise<Filing> {
    const { row, program, entity, form, answers, gaps } = open
    const seesAll = actor === 'reviewer' || actor === 'regulator'
    const [documents, problems, checks, history, phoneContacts] = await Promise.all([
      listDocuments(queries, row.id),
      OPEN_STATES.includes(row.state) ? problemsOf(queries, open) : [],
      listSmsChecks(queries, row.id),
      readHistory(queries, PROCESS, row.id),
      seesAll ? readPhoneContacts(queries, PROCESS, row.id) : [],
    ])
    return {
      ...summarise({ ...row, program_name: program.name, entity_answers: entity.answers }),
      statusCode: statusCodeOf(row.state, gaps),
      entityKind: entity.kind as EntityKindCode,
      certificateNumber: entity.answers.certificateNumber ?? '',
      number: row.number,
      filedAt: row.filed_at?.toISOString() ?? null,
      form,
      answers: seesAll ? answers : maskAnswers(allFields(form), answers),
      documents: documents.map((each) => ({
        id: each.document,
        mediaType: each.media_type,
        sizeBytes: each.size_bytes,
        uploadedAt: each.uploaded_at.toISOString(),
      })),
      problems,
      remarks: row.remarks,
      smsChecks: checks.map((check) => smsCheckView(check, open, now())),
      actions: possibleActions(row, actor),
      history: history as StepRecord<FilingState, FilingAction>[],
      phoneContacts,
      revision: row.revision,
    }
  }

  /** What members see of their program's filing. */
  async function describeProgram(
    queries: Queries,
    program: ProgramRow,
    mayManage: boolean,
  ): Promise<ProgramFiling> {
    const entity = (await findEntity(queries, program.entity_id))!
    const row = await findFiling(queries, { appId: program.app_id })
    const filing = row ? await describe(queries, await openFiling(queries, row), 'administrator') : null
    return {
      isRequired: needsFiling(entity.kind as EntityKindCode, await readFilingSettings(queries)),
      missing: await gapsOf(queries, program, entity),
      filing: filing && { ...filing, actions: mayManage ? filing.actions : [] },
    }
  }

  return { openFiling, formOf, filedAnswers, problemsOf, describe, describeProgram }
}

export function summarise(
  row: FilingRow & { program_name: string; entity_answers: Record<string, string> },
): FilingSummary {
  return {
    id: row.id,
    appId: row.app_id,
    programName: row.program_name,
    entityName: entityName({ answers: row.entity_answers }),
    kind: row.kind,
    state: row.state,
    submittedAt: row.submitted_at?.toISOString() ?? null,
    dueAt: row.due_at?.toISOString() ?? null,
  }
}
