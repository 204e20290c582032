import type { ComponentPort } from '../../built-in-element'

/**
 * Programs set `current` from their `change` handler. Such an echo may arrive when the user has swiped on already;
 * it must not pull the swiper back.
 */
export function createEchoFilter(port: () => ComponentPort): {
  reported(index: number): void
  isStale(index: number): boolean
} {
  let reports: { seq: number; index: number }[] = []
  return {
    reported(index) {
      reports.push({ seq: port().lastSeq(), index })
      if (reports.length > 50) reports.shift()
    },
    isStale(index) {
      const ack = port().currentAck()
      const newest = reports.at(-1)
      const stale =
        newest !== undefined &&
        ack < newest.seq &&
        reports.some((each) => each !== newest && each.index === index)
      reports = reports.filter((each) => each.seq > ack || each === newest)
      return stale
    },
  }
}
