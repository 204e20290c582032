import type { RequestAnswer, RequestParams } from '@sampan/protocol'
import { type ApiContext, ApiError } from '../api-context'
import { describeHeaders, requireHttpUrl, startNetworkTask, timeoutOf } from './network-task'
import { encodeRequest, readHeader } from './request-body'

const METHODS = ['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT', 'PATCH']

/** `wx.request(options)` → RequestTask */
export function request(context: ApiContext, options: unknown) {
  return startNetworkTask(context, {
    api: 'request',
    options,
    events: ['HeadersReceived', 'ChunkReceived'],
    run: (given, taskId) => run(context, given, taskId),
  })
}

async function run(context: ApiContext, options: Record<string, unknown>, taskId: number) {
  const params = readParams(context, options, taskId)
  const answer = (await context.call('request', params)) as RequestAnswer
  return {
    ...describeHeaders(answer),
    data: readData(answer.data, options.dataType),
  }
}

function readParams(context: ApiContext, options: Record<string, unknown>, taskId: number): RequestParams {
  const givenUrl = requireHttpUrl(options)
  const method = String(options.method ?? 'GET').toUpperCase()
  if (!METHODS.includes(method)) throw new ApiError({ message: 'method is invalid' })
  const header = readHeader(options.header)
  header['content-type'] ??= 'application/json'
  const { url, body } = encodeRequest(givenUrl, method, options.data, header)
  return {
    taskId,
    url,
    method,
    header,
    ...(body === undefined ? {} : { body }),
    responseType: options.responseType === 'arraybuffer' ? 'arraybuffer' : 'text',
    enableChunked: options.enableChunked === true,
    redirect: options.redirect === 'manual' ? 'manual' : 'follow',
    timeoutMs: timeoutOf(options, context.program.manifest.app.networkTimeout.request),
  }
}

/** With `dataType: 'json'`, the default, text is parsed; text that is not JSON stays text. */
function readData(data: string | ArrayBuffer, dataType: unknown): unknown {
  if (typeof data !== 'string' || (dataType !== undefined && dataType !== 'json')) return data
  try {
    return JSON.parse(data) as unknown
  } catch {
    return data
  }
}
