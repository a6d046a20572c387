import type { Verdict } from '../../domain/enums.ts'
import type { MealVerdict } from '../../domain/meals/foodDay.ts'
import { query } from '../statement.ts'
import type { Sql } from '../unit.ts'

/** A verdict that was given. `date` is the client's local day that it is about. */
export interface PastVerdict {
  verdict: Verdict
  comment: string | null
  date: string
}

const mostPast = 3

const onMealText = `select r.verdict, r.comment, m.local_date as date from reviews r
  join eaten_meals m on m.id = r.eaten_meal_id left join meal_entries e on e.id = m.meal_entry_id
  left join planned_meals p on p.id = m.planned_meal_id
  where r.client_id = ? and r.state = 'done' and r.id <> ?
    and coalesce(e.name, m.name) is not distinct from ? and p.meal_type is not distinct from ?
  order by r.reviewed_at desc, r.id desc limit ${mostPast}`

/** The last verdicts on meals that go by the same name and type, newest first, without `except`. */
export function verdictsOnMeal(
  sql: Sql,
  clientId: number,
  { name, type }: { name: string | null; type: string | null },
  except: number,
): Promise<PastVerdict[]> {
  return query<PastVerdict>(sql, onMealText, [clientId, except, name, type])
}

const onExerciseText = `select r.verdict, r.comment, coalesce(w.local_date,
    (select min(p.local_date) from photos p where p.review_id = r.id), substr(r.created_at, 1, 10)) as date
  from reviews r left join workout_items i on i.id = r.workout_item_id left join workouts w on w.id = i.workout_id
  where r.exercise_id = ? and r.client_id = ? and r.state = 'done' and r.id <> ?
  order by r.reviewed_at desc, r.id desc limit ${mostPast}`

/** The last verdicts on a lift, newest first, without `except`. */
export function verdictsOnExercise(
  sql: Sql,
  clientId: number,
  exerciseId: number,
  except: number,
): Promise<PastVerdict[]> {
  return query<PastVerdict>(sql, onExerciseText, [exerciseId, clientId, except])
}

/** Of meals by their id, the newest that waits or was said. The caller proved the right to see them. */
export async function verdictsOfMeals(
  sql: Sql,
  mealIds: readonly number[],
): Promise<Map<number, MealVerdict>> {
  if (mealIds.length === 0) return new Map()
  const rows = await sql
    .selectFrom('reviews')
    .select(['id', 'eaten_meal_id', 'verdict', 'comment', 'spoken_id', 'state'])
    .where('eaten_meal_id', 'in', [...mealIds])
    .where('state', '!=', 'withdrawn')
    .orderBy('id')
    .execute()
  return new Map(
    rows.map((row) => [
      row.eaten_meal_id ?? 0,
      {
        review: row.id,
        verdict: row.state === 'done' ? row.verdict : null,
        comment: row.state === 'done' ? row.comment : null,
        hasVoice: row.state === 'done' && row.spoken_id !== null,
      },
    ]),
  )
}
