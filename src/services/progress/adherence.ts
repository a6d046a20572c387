import { addDays, localDate } from '../../domain/localTime.ts'
import { type Adherence, type Trained, adherenceOf } from '../../domain/progress/adherence.ts'
import type { Authorized, Subject } from '../access.ts'
import { oneClient } from '../people/clientSet.ts'
import type { Turn } from '../turn.ts'
import { trainedBy, versionsOf } from './training.ts'

const ever = '0000-01-01'

/** Most days that a calendar shows: a year of weeks. */
const mostDays = 53 * 7

/**
 * What became of the days from `from` to `until`, local days of the client's. They begin on
 * the first day on which anything was planned or trained, and go back a year at most. Undefined where there is nothing at all.
 */
export async function readAdherence(
  turn: Turn,
  client: Authorized<Subject>,
  { from, until }: { from: string | null; until: string },
): Promise<Adherence | undefined> {
  const versions = (await versionsOf(turn.sql, oneClient(client), ever)).get(client.userId) ?? []
  const trained = (await trainedBy(turn.sql, oneClient(client), ever)).get(client.userId) ?? []
  const today = localDate(turn.now, client.timeZone)
  const firsts = [...versions.map(({ start }) => start), ...trained.map(({ date }) => date)]
  const first = firsts.filter((date) => date <= today).toSorted()[0]
  if (first === undefined) return undefined
  const earliest = addDays(until, 7 - mostDays)
  const wanted = from !== null && from > first ? from : first
  return adherenceOf(versions, trained, { from: wanted > earliest ? wanted : earliest, until, today })
}

/** What a client trained last, the latest first, at most `most`. */
export async function lastTrained(turn: Turn, client: Authorized<Subject>, most: number): Promise<Trained[]> {
  const trained = (await trainedBy(turn.sql, oneClient(client), ever)).get(client.userId) ?? []
  return trained.toSorted((a, b) => (a.date === b.date ? 0 : a.date < b.date ? 1 : -1)).slice(0, most)
}
