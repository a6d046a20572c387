import { weekdayOf } from '../../domain/localTime.ts'
import { type MealType, type PlannedMeal, type Recipe, inOrder } from '../../domain/meals/foodDay.ts'
import { isAnyKnown } from '../../domain/meals/macroText.ts'
import { type Macros, unknownMacros } from '../../domain/meals/types.ts'
import { type Part, slotsOf } from '../../domain/meals/plate.ts'
import { query } from '../statement.ts'
import type { Sql } from '../unit.ts'

/** What a client is to eat on a day. */
export interface DayPlan {
  /** The dated plan's row; null where the weekly one counts. */
  id: number | null
  title: string | null
  note: string | null
  targets: Macros
  meals: PlannedMeal[]
}

interface DatedRow extends Macros {
  id: number
  title: string | null
  notes: string | null
}

interface EntryRow {
  id: number
  name: string
  notes: string | null
  time_of_day: string | null
}

interface PartRow extends Macros {
  id: number
  meal_entry_id: number
  type: Part['type']
  description: string | null
  is_optional: number
  choice: number | null
}

interface WeeklyRow extends Macros {
  id: number
  meal_type: MealType
  time_of_day: string | null
  notes: string | null
  recipe: string | null
  description: string | null
  instructions: string | null
  minutes: number | null
}

/** The newest row of a date counts. */
const datedText = `select id, title, notes, total_calories as calories, protein_target as protein, carb_target as carbs,
  fat_target as fat from meal_plans where client_id = ? and date = ? order by id desc limit 1`
const entriesText = `select id, name, notes, time_of_day from meal_entries where meal_plan_id = ?
  order by order_index, time_of_day, id`
const partsText = `select c.id, c.meal_entry_id, c.type, c.description, c.is_optional, c.choice, c.calories, c.protein,
  c.carbs, c.fat from meal_components c join meal_entries e on e.id = c.meal_entry_id where e.meal_plan_id = ?
  order by c.order_index, c.id`

const runningText = `p.client_id = ? and (p.start_date is null or p.start_date <= ?)
  and (p.end_date is null or p.end_date >= ?)`
const weeklyText = `select m.id, m.meal_type, m.time_of_day, m.notes, r.name as recipe, r.description, r.instructions,
  r.preparation_time as minutes, r.calories, r.protein, r.carbs, r.fat
  from nutrition_plans p join planned_meals m on m.nutrition_plan_id = p.id left join recipes r on r.id = m.recipe_id
  where ${runningText} and (m.day_of_week is null or m.day_of_week = ?) order by m.id`
const weeklyTargetsText = `select p.name as title, p.daily_calories as calories, p.protein_target as protein,
  p.carbs_target as carbs, p.fat_target as fat from nutrition_plans p where ${runningText}
  order by p.start_date desc, p.id desc`

/** Others write seconds as well. */
const timeOf = (time: string | null): string | null => time?.slice(0, 5) ?? null

const macrosOf = ({ calories, protein, carbs, fat }: Macros): Macros => ({ calories, protein, carbs, fat })

async function datedMeals(sql: Sql, planId: number): Promise<PlannedMeal[]> {
  const entries = await query<EntryRow>(sql, entriesText, [planId])
  const parts = Map.groupBy(await query<PartRow>(sql, partsText, [planId]), (row) => row.meal_entry_id)
  return entries.map(({ id, name, notes, time_of_day }) => ({
    of: 'entry',
    id,
    name,
    type: null,
    time: timeOf(time_of_day),
    note: notes,
    recipe: null,
    slots: slotsOf((parts.get(id) ?? []).map((row) => ({ ...row, isOptional: Boolean(row.is_optional) }))),
  }))
}

function recipeOf(row: WeeklyRow): Recipe | null {
  const { recipe, description, instructions, minutes } = row
  return recipe === null ? null : { name: recipe, description, instructions, minutes, ...macrosOf(row) }
}

function weeklyMeal(row: WeeklyRow): PlannedMeal {
  const { id, meal_type, time_of_day, notes } = row
  const time = timeOf(time_of_day)
  return {
    of: 'planned',
    id,
    name: null,
    type: meal_type,
    time,
    note: notes,
    slots: [],
    recipe: recipeOf(row),
  }
}

/**
 * What a client is to eat on a local day: the dated plan of that day, else the weekly plans that run. A dated plan
 * without meals, or without targets, leaves those to the weekly one. The caller proves the right to see it.
 */
export async function planOfDay(sql: Sql, clientId: number, date: string): Promise<DayPlan> {
  const [dated] = await query<DatedRow>(sql, datedText, [clientId, date])
  const meals = dated ? await datedMeals(sql, dated.id) : []
  const running = [clientId, date, date]
  const hasTargets = dated !== undefined && isAnyKnown(macrosOf(dated))
  const weekly = hasTargets ? [] : await query<Macros & { title: string }>(sql, weeklyTargetsText, running)
  const targets = hasTargets ? dated : weekly.find((plan) => isAnyKnown(macrosOf(plan)))
  const rows = meals.length > 0 ? [] : await query<WeeklyRow>(sql, weeklyText, [...running, weekdayOf(date)])
  return {
    id: dated?.id ?? null,
    title: dated ? dated.title : (weekly[0]?.title ?? null),
    note: dated?.notes ?? null,
    targets: targets ? macrosOf(targets) : unknownMacros,
    meals: meals.length > 0 ? meals : inOrder(rows.map(weeklyMeal)),
  }
}
