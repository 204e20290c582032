import { isIP } from 'node:net'
import { parseArgs } from 'node:util'
import type { Language } from '../messages'
import { chooseLanguage, createTranslate } from '../messages'
import { StartError } from './start-error'

export interface StartOptions {
  language: Language
  /** Undefined: 5170 or the next free one. */
  port: number | undefined
  host: string | undefined
  /** Origin under which the world finds this platform. Undefined: this computer's own addresses. */
  publicUrl: string | undefined
  /** Balancers whose word on the client's address counts: how many there are on the way, or their addresses. */
  trustedProxies: number | string[] | undefined
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
  'public-url': { type: 'string' },
  'trust-proxy': { type: 'string' },
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
    publicUrl: readPublicUrl(values['public-url'] ?? env.SAMPAN_URL ?? '', language),
    trustedProxies: readProxies(values['trust-proxy'] ?? env.SAMPAN_TRUST_PROXY ?? '', language),
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

/** Paths are absolute in links, so a platform has an origin to itself. */
function readPublicUrl(value: string, language: Language): string | undefined {
  if (value === '') return undefined
  const url = URL.canParse(value) ? new URL(value) : undefined
  const isOrigin = url !== undefined && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`
  if (isOrigin) return url.origin
  throw new StartError(createTranslate(language)('error.publicUrl', { value }))
}

/** `1`, or `10.0.0.0/8,192.0.2.7`. */
function readProxies(value: string, language: Language): number | string[] | undefined {
  if (value === '') return undefined
  if (/^[1-9]\d?$/.test(value)) return Number(value)
  const addresses = value.split(',').map((address) => address.trim())
  if (addresses.every(isAddressOrBlock)) return addresses
  throw new StartError(createTranslate(language)('error.trustProxy', { value }))
}

function isAddressOrBlock(text: string): boolean {
  const [, address = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? []
  const version = isIP(address)
  return version !== 0 && (bits === undefined || Number(bits) <= (version === 4 ? 32 : 128))
}
