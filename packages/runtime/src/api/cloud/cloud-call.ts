import { type ApiContext, ApiError, asyncApi } from '../api-context'

/** Runs a cloud operation that programs call by name, with callbacks or for a promise. */
export type CloudCall = (name: string, options?: unknown) => Promise<unknown> | undefined

/**
 * Cloud development is a service of WeChat's own. Nothing stands in for it here, so each operation fails in its words:
 * `errCode: -1` and what is missing. Queries can be built all the same; they fail when they are sent.
 */
export function createCloudCall(context: ApiContext, isInitialized: () => boolean): CloudCall {
  return (name, options) => {
    const run = asyncApi(context, name, () => {
      context.warn(`wx.cloud: no cloud environment is connected, ${name} fails`)
      throw new ApiError({
        message: isInitialized()
          ? 'cloud environment not configured'
          : 'Cloud API is not enabled, please call wx.cloud.init first',
        extra: { errCode: -1 },
      })
    })
    const promise = run(options as Record<string, unknown>)
    return promise?.catch((failure: Record<string, unknown>) => {
      throw Object.assign(new Error(String(failure.errMsg)), failure)
    })
  }
}
