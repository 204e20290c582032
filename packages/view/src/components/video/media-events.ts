/** Names of `MediaError` codes, as programs see them in `errMsg`. */
const ERROR_NAMES = [
  '',
  'MEDIA_ERR_ABORTED',
  'MEDIA_ERR_NETWORK',
  'MEDIA_ERR_DECODE',
  'MEDIA_ERR_SRC_NOT_SUPPORTED',
]

export function mediaErrorText(error: MediaError | null): string {
  if (!error) return 'MEDIA_ERR_UNKNOWN'
  const name = ERROR_NAMES[error.code] || 'MEDIA_ERR_UNKNOWN'
  return error.message ? `${name}: ${error.message}` : name
}

/**
 * Starts playing. Browsers refuse sound before the user's first press; programs expect autoplay to work, so it starts
 * muted and gets its sound with that press. Rejects if it cannot play at all.
 */
export async function startPlaying(media: HTMLMediaElement): Promise<void> {
  try {
    await media.play()
  } catch (error) {
    const refused = error instanceof DOMException && error.name === 'NotAllowedError'
    if (!refused || media.muted) throw error
    media.muted = true
    addEventListener('pointerdown', () => (media.muted = false), { once: true, capture: true })
    await media.play()
  }
}
