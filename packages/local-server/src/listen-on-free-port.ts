const MOST_TRIES = 20

/** Tries `firstPort` and those after it. Answers the port that was free; undefined if none of twenty is. */
export async function listenOnFreePort(
  listen: (port: number) => Promise<unknown>,
  firstPort: number,
): Promise<number | undefined> {
  for (let port = firstPort; port < firstPort + MOST_TRIES && port <= 65_535; port++) {
    try {
      await listen(port)
      return port
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    }
  }
  return undefined
}
