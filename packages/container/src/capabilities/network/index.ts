import type { NetworkTaskEvent } from '@sampan/protocol'
import * as z from 'zod/mini'
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
const headerName = z.string().check(
  z.regex(/^[!#$%&'*+.^_`|~\w-]{1,200}$/),
  z.refine((name) => name !== 'referer'),
)
const header = z.record(headerName, z.string().check(z.maxLength(64 * 1024), z.regex(/^[^\r\n\0]*$/)))
const id = z.int().check(z.positive())
const task = {
  taskId: id,
  url: z.string().check(z.maxLength(MAX_URL_LENGTH)),
  header,
  timeoutMs: z.number().check(z.positive(), z.maximum(MAX_TIMEOUT_MS)),
}
const bytes = z.instanceof(ArrayBuffer)

const requestSchema = z.object({
  ...task,
  method: z.string().check(z.regex(/^[A-Z]{3,10}$/)),
  body: z.optional(z.union([z.string(), bytes])),
  responseType: z.enum(['text', 'arraybuffer']),
  enableChunked: z.boolean(),
  redirect: z.enum(['follow', 'manual']),
})
const uploadSchema = z.object({
  ...task,
  fileKey: z.string().check(z.refine((key) => checkedKey(key) !== undefined)),
  fileName: z.string(),
  name: z.string(),
  formData: z.record(z.string(), z.string()),
})
const socketSchema = z.object({
  socketId: id,
  url: task.url,
  protocols: z.array(z.string()).check(z.maxLength(50)),
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
      downloadFile: method(z.object(task), (params) => {
        guard.check(params.url, 'download')
        return queue.run(params.taskId, (signal) =>
          performDownload(host, params, signal, teller(params.taskId)),
        )
      }),
      abortNetworkTask: method(z.object({ taskId: id }), ({ taskId }) => queue.abort(taskId)),
      connectSocket: method(socketSchema, (params) => {
        guard.check(params.url, 'socket')
        sockets.connect(params)
      }),
      sendSocketMessage: method(z.object({ socketId: id, data: z.union([z.string(), bytes]) }), (params) =>
        sockets.send(params.socketId, params.data),
      ),
      closeSocket: method(z.object({ socketId: id, code: z.int(), reason: z.string() }), (params) =>
        sockets.close(params.socketId, params.code, params.reason),
      ),
      getLocalIPAddress: method(z.object({}), () => {
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
