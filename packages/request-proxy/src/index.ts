export { createRequestProxy } from './request-proxy'
export type { RequestProxy, RequestProxyOptions } from './request-proxy'
export { ProxyError } from './proxy-error'
export type { Reach } from './reachable-address'
