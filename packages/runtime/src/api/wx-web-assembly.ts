import { type ApiContext, ApiError, failureOf } from './api-context'

/** `WXWebAssembly`. The worker's policy lets no code in that the bundle does not hold, so nothing can be compiled. */
export function createWxWebAssembly(context: ApiContext): object {
  const refuse = (name: string) => () => {
    context.warn(`WXWebAssembly.${name} is not supported`)
    const failure = failureOf(`WXWebAssembly.${name}`, new ApiError({ message: 'not supported' }))
    return Promise.reject(Object.assign(new Error(String(failure.errMsg)), failure))
  }
  return Object.freeze({ instantiate: refuse('instantiate') })
}
