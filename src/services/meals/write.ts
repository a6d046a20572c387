import { sql } from 'kysely'
import type { MealSource } from '../../domain/enums.ts'
import { wallToInstant } from '../../domain/localTime.ts'
import type { MealRef } from '../../domain/meals/foodDay.ts'
import { type Food, type Sum, sumOf } from '../../domain/meals/macros.ts'
import { formatTimestamp } from '../../entities/types.ts'
import { settle } from '../reminders/settling.ts'
import type { Turn } from '../turn.ts'
import { localDay } from '../workouts/localDay.ts'
import { markOf, mirror } from './mirror.ts'

/** A meal of the actor's as it is to be stored. */
export interface MealToKeep {
  date: string
  ref: MealRef | null
  /** Of a meal outside any plan. */
  name: string | null
  status: 'eaten' | 'skipped'
  asPlanned: boolean | null
  description: string | null
  foods: readonly (Food & { part?: number | null })[]
  /** What counts where no food is named. */
  sum?: Sum
  reason: string | null
  source: MealSource
  messageId: number | null
  /** The plan's time, for a meal of another day. */
  time: string | null
}

const mostOfReason = 500

/** Why a meal was skipped as it is kept: at most 500 characters, cut after a word. Null where nothing was said. */
export function reasonToKeep(text: string | null): string | null {
  const letters = Array.from((text ?? '').trim())
  if (letters.length === 0) return null
  if (letters.length <= mostOfReason) return letters.join('')
  const kept = letters.slice(0, mostOfReason - 1).join('')
  return `${kept.replace(/\s+\S*$/u, '')}…`
}

/** Now, or on an earlier day the time of the meal. */
function momentOf(turn: Turn, date: string, time: string | null): Date {
  return date === localDay(turn).date ? turn.now : wallToInstant(date, time ?? '12:00', turn.actor.timeZone)
}

function valuesOf(turn: Turn, meal: MealToKeep) {
  const { calories, protein, carbs, fat, unknown } = meal.sum ?? sumOf(meal.foods)
  return {
    status: meal.status,
    as_planned: meal.asPlanned === null ? null : Number(meal.asPlanned),
    description: meal.description,
    calories,
    protein,
    carbs,
    fat,
    unknown_parts: unknown.calories,
    reason: reasonToKeep(meal.reason),
    source: meal.source,
    message_id: meal.messageId,
    updated_at: formatTimestamp(turn.now),
  }
}

/**
 * Writes a meal of the acting client's with its foods and its mirror; `id` is that of the row it takes the place of.
 * Answers its id. The caller proved that both are theirs.
 */
export async function keepMeal(
  turn: Turn,
  userId: number,
  meal: MealToKeep,
  id: number | null,
): Promise<number> {
  const values = valuesOf(turn, meal)
  const was = id === null ? undefined : await markOf(turn, id)
  const kept = id ?? (await insertMeal(turn, userId, meal, values))
  if (id !== null) {
    // What was skipped and then eaten was eaten later.
    const at = formatTimestamp(momentOf(turn, meal.date, meal.time))
    const eatenAt = sql<string>`case when status = ${values.status} then eaten_at else ${at} end`
    await turn.sql
      .updateTable('eaten_meals')
      .set({ ...values, eaten_at: eatenAt })
      .where('id', '=', id)
      .execute()
    await turn.sql.deleteFrom('eaten_foods').where('eaten_meal_id', '=', id).execute()
  }
  for (const [index, food] of meal.foods.entries()) await insertFood(turn, kept, index, food)
  await mirror(turn, kept, was)
  const how = meal.status === 'skipped' ? 'skipped' : 'done'
  if (meal.ref) await settle(turn, 'meal', { date: meal.date, meal: meal.ref, how })
  return kept
}

async function insertMeal(
  turn: Turn,
  userId: number,
  { date, ref, name, time }: MealToKeep,
  values: ReturnType<typeof valuesOf>,
): Promise<number> {
  const { id } = await turn.sql
    .insertInto('eaten_meals')
    .values({
      client_id: userId,
      local_date: date,
      meal_entry_id: ref?.of === 'entry' ? ref.id : null,
      planned_meal_id: ref?.of === 'planned' ? ref.id : null,
      name,
      eaten_at: formatTimestamp(momentOf(turn, date, time)),
      created_at: formatTimestamp(turn.now),
      ...values,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

async function insertFood(
  turn: Turn,
  mealId: number,
  index: number,
  food: MealToKeep['foods'][number],
): Promise<void> {
  const { description, calories, protein, carbs, fat, part = null } = food
  await turn.sql
    .insertInto('eaten_foods')
    .values({
      eaten_meal_id: mealId,
      order_index: index,
      meal_component_id: part,
      description: Array.from(description.trim()).slice(0, 1000).join(''),
      calories,
      protein,
      carbs,
      fat,
    })
    .execute()
}
