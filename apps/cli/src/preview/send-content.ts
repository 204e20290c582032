import type { IncomingMessage, ServerResponse } from 'node:http'
import { answerContent, isLoopbackAddress } from '@sampan/local-server'
import type { Content } from '@sampan/local-server'

/** Answers GET and HEAD. */
export async function sendContent(
  request: IncomingMessage,
  response: ServerResponse,
  content: Content,
  headers: Record<string, string>,
): Promise<void> {
  // Nothing is gained by compression on this computer, and much over a phone's network.
  const acceptEncoding = isLoopback(request) ? undefined : String(request.headers['accept-encoding'] ?? '')
  const answer = await answerContent({ acceptEncoding, range: request.headers.range }, content)
  response.writeHead(answer.status, { ...headers, ...answer.headers, 'Content-Length': answer.bytes.length })
  response.end(request.method === 'HEAD' ? undefined : answer.bytes)
}

export function isLoopback(request: IncomingMessage): boolean {
  return isLoopbackAddress(request.socket.remoteAddress ?? '')
}
