import type { NetworkTaskEvent } from '@sampan/protocol'
import * as v from 'valibot'
import { type Capability, type CapabilityHost, CapabilityError, method } from '../capability'
import { domainGuardOf } from './domain-guard'
import { bodySchema, idSchema, timeoutSchema, urlSchema } from './network-schemas'
import { performRequest } from './request'
import { createTaskQueue } from './task-queue'

/** `Referer` is the platform's; the worker drops it, and a worker that does not is refused. */
const headerName = v.pipe(
  v.string(),
  v.regex(/^[!#$%&'*+.^_`|~\w-]{1,200}$/),
  v.check((name) => name !== 'referer'),
)
const header = v.record(headerName, v.pipe(v.string(), v.maxLength(64 * 1024), v.regex(/^[^\r\n\0]*$/)))
const task = { taskId: idSchema, url: urlSchema, header, timeoutMs: timeoutSchema }

const requestSchema = v.object({
  ...task,
  method: v.pipe(v.string(), v.regex(/^[A-Z]{3,10}$/)),
  body: v.optional(bodySchema),
  responseType: v.picklist(['text', 'arraybuffer']),
  enableChunked: v.boolean(),
  redirect: v.picklist(['follow', 'manual']),
})
const uploadSchema = v.object({
  ...task,
  fileKey: v.string(),
  fileName: v.string(),
  name: v.string(),
  formData: v.record(v.string(), v.string()),
})

/** Performs what `wx.request`, `wx.uploadFile` and `wx.downloadFile` ask for, under the domain lists. */
export function createNetwork(host: CapabilityHost): Capability {
  const guard = domainGuardOf(host)
  const queue = createTaskQueue()
  const teller = (taskId: number) => (event: NetworkTaskEvent) => host.emit(`networkTask.${taskId}`, event)
  const loadTransfers = () => host.loadPart('transfer-files', () => import('./transfer-files'))

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
        return queue.run(params.taskId, async (signal) => {
          const { performUpload } = await loadTransfers()
          return performUpload(host, params, signal, teller(params.taskId))
        })
      }),
      downloadFile: method(v.object(task), (params) => {
        guard.check(params.url, 'download')
        return queue.run(params.taskId, async (signal) => {
          const { performDownload } = await loadTransfers()
          return performDownload(host, params, signal, teller(params.taskId))
        })
      }),
      abortNetworkTask: method(v.object({ taskId: idSchema }), ({ taskId }) => queue.abort(taskId)),
      getLocalIPAddress: method(v.object({}), () => {
        // Browsers keep the address of the device to themselves.
        throw new CapabilityError('not supported')
      }),
    },
    dispose: queue.dispose,
  }
}
