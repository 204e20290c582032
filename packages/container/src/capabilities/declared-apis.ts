import { type CapabilityHost, CapabilityError } from './capability'

/** Location and address APIs answer only programs that list them in `requiredPrivateInfos`. */
export function requireDeclared(host: CapabilityHost, api: string): void {
  if (host.manifest.app.requiredPrivateInfos.includes(api)) return
  throw new CapabilityError(
    'the api need to be declared in the requiredPrivateInfos field in app.json/ext.json',
    {
      errno: 112,
    },
  )
}
