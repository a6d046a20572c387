import { isAwayOn, ofTraining } from '../../domain/attention/away.ts'
import type { Facts } from '../../domain/attention/facts.ts'
import { reasonsOf } from '../../domain/attention/ranking.ts'
import { mealsMissedDays } from '../../domain/attention/rules.ts'
import type { Reason } from '../../domain/attention/reasons.ts'
import { addDays } from '../../domain/localTime.ts'
import { adherenceOf, isInForce } from '../../domain/progress/adherence.ts'
import { idleDays } from '../../domain/progress/idle.ts'
import { endsMealsText, hasMealsText } from '../mealPlans/ending.ts'
import { type Clients } from '../people/clientSet.ts'
import { trainedBy, versionsOf } from '../progress/training.ts'
import { query } from '../statement.ts'
import type { Turn } from '../turn.ts'
import type { Sql } from '../unit.ts'
import { type Coached, coachedClients } from './coached.ts'
import { noPeace, readPeace } from './peace.ts'
import { readWaiting } from './waiting.ts'
import { weighingDays, weightsSince } from './weights.ts'

/** Days of training that are looked at. */
const trainingDays = 28

const mealsText = (of: string) => `select x.client_id, x.until, x.last,
  x.last <= ? and ${endsMealsText('x.client_id', 'x.last')} as is_end
  from (select client_id, max(until) as until, max(last) as last from (
    select client_id, date as until, date as last from meal_plans where client_id ${of} and date >= ?
    union all select n.client_id, coalesce(n.end_date, '9999-12-31'),
      case when ${hasMealsText('n')} then coalesce(n.end_date, '9999-12-31') end
      from nutrition_plans n where n.client_id ${of})
    group by client_id) x`

interface MealsRow {
  client_id: number
  /** Of whatever they eat by, targets alone among it; and of meals. */
  until: string
  last: string | null
  is_end: number
}

/** The last day for which clients have meals, or had them of late, and whether that is the end of something. `day`: about today. */
async function mealsUntil(sql: Sql, { of, values }: Clients, day: string): Promise<Map<number, MealsRow>> {
  const [soon, since] = [addDays(day, 10), addDays(day, -mealsMissedDays)]
  const rows = await query<MealsRow>(sql, mealsText(of), [soon, ...values, since, ...values])
  return new Map(rows.map((row) => [row.client_id, row]))
}

function trainingOf(
  { userId, today, trainedOn }: Coached,
  sources: Sources,
): Pick<Facts, 'days' | 'idleDays' | 'running' | 'isMoreComing' | 'trainedOn'> {
  const [versions, trained] = [sources.versions.get(userId) ?? [], sources.trained.get(userId) ?? []]
  const from = addDays(today, 1 - trainingDays)
  const away = sources.peace.get(userId)?.away ?? []
  const isSpared = (date: string) => isAwayOn(away, ofTraining, date)
  const lastDay = trained.reduce((last, { date }) => (date > last ? date : last), '')
  return {
    // A workout that was gone on with on another day is of the day it began, as everywhere.
    trainedOn: lastDay || trainedOn,
    days: adherenceOf(versions, trained, { from, until: today, today, isSpared }).days,
    idleDays: idleDays({ versions, trained, from, today, isSpared }),
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
  const { userId, today, checkedInOn } = client
  const meals = sources.meals.get(userId)
  const { wish, ...peace } = sources.peace.get(userId) ?? noPeace
  return {
    ...client,
    now,
    photos: null,
    letter: null,
    checkIn: null,
    ...sources.waiting.get(userId),
    ...peace,
    ...trainingOf(client, sources),
    weighed: sources.weights.get(userId) ?? [],
    hasMeals: (meals?.until ?? '') >= today,
    mealsEnd: meals?.is_end ? meals.last : null,
    checkIns: { wish, last: checkedInOn },
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
