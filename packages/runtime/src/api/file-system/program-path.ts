import { parameterError } from '../parameters'
import { fileError } from './file-errors'

/** `usr` (`wx.env.USER_DATA_PATH`) is the program's own space, `store` holds saved files, `tmp` lasts until the program closes. */
export type FileArea = 'usr' | 'store' | 'tmp' | 'package'

export interface ProgramPath {
  area: FileArea
  /** `<area>/<path>` without a trailing slash, or the area alone. Names the file in the tree and in the host. */
  key: string
  /** As the program wrote it, for messages. */
  text: string
}

const MAX_NAME_LENGTH = 255

/** Reads `wxfile://usr/a.txt`, the simulator's `http://usr/a.txt`, or a path in the code package. */
export function parseProgramPath(value: unknown, parameter: string): ProgramPath {
  if (typeof value !== 'string') throw parameterError(parameter, 'String', value)
  if (value === '') throw fileError(1300002)
  const match = /^(?:wxfile|http):\/\/(usr|store|tmp)(?=\/|$)(.*)$/s.exec(value)
  if (!match && /^[a-z][a-z\d+.-]*:/i.test(value)) throw fileError(1300002, value)
  const area = (match ? match[1] : 'package') as FileArea
  const segments = resolveSegments(match ? match[2]! : value, value)
  return { area, key: [area, ...segments].join('/'), text: value }
}

/** What the program calls a file of the tree. */
export function pathOfKey(key: string): string {
  return key.startsWith('package/') ? key.slice('package'.length) : `wxfile://${key}`
}

export function areaOfKey(key: string): FileArea {
  const slash = key.indexOf('/')
  return (slash < 0 ? key : key.slice(0, slash)) as FileArea
}

export function parentKey(key: string): string {
  return key.slice(0, key.lastIndexOf('/'))
}

export function nameOfKey(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1)
}

/** `.png` of `a/b.png`, lower case, or ''. */
export function extensionOf(path: string): string {
  return /\.[a-z\d]{1,12}$/i.exec(path)?.[0].toLowerCase() ?? ''
}

function resolveSegments(path: string, text: string): string[] {
  const segments: string[] = []
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue
    if (segment === '..') {
      if (segments.pop() === undefined) throw fileError(1300014, text)
      continue
    }
    if (segment.length > MAX_NAME_LENGTH) throw fileError(1300036)
    segments.push(segment)
  }
  return segments
}
