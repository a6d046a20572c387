import { foldLetters } from '../../domain/library/letters.ts'
import { type Food, type Sum, sumOf } from '../../domain/meals/macros.ts'
import { isAnyKnown } from '../../domain/meals/macroText.ts'
import { type Macros } from '../../domain/meals/types.ts'
import { type Typed, remembered } from '../../domain/meals/remembered.ts'
import { type ReadFood, type TypedFood, readTypedFood } from '../../domain/meals/typedFood.ts'
import { parseTimestamp } from '../../entities/types.ts'
import { requireClient } from '../access.ts'
import { Refusal } from '../errors.ts'
import { query } from '../statement.ts'
import type { Turn } from '../turn.ts'

/** What was typed of a meal, and what is known of it. */
export interface TypedMeal {
  /** What the meal is called, where that was said. */
  name: string | null
  /** The rest of what was typed. */
  text: string
  foods: readonly Food[]
}

interface FoodRow extends Macros {
  description: string
}

const foodsText = `select f.description, f.calories, f.protein, f.carbs, f.fat from eaten_foods f
  join eaten_meals x on x.id = f.eaten_meal_id
  where x.client_id = ? and x.id <> ? and f.meal_component_id is null and x.description is not null order by f.id desc limit 2000`

const macrosOf = ({ calories, protein, carbs, fat }: Macros): Macros => ({ calories, protein, carbs, fat })

/** What the acting client said before of foods with the same words, but in the meal that is corrected. */
async function knownBefore(turn: Turn, corrected: number | null): Promise<Map<string, Macros>> {
  const { userId } = requireClient(turn)
  const known = new Map<string, Macros>()
  for (const row of await query<FoodRow>(turn.sql, foodsText, [userId, corrected ?? 0])) {
    const key = foldLetters(row.description)
    if (key !== '' && isAnyKnown(macrosOf(row)) && !known.has(key)) known.set(key, macrosOf(row))
  }
  return known
}

/**
 * Reads what the acting client typed; foods without numbers get those they typed of them before, else the staples'. What
 * is `corrected`, a meal by its id, does not count as said before.
 */
export async function readTyped(
  turn: Turn,
  text: string,
  corrected: number | null = null,
): Promise<TypedMeal | Exclude<ReadFood, { kind: 'read' }>> {
  const read = readTypedFood(text)
  if (read.kind !== 'read') return read
  const isOpen = ({ isFilled, ...food }: TypedFood) => isFilled || !isAnyKnown(macrosOf(food))
  const isComplete = !read.foods.some(isOpen)
  const known = isComplete ? new Map<string, Macros>() : await knownBefore(turn, corrected)
  const foods = read.foods.map((food) => {
    const { description } = food
    const before = isOpen(food) ? known.get(foldLetters(description)) : undefined
    return { description, ...(before ?? macrosOf(food)) }
  })
  return { name: read.name, text: read.text, foods }
}

/** A meal typed before: its foods in words, and what is known of them. */
export interface RememberedMeal extends Typed {
  sum: Sum
}

interface OnceRow extends FoodRow {
  id: number
  eaten_at: string
}

const typedText = `select x.id, x.eaten_at, f.description, f.calories, f.protein, f.carbs, f.fat from eaten_meals x
  join eaten_foods f on f.eaten_meal_id = x.id where x.client_id = ? and x.status = 'eaten' and x.description is not null`
const lately = `order by x.id desc, f.order_index, f.id limit 1000`

const wordsOf = (foods: readonly FoodRow[]): string => foods.map(({ description }) => description).join(', ')

/** Meals that the acting client typed before, the likeliest first. */
export async function rememberedMeals(turn: Turn, most: number): Promise<RememberedMeal[]> {
  const { userId } = requireClient(turn)
  const rows = await query<OnceRow>(turn.sql, `${typedText} ${lately}`, [userId])
  const uses = [...Map.groupBy(rows, ({ id }) => id)].flatMap(([id, foods]) => {
    const at = foods[0]?.eaten_at
    return at === undefined ? [] : [{ id, text: wordsOf(foods), at: parseTimestamp(at), sum: sumOf(foods) }]
  })
  return remembered(uses, turn.now).slice(0, most)
}

/** A meal typed before, as it was. Somebody else's and none at all: Refusal `notThere`. */
export async function typedBefore(turn: Turn, id: number): Promise<TypedMeal> {
  const { userId } = requireClient(turn)
  const rows = await query<OnceRow>(turn.sql, `${typedText} and x.id = ? order by f.order_index, f.id`, [
    userId,
    id,
  ])
  if (rows.length === 0) throw new Refusal('notThere')
  const foods = rows.map((row) => ({ description: row.description, ...macrosOf(row) }))
  return { name: null, text: wordsOf(rows), foods }
}
