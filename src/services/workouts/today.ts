import { type PlannedDay, type Today, todayOf } from '../../domain/workout/due.ts'
import { type Walk } from '../../domain/workout/walk.ts'
import { parseTimestamp } from '../../entities/types.ts'
import { requireClient } from '../access.ts'
import type { Turn } from '../turn.ts'
import { localDay, localDayIn } from './localDay.ts'
import { newestWorkout } from './start.ts'
import { query } from '../statement.ts'
import { nameOfExercise, readWalk } from './walk.ts'

/** One line of what a day asks for. */
export interface PlannedLine {
  sessionId: number
  name: string
  sets: number
  reps: string
  weight: number | null
  loadText: string | null
  superset: string | null
}

/** Everything today's card tells. */
export interface TodayCard extends Today {
  date: string
  /** All days of the running plans, for *another day's workout*. */
  days: PlannedDay[]
  /** The exercises of those days, in order. */
  lines: PlannedLine[]
  /** The workout under way. */
  walk: Walk | undefined
  /** A plan that has not begun. */
  begins: { name: string; date: string } | null
  /** Goes into the buttons that start a workout. */
  newest: number
}

interface DayRow {
  session_id: number
  name: string
  plan_id: number
  plan_name: string
  day_of_week: number | null
  order_index: number
  start_date: string | null
  last_logged: string | null
  last_started: string | null
  last_date: string | null
}

const daysText = `select s.id as session_id, s.name, p.id as plan_id, p.name as plan_name, s.day_of_week, s.order_index,
  p.start_date,
  (select max(c.completed_at) from exercise_completions c join workout_exercises x on x.id = c.workout_exercise_id
    where x.workout_session_id = s.id and c.client_id = p.client_id and c.workout_id is null) as last_logged,
  (select max(w.started_at) from workouts w
    where w.workout_session_id = s.id and w.client_id = p.client_id and w.state <> 'running') as last_started,
  (select max(w.local_date) from workouts w
    where w.workout_session_id = s.id and w.client_id = p.client_id and w.state <> 'running') as last_date
  from workout_plans p join workout_sessions s on s.workout_plan_id = p.id
  where p.client_id = ? and (p.start_date is null or p.start_date <= ?) and (p.end_date is null or p.end_date >= ?)
  order by p.start_date, p.id, s.order_index, s.day_of_week, s.id`

const linesText = `select x.workout_session_id as "sessionId", ${nameOfExercise} as name, x.sets, x.reps, x.weight,
  x.load_text as "loadText", x.superset
  from workout_plans p join workout_sessions s on s.workout_plan_id = p.id
  join workout_exercises x on x.workout_session_id = s.id join exercises e on e.id = x.exercise_id
  where p.client_id = ? and (p.start_date is null or p.start_date <= ?) and (p.end_date is null or p.end_date >= ?)
  order by x.workout_session_id, x."order", x.id`

function plannedDay(row: DayRow, timeZone: string): PlannedDay {
  const logged = row.last_logged === null ? null : parseTimestamp(row.last_logged)
  const started = row.last_started === null ? null : parseTimestamp(row.last_started)
  const foreignDate = logged && localDayIn(timeZone, logged).date
  const dates = [foreignDate, row.last_date].flatMap((date) => date ?? [])
  const moments = [logged, started].flatMap((moment) => moment?.getTime() ?? [])
  return {
    sessionId: row.session_id,
    planId: row.plan_id,
    name: row.name,
    planName: row.plan_name,
    weekday: row.day_of_week,
    from: row.start_date,
    order: row.order_index,
    lastDone: dates.toSorted().at(-1) ?? null,
    lastDoneAt: moments.length > 0 ? Math.max(...moments) : null,
  }
}

/** The acting client's today, in their zone. */
export async function todayCard(turn: Turn): Promise<TodayCard> {
  const { userId } = requireClient(turn)
  const { date, weekday } = localDay(turn)
  const rows = await query<DayRow>(turn.sql, daysText, [userId, date, date])
  const days = rows.map((row) => plannedDay(row, turn.actor.timeZone))
  const lines = await query<PlannedLine>(turn.sql, linesText, [turn.actor.language, userId, date, date])
  const coming = await turn.sql
    .selectFrom('workout_plans')
    .select(['name', 'start_date'])
    .where('client_id', '=', userId)
    .where('start_date', '>', date)
    .orderBy('start_date')
    .executeTakeFirst()
  return {
    ...todayOf(days, date, weekday),
    date,
    days,
    lines,
    walk: await readWalk(turn),
    begins: coming?.start_date ? { name: coming.name, date: coming.start_date } : null,
    newest: await newestWorkout(turn),
  }
}
