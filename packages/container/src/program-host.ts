import type { BundleManifest, Environment, ToWorker } from '@sampan/protocol'
import type {
  CapabilityHost,
  HostSettings,
  LoadPart,
  Overlay,
  ProgramStorage,
} from './capabilities/capability'
import { changedFields } from './environment'
import type { Text } from './interface/texts'

export interface ProgramHostParts {
  manifest: BundleManifest
  baseUrl: string
  settings: HostSettings
  environment: Environment
  overlay: Overlay
  storage: ProgramStorage
  text: Text
  loadPart: LoadPart
  closeProgram(): void
  send(message: ToWorker): void
  log: CapabilityHost['log']
}

/** What the capabilities of one program share. It keeps the environment that the worker knows. */
export function createProgramHost(parts: ProgramHostParts): CapabilityHost {
  const { send, environment: initial, ...shared } = parts
  let environment = initial
  const host: CapabilityHost = {
    ...shared,
    appId: parts.manifest.appId,
    environment: () => environment,
    updateEnvironment(given) {
      const changes = changedFields(environment, given)
      if (Object.keys(changes).length === 0) return
      environment = { ...environment, ...changes }
      send({ type: 'environment', changes })
    },
    emit: (name, payload) => send({ type: 'emit', name, payload }),
    async authorize(scope) {
      const { permissionsOf } = await parts.loadPart(
        'permissions',
        () => import('./capabilities/setting/permissions'),
      )
      return permissionsOf(host).authorize(scope)
    },
  }
  return host
}

/** After the end nothing of the program gets onto the screen any more. */
export function overlayUntil(overlay: Overlay, signal: AbortSignal): Overlay {
  return {
    show: (make) => (signal.aborted ? new Promise(() => {}) : overlay.show(make)),
    attach: (element) => (signal.aborted ? () => {} : overlay.attach(element)),
  }
}
