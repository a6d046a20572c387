import { type Bests, type LiftedSet, bestsOf } from '../../domain/strength.ts'
import { addDays, localDate } from '../../domain/localTime.ts'
import { formatTimestamp, parseTimestamp } from '../../entities/types.ts'
import { query } from '../statement.ts'
import type { Turn } from '../turn.ts'
import { setsFromSum } from './lastTime.ts'
import type { Subject } from './past.ts'

interface Row {
  id: number
  exercise_id: number
  workout_id: number | null
  completed_at: string
  actual_sets: number | null
  actual_reps: string | null
  weight_used: number | null
  reps: number | null
  seconds: number | null
  weight: number | null
}

const columns = `c.id, c.workout_id, c.completed_at, c.actual_sets, c.actual_reps, c.weight_used,
  s.reps, s.seconds, s.weight`

// Rows written by others name the exercise through the plan alone, and may have no sets.
const earlierText = (ids: string): string => `select ${columns}, c.exercise_id
    from exercise_completions c left join set_logs s on s.exercise_completion_id = c.id
    where c.client_id = ? and c.exercise_id in (${ids}) and c.completed_at < ?
  union all select ${columns}, x.exercise_id
    from exercise_completions c join workout_exercises x on x.id = c.workout_exercise_id
    left join set_logs s on s.exercise_completion_id = c.id
    where c.client_id = ? and c.exercise_id is null and x.exercise_id in (${ids}) and c.completed_at < ?`

function setsOf(row: Row): LiftedSet[] {
  if (row.reps !== null || row.seconds !== null) return [row]
  return setsFromSum(row.actual_reps, row.weight_used, row.actual_sets)
}

/** What the client's best was in each of these lifts before a workout, other programs' days included. */
export async function bestsBefore(
  { sql }: Turn,
  client: Subject,
  exerciseIds: readonly number[],
  { workoutId, startedAt }: { workoutId: number | null; startedAt: Date },
): Promise<Map<number, Bests>> {
  if (exerciseIds.length === 0) return new Map()
  // Others may write moments in another form: they are compared once they are read.
  const until = addDays(formatTimestamp(startedAt).slice(0, 10), 2)
  const own = [client.userId, ...exerciseIds, until]
  const found = await query<Row>(sql, earlierText(exerciseIds.map(() => '?').join(', ')), [...own, ...own])
  const rows = found
    .filter((row) => row.workout_id !== workoutId || workoutId === null)
    .filter(({ completed_at: at }) => parseTimestamp(at) < startedAt)
  const dayOf = (row: Row) => localDate(parseTimestamp(row.completed_at), client.timeZone)
  return new Map(
    [...Map.groupBy(rows, ({ exercise_id: id }) => id)].map(([id, ofLift]) => {
      const workouts = Map.groupBy(ofLift, (row) => row.workout_id ?? dayOf(row))
      return [id, bestsOf([...workouts.values()].map((sets) => sets.flatMap(setsOf)))]
    }),
  )
}

/** One lift as it was done in one workout, or on one day of another program's; local day, newest last. */
export interface LiftSession {
  date: string
  sets: LiftedSet[]
}

/** Every time the client did this lift. The caller proves the right to see it. */
export async function sessionsOfLift(
  { sql }: Turn,
  client: Subject,
  exerciseId: number,
): Promise<LiftSession[]> {
  const own = [client.userId, exerciseId, '9999-12-31']
  const found = await query<Row>(sql, earlierText('?'), [...own, ...own])
  const rows = found
    .map((row) => ({ row, at: parseTimestamp(row.completed_at) }))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ row, at }) => ({ row, date: localDate(at, client.timeZone) }))
  const sessions = Map.groupBy(rows, ({ row, date }) => row.workout_id ?? date)
  return [...sessions.values()].map((of) => ({
    date: of[0]?.date ?? '',
    sets: of.flatMap(({ row }) => setsOf(row)),
  }))
}
