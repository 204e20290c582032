import type { FastifyReply } from 'fastify'

/** What somebody uploaded: shown as the picture that it is, never run, never kept by browsers. */
export function sendPaper(
  reply: FastifyReply,
  { mediaType, content }: { mediaType: string; content: Buffer },
): FastifyReply {
  return reply
    .headers({
      'Content-Type': mediaType,
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
    })
    .send(content)
}
