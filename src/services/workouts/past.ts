import type { Verdict, WeightUnit, WorkoutItemStatus, WorkoutState } from '../../domain/enums.ts'
import { addDays, localDate } from '../../domain/localTime.ts'
import { timeSpent } from '../../domain/workout/duration.ts'
import type { DoneSet } from '../../domain/workout/walk.ts'
import type { PastExercise, PastWorkout } from '../../domain/workout/past.ts'
import { parseTimestamp } from '../../entities/types.ts'
import { query } from '../statement.ts'
import type { Turn } from '../turn.ts'
import { setsFromSum } from './lastTime.ts'
import { nameOfExercise } from './walk.ts'

/** Whose workouts: a client whom the reader was proved to be, or to coach. */
export interface Subject {
  userId: number
  /** IANA name; their days are meant. */
  timeZone: string
}

interface Row {
  exercise_id: number | null
  exercise_name: string | null
  instead_of: string | null
  session_name: string | null
  superset: string | null
  sets: number | null
  reps: string | null
  weight: number | null
  load_text: string | null
  rpe: number | null
  status: WorkoutItemStatus | null
  completed_at: string | null
  actual_sets: number | null
  actual_reps: string | null
  weight_used: number | null
  difficulty_rating: number | null
  comment: string | null
  form: string | null
  done: string
}

type SetRow = [
  id: number,
  number: number,
  reps: number | null,
  seconds: number | null,
  weight: number | null,
  typedWeight: string | null,
  typedUnit: WeightUnit | null,
  rpe: number | null,
  notes: string | null,
  performedAt: string,
]

const logged = `c.completed_at, c.actual_sets, c.actual_reps, c.weight_used,
  (select json_group_array(json_array(s.id, s.set_number, s.reps, s.seconds, s.weight, s.typed_weight, s.typed_unit,
    s.rpe, s.notes, s.performed_at) order by s.set_number)
  from set_logs s where s.exercise_completion_id = c.id) as done`

/** The client took it up themselves: nothing was planned. */
const isOwnAddition = `i.workout_exercise_id is null and i.reps = 'AMRAP' and i.weight is null`

/** A JSON list: how many photos, and the last word on them. */
const formOfItem = `(select case when count(*) = 0 then null else json_array(count(*),
    (select json_array(r.verdict, r.comment) from reviews r where r.workout_item_id = i.id and r.state = 'done'
      order by r.reviewed_at desc, r.id desc limit 1)) end
  from photos p where p.workout_item_id = i.id and p.purpose = 'form')`

/** Of others, who know one photo. */
const formOfCompletion = `case when c.form_photo_path is null then null else json_array(1, null) end`

const itemsText = `select i.exercise_id, ${nameOfExercise} as exercise_name,
  (select ${nameOfExercise} from exercises e where e.id = i.swapped_from_id) as instead_of, null as session_name,
  i.superset, case when ${isOwnAddition} then null else i.sets end as sets, i.reps, i.weight, i.load_text, i.rpe, i.status,
  coalesce(c.difficulty_rating, i.difficulty_rating) as difficulty_rating, coalesce(c.notes, i.comment) as comment, ${formOfItem} as form, ${logged}
  from workout_items i join exercises e on e.id = i.exercise_id
  left join exercise_completions c on c.workout_item_id = i.id
  where i.workout_id = ? order by i.position`

/** Completions that belong to no item: rows of other programs, which know of none. */
const completionsText = (
  which: string,
): string => `select e.id as exercise_id, ${nameOfExercise} as exercise_name,
  (select ${nameOfExercise} from exercises e where e.id = x.exercise_id and x.exercise_id <> c.exercise_id) as instead_of,
  d.name as session_name, x.superset, x.sets, x.reps, x.weight, x.load_text, x.rpe, null as status,
  c.difficulty_rating, c.notes as comment, ${formOfCompletion} as form, ${logged}
  from exercise_completions c
  left join workout_exercises x on x.id = c.workout_exercise_id
  left join workout_sessions d on d.id = x.workout_session_id
  left join exercises e on e.id = coalesce(c.exercise_id, x.exercise_id)
  where c.client_id = ? and ${which} order by c.completed_at, c.id`

const looseText = completionsText('c.workout_id = ? and c.workout_item_id is null')
const dayText = completionsText('c.workout_id is null and c.completed_at >= ? and c.completed_at < ?')

const setRows = (row: Row): SetRow[] => JSON.parse(row.done) as SetRow[]

function setsOf(row: Row): DoneSet[] {
  const sets = setRows(row).map(
    ([id, number, reps, seconds, weight, typedWeight, typedUnit, rpe, notes]): DoneSet => ({
      id,
      number,
      reps,
      seconds,
      weight,
      typedWeight,
      typedUnit,
      rpe,
      notes,
    }),
  )
  if (sets.length > 0) return sets
  return setsFromSum(row.actual_reps, row.weight_used, row.actual_sets)
}

function formOf({ form }: Row): PastExercise['form'] {
  if (form === null) return null
  const [count, said] = JSON.parse(form) as [number, string | [Verdict, string | null] | null]
  const [verdict, comment] =
    said === null
      ? [null, null]
      : typeof said === 'string'
        ? (JSON.parse(said) as [Verdict, string | null])
        : said
  return { count, verdict, comment }
}

function exerciseOf(row: Row): PastExercise {
  const sets = setsOf(row)
  const { sets: planned, reps, weight, load_text: loadText, rpe } = row
  return {
    exerciseId: row.exercise_id,
    name: row.exercise_name,
    insteadOf: row.instead_of,
    superset: row.superset,
    asked: planned === null || reps === null ? null : { sets: planned, reps, weight, loadText, rpe },
    skipped: row.status === 'skipped',
    sets,
    count: sets.length > 0 ? sets.length : (row.actual_sets ?? 0),
    heaviest: row.weight_used,
    difficulty: row.difficulty_rating,
    comment: row.comment,
    form: formOf(row),
  }
}

interface WorkoutRow {
  id: number
  name: string | null
  local_date: string
  state: WorkoutState
  started_at: string
  finished_at: string | null
  difficulty_rating: number | null
  notes: string | null
}

const workoutText = `select id, name, local_date, state, started_at, finished_at, difficulty_rating, notes
  from workouts where client_id = ? and id = ?`

function spent(workout: WorkoutRow, rows: readonly Row[]): number {
  const performed = rows.flatMap((row) => setRows(row).map((set) => set[9]))
  const moments = [workout.started_at, ...performed, workout.finished_at].flatMap((at) => at ?? [])
  return timeSpent(moments.map(parseTimestamp))
}

/** A workout of the client's with everything done in it; undefined for anybody else's. */
export async function readPastWorkout(
  { sql, actor }: Turn,
  client: Subject,
  workoutId: number,
): Promise<PastWorkout | undefined> {
  const [workout] = await query<WorkoutRow>(sql, workoutText, [client.userId, workoutId])
  if (!workout) return undefined
  const { language } = actor
  const items = await query<Row>(sql, itemsText, [language, language, workoutId])
  const loose = await query<Row>(sql, looseText, [language, language, client.userId, workoutId])
  const rows = [...items, ...loose]
  return {
    workoutId,
    date: workout.local_date,
    names: workout.name === null ? [] : [workout.name],
    state: workout.state,
    startedAt: parseTimestamp(workout.started_at),
    spentMs: spent(workout, rows),
    difficulty: workout.difficulty_rating,
    notes: workout.notes,
    exercises: rows.map(exerciseOf),
  }
}

/** What other programs logged on one of the client's days (`YYYY-MM-DD`); undefined for nothing. */
export async function readPastDay(
  { sql, actor }: Turn,
  client: Subject,
  date: string,
): Promise<PastWorkout | undefined> {
  const { language } = actor
  // The bounds are wide: zones are told apart below, and others may write moments in another form.
  const bounds = [addDays(date, -2), addDays(date, 3)]
  const near = await query<Row>(sql, dayText, [language, language, client.userId, ...bounds])
  const rows = near
    .map((row) => ({ row, at: parseTimestamp(row.completed_at ?? '') }))
    .filter(({ at }) => localDate(at, client.timeZone) === date)
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ row }) => row)
  if (rows.length === 0) return undefined
  return {
    workoutId: null,
    date,
    names: [...new Set(rows.flatMap(({ session_name: name }) => name ?? []))],
    state: null,
    startedAt: null,
    spentMs: null,
    difficulty: null,
    notes: null,
    exercises: rows.map(exerciseOf),
  }
}
