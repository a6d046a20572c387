/** The simulator's time, in milliseconds since 1970; handed in, so that a day passes in a test at once. */
export interface SimulatorClock {
  now(): number
  /** Runs once after `ms` milliseconds of this clock unless cancelled. */
  after(ms: number, run: () => void): { cancel(): void }
}

export const realClock: SimulatorClock = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms)
    timer.unref()
    return { cancel: () => clearTimeout(timer) }
  },
}

export const hours = (count: number): number => count * 3_600_000
