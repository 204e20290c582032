import type { LatePart } from '@sampan/protocol'
import { type ApiContext, ApiError, type ApiTable, asyncApi } from './api-context'

/** What the program's code mentions of a part that could not be fetched: it fails in the base library's shape. */
export function createLostApis(context: ApiContext, part: LatePart): ApiTable {
  const names = context.program.manifest.lateParts?.parts[part] ?? []
  return Object.fromEntries(names.map((name) => [name, lostApi(context, name)]))
}

const MESSAGE = 'this part of the base library could not be loaded'
const PROPERTY = /^(?:cloud|router|worklet)$/
const ANSWERS_AT_ONCE = /Sync$|^create|Manager$|^canIUse$/

function lostApi(context: ApiContext, name: string): unknown {
  const refuse = (api: string) => {
    throw new Error(`${api}:fail ${MESSAGE}`)
  }
  if (PROPERTY.test(name))
    return new Proxy({}, { get: (_target, member) => refuse(`${name}.${String(member)}`) })
  if (ANSWERS_AT_ONCE.test(name)) return () => refuse(name)
  return asyncApi(context, name, () => {
    throw new ApiError({ message: MESSAGE })
  })
}
