import type { PackageLimits } from './upload-limits'

export function checkPackages(
  packages: readonly { root: string; sizeBytes: number }[],
  { mostPackageBytes, mostProgramBytes }: PackageLimits,
): { code: 'package-too-large' | 'program-too-large'; detail: string } | undefined {
  const large = packages.find(({ sizeBytes }) => sizeBytes > mostPackageBytes)
  if (large) {
    const name = large.root === '' ? 'main package' : large.root
    return {
      code: 'package-too-large',
      detail: `${name}: ${large.sizeBytes} of ${mostPackageBytes} bytes at most`,
    }
  }
  const total = packages.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
  if (total <= mostProgramBytes) return undefined
  return { code: 'program-too-large', detail: `${total} of ${mostProgramBytes} bytes at most` }
}
