import type { Item } from './items.ts'
import { type TripleOrder, tripleOrders } from './types.ts'

type Triple = Extract<Item, { kind: 'triple' }>

export const likely = { sets: 12, reps: 30 }

/** The three texts of a triple as sets, repetitions and load. */
export function inOrder(
  { parts: [a, b, c] }: Triple,
  order: TripleOrder,
): Record<'sets' | 'reps' | 'load', string> {
  if (order === 'srl') return { sets: a, reps: b, load: c }
  return order === 'slr' ? { sets: a, load: b, reps: c } : { load: a, reps: b, sets: c }
}

function fits(triple: Triple, order: TripleOrder): boolean {
  if (triple.unit) return order === 'srl'
  const { sets, reps, load } = inOrder(triple, order)
  const most = Math.max(...sets.split('-').map(Number))
  const highest = Math.max(...reps.split('-').map(Number))
  return (
    /^\d+(?:-\d+)?$/.test(sets) &&
    most >= 1 &&
    most <= likely.sets &&
    /^\d+(?:-\d+)?$/.test(reps) &&
    highest <= likely.reps &&
    Number(load.replace(',', '.')) > most
  )
}

/** What the author means by `3x8x60` in the whole text: the one order that makes sense of every triple; else open. */
export function orderOf(triples: readonly Triple[]): TripleOrder | 'open' {
  const unmarked = triples.filter(({ unit }) => unit === null)
  if (unmarked.length === 0) return 'srl'
  const fitting = tripleOrders.filter((order) => unmarked.every((triple) => fits(triple, order)))
  if (fitting.length === 1) return fitting[0] ?? 'open'
  return 'open'
}

/** Whether the author puts repetitions first (`12x3`, `15x4`): only that makes sense of every pair. */
export function repsComeFirst(items: readonly Item[]): boolean {
  const pairs = items.flatMap((item) =>
    item.kind === 'scheme' && item.sets !== null && item.low === undefined && /^\d+$/.test(item.reps)
      ? [{ first: item.sets, second: Number(item.reps) }]
      : [],
  )
  const sensible = (sets: number, reps: number) =>
    sets >= 1 && sets <= likely.sets && reps >= 1 && reps <= likely.reps
  return (
    pairs.some(({ first }) => first > likely.sets) &&
    pairs.every(({ first, second }) => sensible(second, first))
  )
}
