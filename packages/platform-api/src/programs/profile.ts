import type { Quota } from './quota'

/**
 * Changes of what a program is called and shown as; each answers the `Program`:
 * `PUT /api/programs/:appId/name {revision, name}`, `PUT …/intro {revision, intro}`,
 * `PUT …/data-region {revision, dataRegion}`, `PUT …/avatar?revision=` (body: the JPEG or PNG, 2 MB at most).
 *
 * Refusals by `rule`: those of `NameProblem`, `intro-length`, `not-a-picture`, `quota-used` (see `ProfileQuotas`),
 * `not-overseas`.
 */
export type DataRegion = 'mainland-china' | 'hong-kong' | 'singapore' | 'europe' | 'north-america' | 'other'

/** Answer of `GET /api/programs/:appId/quotas`. */
export interface ProfileQuotas {
  /** Changes of a name; the first name is free. An organisation’s released program: none but by application. */
  name: Quota
  intro: Quota
  avatar: Quota
  /** Additions of categories this month. */
  categoryChanges: Quota
  /** Categories at one time. */
  categories: Quota
}

export type NameProblem =
  | 'name-length'
  | 'name-characters'
  /** It says nothing but what kind of thing it is. */
  | 'name-generic'
  /** Names of the platform, “mini program”, and for individuals what only organisations are. */
  | 'name-forbidden'
  | 'name-taken'
  /** Its last owner gave it up, and has it for some days more. */
  | 'name-kept'
  /** Apply for it with papers: `POST /api/programs/:appId/applications {kind: 'name', value}`. */
  | 'name-needs-proof'
  /** The owner is an organisation and the program released: apply for it as well. */
  | 'name-needs-review'

/** Answer of `POST /api/programs/:appId/name-check {name}`: what would be said to this name now. */
export interface NameCheck {
  problem: NameProblem | null
  /** The words that need proof, or that are not allowed. */
  words: string[]
}
