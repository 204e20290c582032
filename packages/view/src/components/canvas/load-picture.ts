const MAX_KEPT = 60
const kept = new Map<string, Promise<HTMLImageElement>>()

/**
 * A decoded picture for drawing. A frame has an origin of its own, so even the program's files need CORS to be read
 * back; a server that does not grant it still gives a picture that can be drawn, though not exported.
 */
export function loadPicture(url: string): Promise<HTMLImageElement> {
  let picture = kept.get(url)
  if (!picture) {
    picture = load(url, true).catch(() => load(url, false))
    picture.catch(() => kept.delete(url))
    kept.set(url, picture)
    const oldest = kept.keys().next().value
    if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest)
  }
  return picture
}

function load(url: string, withCors: boolean): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const picture = new Image()
    if (withCors) picture.crossOrigin = 'anonymous'
    picture.onload = () => resolve(picture)
    picture.onerror = () => reject(new Error(`failed to load image ${url}`))
    picture.src = url
  })
}
