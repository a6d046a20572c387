import type { MealOutcome } from '../../domain/enums.ts'
import { addDays, localDate, wallToInstant } from '../../domain/localTime.ts'
import { type EatenMeal, plannedSum } from '../../domain/meals/foodDay.ts'
import { sumOf, unknownSum } from '../../domain/meals/macros.ts'
import { onlyDay } from '../../domain/meals/onlyDay.ts'
import { type Part, slotsOf } from '../../domain/meals/plate.ts'
import { type Macros } from '../../domain/meals/types.ts'
import { parseTimestamp } from '../../entities/types.ts'
import { query } from '../statement.ts'
import type { Sql } from '../unit.ts'
import { type Named, type OnDay, isOfOlderPlan, refOf } from './onDay.ts'

interface UploadRow extends Named {
  image_path: string | null
  marked_ok: number | null
  at: string
}

interface CompletionRow extends Macros, Named {
  status: MealOutcome
  notes: string | null
  at: string | null
  time: string | null
  start: string | null
  end: string | null
  weekday: number | null
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
  m.meal_type, null as plan_id, null as plan_date, substr(m.time_of_day, 1, 5) as time, p.start_date as start,
  p.end_date as end, m.day_of_week as weekday from meal_completions c
  join planned_meals m on m.id = c.planned_meal_id join nutrition_plans p on p.id = m.nutrition_plan_id
  left join recipes r on r.id = m.recipe_id where c.client_id = ? and c.eaten_meal_id is null
  and c.status <> 'pending' and (c.completed_at is null or ${around('c.completed_at')}) order by c.id`
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

/** When a meal was completed; where nobody says, on the one day on which its plan has it. Else nobody knows. */
function momentOf({ at, time, start, end, weekday }: CompletionRow, timeZone: string): Date | undefined {
  if (at !== null) return parseTimestamp(at)
  const date = onlyDay({ start, end, weekday })
  return date === null ? undefined : wallToInstant(date, time ?? '12:00', timeZone)
}

function completedMeal(row: CompletionRow, at: Date): EatenMeal {
  const { status, notes, recipe, calories, protein, carbs, fat } = row
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
    at,
    isOfOlderPlan: false,
  }
}

/** What others wrote of meals of a client's local day. The caller proves the right to see it. */
export async function foreignMeals(sql: Sql, day: OnDay): Promise<EatenMeal[]> {
  const { clientId, date, timeZone } = day
  const values = [clientId, addDays(date, -2), addDays(date, 2)]
  const isToday = (at: Date | undefined) => at !== undefined && localDate(at, timeZone) === date
  const uploads = (await query<UploadRow>(sql, uploadsText, values)).filter(({ at }) =>
    isToday(parseTimestamp(at)),
  )
  const completions = (await query<CompletionRow>(sql, completionsText, values)).flatMap((row) => {
    const at = momentOf(row, timeZone)
    return at && isToday(at) ? [{ row, at }] : []
  })
  const ofEntries = Map.groupBy(
    uploads.filter(({ entry_id }) => entry_id !== null),
    (row) => row.entry_id,
  )
  const shown = [
    ...ofEntries.values(),
    ...uploads.filter(({ entry_id }) => entry_id === null).map((row) => [row]),
  ]
  const ofMeals = Map.groupBy(completions, ({ row }) => row.planned_id)
  const meals: EatenMeal[] = []
  for (const rows of shown) meals.push(...(await uploadedMeal(sql, rows, day)))
  for (const rows of ofMeals.values())
    meals.push(...rows.slice(-1).map(({ row, at }) => completedMeal(row, at)))
  return meals
}
