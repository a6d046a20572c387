import type { WorkoutState } from '../../domain/enums.ts'
import { localDate } from '../../domain/localTime.ts'
import type { PlanVersion, Trained } from '../../domain/progress/adherence.ts'
import { parseTimestamp } from '../../entities/types.ts'
import type { Clients } from '../people/clientSet.ts'
import { versionsAfter } from '../plans/running.ts'
import { query } from '../statement.ts'
import type { Sql } from '../unit.ts'

interface DayRow {
  client_id: number
  id: number
  previous_id: number | null
  start_date: string | null
  created_at: string
  end_date: string | null
  session_id: number | null
  name: string | null
  day_of_week: number | null
}

const plansText = (
  of: string,
) => `select p.client_id, p.id, p.previous_id, p.start_date, p.created_at, p.end_date,
  s.id as session_id, s.name, s.day_of_week
  from workout_plans p left join workout_sessions s on s.workout_plan_id = p.id
  where p.client_id ${of} and (p.end_date is null or p.end_date >= ?)
  and not exists (select 1 from ${versionsAfter('p')}
    and coalesce(v.start_date, substr(v.created_at, 1, 10)) <= ?) order by p.id`

function versionOf(rows: readonly DayRow[], zone: string): PlanVersion[] {
  const [plan] = rows
  if (!plan) return []
  const start = plan.start_date ?? localDate(parseTimestamp(plan.created_at), zone)
  const days = rows.flatMap(({ session_id: sessionId, name, day_of_week: weekday }) =>
    sessionId === null ? [] : [{ sessionId, name: name ?? '', weekday }],
  )
  return [{ id: plan.id, previousId: plan.previous_id, start, end: plan.end_date, days }]
}

/** The versions of clients' plans that are in force on some day from `since` on, by client. */
export async function versionsOf(
  sql: Sql,
  { of, values, zoneOf }: Clients,
  since: string,
): Promise<Map<number, PlanVersion[]>> {
  const rows = await query<DayRow>(sql, plansText(of), [...values, since, since])
  const byClient = Map.groupBy(rows, (row) => row.client_id)
  return new Map(
    [...byClient].map(([client, those]) => [
      client,
      [...Map.groupBy(those, ({ id }) => id).values()].flatMap((one) => versionOf(one, zoneOf(client))),
    ]),
  )
}

interface WorkoutRow {
  client_id: number
  workout_session_id: number | null
  name: string | null
  local_date: string
  state: WorkoutState
}

const workoutsText = (
  of: string,
) => `select w.client_id, w.workout_session_id, w.name, w.local_date, w.state from workouts w
  where w.client_id ${of} and w.local_date >= ?
  and exists (select 1 from exercise_completions c where c.workout_id = w.id) order by w.local_date, w.started_at`

interface ForeignRow {
  client_id: number
  completed_at: string
  exercise_row: number | null
  session_id: number | null
  name: string | null
  planned: number
}

// Others log exercises alone: which day of the plan it was tells what they name.
const foreignText = (
  of: string,
) => `select c.client_id, c.completed_at, c.workout_exercise_id as exercise_row,
  s.id as session_id, s.name,
  (select count(*) from workout_exercises o where o.workout_session_id = s.id) as planned
  from exercise_completions c left join workout_exercises x on x.id = c.workout_exercise_id
  left join workout_sessions s on s.id = x.workout_session_id
  where c.client_id ${of} and c.completed_at >= ? and c.workout_id is null order by c.completed_at`

const trainedOf = ({
  workout_session_id: sessionId,
  name,
  local_date: date,
  state,
}: WorkoutRow): Trained => ({
  date,
  sessionId,
  name: sessionId === null ? null : name,
  isWhole: state === 'finished',
})

function foreignTrained(rows: readonly ForeignRow[], zone: string): Trained[] {
  const dated = rows.map((row) => ({ ...row, date: localDate(parseTimestamp(row.completed_at), zone) }))
  return [...Map.groupBy(dated, ({ date, session_id: id }) => `${date} ${id ?? ''}`).values()].flatMap(
    (of) => {
      const [one] = of
      if (!one) return []
      const done = new Set(of.map((row) => row.exercise_row)).size
      const { date, session_id: sessionId, name, planned } = one
      return [{ date, sessionId, name, isWhole: done >= planned }]
    },
  )
}

/** What clients trained from `since` on, whoever wrote it, by client; a day before it may be among it. */
export async function trainedBy(
  sql: Sql,
  { of, values, zoneOf }: Clients,
  since: string,
): Promise<Map<number, Trained[]>> {
  const trained = new Map<number, Trained[]>()
  const add = (client: number, some: readonly Trained[]) =>
    trained.set(client, [...(trained.get(client) ?? []), ...some])
  const workouts = await query<WorkoutRow>(sql, workoutsText(of), [...values, since])
  for (const [client, rows] of Map.groupBy(workouts, (row) => row.client_id)) add(client, rows.map(trainedOf))
  const foreign = await query<ForeignRow>(sql, foreignText(of), [...values, since])
  for (const [client, rows] of Map.groupBy(foreign, (row) => row.client_id))
    add(client, foreignTrained(rows, zoneOf(client)))
  return trained
}
