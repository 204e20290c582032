/** Tests hold code for pages and for workers side by side: what workers have beyond pages. */
declare function importScripts(...urls: string[]): void
interface DedicatedWorkerGlobalScope extends Window {
  importScripts(...urls: string[]): void
  postMessage(message: unknown, transfer?: Transferable[]): void
}
declare class FileReaderSync {
  readAsArrayBuffer(blob: Blob): ArrayBuffer
}
