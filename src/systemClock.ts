import type { Clock } from './domain/clock.ts'

/** The longest wait one Node timer can hold. */
const longestTimerMs = 2 ** 31 - 1

export const systemClock: Clock = {
  now: () => new Date(),
  elapsed: () => performance.now(),
  after(ms, run) {
    const timer = setTimeout(run, Math.min(Math.max(0, ms), longestTimerMs))
    return { cancel: () => clearTimeout(timer) }
  },
}
