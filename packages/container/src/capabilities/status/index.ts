import type { Capability, CapabilityHost } from '../capability'
import { watchBattery } from './battery'
import { watchNetwork } from './network-status'

/** Keeps up to date what synchronous APIs tell of the device: the connection and the battery. */
export function createStatus(host: CapabilityHost): Capability {
  const stops = [watchNetwork(host), watchBattery(host)]
  return {
    methods: {},
    dispose() {
      for (const stop of stops) stop()
    },
  }
}
