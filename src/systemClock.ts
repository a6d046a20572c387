import { uptime } from 'node:os'
import type { Clock } from './domain/clock.ts'

/** The longest wait one Node timer can hold. */
const longestTimerMs = 2 ** 31 - 1
/** `uptime` is exact to a second where it is worst: less is no sleep. */
const leastSleepMs = 1500

/**
 * `performance.now` stands still while the machine sleeps, and would make a sleep look like a wall clock that was set.
 * The uptime counts the sleep, but coarsely. Both in milliseconds.
 */
export function withSleep(awake: () => number, up: () => number): () => number {
  const start = up() - awake()
  let sleptMs = 0
  return () => {
    const ms = awake()
    const now = up() - ms - start
    if (now - sleptMs >= leastSleepMs) sleptMs = now
    return ms + sleptMs
  }
}

export const systemClock: Clock = {
  now: () => new Date(),
  elapsed: withSleep(
    () => performance.now(),
    () => uptime() * 1000,
  ),
  after(ms, run) {
    const timer = setTimeout(run, Math.min(Math.max(0, ms), longestTimerMs))
    return { cancel: () => clearTimeout(timer) }
  },
}
