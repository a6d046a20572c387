import type { MikroORM } from '@mikro-orm/sqlite'
import { addDays, localDate } from '../../domain/localTime.ts'
import { isSilenceNews } from '../../domain/reminders/silence.ts'
import { endsAheadDays } from '../../domain/reminders/slots.ts'
import { formatTimestamp, parseTimestamp } from '../../entities/types.ts'
import { owe } from '../deliveries.ts'
import { runningText } from '../plans/running.ts'
import { query } from '../statement.ts'
import { type Sql, type Unit, inUnit } from '../unit.ts'

const dayMs = 24 * 3_600_000
/** Whatever the zone: a day of somebody's is at most so far from that of UTC. */
const around = (now: Date, days: number): string => formatTimestamp(new Date(now.getTime() + days * dayMs))
const dayAround = (now: Date, days: number): string => around(now, days).slice(0, 10)

interface Coached {
  client: number
  coach: number
  zone: string | null
}

interface EndingRow extends Coached {
  plan: number
  until: string
}

// What nothing comes after. A plan that is short from the start is no surprise.
const endingText = `select u.id as client, u.trainer_id as coach, s.time_zone as zone, p.id as plan, p.end_date as until
  from workout_plans p join users u on u.id = p.client_id left join user_settings s on s.user_id = u.id
  where p.end_date between ? and ? and u.is_active = 1 and u.trainer_id is not null
  and (p.start_date is null or p.start_date < date(p.end_date, ?))
  and not exists (select 1 from workout_plans v where v.previous_id = p.id)
  and not exists (select 1 from workout_plans n where n.client_id = p.client_id and n.id <> p.id
    and (n.end_date is null or n.end_date > p.end_date) and not exists
    (select 1 from workout_plans v where v.previous_id = n.id))
  and not exists (select 1 from deliveries d where d.dedupe_key = 'planEnds:' || p.id)`

async function planEnds(sql: Sql, now: Date, defaultZone: string) {
  const values = [dayAround(now, -1), dayAround(now, endsAheadDays + 1), `-${endsAheadDays} days`]
  const rows = await query<EndingRow>(sql, endingText, values)
  return rows.flatMap(({ client, coach, zone, plan, until }) => {
    const today = localDate(now, zone ?? defaultZone)
    if (until <= today || until > addDays(today, endsAheadDays)) return []
    return [{ key: `planEnds:${plan}`, kind: 'planEnds', recipientId: coach, payload: { client, plan } }]
  })
}

interface SilentRow extends Coached {
  acted_at: string
}

const silentText = `select u.id as client, u.trainer_id as coach, s.time_zone as zone, c.acted_at
  from conversations c join telegram_accounts a on a.telegram_id = c.telegram_id join users u on u.id = a.user_id
  left join user_settings s on s.user_id = u.id
  where c.acted_at between ? and ? and u.role = 'client' and u.is_active = 1 and u.trainer_id is not null
  and (exists (select 1 from workout_plans p where p.client_id = u.id and ${runningText})
    or exists (select 1 from nutrition_plans n where n.client_id = u.id and (n.start_date is null or n.start_date <= ?)
      and (n.end_date is null or n.end_date >= ?))
    or exists (select 1 from meal_plans m where m.client_id = u.id and m.date = ?))`

async function silences(sql: Sql, now: Date, defaultZone: string) {
  const day = dayAround(now, 0)
  const values = [around(now, -12), around(now, -3), day, day, day, day, day, day]
  const rows = await query<SilentRow>(sql, silentText, values)
  return rows.flatMap(({ client, coach, zone, acted_at }) => {
    const own = zone ?? defaultZone
    const since = localDate(parseTimestamp(acted_at), own)
    if (!isSilenceNews(since, localDate(now, own))) return []
    const key = `wentSilent:${client}:${since}`
    return [{ key, kind: 'wentSilent', recipientId: coach, payload: { client, since } }]
  })
}

async function told(unit: Unit, now: Date, defaultZone: string): Promise<Date | null> {
  const news = [
    ...(await planEnds(unit.sql, now, defaultZone)),
    ...(await silences(unit.sql, now, defaultZone)),
  ]
  const expiresAt = new Date(now.getTime() + 2 * dayMs)
  for (const one of news) await owe(unit, { ...one, dueAt: now, expiresAt, valuable: true }, now)
  return unit.due.at
}

/**
 * Coaches hear, once each, of plans of their clients that end before long with nothing after them, and of clients with a
 * plan who went silent. Called every hour; answers when the first of that is due, null for none.
 */
export function tellCoaches(orm: MikroORM, now: Date, defaultZone: string): Promise<Date | null> {
  return inUnit(orm, 'reminders.coaches', (unit) => told(unit, now, defaultZone))
}

/** The plan that ends, as long as it is so; undefined when it is gone, or goes on. */
export async function toldPlanEnd(
  { sql }: Unit,
  clientId: number,
  planId: number,
): Promise<{ plan: string; until: string } | undefined> {
  const row = await sql
    .selectFrom('workout_plans')
    .select(['name', 'end_date'])
    .where('id', '=', planId)
    .where('client_id', '=', clientId)
    .executeTakeFirst()
  return row?.end_date ? { plan: row.name, until: row.end_date } : undefined
}

/** Whether nothing has come from a client since a local day of theirs. */
export async function isStillSilent(
  { sql }: Unit,
  { userId, timeZone }: { userId: number; timeZone: string },
  since: string,
): Promise<boolean> {
  const row = await sql
    .selectFrom('conversations as c')
    .innerJoin('telegram_accounts as a', 'a.telegram_id', 'c.telegram_id')
    .select('c.acted_at')
    .where('a.user_id', '=', userId)
    .executeTakeFirst()
  const actedAt = row?.acted_at ?? null
  return actedAt !== null && localDate(parseTimestamp(actedAt), timeZone) === since
}
