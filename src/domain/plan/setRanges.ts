import type { Item } from './items.ts'

type Scheme = Extract<Item, { kind: 'scheme' }>

/** What the range of `4-6x4` counts. */
export type RangeOf = 'sets' | 'reps' | 'open'

/** A range of sets is short and low; `plain` is what more than that is never the number of sets. */
const most = { sets: 6, width: 3, plain: 8 }

/** By itself. */
function alone({ low = 0, sets, reps, said }: Scheme): RangeOf {
  const high = sets ?? low
  if (said !== undefined || !/^\d+$/.test(reps)) return 'sets'
  const maySets = high <= most.sets && high - low <= most.width
  const mayReps = Number(reps) <= (maySets ? most.sets : most.plain)
  return maySets === mayReps ? 'open' : maySets ? 'sets' : 'reps'
}

/** What a scheme tells of its author's habit. */
function habit(item: Scheme, repsFirst: boolean): RangeOf {
  if (item.low !== undefined) return alone(item)
  if (item.sets === null) return 'open'
  if (/^\d+-\d+$/.test(item.reps)) return 'sets'
  if (!/^\d+$/.test(item.reps) || Number(item.reps) <= item.sets) return 'open'
  return repsFirst ? 'reps' : 'sets'
}

/** What a range that may count either counts in this text: what all the other schemes say. */
export function rangesOf(items: readonly Item[], repsFirst: boolean): RangeOf {
  const habits = new Set(items.flatMap((item) => (item.kind === 'scheme' ? habit(item, repsFirst) : [])))
  habits.delete('open')
  const [only] = habits
  return habits.size === 1 && only ? only : 'open'
}

/** The same scheme with its range where it belongs; undefined where nobody can tell. */
export function settled(item: Scheme, ranges: RangeOf): Scheme | undefined {
  if (item.low === undefined) return item
  const own = alone(item)
  const meant = own === 'open' ? ranges : own
  if (meant === 'open') return undefined
  if (meant === 'sets') return item
  const { low, sets, ...scheme } = item
  return { ...scheme, sets: Number(item.reps), reps: `${low}-${sets}` }
}

/** `3–4 sets`, in the language of the line. */
export function rangeText(low: number, high: number, line: string): string {
  return `${low}–${high} ${/\p{Script=Hebrew}/u.test(line) ? 'סטים' : 'sets'}`
}
