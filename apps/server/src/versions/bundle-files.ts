import type { FileStore } from '../files/file-store'
import type { BundleFiles } from '../releases/bundle-cache'

/** Path in the bundle → SHA-256. The list is a file itself. */
type Listing = Record<string, string>

const AT_ONCE = 8

/** Resolves to the hash of the bundle's list. Putting the same again changes nothing. */
export async function storeBundle(files: FileStore, bundle: BundleFiles): Promise<string> {
  const entries = [...bundle]
  const listing: [string, string][] = []
  for (let start = 0; start < entries.length; start += AT_ONCE) {
    const stored = entries
      .slice(start, start + AT_ONCE)
      .map(async ([path, content]) => [path, (await files.put(content)).hash] as [string, string])
    listing.push(...(await Promise.all(stored)))
  }
  const text = JSON.stringify(Object.fromEntries(listing.sort(([a], [b]) => (a < b ? -1 : 1))))
  return (await files.put(Buffer.from(text))).hash
}

/** Undefined if the bundle has no such file. */
export async function readBundleFile(
  files: FileStore,
  listingHash: string,
  path: string,
): Promise<Buffer | undefined> {
  const text = await files.read(listingHash)
  if (!text) return undefined
  const listing = JSON.parse(String(text)) as Listing
  return Object.hasOwn(listing, path) ? files.read(listing[path]!) : undefined
}
