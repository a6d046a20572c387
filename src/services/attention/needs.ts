import type { Facts } from '../../domain/attention/facts.ts'
import { reasonsOf } from '../../domain/attention/ranking.ts'
import type { Reason } from '../../domain/attention/reasons.ts'
import { addDays } from '../../domain/localTime.ts'
import { type PlanVersion, type Trained, adherenceOf, isInForce } from '../../domain/progress/adherence.ts'
import { type Clients } from '../people/clientSet.ts'
import { trainedBy, versionsOf } from '../progress/training.ts'
import { query } from '../statement.ts'
import type { Turn } from '../turn.ts'
import type { Sql } from '../unit.ts'
import { type Coached, coachedClients } from './coached.ts'
import { readPeace } from './peace.ts'
import { readWaiting } from './waiting.ts'
import { weighingDays, weightsSince } from './weights.ts'

/** Days of training that are looked at. */
const trainingDays = 28

const mealsText = (of: string) => `select client_id, max(until) as until from (
  select client_id, date as until from meal_plans where client_id ${of} and date >= ?
  union all select client_id, coalesce(end_date, '9999-12-31') from nutrition_plans where client_id ${of}) group by client_id`

/** The last day for which clients have meals. */
async function mealsUntil(sql: Sql, { of, values }: Clients, since: string): Promise<Map<number, string>> {
  const rows = await query<{ client_id: number; until: string }>(sql, mealsText(of), [
    ...values,
    since,
    ...values,
  ])
  return new Map(rows.map(({ client_id, until }) => [client_id, until]))
}

function trainingOf(
  today: string,
  versions: readonly PlanVersion[],
  trained: readonly Trained[],
): Pick<Facts, 'days' | 'running' | 'isMoreComing'> {
  const from = addDays(today, 1 - trainingDays)
  return {
    days: adherenceOf(versions, trained, { from, until: today, today }).days,
    running: versions.filter((one) => isInForce(one, versions, today)).map(({ end }) => end),
    isMoreComing: versions.some(({ start }) => start > today),
  }
}

/** What the facts of all clients are read from. */
async function readSources(turn: Turn, only: number | null) {
  const coached = await coachedClients(turn, only)
  const { sql, now } = turn
  const { clients } = coached
  // A client's day may be a day ahead of this one, or behind.
  const day = addDays(now.toISOString().slice(0, 10), -1)
  return {
    ...coached,
    waiting: await readWaiting(turn, coached),
    versions: await versionsOf(sql, clients, addDays(day, -trainingDays)),
    trained: await trainedBy(sql, clients, addDays(day, -trainingDays)),
    weights: await weightsSince(sql, clients, addDays(day, -weighingDays)),
    peace: await readPeace(sql, clients),
    meals: await mealsUntil(sql, clients, day),
  }
}

type Sources = Awaited<ReturnType<typeof readSources>>

function factsOf(client: Coached, sources: Sources, now: Date): Facts {
  const { userId, today } = client
  return {
    ...client,
    now,
    photos: null,
    letter: null,
    checkIn: null,
    ...sources.waiting.get(userId),
    pauses: [],
    unanswered: [],
    ...sources.peace.get(userId),
    ...trainingOf(today, sources.versions.get(userId) ?? [], sources.trained.get(userId) ?? []),
    weighed: sources.weights.get(userId) ?? [],
    hasMeals: (sources.meals.get(userId) ?? '') >= today,
  }
}

/**
 * Why the clients of the acting coach need them, by client, or the one who is named: the heaviest reason first. However many
 * they are, as many statements. Refusal `notAllowed` for who does not coach.
 */
export async function readNeeds(turn: Turn, only: number | null = null): Promise<Map<number, Reason[]>> {
  const sources = await readSources(turn, only)
  return new Map(sources.list.map((one) => [one.userId, reasonsOf(factsOf(one, sources, turn.now))]))
}
