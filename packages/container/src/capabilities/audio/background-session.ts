/** What the system's own player shows of the background sound, and the buttons that it has. */
export interface SessionMetadata {
  title: string
  singer: string
  epname: string
  coverUrl: string | undefined
}

export interface SessionActions {
  play(): void
  pause(): void
  stop(): void
  next(): void
  previous(): void
}

export function showMediaSession({ title, singer, epname, coverUrl }: SessionMetadata): void {
  if (!('mediaSession' in navigator)) return
  navigator.mediaSession.metadata = new MediaMetadata({
    title,
    artist: singer,
    album: epname,
    artwork: coverUrl ? [{ src: coverUrl }] : [],
  })
}

/** Returns what takes everything away again. */
export function listenToMediaSession(actions: SessionActions): () => void {
  if (!('mediaSession' in navigator)) return () => undefined
  const handlers: [MediaSessionAction, () => void][] = [
    ['play', actions.play],
    ['pause', actions.pause],
    ['stop', actions.stop],
    ['nexttrack', actions.next],
    ['previoustrack', actions.previous],
  ]
  for (const [name, handler] of handlers) navigator.mediaSession.setActionHandler(name, handler)
  return () => {
    for (const [name] of handlers) navigator.mediaSession.setActionHandler(name, null)
    navigator.mediaSession.metadata = null
  }
}
