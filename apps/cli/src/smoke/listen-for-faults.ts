import type { Page, Response } from 'playwright-core'
import type { ProxyFailure } from '@sampan/protocol'
import type { PageError } from './report'

/** Faults of our own page, and requests that failed, as they come. */
export interface Faults {
  add(error: PageError): void
  all(): Promise<PageError[]>
}

export function listenForFaults(page: Page, origin: string): Faults {
  const errors: (PageError | Promise<PageError>)[] = []

  page.on('pageerror', (error) => {
    errors.push({ kind: 'container', message: error.message, stack: error.stack })
  })
  page.on('crash', () => errors.push({ kind: 'container', message: 'the tab crashed' }))
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'failed'
    if (!request.url().startsWith(origin) && reason !== 'net::ERR_ABORTED') {
      errors.push({ kind: 'network', message: `${request.method()} ${request.url()}: ${reason}` })
    }
  })
  page.on('response', (response) => {
    if (response.status() >= 400) errors.push(describeResponse(response, origin))
  })
  return {
    add: (error) => void errors.push(error),
    all: () => Promise.all(errors),
  }
}

function describeResponse(response: Response, origin: string): PageError | Promise<PageError> {
  const url = response.url()
  const failure = `HTTP ${response.status()}`
  if (url.startsWith(`${origin}/proxy?`)) return describeProxyFailure(response)
  if (url.startsWith(`${origin}/bundle/`)) {
    const path = url.slice(`${origin}/bundle/`.length).replace(/^[^/]*\/files\//, '')
    return { kind: 'missing-file', message: `${path}: ${failure}` }
  }
  return { kind: 'network', message: `${response.request().method()} ${url}: ${failure}` }
}

async function describeProxyFailure(response: Response): Promise<PageError> {
  try {
    const { target = 'request', message } = (await response.json()) as ProxyFailure
    return { kind: 'network', message: `${target}: ${message}` }
  } catch {
    return { kind: 'network', message: `request: HTTP ${response.status()}` } // The page has gone.
  }
}
