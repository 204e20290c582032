import type { ApiProblem } from '@sampan/platform-api'

/** What the server refused, or that it could not be reached. */
export class RequestProblem extends Error {
  constructor(
    readonly code: ApiProblem['code'] | 'unreachable',
    readonly status: number,
    readonly problem: Partial<ApiProblem> & Record<string, unknown>,
  ) {
    super(problem.message ?? code)
  }
}

export interface RequestOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Sent as JSON, or as it is if it is a file. */
  body?: unknown
  headers?: Record<string, string>
  signal?: AbortSignal
}

/** Asks the platform's API. Throws a `RequestProblem`. */
export async function request<Answer>(path: string, options: RequestOptions = {}): Promise<Answer> {
  const { body, headers = {}, method = body === undefined ? 'GET' : 'POST', signal } = options
  const isFile = body instanceof Blob
  const response = await fetch(path, {
    method,
    signal,
    headers: {
      ...headers,
      ...(body !== undefined && { 'Content-Type': isFile ? body.type : 'application/json' }),
    },
    ...(body !== undefined && { body: isFile ? body : JSON.stringify(body) }),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error
    throw new RequestProblem('unreachable', 0, {})
  })
  const text = await response.text()
  const answer = parse(text)
  if (!response.ok) {
    const problem = (answer ?? {}) as Partial<ApiProblem>
    throw new RequestProblem(problem.code ?? codeOf(response.status), response.status, problem)
  }
  return answer as Answer
}

function parse(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch {
    return undefined // A proxy's page in place of our answer: its status says enough.
  }
}

function codeOf(status: number): ApiProblem['code'] {
  if (status === 401) return 'sign-in'
  if (status === 403) return 'forbidden'
  if (status === 404) return 'not-found'
  if (status === 429) return 'too-many-requests'
  return status < 500 ? 'invalid-request' : 'internal'
}
