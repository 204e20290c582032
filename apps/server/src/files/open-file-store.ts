import { openDiskFileStore } from './disk-file-store'
import type { FileStore } from './file-store'

/** On disk in `folder`; with S3_URL (the bucket's address) in a store that speaks S3. Throws for half a configuration. */
export async function openFileStore(folder: string, env: NodeJS.ProcessEnv): Promise<FileStore> {
  const { S3_URL, S3_REGION = 'auto', S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = env
  if (!S3_URL) return openDiskFileStore(folder)
  if (!URL.canParse(S3_URL) || !/^https?:$/.test(new URL(S3_URL).protocol)) {
    throw new RangeError('S3_URL is the address of a bucket, such as https://s3.example.com/bucket')
  }
  if (!S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY) {
    throw new RangeError('S3_URL needs S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY')
  }
  const { openS3FileStore } = await import('./s3-file-store')
  return openS3FileStore({
    endpoint: S3_URL,
    region: S3_REGION,
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
  })
}
