import { type CapabilityHost, CapabilityError } from '../capability'
import { domainGuardOf } from '../network/domain-guard'
import { send } from '../network/send'
import { fileKeyOf, openProgramFile } from './program-file'

/** The bytes behind what a program calls a source: a `wxfile://` path, a file of its package, a data URL, the web. */
export async function readSource(host: CapabilityHost, source: string): Promise<Blob> {
  if (/^data:/i.test(source)) return readDataUrl(source)
  if (/^https?:\/\//i.test(source)) {
    const key = fileKeyOf(source)
    return key ? requireProgramFile(host, key, source) : fetchSource(host, source)
  }
  const key = fileKeyOf(source)
  if (!key) throw new CapabilityError(`file not found: ${source.slice(0, 200)}`)
  return requireProgramFile(host, key, source)
}

async function requireProgramFile(host: CapabilityHost, key: string, source: string): Promise<Blob> {
  const blob = await openProgramFile(host, key)
  if (!blob) throw new CapabilityError(`no such file or directory ${source}`, { errno: 1300002 })
  return blob
}

async function readDataUrl(source: string): Promise<Blob> {
  return fetch(source).then(
    (response) => response.blob(),
    () => {
      throw new CapabilityError('invalid data URL')
    },
  )
}

const TIMEOUT_MS = 60_000

async function fetchSource(host: CapabilityHost, url: string): Promise<Blob> {
  domainGuardOf(host).check(url, 'download')
  const { headers, body } = await send(host, {
    kind: 'download',
    url,
    method: 'GET',
    header: {},
    timeoutMs: TIMEOUT_MS,
    redirect: 'follow',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  if (headers.statusCode !== 200) {
    throw new CapabilityError(`download fail, statusCode ${headers.statusCode}`, { errno: 603300 })
  }
  return new Response(body, {
    headers: { 'content-type': new Headers(headers.header).get('content-type') ?? '' },
  }).blob()
}
