/** A pause longer than this was no rest: the workout was left and taken up again. */
const longestPauseMs = 90 * 60_000

/** Milliseconds spent on a workout, from these moments in any order; long interruptions are left out. */
export function timeSpent(moments: readonly Date[]): number {
  const times = moments.map((moment) => moment.getTime()).sort((a, b) => a - b)
  let spent = 0
  for (const [index, time] of times.entries()) {
    const pause = time - (times[index - 1] ?? time)
    if (pause <= longestPauseMs) spent += pause
  }
  return spent
}
