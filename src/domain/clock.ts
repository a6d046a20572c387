/** Time as everything in the house sees it: handed in, so that tests can turn it. */
export interface Clock {
  now(): Date
  /** Milliseconds since some moment: they go on evenly when somebody sets the wall clock, and while the machine sleeps. */
  elapsed(): number
  /** Runs once after `ms` milliseconds unless cancelled. */
  after(ms: number, run: () => void): { cancel(): void }
}
