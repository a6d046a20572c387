import { type Walk, type WalkItem, atHand, lastDone } from './walk.ts'

/** A set that what is sent in the middle of a workout may show. */
export interface ShownSet {
  item: WalkItem
  set: number
}

/** The set of a lift that what is sent now most likely shows: the one done last, else the first. */
export const likelySet = ({ done }: WalkItem): number => done.at(-1)?.number ?? 1

/** What may be shown now, the likeliest first: while resting the set just done, then that of the lift at hand. */
export function setsShown(walk: Walk, now: Date): ShownSet[] {
  const item = atHand(walk)
  const isResting = walk.rest !== null && walk.rest.endsAt > now
  const done = isResting ? lastDone(walk)?.item : undefined
  const items = [...(done ? [done] : []), ...(item && item.id !== done?.id ? [item] : [])]
  return items.map((one) => ({ item: one, set: likelySet(one) }))
}
