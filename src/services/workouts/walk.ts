import type { Language, MuscleGroup, Verdict, WeightUnit, WorkoutItemStatus } from '../../domain/enums.ts'
import { libraryBySlug } from '../../domain/library/exercises/index.ts'
import {
  type DoneSet,
  type FormWord,
  type Walk,
  type WalkItem,
  isComplete,
} from '../../domain/workout/walk.ts'
import { parseTimestamp } from '../../entities/types.ts'
import { Refusal } from '../errors.ts'
import type { Turn } from '../turn.ts'
import { query } from '../statement.ts'

interface Row {
  workout_id: number
  workout_name: string | null
  workout_session_id: number | null
  local_date: string
  started_at: string
  at: number
  id: number | null
  position: number
  exercise_id: number
  swapped_from_id: number | null
  workout_exercise_id: number | null
  exercise_name: string
  slug: string | null
  instructions: string | null
  video_url: string | null
  muscle_group: MuscleGroup
  equipment_needed: string | null
  step_kg: number | null
  superset: string | null
  sets: number
  reps: string
  weight: number | null
  load_text: string | null
  rpe: number | null
  rest_time: number | null
  notes: string | null
  status: WorkoutItemStatus
  next_reps: string | null
  next_weight: number | null
  completion_id: number | null
  difficulty_rating: number | null
  comment: string | null
  done: string | null
  form: string | null
  rest_state: string | null
  rest_ends: string | null
  rest_message: number | null
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
]

/** The sets of completion `c` as one value: a JSON list of `SetRow`s. */
export const setsOfCompletion = `(select json_group_array(json_array(s.id, s.set_number, s.reps, s.seconds, s.weight,
  s.typed_weight, s.typed_unit, s.rpe, s.notes) order by s.set_number)
  from set_logs s where s.exercise_completion_id = c.id)`

/** An exercise's name in a language (the parameter), else the one it was made with. */
export const nameOfExercise = `coalesce((select n.name from exercise_names n
  where n.exercise_id = e.id and n.language = ? and n.is_primary = 1 limit 1), e.name)`

/** The newest word on a lift, as a JSON `FormRow`. The sign keeps the search to the index of the exercise. */
const formWord = `(select json_array(r.id, r.verdict, r.comment, r.spoken_id, r.workout_item_id)
  from reviews r where +r.client_id = w.client_id and r.exercise_id = i.exercise_id and r.state = 'done'
  order by r.reviewed_at desc, r.id desc limit 1)`

type FormRow = [
  review: number,
  verdict: Verdict,
  comment: string | null,
  spoken: number | null,
  item: number | null,
]

function readForm(json: string | null, itemId: number): FormWord | null {
  if (json === null) return null
  const [review, verdict, comment, spoken, item] = JSON.parse(json) as FormRow
  return { review, verdict, comment, hasVoice: spoken !== null, isOfNow: item === itemId }
}

const walkText = (which: string): string => `select w.id as workout_id, w.name as workout_name,
  w.workout_session_id, w.local_date, w.started_at, w.position as at,
  i.id, i.position, i.exercise_id, i.swapped_from_id, i.workout_exercise_id, ${nameOfExercise} as exercise_name,
  e.slug, e.instructions, e.video_url, e.muscle_group, e.equipment_needed, e.step_kg,
  i.superset, i.sets, i.reps, i.weight, i.load_text, i.rpe, i.rest_time, i.notes, i.status, i.next_reps, i.next_weight,
  c.id as completion_id, coalesce(c.difficulty_rating, i.difficulty_rating) as difficulty_rating,
  coalesce(c.notes, i.comment) as comment, ${setsOfCompletion} as done,
  ${formWord} as form, d.state as rest_state, d.due_at as rest_ends, d.message_id as rest_message
  from workouts w
  left join workout_items i on i.workout_id = w.id
  left join exercises e on e.id = i.exercise_id
  left join exercise_completions c on c.workout_item_id = i.id
  left join deliveries d on d.dedupe_key = 'rest:' || w.id
  where w.client_id = ? and ${which}
  order by i.position`

const runningText = walkText(`w.state = 'running'`)
const anyText = walkText('w.id = ?')

/** The set as the JSON list of `setsOfCompletion` tells it. */
export function readDone(json: string | null): DoneSet[] {
  if (json === null) return []
  return (JSON.parse(json) as SetRow[]).map(
    ([id, number, reps, seconds, weight, typedWeight, typedUnit, rpe, notes]) => ({
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
}

function cueOf({ slug, instructions }: Row, language: Language): string | null {
  const known = slug === null ? undefined : libraryBySlug.get(slug)
  return known?.[language].cue ?? instructions
}

function itemOf(row: Row & { id: number }, language: Language): WalkItem {
  return {
    id: row.id,
    position: row.position,
    exerciseId: row.exercise_id,
    swappedFromId: row.swapped_from_id,
    workoutExerciseId: row.workout_exercise_id,
    name: row.exercise_name,
    videoUrl: row.video_url,
    cue: cueOf(row, language),
    muscleGroup: row.muscle_group,
    equipment: row.equipment_needed,
    stepKg: row.step_kg,
    superset: row.superset,
    sets: row.sets,
    reps: row.reps,
    weight: row.weight,
    loadText: row.load_text,
    rpe: row.rpe,
    rest: row.rest_time,
    notes: row.notes,
    status: row.status,
    nextReps: row.next_reps,
    nextWeight: row.next_weight,
    completionId: row.completion_id,
    difficulty: row.difficulty_rating,
    comment: row.comment,
    form: readForm(row.form, row.id),
    done: readDone(row.done),
  }
}

function walkOf(rows: Row[], language: Language): Walk | undefined {
  const [first] = rows
  if (!first) return undefined
  const resting = first.rest_ends !== null && first.rest_state !== null && first.rest_state !== 'cancelled'
  const walk: Walk = {
    id: first.workout_id,
    name: first.workout_name,
    sessionId: first.workout_session_id,
    localDate: first.local_date,
    startedAt: parseTimestamp(first.started_at),
    position: first.at,
    items: rows.flatMap((row) => (row.id === null ? [] : itemOf({ ...row, id: row.id }, language))),
    rest:
      resting && first.rest_ends !== null
        ? {
            endsAt: parseTimestamp(first.rest_ends),
            messageId: first.rest_state === 'sent' ? first.rest_message : null,
          }
        : null,
  }
  return walk
}

/** The actor's workout under way with everything its card needs, in one statement; undefined when none is. */
export async function readWalk(turn: Pick<Turn, 'sql' | 'actor'>): Promise<Walk | undefined> {
  const { userId, language } = turn.actor
  if (userId === null) return undefined
  return walkOf(await query<Row>(turn.sql, runningText, [language, userId]), language)
}

/** Whether the actor has a workout under way. */
export async function isTraining({ sql, actor }: Pick<Turn, 'sql' | 'actor'>): Promise<boolean> {
  if (actor.userId === null) return false
  const text = `select 1 from workouts where client_id = ? and state = 'running'`
  return (await query(sql, text, [actor.userId])).length > 0
}

/** As `readWalk`. Refusal `noWorkout` when none is under way. */
export async function requireWalk(turn: Turn): Promise<Walk> {
  const walk = await readWalk(turn)
  if (!walk) throw new Refusal('noWorkout')
  return walk
}

/** One of the actor's workouts, under way or over; undefined for anybody else's. */
export async function readWorkout(turn: Turn, workoutId: number): Promise<Walk | undefined> {
  const { userId, language } = turn.actor
  if (userId === null) return undefined
  return walkOf(await query<Row>(turn.sql, anyText, [language, userId, workoutId]), language)
}

/** How a workout ends that stops here. */
export function endState(walk: Walk): 'finished' | 'left' {
  return isComplete(walk) ? 'finished' : 'left'
}
