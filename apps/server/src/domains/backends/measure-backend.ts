import type { BackendMeasurement } from '@sampan/platform-api'
import { connectBackend, type BackendNetwork } from './connect-backend'

export interface BackendAddress {
  host: string
  port: number
  isSecure: boolean
}

const CONNECTIONS = 5

/** A handful of connections, one after the other. */
export async function measureBackend(
  network: BackendNetwork,
  address: BackendAddress,
): Promise<Omit<BackendMeasurement, 'at'>> {
  const connects: number[] = []
  const handshakes: number[] = []
  for (let count = 0; count < CONNECTIONS; count++) {
    const connection = await connectBackend(network, address)
    if (typeof connection === 'string') return { problem: connection, p50Ms: null, p95Ms: null, tlsMs: null }
    connection.socket.destroy()
    connects.push(connection.connectMs)
    handshakes.push(connection.tlsMs)
  }
  return {
    problem: null,
    p50Ms: percentile(connects, 0.5),
    p95Ms: percentile(connects, 0.95),
    tlsMs: address.isSecure ? percentile(handshakes, 0.5) : null,
  }
}

function percentile(values: number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.ceil(part * sorted.length) - 1]!
}

/** Works on all, so many at once. */
export async function mapLimited<Item, Result>(
  items: readonly Item[],
  most: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  let next = 0
  async function run(): Promise<void> {
    while (next < items.length) {
      const index = next++
      results[index] = await work(items[index]!)
    }
  }
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, run))
  return results
}
