import { parseArgs } from 'node:util'
import type { ParseArgsConfig } from 'node:util'
import type { Translate } from './messages'
import { UsageError } from './usage-error'

export type OptionTypes = NonNullable<ParseArgsConfig['options']>

/** Options of every command. They are looked at before it starts. */
const COMMON_OPTIONS = {
  lang: { type: 'string' },
} as const satisfies OptionTypes

export interface ParsedArguments<T extends OptionTypes> {
  values: ReturnType<typeof parseArgs<{ options: T }>>['values']
  positionals: string[]
}

/** Node's parser, with mistakes as a `UsageError`. `--no-x` sets `x` to false. */
export function parseArguments<T extends OptionTypes>(args: string[], options: T): ParsedArguments<T> {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { ...COMMON_OPTIONS, ...options },
      allowPositionals: true,
      allowNegative: true,
    })
    return { values: values as ParsedArguments<T>['values'], positionals }
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

/** The one positional argument of a command. */
export function takeFolder(
  positionals: string[],
  command: string,
  translate: Translate,
  fallback?: string,
): string {
  const [folder = fallback, ...rest] = positionals
  if (folder === undefined) throw new UsageError(translate('missingFolder', { command }))
  if (rest.length > 0) throw new UsageError(translate('tooManyArguments', { argument: rest[0]! }))
  return folder
}

export function takeNumber(
  option: string,
  text: string | undefined,
  { minimum, maximum }: { minimum: number; maximum: number },
  translate: Translate,
): number | undefined {
  if (text === undefined) return undefined
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (value >= minimum && value <= maximum) return value
  throw new UsageError(translate('invalidNumber', { option, minimum, maximum, found: text }))
}
