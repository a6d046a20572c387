import { orderless, undivided } from './letters.ts'

/** One name of an item, folded. */
export interface Named<T> {
  item: T
  folded: string
}

/**
 * Finds items by folded name. Where several share it, the first of `named` has it; words in another order, or
 * divided otherwise, must not be shared.
 */
export function buildFinder<T>(named: readonly Named<T>[]): (folded: string) => T | null {
  const exact = new Map<string, T>()
  const loose = new Map<string, T | null>()
  for (const { item, folded } of named) {
    if (!exact.has(folded)) exact.set(folded, item)
    for (const key of [orderless(folded), undivided(folded)]) {
      const holder = loose.get(key)
      loose.set(key, holder === undefined || holder === item ? item : null)
    }
  }
  return (folded) => exact.get(folded) ?? loose.get(orderless(folded)) ?? loose.get(undivided(folded)) ?? null
}
