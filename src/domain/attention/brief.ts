import type { Needing } from './ranking.ts'
import type { ReasonKind } from './reasons.ts'

/** Something about a client that a coach is told once: in a brief, or else by itself. */
export interface BriefNews {
  /** Its delivery. */
  id: number
  client: number
  /** The reason that names it. */
  reason: ReasonKind
}

/** Rows that a morning has room for. */
const mostRows = 8
/** Rows beside them, for news of those who need their coach less. */
const mostNews = 6

export interface Brief<T> {
  /** The first of them first; `named`: reasons that must not be left out. */
  rows: readonly (T & { named: ReadonlySet<ReasonKind> })[]
  /** Clients who need their coach and have no row. */
  more: number
  /** The news that are told by it. */
  told: readonly number[]
}

/** What a morning says of those who need their coach, ranked: the first of them, and whoever there is news of. */
export function briefOf<T extends Needing>(needing: readonly T[], news: readonly BriefNews[]): Brief<T> {
  const byClient = Map.groupBy(news, ({ client }) => client)
  const newsOf = ({ userId, reasons }: T) =>
    (byClient.get(userId) ?? []).filter(({ reason }) => reasons.some(({ kind }) => kind === reason))
  const others = needing.slice(mostRows).filter((one) => newsOf(one).length > 0)
  const shown = [...needing.slice(0, mostRows), ...others.slice(0, mostNews)]
  return {
    rows: shown.map((one) => ({ ...one, named: new Set(newsOf(one).map(({ reason }) => reason)) })),
    more: needing.length - shown.length,
    told: shown.flatMap((one) => newsOf(one).map(({ id }) => id)),
  }
}
