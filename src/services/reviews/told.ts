import type { Verdict } from '../../domain/enums.ts'
import type { MealType } from '../../domain/meals/foodDay.ts'
import { query } from '../statement.ts'
import type { Actor } from '../turn.ts'
import type { Unit } from '../unit.ts'
import { nameOfExercise } from '../workouts/walk.ts'
import type { ToldReview } from './telling.ts'

/** A verdict as its client reads it. */
export interface ToldVerdict {
  id: number
  /** Something else was told of it before. */
  again: boolean
  verdict: Verdict
  comment: string | null
  hasVoice: boolean
  /** The client's local day that it is about; null where nobody knows. */
  date: string | null
  subject:
    | { kind: 'meal'; name: string | null; type: MealType | null }
    | { kind: 'lift'; name: string; setNumber: number | null }
  /** Who gave it, as they go by. */
  coach: string
}

interface Row {
  id: number
  verdict: Verdict
  comment: string | null
  spoken_id: number | null
  eaten_meal_id: number | null
  set_number: number | null
  date: string | null
  meal_name: string | null
  meal_type: MealType | null
  exercise_name: string | null
  full_name: string | null
  username: string | null
}

const toldText = (
  which: string,
): string => `select r.id, r.verdict, r.comment, r.spoken_id, r.eaten_meal_id, r.set_number,
  coalesce(m.local_date, w.local_date, (select min(f.local_date) from photos f where f.review_id = r.id)) as date,
  coalesce(n.name, m.name) as meal_name, p.meal_type,
  case when e.id is null then null else ${nameOfExercise} end as exercise_name, u.full_name, u.username
  from reviews r left join users u on u.id = r.reviewed_by_id
  left join eaten_meals m on m.id = r.eaten_meal_id left join meal_entries n on n.id = m.meal_entry_id
  left join planned_meals p on p.id = m.planned_meal_id left join exercises e on e.id = r.exercise_id
  left join workout_items i on i.id = r.workout_item_id left join workouts w on w.id = i.workout_id
  where r.client_id = ? and r.state = 'done' and ${which} order by r.reviewed_at, r.id`

function toldVerdict(row: Row, again: boolean): ToldVerdict {
  return {
    id: row.id,
    again,
    verdict: row.verdict,
    comment: row.comment,
    hasVoice: row.spoken_id !== null,
    date: row.date,
    subject:
      row.eaten_meal_id === null
        ? { kind: 'lift', name: row.exercise_name ?? '…', setNumber: row.set_number }
        : { kind: 'meal', name: row.meal_name, type: row.meal_type },
    coach: row.full_name ?? row.username ?? '…',
  }
}

/** What of these reviews stands, for the client they are of; what was taken back or withdrawn meanwhile is left out. */
export async function verdictsFor(
  { sql }: Unit,
  { userId, language }: Actor,
  told: readonly ToldReview[],
): Promise<ToldVerdict[]> {
  if (userId === null || told.length === 0) return []
  const again = new Map(told.map((one) => [one.id, one.again]))
  const marks = told.map(() => '?').join(', ')
  const rows = await query<Row>(sql, toldText(`r.id in (${marks})`), [language, userId, ...again.keys()])
  return rows.map((row) => toldVerdict(row, again.get(row.id) ?? false))
}

/** What was said of it in voice; `file` is a `file_uploads` row. */
export interface SpokenVerdict {
  told: ToldVerdict
  fileId: number
}

/** What was said in voice of one of the client's own; undefined where nothing was, or not any more. */
export async function spokenFor(
  { sql }: Unit,
  { userId, language }: Actor,
  reviewId: number,
): Promise<SpokenVerdict | undefined> {
  if (userId === null) return undefined
  const [row] = await query<Row>(sql, toldText('r.id = ? and r.spoken_id is not null'), [
    language,
    userId,
    reviewId,
  ])
  if (!row?.spoken_id) return undefined
  return { told: toldVerdict(row, false), fileId: row.spoken_id }
}
