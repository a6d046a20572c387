import { requireClient } from '../access.ts'
import { Refusal } from '../errors.ts'
import { query } from '../statement.ts'
import type { Turn } from '../turn.ts'
import type { PlannedLine } from './today.ts'
import { nameOfExercise } from './walk.ts'

/** A plan of the acting client's, day by day. Dates are local days, null where open. */
export interface OwnPlan {
  name: string
  startDate: string | null
  endDate: string | null
  days: { sessionId: number; name: string; weekday: number | null; lines: PlannedLine[] }[]
}

interface Row extends PlannedLine {
  day_name: string
  day_of_week: number | null
}

const rowsText = `select s.id as "sessionId", s.name as day_name, s.day_of_week, ${nameOfExercise} as name, x.sets, x.reps,
  x.weight, x.load_text as "loadText", x.rpe, x.superset
  from workout_sessions s join workout_exercises x on x.workout_session_id = s.id join exercises e on e.id = x.exercise_id
  where s.workout_plan_id = ? order by s.order_index, s.day_of_week, s.id, x."order", x.id`

/** Refusal `notThere` for other people's plans and for none. */
export async function ownPlan(turn: Turn, planId: number): Promise<OwnPlan> {
  const { userId } = requireClient(turn)
  const plan = await turn.sql
    .selectFrom('workout_plans')
    .select(['name', 'start_date', 'end_date'])
    .where('id', '=', planId)
    .where('client_id', '=', userId)
    .executeTakeFirst()
  if (!plan) throw new Refusal('notThere')
  const rows = await query<Row>(turn.sql, rowsText, [turn.actor.language, planId])
  const days = [...Map.groupBy(rows, ({ sessionId }) => sessionId)].map(([sessionId, lines]) => ({
    sessionId,
    name: lines[0]?.day_name ?? '',
    weekday: lines[0]?.day_of_week ?? null,
    lines,
  }))
  return { name: plan.name, startDate: plan.start_date, endDate: plan.end_date, days }
}
