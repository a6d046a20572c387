import type { Clock } from '../../src/domain/clock.ts'

/** How many times as fast as a real one. */
export const speed = 20

/** A clock that showed `from` at the real moment `began` (both ms) and has run fast since, in every process alike. */
export function fastClock({ from, began }: { from: number; began: number }): Clock {
  return {
    now: () => new Date(from + (Date.now() - began) * speed),
    elapsed: () => performance.now() * speed,
    after: (ms, run) => {
      const timer = setTimeout(run, Math.max(0, ms) / speed)
      return { cancel: () => clearTimeout(timer) }
    },
  }
}
