/** Milliseconds that a verdict waits for others to come. */
const quietMs = 2 * 60_000
/** Milliseconds after which the first of several is told, whatever else comes. */
const patienceMs = 10 * 60_000

/** When verdicts are told while their coach is asked for words beside one: those are to come along. */
export const tellAfterWords = (first: Date): Date => new Date(first.getTime() + patienceMs)

/** When verdicts are told of which the first was given at `first` and another just `now`. */
export function tellAt(first: Date, now: Date): Date {
  return new Date(Math.min(now.getTime() + quietMs, first.getTime() + patienceMs))
}
