import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface S3Server {
  url: string
  /** By path. */
  objects: Map<string, Buffer>
  refused: string[]
  close(): Promise<void>
}

export const ACCESS = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
}

export interface SignedRequest {
  method: string
  path: string
  query: string
  headers: Record<string, string>
}

/**
 * The signature that a request should have, written from the description of version 4 alone:
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
 */
export function signatureOf({ method, path, query, headers }: SignedRequest, secret: string): string {
  const [, scope = '', names = ''] =
    /Credential=[^/]+\/(\S+?),\s*SignedHeaders=([^,]+)/.exec(headers.authorization ?? '') ?? []
  const [date = '', region = '', service = ''] = scope.split('/')
  const canonical = [
    method,
    path,
    query.split('&').sort().join('&'),
    ...names.split(';').map((name) => `${name}:${(headers[name] ?? '').trim()}`),
    '',
    names,
    headers['x-amz-content-sha256'],
  ].join('\n')
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(canonical)].join('\n')
  const key = [date, region, service, 'aws4_request'].reduce<string | Buffer>(
    (before, part) => createHmac('sha256', before).update(part).digest(),
    `AWS4${secret}`,
  )
  return createHmac('sha256', key).update(text).digest('hex')
}

/** A bucket in memory that takes signed requests only: PUT, GET and HEAD of objects. */
export async function startS3Server(): Promise<S3Server> {
  const objects = new Map<string, Buffer>()
  const refused: string[] = []
  const server = createServer(async (request, response) => {
    const body = await readAll(request)
    const problem = findProblem(request, body)
    if (problem) refused.push(problem)
    const { pathname } = new URL(request.url!, 'http://x')
    const object = objects.get(pathname)
    if (problem) response.writeHead(403).end(`<Error><Code>${problem}</Code></Error>`)
    else if (request.method === 'PUT') {
      objects.set(pathname, body)
      response.writeHead(200, { etag: '"x"' }).end()
    } else if (!object)
      response
        .writeHead(404)
        .end(request.method === 'HEAD' ? undefined : '<Error><Code>NoSuchKey</Code></Error>')
    else
      response
        .writeHead(200, { 'content-length': object.length })
        .end(request.method === 'HEAD' ? undefined : object)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/bucket`,
    objects,
    refused,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function findProblem(request: IncomingMessage, body: Buffer): string | undefined {
  const headers = request.headers as Record<string, string>
  if (!headers.authorization?.includes(`Credential=${ACCESS.accessKeyId}/`)) return 'InvalidAccessKeyId'
  const declared = headers['x-amz-content-sha256']
  if (declared !== 'UNSIGNED-PAYLOAD' && declared !== sha256(body)) return 'XAmzContentSHA256Mismatch'
  const { pathname, search } = new URL(request.url!, 'http://x')
  const signed = { method: request.method!, path: pathname, query: search.slice(1), headers }
  const given = /Signature=([0-9a-f]+)/.exec(headers.authorization)?.[1]
  return given === signatureOf(signed, ACCESS.secretAccessKey) ? undefined : 'SignatureDoesNotMatch'
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}

function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}
