/**
 * The project's files as the compiler sees them. The compiler never touches the disk: the caller gives it an
 * implementation (a folder, an upload, an object in a test).
 *
 * Paths are relative to the project root, use `/`, and have no leading slash.
 */
export interface SourceFiles {
  /** Every file, in no particular order. `node_modules` and dot folders are not listed. */
  list(): string[]
  has(path: string): boolean
  sizeBytes(path: string): number
  /** Undefined if there is no such file. */
  read(path: string): Uint8Array | undefined
  /** As UTF-8 without a byte order mark. Undefined if there is no such file. */
  readText(path: string): string | undefined
  /**
   * Every file below a folder (which ends with `/`), at any depth, whatever its name: unlike `list`, `node_modules` and
   * what is in it too. Building npm needs it, to copy packages that are made for mini programs; without it those
   * packages cannot be built.
   */
  listFolder?(folder: string): string[]
}
