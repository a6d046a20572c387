import Database from 'better-sqlite3'
import { formatTimestamp } from '../../src/entities/types.ts'
import type { Member, World } from './world.ts'

type Row = Record<string, string | number | null>

/** Writes a row as another program would; answers its id. */
export function put(world: World, table: string, row: Row): number {
  const file = new Database(world.path)
  try {
    const names = Object.keys(row)
    const text = `insert into ${table} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`
    return Number(file.prepare(text).run(...Object.values(row)).lastInsertRowid)
  } finally {
    file.close()
  }
}

interface Food extends Row {
  type: string
  description: string
}

export interface Meal {
  name: string
  at?: string
  notes?: string
  parts: Food[]
}

/** A dated plan, as the tables of the practice hold it. Answers the ids of its meals. */
export function giveDay(
  world: World,
  { userId }: Pick<Member, 'userId'>,
  date: string,
  meals: readonly Meal[],
  targets: Row = {},
): number[] {
  const plan = put(world, 'meal_plans', { client_id: userId ?? null, date, ...targets })
  return meals.map(({ name, at = null, notes = null, parts }, index) => {
    const entry = put(world, 'meal_entries', {
      meal_plan_id: plan,
      name,
      order_index: index,
      time_of_day: at,
      notes,
    })
    for (const [order, part] of parts.entries())
      put(world, 'meal_components', { meal_entry_id: entry, order_index: order, ...part })
    return entry
  })
}

/** A weekly plan with a recipe for each of its meals. Answers the ids of its meals. */
export function giveWeek(
  world: World,
  { userId }: Pick<Member, 'userId'>,
  plan: Row,
  meals: readonly { meal: Row; recipe?: Row }[],
): number[] {
  const created_at = formatTimestamp(world.clock.now())
  const id = put(world, 'nutrition_plans', { client_id: userId ?? null, name: 'Week', created_at, ...plan })
  return meals.map(({ meal, recipe }) =>
    put(world, 'planned_meals', {
      nutrition_plan_id: id,
      recipe_id: recipe ? put(world, 'recipes', recipe) : null,
      meal_type: 'lunch',
      ...meal,
    }),
  )
}

const kcal = (calories: number, protein: number | null, carbs: number | null, fat: number | null) => ({
  calories,
  protein,
  carbs,
  fat,
})

/** Breakfast with a choice and something optional, lunch of which one food is unknown. */
export const cuttingDay: Meal[] = [
  {
    name: 'Breakfast',
    at: '08:00',
    parts: [
      { type: 'protein', description: '3 eggs', choice: 0, ...kcal(210, 18, null, 15) },
      { type: 'carb', description: '60g oats', choice: 1, ...kcal(230, 8, 40, 4) },
      { type: 'carb', description: '2 slices rye bread', choice: 1, ...kcal(180, 6, 34, 2) },
      { type: 'fruit', description: '1 apple', choice: 2, is_optional: 1, ...kcal(80, null, 20, null) },
    ],
  },
  {
    name: 'Lunch',
    at: '13:00',
    notes: 'salad first',
    parts: [
      { type: 'protein', description: '150g chicken breast', choice: 0, ...kcal(248, 46, null, 5) },
      { type: 'vegetable', description: 'salad', choice: 1 },
    ],
  },
]

export const cutting: Row = {
  title: 'Cutting',
  total_calories: 2100,
  protein_target: 160,
  carb_target: 200,
  fat_target: 70,
}
