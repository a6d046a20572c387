import type { Language } from '../../domain/enums.ts'
import type { Authorized, CoachedClient } from '../access.ts'
import { Refusal } from '../errors.ts'
import { query } from '../statement.ts'
import type { Turn } from '../turn.ts'
import type { Sql } from '../unit.ts'
import { nameOfExercise } from '../workouts/walk.ts'
import type { PlanSpan } from './running.ts'

export interface StoredExercise {
  exerciseId: number
  name: string
  superset: string | null
  sets: number
  reps: string
  weightKg: number | null
  loadText: string | null
  rpe: number | null
  restSeconds: number | null
  note: string | null
}

export interface StoredDay {
  name: string
  dayOfWeek: number | null
  notes: string | null
  exercises: StoredExercise[]
}

/** A plan with its days, as the file has it. */
export interface StoredPlan extends PlanSpan {
  description: string | null
  clientId: number | null
  trainerName: string | null
  previousId: number | null
  days: StoredDay[]
}

interface Row extends Omit<StoredExercise, 'exerciseId'> {
  exerciseId: number | null
  sessionId: number
  dayName: string
  dayOfWeek: number | null
  dayNotes: string | null
}

const daysText = `select s.id as "sessionId", s.name as "dayName", s.day_of_week as "dayOfWeek", s.notes as "dayNotes",
  x.exercise_id as "exerciseId", ${nameOfExercise} as name, x.superset, x.sets, x.reps, x.weight as "weightKg",
  x.load_text as "loadText", x.rpe, x.rest_time as "restSeconds", x.notes as note
  from workout_sessions s left join workout_exercises x on x.workout_session_id = s.id
  left join exercises e on e.id = x.exercise_id
  where s.workout_plan_id = ? order by s.order_index, s.day_of_week, s.id, x."order", x.id`

function daysOf(rows: readonly Row[]): StoredDay[] {
  const days = new Map<number, StoredDay>()
  for (const { sessionId, dayName, dayOfWeek, dayNotes, exerciseId, ...exercise } of rows) {
    const day = days.get(sessionId) ?? { name: dayName, dayOfWeek, notes: dayNotes, exercises: [] }
    days.set(sessionId, day)
    if (exerciseId !== null) day.exercises.push({ exerciseId, ...exercise })
  }
  return [...days.values()]
}

/** A plan with its days, exercises named in a language; undefined when it is gone. The caller proves the right. */
export async function findPlan(
  sql: Sql,
  planId: number,
  language: Language,
): Promise<StoredPlan | undefined> {
  const plan = await sql
    .selectFrom('workout_plans as p')
    .leftJoin('users as t', 't.id', 'p.trainer_id')
    .select(['p.id', 'p.name', 'p.description', 'p.start_date', 'p.end_date', 'p.client_id', 'p.previous_id'])
    .select(['t.full_name', 't.username'])
    .where('p.id', '=', planId)
    .executeTakeFirst()
  if (!plan) return undefined
  return {
    id: plan.id,
    name: plan.name,
    description: plan.description,
    startDate: plan.start_date,
    endDate: plan.end_date,
    clientId: plan.client_id,
    previousId: plan.previous_id,
    trainerName: plan.full_name ?? plan.username,
    days: daysOf(await query<Row>(sql, daysText, [language, planId])),
  }
}

/** A plan of the coach's client, named in the coach's language. Refusal `notThere` for anybody else's. */
export async function readPlan(
  turn: Turn,
  client: Authorized<CoachedClient>,
  planId: number,
): Promise<StoredPlan> {
  const plan = await findPlan(turn.sql, planId, turn.actor.language)
  if (plan?.clientId !== client.userId) throw new Refusal('notThere')
  return plan
}
