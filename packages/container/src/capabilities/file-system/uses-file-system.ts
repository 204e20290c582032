/** True if the code of a package names a way to the file system. */
export function usesFileSystem(serviceScript: string): boolean {
  return serviceScript.includes('getFileSystemManager')
}
