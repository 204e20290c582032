import { type CapabilityHost, CapabilityError } from '../capability'

/** The key of a file: `usr/…`, `store/…`, `tmp/…` or `package/…`. Undefined for anything else. */
export function fileKeyOf(path: string): string | undefined {
  const match = /^(?:wxfile|http):\/\/(usr|store|tmp)\/(.*)$/s.exec(path)
  if (!match && /^[a-z][a-z\d+.-]*:/i.test(path)) return undefined
  return checkedKey(match ? `${match[1]}/${match[2]}` : `package/${path.replace(/^(?:\.?\/)+/, '')}`)
}

/** Keys come from the worker: none may name anything but a file of an area. */
export function checkedKey(key: string): string | undefined {
  const segments = key.split('/')
  if (segments.length < 2 || !AREAS.has(segments[0]!) || key.length > 2000) return undefined
  const clean = segments.every((segment) => segment !== '' && segment !== '.' && segment !== '..')
  return clean ? key : undefined
}

const AREAS = new Set(['usr', 'store', 'tmp', 'package'])

/** The bytes of a file of the program, as a handle with a media type. Undefined if there is none. */
export async function openProgramFile(host: CapabilityHost, key: string): Promise<Blob | undefined> {
  if (key.startsWith('package/')) return fetchPackageFile(host, key.slice('package/'.length))
  const { files } = host.storage
  const blob = files.readBlob ? await files.readBlob(key) : toBlob(await files.read(key))
  return blob && withMediaType(blob, key)
}

async function fetchPackageFile(host: CapabilityHost, path: string): Promise<Blob | undefined> {
  if (!Object.hasOwn(host.manifest.files, path)) return undefined
  const url = `${host.baseUrl}files/${path.split('/').map(encodeURIComponent).join('/')}`
  const response = await fetch(url)
  if (!response.ok) throw new CapabilityError(`system error, ${path} answered ${response.status}`)
  return withMediaType(await response.blob(), path)
}

function toBlob(bytes: Uint8Array | undefined): Blob | undefined {
  return bytes && new Blob([bytes as Uint8Array<ArrayBuffer>])
}

function withMediaType(blob: Blob, path: string): Blob {
  const type = mediaTypeOf(path)
  return type === undefined || blob.type === type ? blob : blob.slice(0, blob.size, type)
}

const MEDIA_TYPES = new Map([
  ['aac', 'audio/aac'],
  ['avif', 'image/avif'],
  ['bmp', 'image/bmp'],
  ['doc', 'application/msword'],
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['gif', 'image/gif'],
  ['jpeg', 'image/jpeg'],
  ['jpg', 'image/jpeg'],
  ['json', 'application/json'],
  ['m4a', 'audio/mp4'],
  ['mov', 'video/quicktime'],
  ['mp3', 'audio/mpeg'],
  ['mp4', 'video/mp4'],
  ['ogg', 'audio/ogg'],
  ['pdf', 'application/pdf'],
  ['png', 'image/png'],
  ['ppt', 'application/vnd.ms-powerpoint'],
  ['pptx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  ['svg', 'image/svg+xml'],
  ['txt', 'text/plain'],
  ['wav', 'audio/wav'],
  ['webm', 'video/webm'],
  ['webp', 'image/webp'],
  ['xls', 'application/vnd.ms-excel'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
])

export function mediaTypeOf(path: string): string | undefined {
  return MEDIA_TYPES.get(path.slice(path.lastIndexOf('.') + 1).toLowerCase())
}

/** With its dot: `.png`. Falls back to what the file was called. */
export function extensionOf(mediaType: string, name = ''): string {
  const named = /\.[a-z\d]{1,8}$/i.exec(name)?.[0].toLowerCase()
  if (named) return named
  const type = mediaType.split(';')[0]!.trim().toLowerCase()
  if (type === 'image/jpeg') return '.jpg'
  for (const [extension, candidate] of MEDIA_TYPES) if (candidate === type) return `.${extension}`
  return ''
}
