import type { MovableClock } from './movableClock.ts'

/** What time passes for. */
export interface Passing {
  clock: MovableClock
  /** When the next delivery is due, one that waits already included; undefined: none is. */
  nextDue(): Promise<Date | undefined>
  /** Resolves when everything that is due has been done. */
  rest(): Promise<void>
  /** The clock has moved, and what was due then is still to be done. */
  moved(): void
  /** Time stops here. */
  isOver(): boolean
}

const secondMs = 1000
/** The planner looks at everybody as often: it is not to find two hours gone. */
const longestStepMs = 3_600_000
/** Seconds given to what is due but does not leave, before time goes on without it. */
const mostSeconds = 60

/**
 * Lets time pass until `end` (milliseconds since 1970): stands still wherever something is due and lets it be done, so
 * that everything happens at its own time.
 */
export async function passTime(passing: Passing, end: number): Promise<void> {
  const { clock, nextDue, rest, moved, isOver } = passing
  await rest()
  for (let waited = 0; !isOver();) {
    const now = clock.now().getTime()
    if (now >= end) return
    const due = (await nextDue())?.getTime() ?? Number.POSITIVE_INFINITY
    waited = due <= now ? waited + 1 : 0
    // One person gets one thing at a time, a second apart.
    const stop = waited > mostSeconds ? end : Math.max(due, now + secondMs)
    clock.moveTo(new Date(Math.min(stop, end, now + longestStepMs)))
    moved()
    await rest()
  }
}
