import { CapabilityError, type LoadPart } from './capabilities/capability'
import type { TextTable } from './interface/texts'

const PATIENCE_MS = 30_000

export function createPartLoader(parts: {
  /** Gets the texts of what is loaded. */
  tables: TextTable[]
  log(level: 'warn', line: string): void
}): LoadPart {
  return async (name, load) => {
    try {
      const module = await inTime(load())
      const { texts } = module as { texts?: TextTable }
      if (texts && !parts.tables.includes(texts)) parts.tables.push(texts)
      return module
    } catch (error) {
      parts.log('warn', `${name}: ${error instanceof Error ? error.message : String(error)}`)
      throw new CapabilityError(`load error: ${name} could not be loaded, check the connection`)
    }
  }
}

function inTime<Value>(promise: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no answer in ${PATIENCE_MS / 1000} s`)), PATIENCE_MS)
    promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
