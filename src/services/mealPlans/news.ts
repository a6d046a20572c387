import type { MealChange } from '../../domain/meals/compareMeals.ts'
import { formatTimestamp } from '../../entities/types.ts'
import type { Authorized, CoachedClient } from '../access.ts'
import { callOff } from '../deliveries.ts'
import { dayOf } from '../plans/clientDay.ts'
import { tellClient } from '../tellClient.ts'
import type { Turn } from '../turn.ts'

/** The client hears of new meals; whoever has not joined will find them when they come. */
export function tellOfMeals(turn: Turn, client: Authorized<CoachedClient>, seriesId: number): Promise<void> {
  const payload = { series: seriesId, today: dayOf(turn, client) }
  return tellClient(turn, client, { kind: 'mealPlan', about: String(seriesId), payload })
}

/** A change as the news carry it. */
export interface ToldChange {
  kind: MealChange['kind']
  /** The meal's, where it is of one. */
  name: string | null
}

const mostTold = 12

const told = (change: MealChange): ToldChange => {
  const { kind } = change
  if (kind === 'removed') return { kind, name: change.name }
  return { kind, name: kind === 'added' || kind === 'changed' ? change.meal.name : null }
}

/** The client hears what an edited text changed. */
export function tellOfMealChange(
  turn: Turn,
  client: Authorized<CoachedClient>,
  seriesId: number,
  all: readonly MealChange[],
): Promise<void> {
  const changes = all.slice(0, mostTold).map(told)
  const payload = { series: seriesId, today: dayOf(turn, client), changes, more: all.length - changes.length }
  return tellClient(turn, client, { kind: 'mealPlanChanged', about: String(seriesId), payload })
}

/** The client hears that meals are over; that they will not begin, only where they have heard of them. */
export async function tellOfMealEnd(
  turn: Turn,
  client: Authorized<CoachedClient>,
  { id, title }: { id: number; title: string },
  lastDay: string | null,
): Promise<void> {
  const { sql, now, actor } = turn
  const keys = ['mealPlan', 'mealPlanChanged'].map((kind) => `${kind}:${id}`)
  const heard = []
  if (lastDay === null) for (const key of keys) heard.push(await callOff(sql, key, now))
  if (lastDay === null && !heard.includes(true)) return
  const payload = { trainer: actor.fullName, title, lastDay }
  await tellClient(turn, client, { kind: 'mealPlanEnded', about: `${id}:${formatTimestamp(now)}`, payload })
}
