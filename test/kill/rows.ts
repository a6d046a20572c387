import type Database from 'better-sqlite3'
import { wordsOf } from './words.ts'

interface ItemRow {
  workout_id: number
  workout: string
  state: string
  at: number
  name: string
  next_reps: string | null
  next_weight: number | null
  completion: number | null
  actual_sets: number | null
  actual_reps: string | null
  weight_used: number | null
}

interface SetRow {
  set_number: number
  reps: number | null
  seconds: number | null
  weight: number | null
  source: string
  message_id: number | null
}

const itemsText = `select w.id as workout_id, w.name as workout, w.state, w.position as at, e.name, i.next_reps,
  i.next_weight, c.id as completion, c.actual_sets, c.actual_reps, c.weight_used
  from workouts w join workout_items i on i.workout_id = w.id join exercises e on e.id = i.exercise_id
  left join exercise_completions c on c.workout_item_id = i.id
  where w.client_id = ? order by w.id, i.position`

const setsText = `select set_number, reps, seconds, weight, source, message_id
  from set_logs where exercise_completion_id = ? and client_id = ? order by set_number, id`

/** Everything a client has logged, one line for each exercise of each workout, worded as `rowsOf` does. */
export function rowsOfClient(database: Database.Database, clientId: number): string[] {
  const items = database.prepare<[number], ItemRow>(itemsText).all(clientId)
  const sets = database.prepare<[number | null, number], SetRow>(setsText)
  const workouts = [...new Set(items.map((item) => item.workout_id))]
  return items.map((item) => {
    const state = item.state === 'running' ? `running at ${item.at}` : item.state
    return [
      `${workouts.indexOf(item.workout_id) + 1} ${item.workout} ${state}, ${item.name}`,
      item.completion === null
        ? ''
        : `sum ${item.actual_sets} (${item.actual_reps}) ${item.weight_used ?? ''}`,
      ...sets.all(item.completion, clientId).map(lineOf),
      `next ${item.next_reps ?? ''}/${item.next_weight ?? ''}`,
    ].join(' | ')
  })
}

function lineOf(set: SetRow): string {
  const origin = set.source === 'typed' ? `typed in ${set.message_id}` : set.source
  return `${set.set_number}: ${wordsOf(set)} ${origin}`
}

const strayText = `select
  (select count(*) from set_logs s join exercise_completions c on c.id = s.exercise_completion_id
    where c.workout_item_id is null or c.client_id <> s.client_id) as foreign_sets,
  (select count(*) from exercise_completions c where not exists
    (select 1 from set_logs s where s.exercise_completion_id = c.id)) as empty_sums,
  (select count(*) from set_logs where client_id not in (select value from json_each(?))) as sets_of_others`

/** Counts what `rowsOfClient` does not see: all zero in a sound file. */
export function strayRows(database: Database.Database, clientIds: readonly number[]): Record<string, number> {
  return database.prepare<[string], Record<string, number>>(strayText).get(JSON.stringify(clientIds)) ?? {}
}
