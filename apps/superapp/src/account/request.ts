import type { ApiProblem } from '@sampan/platform-api'

/** What the server refused, or that it could not be reached. */
export class RequestProblem extends Error {
  constructor(
    /** Of the server, or of the sign-in library. */
    readonly code: string,
    readonly status: number,
    readonly rule?: string,
  ) {
    super(code)
  }
}

/** Asks the platform's API. Throws a `RequestProblem`. */
export async function request<Answer>(path: string, body?: object): Promise<Answer> {
  const response = await fetch(path, {
    method: body ? 'POST' : 'GET',
    ...(body && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  }).catch(() => {
    throw new RequestProblem('unreachable', 0)
  })
  // A proxy's page in place of our answer: its status says enough.
  const answer: unknown = await response.json().catch(() => ({}))
  if (response.ok) return answer as Answer
  const { code, rule } = (answer ?? {}) as Partial<ApiProblem>
  throw new RequestProblem(code ?? (response.status === 401 ? 'sign-in' : 'internal'), response.status, rule)
}
