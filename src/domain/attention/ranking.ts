import type { Facts } from './facts.ts'
import { type Reason, weightOf } from './reasons.ts'
import { allReasons } from './rules.ts'

/** Why a client needs their coach, the heaviest first. */
export const reasonsOf = (facts: Facts): Reason[] =>
  allReasons(facts).toSorted((a, b) => weightOf(b) - weightOf(a))

/** Somebody with their reasons, the heaviest first. */
export interface Needing {
  userId: number
  name: string
  reasons: readonly Reason[]
}

const heaviest = ({ reasons: [first] }: Needing): number => (first ? weightOf(first) : 0)
const sum = ({ reasons }: Needing): number => reasons.reduce((all, one) => all + weightOf(one), 0)
/** The earliest moment at which one of their reasons began to wait, ms. */
const since = ({ reasons }: Needing): number =>
  Math.min(...reasons.flatMap(({ at }) => at?.getTime() ?? []), Number.MAX_SAFE_INTEGER)

/**
 * Who needs their coach first: by the heaviest reason, then by all of them, then who waits longest, then by name in the
 * reader's language. Who needs nothing comes after, by name.
 */
export function ranked<T extends Needing>(clients: readonly T[], language: string): T[] {
  const names = new Intl.Collator(language)
  return clients.toSorted(
    (a, b) =>
      heaviest(b) - heaviest(a) ||
      sum(b) - sum(a) ||
      since(a) - since(b) ||
      names.compare(a.name, b.name) ||
      a.userId - b.userId,
  )
}
