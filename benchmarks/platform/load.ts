import { Agent, get } from 'node:http'

export interface Load {
  requestsPerSecond: number
  medianMs: number
  p95Ms: number
  p99Ms: number
}

/** Asks for `urls` in turn over `connections` connections for `seconds`. Throws on an answer that is not 200. */
export async function load(
  urls: string[],
  { connections, seconds, cookie = '' }: { connections: number; seconds: number; cookie?: string },
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const ask = (url: string): Promise<void> =>
    new Promise((done, failed) => {
      get(url, { agent, headers: { cookie } }, (response) => {
        response.resume()
        response.on('end', () =>
          response.statusCode === 200 ? done() : failed(new Error(`${url}: ${response.statusCode}`)),
        )
      }).on('error', failed)
    })
  for (const url of urls) await ask(url)
  const times: number[] = []
  const start = performance.now()
  const end = start + seconds * 1000
  await Promise.all(
    Array.from({ length: connections }, async (_, worker) => {
      for (let turn = worker; performance.now() < end; turn++) {
        const from = performance.now()
        await ask(urls[turn % urls.length]!)
        times.push(performance.now() - from)
      }
    }),
  )
  const tookSeconds = (performance.now() - start) / 1000
  agent.destroy()
  times.sort((a, b) => a - b)
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))]!
  return {
    requestsPerSecond: times.length / tookSeconds,
    medianMs: at(0.5),
    p95Ms: at(0.95),
    p99Ms: at(0.99),
  }
}
