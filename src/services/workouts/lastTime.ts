import type { DoneSet } from '../../domain/workout/walk.ts'
import { formatTimestamp, parseTimestamp } from '../../entities/types.ts'
import type { Sql } from '../unit.ts'
import { query } from '../statement.ts'
import { readDone, setsOfCompletion } from './walk.ts'

interface Row {
  completed_at: string
  actual_sets: number | null
  actual_reps: string | null
  weight_used: number | null
  done: string | null
}

/** An exercise as it was done some other time. */
export interface LastTime {
  at: Date
  sets: DoneSet[]
}

const columns = `c.completed_at, c.actual_sets, c.actual_reps, c.weight_used, ${setsOfCompletion} as done`

// Rows written by others name the exercise through the plan alone.
const lastText = `select * from (select ${columns} from exercise_completions c
    where c.client_id = ? and c.exercise_id = ? and c.completed_at <= ? and c.workout_id is not ?
    order by c.completed_at desc limit 1)
  union all select * from (select ${columns} from exercise_completions c
    join workout_exercises p on p.id = c.workout_exercise_id
    where c.client_id = ? and c.exercise_id is null and p.exercise_id = ? and c.completed_at <= ?
    order by c.completed_at desc limit 1)`

/** The sets of a completion that only tells their sum: `8,8,7` at the heaviest load; one number stands for all sets. */
export function setsFromSum(reps: string | null, weight: number | null, count: number | null): DoneSet[] {
  const told = (reps ?? '').split(/[,;/\s]+/).filter(Boolean)
  const each = told.length === 1 ? Array.from({ length: count ?? 1 }, () => told[0] ?? '') : told
  return each.flatMap((text, index) => {
    const found = /^(\d{1,5})(s?)$/i.exec(text)
    if (!found) return []
    const amount = Number(found[1])
    const timed = found[2] !== ''
    const set: DoneSet = {
      id: 0,
      number: index + 1,
      reps: timed ? null : amount,
      seconds: timed ? amount : null,
      weight,
      typedWeight: null,
      typedUnit: null,
      rpe: null,
      notes: null,
    }
    return [set]
  })
}

/** What the client did of an exercise before, outside this workout; undefined when never. One statement. */
export async function lastTimeOf(
  sql: Sql,
  clientId: number,
  exerciseId: number,
  workoutId: number,
  now: Date,
): Promise<LastTime | undefined> {
  const at = formatTimestamp(now)
  const rows = await query<Row>(sql, lastText, [
    clientId,
    exerciseId,
    at,
    workoutId,
    clientId,
    exerciseId,
    at,
  ])
  const past = rows.map((row) => {
    const sets = readDone(row.done)
    return {
      at: parseTimestamp(row.completed_at),
      sets: sets.length > 0 ? sets : setsFromSum(row.actual_reps, row.weight_used, row.actual_sets),
    }
  })
  return past.toSorted((a, b) => b.at.getTime() - a.at.getTime())[0]
}
