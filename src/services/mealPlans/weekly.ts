import type { mealTypes } from '../../domain/enums.ts'
import type { Macros, Targets } from '../../domain/meals/types.ts'
import type { Authorized, CoachedClient } from '../access.ts'
import { Refusal } from '../errors.ts'
import { dayOf } from '../plans/clientDay.ts'
import { query } from '../statement.ts'
import type { Turn } from '../turn.ts'

/** A weekly nutrition plan, written by other programs; dates are local days, NULL where open. */
export interface WeeklySpan {
  id: number
  name: string
  startDate: string | null
  endDate: string | null
}

export interface WeeklyMeal extends Macros {
  type: (typeof mealTypes)[number]
  /** 0–6, Monday first; null for every day. */
  weekday: number | null
  /** `HH:MM` */
  time: string | null
  note: string | null
  /** Null without one. */
  recipe: string | null
}

export interface WeeklyPlan extends WeeklySpan {
  description: string | null
  targets: Targets
  meals: WeeklyMeal[]
}

const columns = `p.id, p.name, p.start_date as "startDate", p.end_date as "endDate"`
const listText = `select ${columns} from nutrition_plans p where p.client_id = ? and (p.end_date is null or p.end_date >= ?)
  order by p.start_date, p.id`
const oneText = `select ${columns}, p.description, p.daily_calories as calories, p.protein_target as protein,
  p.carbs_target as carbs, p.fat_target as fat from nutrition_plans p where p.client_id = ? and p.id = ?`
const mealsText = `select m.meal_type as type, m.day_of_week as weekday, substr(m.time_of_day, 1, 5) as time, m.notes as note,
  r.name as recipe, r.calories, r.protein, r.carbs, r.fat from planned_meals m left join recipes r on r.id = m.recipe_id
  where m.nutrition_plan_id = ? order by m.day_of_week, m.time_of_day, m.id`

/** The weekly plans of a client that are not over. */
export function weeklyPlans(turn: Turn, client: Authorized<CoachedClient>): Promise<WeeklySpan[]> {
  return query<WeeklySpan>(turn.sql, listText, [client.userId, dayOf(turn, client)])
}

/** The weekly plans of a client that are for one of these days or more; `dates` are local days in order. */
export async function weeklyOn(
  turn: Turn,
  client: Authorized<CoachedClient>,
  dates: readonly string[],
): Promise<WeeklySpan[]> {
  const weekly = dates.length === 0 ? [] : await weeklyPlans(turn, client)
  return weekly.filter(({ startDate, endDate }) =>
    dates.some((date) => date >= (startDate ?? date) && date <= (endDate ?? date)),
  )
}

/** A weekly plan of the client. Refusal `notThere` for anybody else's. */
export async function readWeekly(
  turn: Turn,
  client: Authorized<CoachedClient>,
  planId: number,
): Promise<WeeklyPlan> {
  const [row] = await query<WeeklySpan & Targets & { description: string | null }>(turn.sql, oneText, [
    client.userId,
    planId,
  ])
  if (!row) throw new Refusal('notThere')
  const { calories, protein, carbs, fat, ...plan } = row
  const meals = await query<WeeklyMeal>(turn.sql, mealsText, [planId])
  return { ...plan, targets: { calories, protein, carbs, fat }, meals }
}
