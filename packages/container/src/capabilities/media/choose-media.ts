import { ANONYMOUS_AVATAR_URL } from '../account/anonymous-user'
import { type CapabilityHost, CapabilityError } from '../capability'
import { readSource } from '../file-system/read-source'
import { addTemporaryFile } from '../file-system/temporary-file'
import { chooseOne } from '../sheets/choice'
import { type FilePick, pickFiles } from './pick-files'
import { recodeImage } from './recode-image'
import { readVideoFacts } from './video-facts'

export interface PickOptions {
  count?: number | undefined
  maxCount: number
  sizeType?: string[] | undefined
  sourceType?: string[] | undefined
  camera?: string | undefined
}

export interface MediaFile {
  tempFilePath: string
  size: number
  fileType: 'image' | 'video'
  duration?: number
  width?: number
  height?: number
  thumbTempFilePath?: string
}

/** Lets the user choose pictures and videos, and keeps them as temporary files. */
export async function pickMedia(
  host: CapabilityHost,
  kinds: readonly string[],
  options: PickOptions,
): Promise<MediaFile[]> {
  const files = await pickFiles(host, toPick(kinds, options))
  const compress = options.sizeType?.length === 1 && options.sizeType[0] === 'compressed'
  return Promise.all(files.map((file) => keepMedia(host, file, compress)))
}

function toPick(kinds: readonly string[], { count, maxCount, sourceType, camera }: PickOptions): FilePick {
  const wantsBoth = kinds.includes('mix')
  const accept = [
    ...(wantsBoth || kinds.includes('image') ? ['image/*'] : []),
    ...(wantsBoth || kinds.includes('video') ? ['video/*'] : []),
  ]
  const sources = (['album', 'camera'] as const).filter(
    (source) => !sourceType || sourceType.includes(source),
  )
  return {
    accept: accept.join(','),
    maxCount: Math.min(maxCount, Math.max(1, Math.floor(count ?? 9))),
    sources: sources.length > 0 ? sources : ['album', 'camera'],
    camera: camera === 'front' ? 'front' : 'back',
  }
}

async function keepMedia(host: CapabilityHost, file: File, compress: boolean): Promise<MediaFile> {
  if (!file.type.startsWith('video/')) {
    const image = compress && file.type === 'image/jpeg' ? await recodeImage(file, { quality: 70 }) : file
    return {
      tempFilePath: await addTemporaryFile(host, image, file.name),
      size: image.size,
      fileType: 'image',
    }
  }
  const facts = await readVideoFacts(file)
  return {
    tempFilePath: await addTemporaryFile(host, file, file.name),
    size: file.size,
    fileType: 'video',
    duration: facts.durationSeconds,
    width: facts.width,
    height: facts.height,
    thumbTempFilePath: facts.thumbnail ? await addTemporaryFile(host, facts.thumbnail) : '',
  }
}

export async function chooseMessageFile(
  host: CapabilityHost,
  options: { count: number; type?: string | undefined; extension?: string[] | undefined },
): Promise<object> {
  const { count, type = 'all', extension } = options
  const byExtension = type === 'file' ? (extension ?? []).map((name) => `.${name.replace(/^\./, '')}`) : []
  const accept = type === 'image' || type === 'video' ? `${type}/*` : byExtension.join(',')
  const files = await pickFiles(host, {
    accept,
    maxCount: Math.min(100, Math.max(1, count)),
    sources: ['album'],
  })
  const tempFiles = await Promise.all(
    files.map(async (file) => ({
      path: await addTemporaryFile(host, file, file.name),
      name: file.name,
      size: file.size,
      type: /^(image|video)\//.exec(file.type)?.[1] ?? 'file',
      time: Math.floor(file.lastModified / 1000),
    })),
  )
  return { tempFiles }
}

export async function chooseAvatar(host: CapabilityHost): Promise<{ avatarUrl: string }> {
  const choice = await chooseOne(host, host.text('media.avatar'), [
    { value: 'own', text: host.text('media.ownAvatar') },
    { value: 'anonymous', text: host.text('media.anonymousAvatar') },
  ])
  if (choice === undefined) throw new CapabilityError('cancel', { errno: 1 })
  if (choice === 'anonymous') {
    const picture = await recodeImage(await readSource(host, ANONYMOUS_AVATAR_URL), { width: 132 })
    return { avatarUrl: await addTemporaryFile(host, picture) }
  }
  const [file] = await pickFiles(host, { accept: 'image/*', maxCount: 1, sources: ['album'] })
  return { avatarUrl: await addTemporaryFile(host, file!, file!.name) }
}
