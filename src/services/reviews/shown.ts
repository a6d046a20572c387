import type { MealOutcome, MediaKind } from '../../domain/enums.ts'
import type { MealType } from '../../domain/meals/foodDay.ts'
import { type Food, type Sum, notedSum } from '../../domain/meals/macros.ts'
import { type Part, type Slot, slotsOf } from '../../domain/meals/plate.ts'
import type { DoneSet } from '../../domain/workout/walk.ts'
import { parseTimestamp } from '../../entities/types.ts'
import type { Authorized, ShownToCoach } from '../access.ts'
import { query } from '../statement.ts'
import type { Turn } from '../turn.ts'
import { type LastTime, lastTimeOf, setsFromSum } from '../workouts/lastTime.ts'
import { nameOfExercise, readDone, setsOfCompletion } from '../workouts/walk.ts'
import { type PastVerdict, verdictsOnExercise, verdictsOnMeal } from './past.ts'

export interface ShownPhoto {
  id: number
  fileId: number
  kind: MediaKind
  caption: string | null
}

/** A meal with its photos, as the coach is to judge it. */
export interface ShownMeal {
  kind: 'meal'
  name: string | null
  type: MealType | null
  date: string
  status: MealOutcome
  /** Null while nobody said. */
  asPlanned: boolean | null
  /** What was eaten, in the client's words; null where nobody said. */
  eaten: string | null
  sum: Sum
  planned: Slot[]
  verdicts: PastVerdict[]
}

/** A lift with its photos and clips, as the coach is to judge it. */
export interface ShownLift {
  kind: 'lift'
  name: string
  setNumber: number | null
  date: string
  asked: {
    sets: number
    reps: string
    weight: number | null
    loadText: string | null
    rpe: number | null
  } | null
  done: DoneSet[]
  last: LastTime[]
  verdicts: PastVerdict[]
}

const photosText = `select p.id, p.file_id as "fileId", coalesce(f.media_kind, 'document') as kind, p.caption
  from photos p join file_uploads f on f.id = p.file_id where p.review_id = ? order by p.id`

/** The photos of what a client showed, in the order they came. */
export function photosOf({ sql }: Turn, { id }: Authorized<ShownToCoach>): Promise<ShownPhoto[]> {
  return query<ShownPhoto>(sql, photosText, [id])
}

interface MealRow {
  name: string | null
  type: MealType | null
  local_date: string
  status: MealOutcome
  as_planned: number | null
  description: string | null
  calories: number | null
  protein: number | null
  carbs: number | null
  fat: number | null
  unknown_parts: number
  meal_entry_id: number | null
  planned_meal_id: number | null
}

const mealText = `select coalesce(e.name, m.name) as name, p.meal_type as type, m.local_date, m.status, m.as_planned,
  m.description, m.calories, m.protein, m.carbs, m.fat, m.unknown_parts, m.meal_entry_id, m.planned_meal_id
  from eaten_meals m left join meal_entries e on e.id = m.meal_entry_id
  left join planned_meals p on p.id = m.planned_meal_id where m.id = ?`
const foodsText = `select description, calories, protein, carbs, fat from eaten_foods where eaten_meal_id = ?
  order by order_index, id`
const partsText = `select id, type, description, is_optional, choice, calories, protein, carbs, fat
  from meal_components where meal_entry_id = ? order by order_index, id`
const recipeText = `select r.id, 'other' as type, r.name as description, 0 as is_optional, null as choice, r.calories,
  r.protein, r.carbs, r.fat from planned_meals p join recipes r on r.id = p.recipe_id where p.id = ?`

type PartRow = Omit<Part, 'isOptional'> & { is_optional: number }

async function plannedSlots({ sql }: Turn, meal: MealRow): Promise<Slot[]> {
  const rows =
    meal.meal_entry_id === null
      ? await query<PartRow>(sql, recipeText, [meal.planned_meal_id])
      : await query<PartRow>(sql, partsText, [meal.meal_entry_id])
  return slotsOf(rows.map((row) => ({ ...row, isOptional: Boolean(row.is_optional) })))
}

async function shownMeal(turn: Turn, shown: Authorized<ShownToCoach>): Promise<ShownMeal | undefined> {
  const [row] = await query<MealRow>(turn.sql, mealText, [shown.eatenMealId])
  if (!row) return undefined
  const { name, type, status, description } = row
  const foods = await query<Food>(turn.sql, foodsText, [shown.eatenMealId])
  return {
    kind: 'meal',
    name,
    type,
    date: row.local_date,
    status,
    asPlanned: row.as_planned === null ? null : Boolean(row.as_planned),
    eaten: foods.length > 0 ? foods.map((food) => food.description).join(', ') : description,
    sum: notedSum(row, foods),
    planned: await plannedSlots(turn, row),
    verdicts: await verdictsOnMeal(turn.sql, shown.clientId, { name, type }, shown.id),
  }
}

interface LiftRow {
  name: string
  local_date: string | null
  workout_id: number | null
  started_at: string | null
  workout_exercise_id: number | null
  sets: number | null
  reps: string | null
  weight: number | null
  load_text: string | null
  rpe: number | null
  actual_sets: number | null
  actual_reps: string | null
  weight_used: number | null
  done: string | null
}

const liftText = `select ${nameOfExercise} as name,
  coalesce(w.local_date, (select min(p.local_date) from photos p where p.review_id = r.id)) as local_date,
  w.id as workout_id, w.started_at, i.workout_exercise_id, i.sets, i.reps, i.weight, i.load_text, i.rpe,
  c.actual_sets, c.actual_reps, c.weight_used, ${setsOfCompletion} as done
  from reviews r join exercises e on e.id = r.exercise_id left join workout_items i on i.id = r.workout_item_id
  left join workouts w on w.id = i.workout_id left join exercise_completions c on c.workout_item_id = i.id
  where r.id = ?`

/** The two times before, newest first. */
async function lastTimes(turn: Turn, shown: Authorized<ShownToCoach>, row: LiftRow): Promise<LastTime[]> {
  const times: LastTime[] = []
  let before = row.started_at === null ? turn.now : parseTimestamp(row.started_at)
  while (times.length < 2) {
    const last = await lastTimeOf(
      turn.sql,
      shown.clientId,
      shown.exerciseId ?? 0,
      row.workout_id ?? 0,
      before,
    )
    if (!last) break
    times.push(last)
    before = new Date(last.at.getTime() - 1)
  }
  return times
}

async function shownLift(turn: Turn, shown: Authorized<ShownToCoach>): Promise<ShownLift | undefined> {
  const [row] = await query<LiftRow>(turn.sql, liftText, [turn.actor.language, shown.id])
  if (!row) return undefined
  const { sets, reps, weight, load_text: loadText, rpe } = row
  const done = readDone(row.done)
  const isOwnAddition = row.workout_exercise_id === null && reps === 'AMRAP' && weight === null
  return {
    kind: 'lift',
    name: row.name,
    setNumber: shown.setNumber,
    date: row.local_date ?? turn.now.toISOString().slice(0, 10),
    asked: sets === null || reps === null || isOwnAddition ? null : { sets, reps, weight, loadText, rpe },
    done: done.length > 0 ? done : setsFromSum(row.actual_reps, row.weight_used, row.actual_sets),
    last: await lastTimes(turn, shown, row),
    verdicts: await verdictsOnExercise(turn.sql, shown.clientId, shown.exerciseId ?? 0, shown.id),
  }
}

/** What a client showed, with what was planned and done, and how it was before; undefined when it is gone. */
export function readShown(
  turn: Turn,
  shown: Authorized<ShownToCoach>,
): Promise<ShownMeal | ShownLift | undefined> {
  return shown.eatenMealId === null ? shownLift(turn, shown) : shownMeal(turn, shown)
}
