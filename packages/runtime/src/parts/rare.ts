import { createMissingHardwareApis } from '../api/device/missing-hardware'
import { createMotionApis } from '../api/device/motion'
import { createRouter, createWorklet } from '../api/interface/worklet'
import { addLatePart } from '../api/late-parts'
import { createBackgroundFetchApis } from '../api/system/background-fetch'
import { createPerformanceApis } from '../api/system/performance'
import { createWorkerApis } from '../api/worker/worker'

/** Small families that one program in twenty uses, or fewer. */
addLatePart('rare', {
  createApis: (context) => ({
    ...createMissingHardwareApis(context),
    ...createMotionApis(context),
    ...createWorkerApis(context),
    ...createPerformanceApis(context),
    ...createBackgroundFetchApis(context),
    worklet: createWorklet(context),
    router: createRouter(context),
  }),
})
