/** How much an upload may be. An operator sets others. */
export interface UploadLimits {
  archive: ArchiveLimits
  package: PackageLimits
  compile: CompileLimits
}

export interface ArchiveLimits {
  mostCompressedBytes: number
  mostExpandedBytes: number
  mostFiles: number
  mostPathCharacters: number
  /** Folders above a file. */
  mostDepth: number
}

export interface PackageLimits {
  mostPackageBytes: number
  mostProgramBytes: number
}

export interface CompileLimits {
  mostSeconds: number
  mostMemoryBytes: number
  /** Of the compiled program, its own files included. */
  mostBundleBytes: number
}

const MB = 1024 * 1024

export const UPLOAD_LIMITS: UploadLimits = {
  archive: {
    mostCompressedBytes: 32 * MB,
    mostExpandedBytes: 96 * MB,
    mostFiles: 10_000,
    mostPathCharacters: 400,
    mostDepth: 24,
  },
  // https://developers.weixin.qq.com/miniprogram/dev/framework/subpackages.html
  package: { mostPackageBytes: 2 * MB, mostProgramBytes: 30 * MB },
  compile: { mostSeconds: 60, mostMemoryBytes: 1024 * MB, mostBundleBytes: 64 * MB },
}
