import { createCanvasApis } from '../../src/api/canvas/canvas'
import { canvasNodeOf } from '../../src/api/canvas/canvas-node'
import { encodePng } from '../../src/api/canvas/png'
import { fileStoreOf } from '../../src/api/file-system/file-store'
import { createFileSystemApis } from '../../src/api/file-system/file-system'
import { createWorkerApis } from '../../src/api/worker/worker'
import { createFakeContext } from './fake-context'

/** What tests in a browser's worker work with. */
Object.assign(globalThis, {
  sampan: {
    createFakeContext,
    createWorkerApis,
    createCanvasApis,
    createFileSystemApis,
    canvasNodeOf,
    encodePng,
    fileStoreOf,
  },
})
