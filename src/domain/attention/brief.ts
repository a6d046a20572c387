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

/** Light reasons that read the same of everybody who has no other one. */
export const alikeReasons = ['noPlan', 'unanswered', 'checkInDue'] as const
export type AlikeReason = (typeof alikeReasons)[number]
/** As many are one line. */
const leastAlike = 3
/** Names that such a line has room for, and those beside them of whom there is news. */
const mostNames = 3
const mostNewsNames = 8

export interface Alike<T> {
  reason: AlikeReason
  /** Who is named; the first of them first. */
  named: readonly T[]
  /** Others of whom it is as true. */
  more: number
}

export interface Brief<T> {
  /** How many need their coach. */
  count: number
  /** The first of them first; `named`: reasons that must not be left out. */
  rows: readonly (T & { named: ReadonlySet<ReasonKind> })[]
  /** Those who are told of in one line. */
  alike: readonly Alike<T>[]
  /** Clients who need their coach and have no row, nor are told of in such a line. */
  more: number
  /** The news that are told by it. */
  told: readonly number[]
}

/** Those with one light reason alone that many have. */
function alikeOf<T extends Needing>(needing: readonly T[]): Map<AlikeReason, T[]> {
  const found = alikeReasons.map((reason): [AlikeReason, T[]] => [
    reason,
    needing.filter(({ reasons: [only, ...others] }) => only?.kind === reason && others.length === 0),
  ])
  return new Map(found.filter(([, clients]) => clients.length >= leastAlike))
}

/**
 * What a morning says of those who need their coach, ranked: the first of them, whoever there is news of, and in a line each
 * those of whom nothing is to be said but what is said of many.
 */
export function briefOf<T extends Needing>(needing: readonly T[], news: readonly BriefNews[]): Brief<T> {
  const byClient = Map.groupBy(news, ({ client }) => client)
  const newsOf = ({ userId, reasons }: T) =>
    (byClient.get(userId) ?? []).filter(({ reason }) => reasons.some(({ kind }) => kind === reason))
  const groups = alikeOf(needing)
  const grouped = new Set([...groups.values()].flat())
  const single = needing.filter((one) => !grouped.has(one))
  const others = single.slice(mostRows).filter((one) => newsOf(one).length > 0)
  const shown = [...single.slice(0, mostRows), ...others.slice(0, mostNews)]
  const alike = [...groups].map(([reason, clients]): Alike<T> => {
    const named = clients.filter((one, index) => index < mostNames || newsOf(one).length > 0)
    const fitting = named.slice(0, mostNewsNames)
    return { reason, named: fitting, more: clients.length - fitting.length }
  })
  return {
    count: needing.length,
    rows: shown.map((one) => ({ ...one, named: new Set(newsOf(one).map(({ reason }) => reason)) })),
    alike,
    more: single.length - shown.length,
    told: [...shown, ...alike.flatMap(({ named }) => named)].flatMap((one) =>
      newsOf(one).map(({ id }) => id),
    ),
  }
}
