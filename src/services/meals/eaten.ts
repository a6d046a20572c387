import type { MealOutcome } from '../../domain/enums.ts'
import type { EatenMeal } from '../../domain/meals/foodDay.ts'
import { type Food, notedSum } from '../../domain/meals/macros.ts'
import { type Macros } from '../../domain/meals/types.ts'
import { parseTimestamp } from '../../entities/types.ts'
import { verdictsOfMeals } from '../reviews/past.ts'
import { query } from '../statement.ts'
import type { Sql } from '../unit.ts'
import { foreignMeals } from './foreign.ts'
import { type Named, type OnDay, isOfOlderPlan, refOf } from './onDay.ts'

interface OwnRow extends Macros, Named {
  id: number
  name: string | null
  status: MealOutcome
  as_planned: number | null
  description: string | null
  unknown_parts: number
  reason: string | null
  eaten_at: string
  photos: number
}

const namedText = `e.id as entry_id, m.id as planned_id, e.name as entry_name, m.meal_type, e.meal_plan_id as plan_id,
  d.date as plan_date`
const ownText = `select x.id, x.name, x.status, x.as_planned, x.description, x.unknown_parts, x.reason, x.eaten_at,
  x.calories, x.protein, x.carbs, x.fat, (select count(*) from photos f where f.eaten_meal_id = x.id) as photos, ${namedText}
  from eaten_meals x left join meal_entries e on e.id = x.meal_entry_id left join meal_plans d on d.id = e.meal_plan_id
  left join planned_meals m on m.id = x.planned_meal_id
  where x.client_id = ? and x.local_date = ? order by x.eaten_at, x.id`
const foodsText = `select f.eaten_meal_id, f.description, f.calories, f.protein, f.carbs, f.fat from eaten_foods f
  join eaten_meals x on x.id = f.eaten_meal_id where x.client_id = ? and x.local_date = ?
  order by f.order_index, f.id`

async function ownMeals(sql: Sql, day: OnDay): Promise<EatenMeal[]> {
  const of = [day.clientId, day.date]
  const foods = Map.groupBy(
    await query<Food & { eaten_meal_id: number }>(sql, foodsText, of),
    (row) => row.eaten_meal_id,
  )
  const rows = await query<OwnRow>(sql, ownText, of)
  const said = await verdictsOfMeals(
    sql,
    rows.flatMap(({ id, photos }) => (photos > 0 ? id : [])),
  )
  return rows.map((row) => ({
    id: row.id,
    ref: refOf(row),
    name: row.entry_name ?? row.name,
    type: row.meal_type,
    status: row.status,
    asPlanned: row.as_planned === null ? null : Boolean(row.as_planned),
    description: row.description,
    foods: foods.get(row.id) ?? [],
    sum: notedSum(row, foods.get(row.id) ?? []),
    reason: row.reason,
    photos: row.photos,
    said: said.get(row.id) ?? null,
    at: parseTimestamp(row.eaten_at),
    isOfOlderPlan: isOfOlderPlan(row, day),
  }))
}

const keyOf = ({ ref }: EatenMeal): string | null => ref && `${ref.of} ${ref.id}`

/**
 * What a client ate or skipped on a local day: our rows, and what others wrote beside them of meals of which we have
 * none. The caller proves the right to see it.
 */
export async function eatenOn(sql: Sql, day: OnDay): Promise<EatenMeal[]> {
  const own = await ownMeals(sql, day)
  const known = new Set(own.map(keyOf))
  const foreign = (await foreignMeals(sql, day)).filter(
    (meal) => meal.ref === null || !known.has(keyOf(meal)),
  )
  return [...own, ...foreign]
}
