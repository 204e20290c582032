import { NETWORK_ERRNO } from '@sampan/protocol'
import { type CapabilityHost, CapabilityError } from '../capability'
import type { IncomingResponse, OutgoingRequest } from './exchange'
import { sendDirectly } from './send-directly'
import { sendThroughProxy } from './send-through-proxy'

/**
 * Performs a request for the program: through the embedder's proxy where there is one, else from this page. Nothing
 * of the host's goes along: no cookies, no referrer.
 */
export async function send(host: CapabilityHost, request: OutgoingRequest): Promise<IncomingResponse> {
  const timeout = new AbortController()
  const timer = setTimeout(() => timeout.abort(), request.timeoutMs)
  const signal = AbortSignal.any([request.signal, timeout.signal])
  const { proxyUrl } = host.settings
  const explain = (error: unknown) => toCapabilityError(error, timeout.signal)
  try {
    const response = await (proxyUrl
      ? sendThroughProxy(host, proxyUrl, request, signal)
      : sendDirectly(host, request, signal))
    return { ...response, body: watchBody(response.body, () => clearTimeout(timer), explain) }
  } catch (error) {
    clearTimeout(timer)
    throw explain(error)
  }
}

function toCapabilityError(error: unknown, timeout: AbortSignal): CapabilityError {
  if (timeout.aborted) return new CapabilityError('timeout', { errno: NETWORK_ERRNO.timeout })
  if (error instanceof CapabilityError) return error
  // The browser does not say why: no such host, nobody listening, no CORS headers.
  return new CapabilityError(navigator.onLine ? 'net::ERR_FAILED' : 'net::ERR_INTERNET_DISCONNECTED', {
    errno: NETWORK_ERRNO.failed,
  })
}

/** The time limit holds until the last byte. */
function watchBody(
  body: ReadableStream<Uint8Array> | undefined,
  onEnd: () => void,
  explain: (error: unknown) => CapabilityError,
): ReadableStream<Uint8Array> | undefined {
  if (!body) {
    onEnd()
    return undefined
  }
  const reader = body.getReader()
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read()
        if (!done) return controller.enqueue(value)
        onEnd()
        controller.close()
      } catch (error) {
        onEnd()
        controller.error(explain(error))
      }
    },
    async cancel(reason) {
      onEnd()
      await reader.cancel(reason)
    },
  })
}
