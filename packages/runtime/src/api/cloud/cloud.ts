import type { ApiContext, ApiTable } from '../api-context'
import { type CloudCall, createCloudCall } from './cloud-call'
import { createDatabase } from './database'

/** `wx.cloud`. It is there so that programs that use it can start; see `createCloudCall` for what it does. */
export function createCloudApis(context: ApiContext): ApiTable {
  return { cloud: createCloud(context) }
}

const OPERATIONS = [
  'callFunction',
  'callContainer',
  'connectContainer',
  'uploadFile',
  'downloadFile',
  'getTempFileURL',
  'deleteFile',
] as const

function createCloud(context: ApiContext): Record<string, unknown> {
  let initialized = false
  const call = createCloudCall(context, () => initialized)
  return {
    ...createOperations(context, call),
    init() {
      initialized = true
    },
    CloudID: (cloudId: unknown) => ({ cloudID: String(cloudId) }),
    CDN: (target: unknown) => ({ target }),
    Cloud: createCloudClass(context),
    services: {
      Gateway: () => ({ call: () => call('Gateway.call'), refresh: () => call('Gateway.refresh') }),
    },
    extend: { AI: createAi(call) },
  }
}

const TRANSFERS: readonly string[] = ['uploadFile', 'downloadFile']
const TASK_METHODS = [
  'abort',
  'onProgressUpdate',
  'offProgressUpdate',
  'onHeadersReceived',
  'offHeadersReceived',
]

/** A transfer with callbacks answers a task, as `wx.uploadFile` does. It has failed, so that nothing is left to tell. */
function createOperation(call: CloudCall, name: string) {
  return (options?: unknown) => {
    const promise = call(`cloud.${name}`, options)
    if (promise || !TRANSFERS.includes(name)) return promise
    return Object.fromEntries(TASK_METHODS.map((method) => [method, () => undefined]))
  }
}

function createOperations(context: ApiContext, call: CloudCall): Record<string, unknown> {
  return {
    ...Object.fromEntries(OPERATIONS.map((name) => [name, createOperation(call, name)])),
    database: () => createDatabase(context, call),
  }
}

/** `new wx.cloud.Cloud({ resourceAppid, resourceEnv })`: another program's environment. */
function createCloudClass(context: ApiContext): unknown {
  return function Cloud(this: Record<string, unknown>) {
    let initialized = false
    Object.assign(
      this,
      createOperations(
        context,
        createCloudCall(context, () => initialized),
      ),
      {
        init() {
          initialized = true
          return Promise.resolve()
        },
      },
    )
  }
}

function createAi(call: CloudCall): Record<string, unknown> {
  const failing = (names: readonly string[], prefix: string) =>
    Object.fromEntries(names.map((name) => [name, (options?: unknown) => call(`${prefix}.${name}`, options)]))
  return {
    createModel: () => failing(['streamText', 'generateText'], 'cloud.extend.AI'),
    bot: failing(
      [
        'get',
        'list',
        'create',
        'update',
        'delete',
        'getChatRecords',
        'sendFeedback',
        'getFeedBack',
        'getRecommendQuestions',
        'sendMessage',
      ],
      'cloud.extend.AI.bot',
    ),
  }
}
