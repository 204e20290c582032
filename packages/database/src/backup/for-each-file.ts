/** Waiting for the disk is most of the work, and a disk serves several at once. */
const AT_ONCE = 8

export async function forEachFile<File>(files: File[], work: (file: File) => Promise<void>): Promise<void> {
  const queue = [...files]
  let problem: unknown
  async function take(): Promise<void> {
    for (let file = queue.shift(); file !== undefined; file = queue.shift()) await work(file)
  }
  const workers = Array.from({ length: AT_ONCE }, () =>
    take().catch((error) => {
      problem ??= error
      queue.length = 0
    }),
  )
  // None may still be writing when the caller cleans up.
  await Promise.all(workers)
  if (problem !== undefined) throw problem
}
