import type { TextTable } from '../interface/texts'
import type { Capability, CapabilityHost } from './capability'
import { createClipboard } from './clipboard'
import { createFileSystem } from './file-system'
import { fileSystemTexts } from './file-system/texts'

/** Every family that works with `CapabilityHost` alone. Families about bars, pages and sheets: `interface.ts`. */
export function createCapabilities(host: CapabilityHost): Record<string, Capability> {
  return {
    clipboard: createClipboard(host),
    fileSystem: createFileSystem(host),
  }
}

/** Texts of the families, for `CapabilityHost.text`. */
export const capabilityTexts: TextTable[] = [fileSystemTexts]
