import type { MealOutcome } from '../../domain/enums.ts'
import { localDate, addDays } from '../../domain/localTime.ts'
import { type EatenMeal, type MealRef, type MealType, plannedSum } from '../../domain/meals/foodDay.ts'
import { type Food, notedSum, sumOf, unknownSum } from '../../domain/meals/macros.ts'
import { type Macros } from '../../domain/meals/types.ts'
import { type Part, slotsOf } from '../../domain/meals/plate.ts'
import { parseTimestamp } from '../../entities/types.ts'
import { verdictsOfMeals } from '../reviews/past.ts'
import { query } from '../statement.ts'
import type { Sql } from '../unit.ts'

interface Named {
  entry_id: number | null
  planned_id: number | null
  entry_name: string | null
  meal_type: MealType | null
  plan_id: number | null
  plan_date: string | null
}

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

/** The day and plan it is read for. */
export interface OnDay {
  clientId: number
  timeZone: string
  date: string
  /** The dated plan that counts. */
  planId: number | null
}

export function refOf({ entry_id, planned_id }: Pick<Named, 'entry_id' | 'planned_id'>): MealRef | null {
  if (entry_id !== null) return { of: 'entry', id: entry_id }
  return planned_id === null ? null : { of: 'planned', id: planned_id }
}

const isOfOlderPlan = ({ plan_id, plan_date }: Named, { date, planId }: OnDay): boolean =>
  plan_id !== null && plan_id !== planId && plan_date === date

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

interface UploadRow extends Named {
  image_path: string | null
  marked_ok: number | null
  at: string
}

interface CompletionRow extends Macros, Named {
  status: MealOutcome
  notes: string | null
  at: string
  recipe: string | null
}

/** Moments of others are read whatever they look like: two days around hold every zone's day. */
const around = (column: string) => `substr(${column}, 1, 10) between ? and ?`
const uploadsText = `select u.marked_ok, u.image_path, u.uploaded_at as at, e.id as entry_id, null as planned_id, e.name as entry_name,
  null as meal_type, e.meal_plan_id as plan_id, d.date as plan_date from meal_uploads u
  left join meal_entries e on e.id = u.meal_entry_id left join meal_plans d on d.id = e.meal_plan_id
  where u.client_id = ? and u.eaten_meal_id is null and ${around('u.uploaded_at')} order by u.id`
const completionsText = `select case c.status when 'completed' then 'eaten' else 'skipped' end as status, c.notes, c.completed_at as at,
  r.name as recipe, r.calories, r.protein, r.carbs, r.fat, null as entry_id, m.id as planned_id, null as entry_name,
  m.meal_type, null as plan_id, null as plan_date from meal_completions c
  join planned_meals m on m.id = c.planned_meal_id left join recipes r on r.id = m.recipe_id
  where c.client_id = ? and c.eaten_meal_id is null and c.status <> 'pending' and ${around('c.completed_at')} order by c.id`
const partsText = `select c.id, c.type, c.description, c.is_optional, c.choice, c.calories, c.protein, c.carbs, c.fat
  from meal_components c where c.meal_entry_id = ? order by c.order_index, c.id`

type PartRow = Omit<Part, 'isOptional'> & { is_optional: number }

const theirs = {
  id: null,
  name: null,
  description: null,
  foods: [],
  reason: null,
  photos: 0,
  said: null,
} as const

async function uploadedMeal(sql: Sql, rows: readonly UploadRow[], day: OnDay): Promise<EatenMeal[]> {
  const [first] = rows
  if (!first) return []
  const marked = rows.findLast(({ marked_ok }) => marked_ok !== null)?.marked_ok ?? null
  const parts = first.entry_id === null ? [] : await query<PartRow>(sql, partsText, [first.entry_id])
  const slots = slotsOf(parts.map((row) => ({ ...row, isOptional: Boolean(row.is_optional) })))
  return [
    {
      ...theirs,
      ref: refOf(first),
      name: first.entry_name,
      type: null,
      status: 'eaten',
      asPlanned: marked === null ? null : Boolean(marked),
      // What was eaten against the plan is unknown.
      sum: plannedSum({ slots: marked === 0 ? [] : slots, recipe: null }),
      photos: rows.filter(({ image_path }) => image_path !== null).length,
      at: parseTimestamp(first.at),
      isOfOlderPlan: isOfOlderPlan(first, day),
    },
  ]
}

function completedMeal(row: CompletionRow): EatenMeal {
  const { status, notes, at, recipe, calories, protein, carbs, fat } = row
  const macros = { calories, protein, carbs, fat }
  const known = recipe === null ? unknownSum(1) : sumOf([macros])
  return {
    ...theirs,
    ref: refOf(row),
    type: row.meal_type,
    status,
    asPlanned: status === 'eaten' ? true : null,
    sum: status === 'eaten' ? known : sumOf([]),
    reason: status === 'skipped' ? notes : null,
    at: parseTimestamp(at),
    isOfOlderPlan: false,
  }
}

async function foreignMeals(sql: Sql, day: OnDay): Promise<EatenMeal[]> {
  const { clientId, date, timeZone } = day
  const values = [clientId, addDays(date, -2), addDays(date, 2)]
  const isToday = ({ at }: { at: string }) => localDate(parseTimestamp(at), timeZone) === date
  const uploads = (await query<UploadRow>(sql, uploadsText, values)).filter(isToday)
  const completions = (await query<CompletionRow>(sql, completionsText, values)).filter(isToday)
  const ofEntries = Map.groupBy(
    uploads.filter(({ entry_id }) => entry_id !== null),
    (row) => row.entry_id,
  )
  const shown = [
    ...ofEntries.values(),
    ...uploads.filter(({ entry_id }) => entry_id === null).map((row) => [row]),
  ]
  const ofMeals = Map.groupBy(completions, (row) => row.planned_id)
  const meals: EatenMeal[] = []
  for (const rows of shown) meals.push(...(await uploadedMeal(sql, rows, day)))
  for (const rows of ofMeals.values()) meals.push(...rows.slice(-1).map(completedMeal))
  return meals
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
