/** An SVG picture with a border and a corner mark, so that cropping and distortion can be seen. */
export function markedPicture(width: number, height: number, colour = '#4a90d9'): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="${colour}"/>
    <rect x="4" y="4" width="${width - 8}" height="${height - 8}" fill="none" stroke="#fff" stroke-width="4"/>
    <circle cx="${width / 2}" cy="${height / 2}" r="${Math.min(width, height) / 4}" fill="#fff"/>
    <rect width="30" height="30" fill="#e33"/></svg>`
}
