import type { ServerResponse } from 'node:http'

/** Server-sent events: the latest state at once, then every new one. The browser connects again by itself. */
export interface EventStream {
  open(response: ServerResponse, state: unknown): void
  send(state: unknown): void
  close(): void
}

const RECONNECT_MS = 500

export function createEventStream(): EventStream {
  const listeners = new Set<ServerResponse>()
  return {
    open(response, state) {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
      response.write(`retry: ${RECONNECT_MS}\n${format(state)}`)
      listeners.add(response)
      response.on('close', () => listeners.delete(response))
    },
    send(state) {
      for (const response of listeners) response.write(format(state))
    },
    close() {
      for (const response of listeners) response.end()
    },
  }
}

/** JSON has no line breaks of its own. */
function format(state: unknown): string {
  return `data: ${JSON.stringify(state)}\n\n`
}
