import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { LocalizedText, ProgramCategory, ProgramSummary } from '@sampan/platform-api'
import * as z from 'zod/mini'

/** A program that this server releases at start: an entry of `programs.json`. */
export interface CatalogueEntry {
  appId: string
  /** Of the project. Absolute; in the file from the file's own folder. */
  folder: string
  version: string
  name: LocalizedText
  intro: LocalizedText
  category: ProgramCategory
  colour: string
  /** Absolute; in the file from the file's own folder. */
  icon: string
  domains: ProgramSummary['domains']
}

const textSchema = z.object({ en: z.string().check(z.minLength(1)), zh: z.string().check(z.minLength(1)) })
const domainsSchema = z._default(z.array(z.string()), [])

const catalogueSchema = z.object({
  programs: z.array(
    z.object({
      appId: z.string().check(z.regex(/^[a-zA-Z0-9]+$/)),
      folder: z.string(),
      version: z.string(),
      name: textSchema,
      intro: textSchema,
      category: z.enum(['developer', 'tools', 'life']),
      colour: z.string().check(z.regex(/^#[0-9a-f]{6}$/i)),
      icon: z.string(),
      domains: z._default(
        z.object({
          request: domainsSchema,
          socket: domainsSchema,
          upload: domainsSchema,
          download: domainsSchema,
          webView: domainsSchema,
        }),
        { request: [], socket: [], upload: [], download: [], webView: [] },
      ),
    }),
  ),
})

/** Throws an Error that says what is wrong with the file. */
export async function readCatalogueFile(path: string): Promise<CatalogueEntry[]> {
  const parsed = catalogueSchema.safeParse(JSON.parse(await readFile(path, 'utf8')))
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error))
  const { programs } = parsed.data
  const repeated = programs.find(({ appId }, index) =>
    programs.some((p, i) => i < index && p.appId === appId),
  )
  if (repeated) throw new Error(`AppID ${repeated.appId} is there twice`)
  const place = dirname(path)
  return programs.map((program) => ({
    ...program,
    folder: resolve(place, program.folder),
    icon: resolve(place, program.icon),
  }))
}
