/** Threads do not inherit the loader of TypeScript from their process on every Node.js that we run on. */
import { register } from 'tsx/esm/api'

register()
await import('./compile-worker.ts')
