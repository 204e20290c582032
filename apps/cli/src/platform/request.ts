import type { ApiProblem } from '@sampan/platform-api'
import { PlatformProblem } from './platform-problem'

export interface PlatformRequest {
  method?: 'GET' | 'POST' | 'DELETE'
  /** Sent as JSON, or as an archive if it is bytes. */
  body?: object | Uint8Array
}

export type Authorize = (request: {
  method: string
  path: string
  body: Uint8Array
}) => Record<string, string>

export interface Platform {
  /** Origin. */
  server: string
  request<Answer>(path: string, request?: PlatformRequest): Promise<Answer>
}

/** Asks a platform's API. Throws a `PlatformProblem`. */
export function openPlatform(server: string, authorize: Authorize = () => ({})): Platform {
  return {
    server,
    async request<Answer>(path: string, { method = 'GET', body }: PlatformRequest = {}): Promise<Answer> {
      const bytes = body instanceof Uint8Array ? body : Buffer.from(body ? JSON.stringify(body) : '')
      const mediaType = body instanceof Uint8Array ? 'application/gzip' : 'application/json'
      const response = await fetch(new URL(path, server), {
        method,
        headers: {
          'User-Agent': 'sampan',
          ...(body && { 'Content-Type': mediaType }),
          ...authorize({ method, path, body: bytes }),
        },
        ...(body && { body: new Uint8Array(bytes) }),
      }).catch((error: Error & { cause?: { message?: string } }) => {
        throw new PlatformProblem('unreachable', `${server}: ${error.cause?.message || error.message}`)
      })
      const text = await response.text()
      if (response.ok) return (text === '' ? undefined : JSON.parse(text)) as Answer
      throw readProblem(response.status, text)
    },
  }
}

function readProblem(status: number, text: string): PlatformProblem {
  try {
    const { code, message, rule } = JSON.parse(text) as ApiProblem
    return new PlatformProblem(code, message, rule)
  } catch {
    // Not our server, or one behind something that answers in its place.
    return new PlatformProblem('unreachable', `HTTP ${status}`)
  }
}
