import { fileKeyOf, openProgramFile } from '../file-system/program-file'
import type { WidgetFactory } from './widget'

/** `{ path: 'wxfile://…' }`: the frame shows a file that the program made or chose. Answers its bytes, or null. */
const resolveFile: WidgetFactory = ({ host, answer, fail }, params) => {
  const path = (params as { path?: unknown } | null)?.path
  const key = typeof path === 'string' ? fileKeyOf(path) : undefined
  if (!key) throw new Error('resolve-file:fail invalid path')
  openProgramFile(host, key).then(
    (content) => answer(content ?? null),
    (error: unknown) => fail(`resolve-file:fail ${String(error)}`),
  )
  return { close() {} }
}

export { resolveFile as open }
