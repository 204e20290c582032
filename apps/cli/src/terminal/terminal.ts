import pc from 'picocolors'
import type { Language, Translate } from '../messages'
import { createTranslate } from '../messages'

/** Where a command writes, and how. */
export interface Terminal {
  language: Language
  translate: Translate
  colours: ReturnType<typeof pc.createColors>
  /** A line of results, to standard output. */
  print(text: string): void
  /** A line about the work itself, to standard error. */
  note(text: string): void
}

export function createTerminal(language: Language): Terminal {
  return {
    language,
    translate: createTranslate(language),
    colours: pc.createColors(pc.isColorSupported),
    print: (text) => void process.stdout.write(`${text}\n`),
    note: (text) => void process.stderr.write(`${text}\n`),
  }
}
