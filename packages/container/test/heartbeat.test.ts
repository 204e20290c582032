import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startHeartbeat } from '../src/sandbox/heartbeat'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function start() {
  const heard: string[] = []
  const heartbeat = startHeartbeat({
    patienceMs: 5_000,
    ping: () => heard.push('ping'),
    isWatching: () => true,
    onSilence: () => heard.push('silence'),
    onRecovery: () => heard.push('recovery'),
  })
  return { heard, heartbeat }
}

test('a worker that owes its answer for as long as patience lasts is silent, until it answers', () => {
  const { heard, heartbeat } = start()
  vi.advanceTimersByTime(4_000)
  expect(heard).toEqual(['ping'])
  vi.advanceTimersByTime(4_000)
  expect(heard).toEqual(['ping', 'silence'])
  heartbeat.pong()
  expect(heard).toEqual(['ping', 'silence', 'recovery'])
  heartbeat.stop()
})

test('time in which the host did not run is not counted', () => {
  const { heard, heartbeat } = start()
  vi.advanceTimersByTime(2_000)
  // The machine sleeps, and the timers with it.
  const now = performance.now()
  vi.spyOn(performance, 'now').mockImplementation(() => now + 60_000)
  vi.advanceTimersByTime(2_000)
  expect(heard).toEqual(['ping'])
  heartbeat.pong()
  vi.restoreAllMocks()
  heartbeat.stop()
})
