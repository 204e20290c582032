import type { CapabilityHost } from '../capability'
import { extensionOf } from './program-file'

/** Keeps bytes as a temporary file of the program and answers its path, `wxfile://tmp/…`. */
export async function addTemporaryFile(host: CapabilityHost, content: Blob, name = ''): Promise<string> {
  const key = `tmp/${crypto.randomUUID().replaceAll('-', '')}${extensionOf(content.type, name)}`
  await host.storage.files.write(key, new Uint8Array(await content.arrayBuffer()))
  announceFile(host, key, content)
  return `wxfile://${key}`
}

/** Tells the worker of a file that the host made. Comes before the result that names it. */
export function announceFile(host: CapabilityHost, key: string, content: Blob): void {
  const file = { path: key, content, sizeBytes: content.size, modifiedMs: Date.now() }
  host.emit('fileSystem.added', { files: [file] })
}
