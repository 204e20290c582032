import * as v from 'valibot'
import { type Capability, type CapabilityHost, CapabilityError, method } from '../capability'

/** Code for `wx.createWorker`. The thread itself belongs to the logic worker. */
function createWorkerScript(host: CapabilityHost): Capability {
  return {
    methods: {
      loadWorkerScript: method(v.object({}), async () => {
        const response = await fetch(`${host.baseUrl}packages/main/worker.js`)
        if (!response.ok) throw new CapabilityError('the program has no worker scripts')
        return { script: await response.text() }
      }),
    },
  }
}

export { createWorkerScript as create }
