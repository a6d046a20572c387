import { addDays, localDate } from '../../domain/localTime.ts'
import type { WorkoutState } from '../../domain/enums.ts'
import {
  type Adherence,
  type PlanVersion,
  type Trained,
  adherenceOf,
} from '../../domain/progress/adherence.ts'
import { parseTimestamp } from '../../entities/types.ts'
import type { Authorized, Subject } from '../access.ts'
import { query } from '../statement.ts'
import type { Turn } from '../turn.ts'

interface DayRow {
  id: number
  previous_id: number | null
  start_date: string | null
  created_at: string
  end_date: string | null
  session_id: number | null
  name: string | null
  day_of_week: number | null
}

const plansText = `select p.id, p.previous_id, p.start_date, p.created_at, p.end_date,
  s.id as session_id, s.name, s.day_of_week
  from workout_plans p left join workout_sessions s on s.workout_plan_id = p.id
  where p.client_id = ? order by p.id`

async function versionsOf({ sql }: Turn, client: Subject): Promise<PlanVersion[]> {
  const rows = await query<DayRow>(sql, plansText, [client.userId])
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((of) => {
    const [plan] = of
    if (!plan) return []
    const start = plan.start_date ?? localDate(parseTimestamp(plan.created_at), client.timeZone)
    const days = of.flatMap(({ session_id: sessionId, name, day_of_week: weekday }) =>
      sessionId === null ? [] : [{ sessionId, name: name ?? '', weekday }],
    )
    return [{ id: plan.id, previousId: plan.previous_id, start, end: plan.end_date, days }]
  })
}

interface WorkoutRow {
  workout_session_id: number | null
  name: string | null
  local_date: string
  state: WorkoutState
}

const workoutsText = `select w.workout_session_id, w.name, w.local_date, w.state from workouts w
  where w.client_id = ? and exists (select 1 from exercise_completions c where c.workout_id = w.id)`

interface ForeignRow {
  completed_at: string
  exercise_row: number | null
  session_id: number | null
  name: string | null
  planned: number
}

// Others log exercises alone: which day of the plan it was tells what they name.
const foreignText = `select c.completed_at, c.workout_exercise_id as exercise_row, s.id as session_id, s.name,
  (select count(*) from workout_exercises o where o.workout_session_id = s.id) as planned
  from exercise_completions c left join workout_exercises x on x.id = c.workout_exercise_id
  left join workout_sessions s on s.id = x.workout_session_id
  where c.client_id = ? and c.workout_id is null`

async function trainedBy({ sql }: Turn, client: Subject): Promise<Trained[]> {
  const workouts = await query<WorkoutRow>(sql, workoutsText, [client.userId])
  const foreign = (await query<ForeignRow>(sql, foreignText, [client.userId])).map((row) => ({
    ...row,
    date: localDate(parseTimestamp(row.completed_at), client.timeZone),
  }))
  return [
    ...workouts.map(({ workout_session_id: sessionId, name, local_date: date, state }) => ({
      date,
      sessionId,
      name: sessionId === null ? null : name,
      isWhole: state === 'finished',
    })),
    ...[...Map.groupBy(foreign, ({ date, session_id: id }) => `${date} ${id ?? ''}`).values()].flatMap(
      (of) => {
        const [one] = of
        if (!one) return []
        const done = new Set(of.map((row) => row.exercise_row)).size
        const { date, session_id: sessionId, name, planned } = one
        return [{ date, sessionId, name, isWhole: done >= planned }]
      },
    ),
  ]
}

/** Most days that a calendar shows: a year of weeks. */
const mostDays = 53 * 7

/**
 * What became of the days from `from` to `until`, local days of the client's. They begin on
 * the first day on which anything was planned or trained, and go back a year at most. Undefined where there is nothing at all.
 */
export async function readAdherence(
  turn: Turn,
  client: Authorized<Subject>,
  { from, until }: { from: string | null; until: string },
): Promise<Adherence | undefined> {
  const versions = await versionsOf(turn, client)
  const trained = await trainedBy(turn, client)
  const today = localDate(turn.now, client.timeZone)
  const firsts = [...versions.map(({ start }) => start), ...trained.map(({ date }) => date)]
  const first = firsts.filter((date) => date <= today).toSorted()[0]
  if (first === undefined) return undefined
  const earliest = addDays(until, 7 - mostDays)
  const wanted = from !== null && from > first ? from : first
  return adherenceOf(versions, trained, { from: wanted > earliest ? wanted : earliest, until, today })
}
