import { parseArgs } from 'node:util'
import type { Language } from '../messages'
import { chooseLanguage, createTranslate } from '../messages'
import { StartError } from './start-error'

export interface StartOptions {
  language: Language
  /** Undefined: 5170 or the next free one. */
  port: number | undefined
  host: string | undefined
  /** Origin that serves bundles and runtime. Empty: this server. */
  programsUrl: string
  /** List of programs in place of the demo ones. */
  programs: string | undefined
  /** Folder of the database and the platform's secret. Undefined: `data` in the repository. */
  data: string | undefined
  /** Of a PostgreSQL of the operator's. Undefined: one of our own in the data folder. */
  databaseUrl: string | undefined
  /** Whether a new platform begins with people and programs to try. */
  demo: boolean
  help: boolean
}

const OPTIONS = {
  port: { type: 'string' },
  host: { type: 'string' },
  language: { type: 'string' },
  programs: { type: 'string' },
  data: { type: 'string' },
  'programs-url': { type: 'string' },
  'no-demo': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const

/** Options of the command line, then of the environment: PORT, HOST, DATABASE_URL, and the others as SAMPAN_…. */
export function readStartOptions(args: string[], env: NodeJS.ProcessEnv): StartOptions {
  const language = chooseLanguage(undefined, env)
  const values = parse(args, language)
  return {
    language: chooseLanguage(values.language, env),
    port: readPort(values.port ?? env.PORT, language),
    host: values.host ?? env.HOST,
    programsUrl: readProgramsUrl(values['programs-url'] ?? env.SAMPAN_PROGRAMS_URL ?? '', language),
    programs: values.programs ?? env.SAMPAN_PROGRAMS,
    data: values.data ?? env.SAMPAN_DATA,
    databaseUrl: env.DATABASE_URL || undefined,
    // An operator's own database is theirs to fill.
    demo: !values['no-demo'] && env.SAMPAN_DEMO !== 'off' && !env.DATABASE_URL,
    help: values.help,
  }
}

function parse(args: string[], language: Language) {
  try {
    return parseArgs({ args, options: OPTIONS, strict: true }).values
  } catch (error) {
    throw new StartError(createTranslate(language)('error.option', { reason: (error as Error).message }))
  }
}

function readPort(value: string | undefined, language: Language): number | undefined {
  if (value === undefined || value === '') return undefined
  const port = Number(value)
  if (Number.isInteger(port) && port > 0 && port <= 65_535) return port
  throw new StartError(createTranslate(language)('error.port', { value }))
}

function readProgramsUrl(value: string, language: Language): string {
  if (value === '') return ''
  if (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) return value.replace(/\/+$/, '')
  throw new StartError(createTranslate(language)('error.programsUrl', { value }))
}
