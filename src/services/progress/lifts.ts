import { localDate } from '../../domain/localTime.ts'
import { type LiftMeasure, type LiftPoint, liftCourse } from '../../domain/progress/lift.ts'
import { parseTimestamp } from '../../entities/types.ts'
import type { Authorized, Subject } from '../access.ts'
import { Refusal } from '../errors.ts'
import { query } from '../statement.ts'
import type { Turn } from '../turn.ts'
import { sessionsOfLift } from '../workouts/bests.ts'
import { nameOfExercise } from '../workouts/walk.ts'

/** A lift that was done. */
export interface DoneLift {
  exerciseId: number
  name: string
  times: number
  /** The client's local day, `YYYY-MM-DD`. */
  lastDate: string
}

interface Row {
  exercise_id: number
  name: string
  workout_id: number | null
  completed_at: string
}

// Rows written by others name the exercise through the plan alone.
const liftsText = `select e.id as exercise_id, ${nameOfExercise} as name, c.workout_id, c.completed_at
  from exercise_completions c left join workout_exercises x on x.id = c.workout_exercise_id
  join exercises e on e.id = coalesce(c.exercise_id, x.exercise_id)
  where c.client_id = ?`

/** Every lift a client has done, the most recent first. */
export async function listLifts({ sql, actor }: Turn, client: Authorized<Subject>): Promise<DoneLift[]> {
  const rows = await query<Row>(sql, liftsText, [actor.language, client.userId])
  const dated = rows.map((row) => ({
    ...row,
    date: localDate(parseTimestamp(row.completed_at), client.timeZone),
  }))
  return [...Map.groupBy(dated, ({ exercise_id: id }) => id)]
    .map(([exerciseId, of]) => ({
      exerciseId,
      name: of[0]?.name ?? '',
      times: new Set(of.map((row) => row.workout_id ?? row.date)).size,
      lastDate:
        of
          .map(({ date }) => date)
          .toSorted()
          .at(-1) ?? '',
    }))
    .toSorted((a, b) => (a.lastDate === b.lastDate ? b.times - a.times : a.lastDate < b.lastDate ? 1 : -1))
}

/** The course of one lift. One that the client has never done: Refusal `notThere`. */
export async function readLift(
  turn: Turn,
  client: Authorized<Subject>,
  exerciseId: number,
): Promise<{ name: string; measure: LiftMeasure; points: LiftPoint[] }> {
  const sessions = await sessionsOfLift(turn, client, exerciseId)
  const nameText = `select ${nameOfExercise} as name from exercises e where e.id = ?`
  const [row] = await query<{ name: string }>(turn.sql, nameText, [turn.actor.language, exerciseId])
  if (!row || sessions.length === 0) throw new Refusal('notThere')
  return { name: row.name, ...liftCourse(sessions) }
}
