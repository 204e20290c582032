export { answerContent, createContent } from './content'
export type { Content, ContentAnswer, ContentRequest } from './content'
export { listenOnFreePort } from './listen-on-free-port'
export { findOwnAddresses, isLoopbackAddress } from './own-addresses'
