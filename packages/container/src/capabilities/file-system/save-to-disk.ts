/** Hands a file to the user's own device, the way a browser can: as a download. */
export function saveToDisk(content: Blob, fileName: string): void {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // The download has its own hold on the blob once it has begun, which is not at once in every browser.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
