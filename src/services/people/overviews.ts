import { sql as text } from 'kysely'
import { localDate } from '../../domain/localTime.ts'
import { parseTimestamp } from '../../entities/types.ts'
import { runningOn } from '../plans/running.ts'
import type { Turn } from '../turn.ts'
import type { ListedClient } from './clients.ts'

/** What a coach's list says of a client. */
export interface Overview {
  /** What they train by on their own day. */
  plans: string[]
  /** Their local day of what they trained last, `YYYY-MM-DD`: of a workout the day it began. */
  lastTrained: string | null
}

/** Of clients that were found as the acting coach's own. */
export async function overviewsOf(
  turn: Turn,
  clients: readonly ListedClient[],
): Promise<Map<number, Overview>> {
  const zones = new Map(clients.map(({ userId, timeZone }) => [userId, timeZone]))
  const overviews = new Map<number, Overview>()
  if (clients.length === 0) return overviews
  for (const { id, completed_at, local_date } of await lastCompletions(turn, [...zones.keys()])) {
    const zone = zones.get(id)
    const own = completed_at === null || !zone ? null : localDate(parseTimestamp(completed_at), zone)
    overviews.set(id, { plans: [], lastTrained: local_date ?? own })
  }
  const byDay = Map.groupBy(clients, ({ timeZone }) => localDate(turn.now, timeZone))
  for (const [day, ofDay] of byDay) {
    const rows = await turn.sql
      .selectFrom('workout_plans as p')
      .select(['p.client_id', 'p.name'])
      .where(
        'p.client_id',
        'in',
        ofDay.map(({ userId }) => userId),
      )
      .where(runningOn(day))
      .orderBy('p.start_date')
      .orderBy('p.id')
      .execute()
    for (const { client_id, name } of rows) overviews.get(client_id ?? 0)?.plans.push(name)
  }
  return overviews
}

function lastCompletions({ sql }: Turn, ids: number[]) {
  return sql
    .selectFrom('users as u')
    .leftJoin('exercise_completions as c', (join) =>
      join.on(
        'c.id',
        '=',
        text<number>`(select x.id from exercise_completions x where x.client_id = u.id
          order by x.completed_at desc limit 1)`,
      ),
    )
    .leftJoin('workouts as w', 'w.id', 'c.workout_id')
    .select(['u.id', 'c.completed_at', 'w.local_date'])
    .where('u.id', 'in', ids)
    .execute()
}
