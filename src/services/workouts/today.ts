import type { WorkoutState } from '../../domain/enums.ts'
import { localDate } from '../../domain/localTime.ts'
import { type PlannedDay, type Today, todayOf } from '../../domain/workout/due.ts'
import { type Walk } from '../../domain/workout/walk.ts'
import { parseTimestamp } from '../../entities/types.ts'
import { requireClient } from '../access.ts'
import type { Turn } from '../turn.ts'
import { comingPlans, lastPlanOver, runningText } from '../plans/running.ts'
import { skippedDays } from '../reminders/declined.ts'
import { localDay } from './localDay.ts'
import { reopenable } from './finish.ts'
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
  rpe: number | null
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
  begins: { id: number; name: string; date: string } | null
  /** The plan that was the last, where none is running nor to come. */
  over: { name: string; until: string } | null
  /** Goes into the buttons that start a workout. */
  newest: number
  /** A workout that was ended with sets open, and can be gone back into. */
  leftOpen: { id: number; name: string | null } | null
}

interface DayRow {
  session_id: number
  name: string
  plan_id: number
  plan_name: string
  day_of_week: number | null
  order_index: number
  start_date: string | null
  end_date: string | null
  last_logged: string | null
  last_started: string | null
  last_date: string | null
  last_state: WorkoutState | null
}

// A day of an edited plan was carried out when the day of that name was, in whichever version.
const chainText = `with recursive chain (plan_id, version_id) as (
    select p.id, p.id from workout_plans p where p.client_id = ? and ${runningText}
    union all
    select c.plan_id, v.previous_id from chain c join workout_plans v on v.id = c.version_id
      where v.previous_id is not null)`

const sameDay = `o.name = s.name and o.day_of_week is not distinct from s.day_of_week`
const started = `from chain h
    join workout_sessions o on o.workout_plan_id = h.version_id join workouts w on w.workout_session_id = o.id
    where h.plan_id = p.id and ${sameDay} and w.client_id = p.client_id and w.state <> 'running'`

const daysText = `${chainText}
  select s.id as session_id, s.name, p.id as plan_id, p.name as plan_name, s.day_of_week, s.order_index,
  p.end_date,
  (select min(v.start_date) from chain h join workout_plans v on v.id = h.version_id where h.plan_id = p.id)
    as start_date,
  (select max(c.completed_at) from chain h join workout_sessions o on o.workout_plan_id = h.version_id
    join workout_exercises x on x.workout_session_id = o.id
    join exercise_completions c on c.workout_exercise_id = x.id
    where h.plan_id = p.id and ${sameDay} and c.client_id = p.client_id and c.workout_id is null) as last_logged,
  (select max(w.started_at) ${started}) as last_started, (select max(w.local_date) ${started}) as last_date,
  (select w.state ${started} order by w.started_at desc limit 1) as last_state
  from workout_plans p join workout_sessions s on s.workout_plan_id = p.id
  where p.id in (select plan_id from chain)
  order by p.start_date, p.id, s.order_index, s.day_of_week, s.id`

const linesText = `select x.workout_session_id as "sessionId", ${nameOfExercise} as name, x.sets, x.reps, x.weight,
  x.load_text as "loadText", x.rpe, x.superset
  from workout_plans p join workout_sessions s on s.workout_plan_id = p.id
  join workout_exercises x on x.workout_session_id = s.id join exercises e on e.id = x.exercise_id
  where p.client_id = ? and ${runningText}
  order by x.workout_session_id, x."order", x.id`

function plannedDay(row: DayRow, timeZone: string): PlannedDay {
  const logged = row.last_logged === null ? null : parseTimestamp(row.last_logged)
  const started = row.last_started === null ? null : parseTimestamp(row.last_started)
  const foreignDate = logged && localDate(logged, timeZone)
  const dates = [foreignDate, row.last_date].flatMap((date) => date ?? [])
  const lastDone = dates.toSorted().at(-1) ?? null
  const moments = [logged, started].flatMap((moment) => moment?.getTime() ?? [])
  return {
    sessionId: row.session_id,
    planId: row.plan_id,
    name: row.name,
    planName: row.plan_name,
    weekday: row.day_of_week,
    from: row.start_date,
    until: row.end_date,
    order: row.order_index,
    lastDone,
    leftOpen: row.last_state === 'left' && row.last_date === lastDone,
    lastDoneAt: moments.length > 0 ? Math.max(...moments) : null,
  }
}

/** The acting client's today, in their zone. */
export async function todayCard(turn: Turn): Promise<TodayCard> {
  const { userId } = requireClient(turn)
  const { date, weekday } = localDay(turn)
  const rows = await query<DayRow>(turn.sql, daysText, [userId, date, date, date])
  const days = rows.map((row) => plannedDay(row, turn.actor.timeZone))
  const lines = await query<PlannedLine>(turn.sql, linesText, [turn.actor.language, userId, date, date, date])
  const [coming] = await comingPlans(turn, userId, date)
  const ended = await reopenable(turn)
  return {
    ...todayOf(days, date, weekday, await skippedDays(turn.sql, userId, date)),
    date,
    days,
    lines,
    walk: await readWalk(turn),
    begins: coming?.startDate ? { id: coming.id, name: coming.name, date: coming.startDate } : null,
    over: days.length > 0 || coming ? null : ((await lastPlanOver(turn, userId, date)) ?? null),
    newest: await newestWorkout(turn),
    leftOpen: ended?.state === 'left' ? ended : null,
  }
}
