import { ranked } from '../../domain/attention/ranking.ts'
import type { Reason } from '../../domain/attention/reasons.ts'
import { type ListedClient, findClients } from '../people/clients.ts'
import type { Turn } from '../turn.ts'
import { readNeeds } from './needs.ts'

/** A client in the order of who needs their coach. */
export interface RankedClient extends ListedClient {
  /** The heaviest first; none where nothing is to be done. */
  reasons: readonly Reason[]
}

/** The acting coach's clients who are called as was typed, or all, whoever needs them most first. */
export async function findRanked(turn: Turn, typed: string | null): Promise<RankedClient[]> {
  const needs = await readNeeds(turn)
  const found = await findClients(turn, typed)
  const clients = found.map((one) => ({ ...one, reasons: needs.get(one.userId) ?? [] }))
  return ranked(clients, turn.actor.language)
}

/** Those who need the acting coach, the first of them first. */
export async function whoNeedsMe(turn: Turn): Promise<RankedClient[]> {
  return (await findRanked(turn, null)).filter(({ reasons }) => reasons.length > 0)
}

/** How many clients need the acting coach. */
export async function countNeeding(turn: Turn): Promise<number> {
  return [...(await readNeeds(turn)).values()].filter((reasons) => reasons.length > 0).length
}
