/** What one planned set asks for: counted, timed, or as many as possible. */
export type Target =
  | { kind: 'reps'; low: number; high: number }
  | { kind: 'seconds'; low: number; high: number }
  | { kind: 'open' }

const list = /^(\d+\+?(?:,\s?\d+\+?)+)(\/\w+)?$/
const far = /^[\d.]+\s*(?:metres|km|miles)\b/i

/** What the set at this index (from 0) asks for: lists go set by set, and stay at their last. */
export function repsOfSet(reps: string, index: number): string {
  const [, values, side = ''] = list.exec(reps.trim()) ?? []
  const all = values?.split(',').map((one) => one.trim()) ?? [reps]
  return (all[Math.min(index, all.length - 1)] ?? reps) + side
}

/** Whether a distance is asked for: `400 metres`. One time over it counts as one repetition. */
export function isDistance(reps: string): boolean {
  return far.test(reps.trim())
}

const timed = /^(\d+)(?:\s*[-–—]\s*(\d+))?\s*(s|sec|secs|seconds?|min|mins|minutes?|m|['"])$/i
const counted = /^(\d+)(?:\s*[-–—]\s*(\d+))?/

/** Reads the plan's `reps` text for one set (`6-8`, `45s`, `2min`, `12/side`, `400 metres`, `AMRAP`). What it cannot read is open. */
export function readTarget(reps: string): Target {
  const text = reps.trim()
  if (isDistance(text)) return { kind: 'reps', low: 1, high: 1 }
  const clock = timed.exec(text)
  if (clock) {
    const scale = /^(?:m|')/i.test(clock[3] ?? '') ? 60 : 1
    return { kind: 'seconds', ...span(clock[1], clock[2], scale) }
  }
  const count = counted.exec(text)
  return count ? { kind: 'reps', ...span(count[1], count[2], 1) } : { kind: 'open' }
}

function span(from = '', to: string | undefined, scale: number): { low: number; high: number } {
  const low = Number(from) * scale
  const high = to === undefined ? low : Number(to) * scale
  return { low: Math.min(low, high), high: Math.max(low, high) }
}
