import type { NetworkTaskEvent } from '@sampan/protocol'
import * as v from 'valibot'
import { integer, finiteNumber } from '../number-schemas'
import { type Capability, type CapabilityHost, CapabilityError, method } from '../capability'
import { checkedKey } from '../file-system/program-file'
import { createDomainGuard } from './domain-guard'
import { watchNetwork } from './network-status'
import { performRequest } from './request'
import { createSockets } from './sockets'
import { createTaskQueue } from './task-queue'
import { performDownload, performUpload } from './transfer-files'

const MAX_URL_LENGTH = 256 * 1024
const MAX_TIMEOUT_MS = 24 * 60 * 60 * 1000
/** `Referer` is the platform's; the worker drops it, and a worker that does not is refused. */
const headerName = v.pipe(
  v.string(),
  v.regex(/^[!#$%&'*+.^_`|~\w-]{1,200}$/),
  v.check((name) => name !== 'referer'),
)
const header = v.record(headerName, v.pipe(v.string(), v.maxLength(64 * 1024), v.regex(/^[^\r\n\0]*$/)))
const id = v.pipe(integer, v.gtValue(0))
const task = {
  taskId: id,
  url: v.pipe(v.string(), v.maxLength(MAX_URL_LENGTH)),
  header,
  timeoutMs: v.pipe(finiteNumber, v.gtValue(0), v.maxValue(MAX_TIMEOUT_MS)),
}
const bytes = v.instance(ArrayBuffer)

const requestSchema = v.object({
  ...task,
  method: v.pipe(v.string(), v.regex(/^[A-Z]{3,10}$/)),
  body: v.optional(v.union([v.string(), bytes])),
  responseType: v.picklist(['text', 'arraybuffer']),
  enableChunked: v.boolean(),
  redirect: v.picklist(['follow', 'manual']),
})
const uploadSchema = v.object({
  ...task,
  fileKey: v.pipe(
    v.string(),
    v.check((key) => checkedKey(key) !== undefined),
  ),
  fileName: v.string(),
  name: v.string(),
  formData: v.record(v.string(), v.string()),
})
const socketSchema = v.object({
  socketId: id,
  url: task.url,
  protocols: v.pipe(v.array(v.string()), v.maxLength(50)),
  timeoutMs: task.timeoutMs,
})

/** Performs what `wx.request`, `wx.uploadFile`, `wx.downloadFile` and sockets ask for, under the domain lists. */
export function createNetwork(host: CapabilityHost): Capability {
  const guard = createDomainGuard(host)
  const queue = createTaskQueue()
  const sockets = createSockets(host)
  const stopWatching = watchNetwork(host)
  const teller = (taskId: number) => (event: NetworkTaskEvent) => host.emit(`networkTask.${taskId}`, event)

  return {
    methods: {
      request: method(requestSchema, (params) => {
        guard.check(params.url, 'request')
        return queue.run(params.taskId, (signal) =>
          performRequest(host, params, signal, teller(params.taskId)),
        )
      }),
      uploadFile: method(uploadSchema, (params) => {
        guard.check(params.url, 'upload')
        return queue.run(params.taskId, (signal) =>
          performUpload(host, params, signal, teller(params.taskId)),
        )
      }),
      downloadFile: method(v.object(task), (params) => {
        guard.check(params.url, 'download')
        return queue.run(params.taskId, (signal) =>
          performDownload(host, params, signal, teller(params.taskId)),
        )
      }),
      abortNetworkTask: method(v.object({ taskId: id }), ({ taskId }) => queue.abort(taskId)),
      connectSocket: method(socketSchema, (params) => {
        guard.check(params.url, 'socket')
        sockets.connect(params)
      }),
      sendSocketMessage: method(v.object({ socketId: id, data: v.union([v.string(), bytes]) }), (params) =>
        sockets.send(params.socketId, params.data),
      ),
      closeSocket: method(v.object({ socketId: id, code: integer, reason: v.string() }), (params) =>
        sockets.close(params.socketId, params.code, params.reason),
      ),
      getLocalIPAddress: method(v.object({}), () => {
        // Browsers keep the address of the device to themselves.
        throw new CapabilityError('not supported')
      }),
    },
    dispose() {
      stopWatching()
      queue.dispose()
      sockets.dispose()
    },
  }
}
