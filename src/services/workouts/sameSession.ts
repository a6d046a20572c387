import { addDays, localDate } from '../../domain/localTime.ts'
import { volumeOfPast } from '../../domain/workout/past.ts'
import { formatTimestamp, parseTimestamp } from '../../entities/types.ts'
import { query } from '../statement.ts'
import type { Turn } from '../turn.ts'
import { type Subject, readPastDay, readPastWorkout } from './past.ts'

// The day itself, and the day of that name in the versions that this plan took the place of.
const sessionsText = `with recursive versions (id, previous_id) as (
    select p.id, p.previous_id from workouts w join workout_plans p on p.id = w.workout_plan_id where w.id = ?
    union select p.id, p.previous_id from versions v join workout_plans p on p.id = v.previous_id)
  select d.id from workout_sessions d join versions v on v.id = d.workout_plan_id
  where d.name = (select d.name from workouts w join workout_sessions d on d.id = w.workout_session_id where w.id = ?)
  union select workout_session_id from workouts where id = ? and workout_session_id is not null`

const workoutText = (ids: string): string => `select id, started_at as at from workouts
  where client_id = ? and workout_session_id in (${ids}) and id <> ? and state <> 'running' and started_at < ?
  order by started_at desc limit 1`

const othersText = (ids: string): string => `select c.completed_at as at
  from exercise_completions c join workout_exercises x on x.id = c.workout_exercise_id
  where c.client_id = ? and c.workout_id is null and x.workout_session_id in (${ids}) and c.completed_at < ?
  order by c.completed_at desc`

/**
 * The last time before this moment that the client did the same day of their plan as in this workout, with what was
 * lifted in kg; null when never. Days that another program logged count.
 */
export async function sameSessionBefore(
  turn: Turn,
  client: Subject,
  workoutId: number,
  startedAt: Date,
): Promise<{ date: string; volume: number } | null> {
  const { sql } = turn
  const sessions = await query<{ id: number }>(sql, sessionsText, [workoutId, workoutId, workoutId])
  if (sessions.length === 0) return null
  const ids = sessions.map(({ id }) => id)
  const marks = ids.map(() => '?').join(', ')
  const [workout] = await query<{ id: number; at: string }>(sql, workoutText(marks), [
    client.userId,
    ...ids,
    workoutId,
    formatTimestamp(startedAt),
  ])
  const until = addDays(formatTimestamp(startedAt).slice(0, 10), 2)
  const others = await query<{ at: string }>(sql, othersText(marks), [client.userId, ...ids, until])
  const moments = others.map(({ at }) => parseTimestamp(at)).filter((at) => at < startedAt)
  const other = moments.toSorted((a, b) => b.getTime() - a.getTime())[0]
  const past =
    other && (!workout || parseTimestamp(workout.at) < other)
      ? await readPastDay(turn, client, localDate(other, client.timeZone))
      : workout && (await readPastWorkout(turn, client, workout.id))
  return past ? { date: past.date, volume: volumeOfPast(past) } : null
}
