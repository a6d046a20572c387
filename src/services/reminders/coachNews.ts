import type { MikroORM } from '@mikro-orm/sqlite'
import { addDays, dayMs, localDate, zoneOr } from '../../domain/localTime.ts'
import { isSilenceNews } from '../../domain/reminders/silence.ts'
import { endsAheadDays } from '../../domain/reminders/slots.ts'
import { formatTimestamp, parseTimestamp } from '../../entities/types.ts'
import { owe } from '../deliveries.ts'
import { endsMealsText, lastMealsText } from '../mealPlans/ending.ts'
import { runningText, versionsAfter } from '../plans/running.ts'
import { query } from '../statement.ts'
import { type Sql, inUnit } from '../unit.ts'
import { newsTimes } from './newsTimes.ts'
import { earlier } from './planning.ts'

/** Whatever the zone: a day of somebody's is at most so far from that of UTC. */
const around = (now: Date, days: number): string => formatTimestamp(new Date(now.getTime() + days * dayMs))
const dayAround = (now: Date, days: number): string => around(now, days).slice(0, 10)

interface Row {
  /** What is read in order. */
  at: number
  /** Told once by it. */
  key: string
  client: number
  coach: number
  zone: string | null
}

interface EndingRow extends Row {
  plan: number
  until: string
}

interface MealsRow extends Row {
  until: string
}

interface SilentRow extends Row {
  acted_at: string
}

interface News {
  kind: string
  key: string
  recipientId: number
  payload: object
}

/** Rows read in one transaction: others wait for it. */
const perUnit = 250
const untold = (key: string): string => `not exists (select 1 from deliveries d where d.dedupe_key = ${key})`

// What nothing comes after. A plan that is short from the start is no surprise.
const endingKey = `'planEnds:' || p.id`
const endingText = `select p.id as at, ${endingKey} as key, u.id as client, u.trainer_id as coach, s.time_zone as zone,
  p.id as plan, p.end_date as until
  from workout_plans p join users u on u.id = p.client_id left join user_settings s on s.user_id = u.id
  where p.id > ? and p.end_date between ? and ? and u.is_active = 1 and u.trainer_id is not null
  and (p.start_date is null or p.start_date < date(p.end_date, ?)) and ${untold(endingKey)}
  and not exists (select 1 from ${versionsAfter('p')})
  and not exists (select 1 from workout_plans n where n.client_id = p.client_id and n.id <> p.id
    and (n.end_date is null or n.end_date > p.end_date) and not exists
    (select 1 from ${versionsAfter('n')}))
  order by p.id limit ${perUnit}`

interface Page {
  rows: readonly Row[]
  news: News[]
}
type ReadPage = (sql: Sql, after: number) => Promise<Page>

const planEnds =
  (now: Date, defaultZone: string): ReadPage =>
  async (sql, after) => {
    const ends = [dayAround(now, -1), dayAround(now, endsAheadDays + 1), `-${endsAheadDays} days`]
    const rows = await query<EndingRow>(sql, endingText, [after, ...ends])
    const news = rows.flatMap(({ key, client, coach, zone, plan, until }) => {
      if (!isAhead(until, now, zoneOr(zone, defaultZone))) return []
      return [{ key, kind: 'planEnds', recipientId: coach, payload: { client, plan } }]
    })
    return { rows, news }
  }

/** Whether a last local day is near enough to be told of, and not there yet. */
function isAhead(until: string, now: Date, zone: string): boolean {
  const today = localDate(now, zone)
  return today < until && until <= addDays(today, endsAheadDays)
}

const mealsKey = `'mealsEnd:' || u.id || ':' || m.until`
const mealsText = `select u.id as at, ${mealsKey} as key, u.id as client, u.trainer_id as coach, s.time_zone as zone, m.until
  from (select x.id, ${lastMealsText('x.id')} as until from users x
    where x.id > ? and x.role = 'client' and x.is_active = 1 and x.trainer_id is not null) m
  join users u on u.id = m.id left join user_settings s on s.user_id = u.id
  where m.until between ? and ? and ${endsMealsText('m.id', 'm.until')} and ${untold(mealsKey)}
  order by u.id limit ${perUnit}`

const mealsEnd =
  (now: Date, defaultZone: string): ReadPage =>
  async (sql, after) => {
    const ends = [dayAround(now, -1), dayAround(now, endsAheadDays + 1)]
    const rows = await query<MealsRow>(sql, mealsText, [after, ...ends])
    const news = rows
      .filter(({ until, zone }) => isAhead(until, now, zoneOr(zone, defaultZone)))
      .map(({ key, client, coach, until }) => ({
        key,
        kind: 'mealsEnd',
        recipientId: coach,
        payload: { client, until },
      }))
    return { rows, news }
  }

const silentKey = `'wentSilent:' || u.id || ':' || substr(c.acted_at, 1, 10)`
// SQLite takes what is joined crosswise in that order: few were silent for just so long.
const silentText = `select c.telegram_id as at, ${silentKey} as key, u.id as client, u.trainer_id as coach,
  s.time_zone as zone, c.acted_at
  from conversations c cross join telegram_accounts a cross join users u left join user_settings s on s.user_id = u.id
  where c.telegram_id > ? and a.telegram_id = c.telegram_id and u.id = a.user_id and c.acted_at between ? and ? and u.role = 'client' and u.is_active = 1
  and u.trainer_id is not null and ${untold(silentKey)}
  and not exists (select 1 from nudge_states q where q.user_id = u.id and q.paused_until >= ?)
  and (exists (select 1 from workout_plans p where p.client_id = u.id and ${runningText})
    or exists (select 1 from nutrition_plans n where n.client_id = u.id and (n.start_date is null or n.start_date <= ?)
      and (n.end_date is null or n.end_date >= ?))
    or exists (select 1 from meal_plans m where m.client_id = u.id and m.date = ?))
  order by c.telegram_id limit ${perUnit}`

const silences =
  (now: Date, defaultZone: string): ReadPage =>
  async (sql, after) => {
    const day = dayAround(now, 0)
    // Five of their days may be little more than four, and ten little less than eleven.
    const acted = [around(now, -11), around(now, -4)]
    const rows = await query<SilentRow>(sql, silentText, [after, ...acted, day, day, day, day, day, day, day])
    const news = rows.flatMap(({ key, client, coach, zone, acted_at }) => {
      const own = zoneOr(zone, defaultZone)
      const since = localDate(parseTimestamp(acted_at), own)
      if (!isSilenceNews(since, localDate(now, own))) return []
      return [{ key, kind: 'wentSilent', recipientId: coach, payload: { client, since } }]
    })
    return { rows, news }
  }

async function tellAll(orm: MikroORM, now: Date, defaultZone: string, read: ReadPage): Promise<Date | null> {
  let due: Date | null = null
  for (let after: number | undefined = 0; after !== undefined;) {
    const from: number = after
    after = await inUnit(orm, 'reminders.coaches', async (unit) => {
      const { rows, news } = await read(unit.sql, from)
      const pushedAt = await newsTimes(
        unit.sql,
        news.map(({ recipientId }) => recipientId),
        now,
        defaultZone,
      )
      for (const one of news) {
        const dueAt = pushedAt(one.recipientId)
        const expiresAt = new Date(dueAt.getTime() + 2 * dayMs)
        await owe(unit, { ...one, dueAt, expiresAt, valuable: true }, now)
      }
      due = earlier(due, unit.due.at)
      return rows.length < perUnit ? undefined : rows.at(-1)?.at
    })
  }
  return due
}

/**
 * Coaches hear, once each, of plans and meals of their clients that end before long with nothing after them, and of clients
 * with a plan who went silent: in the brief that is to come, which reads what waits here, or by itself. Called every hour; answers
 * when the first of that is due, null for none.
 */
export async function tellCoaches(orm: MikroORM, now: Date, defaultZone: string): Promise<Date | null> {
  const ending = await tellAll(orm, now, defaultZone, planEnds(now, defaultZone))
  const meals = await tellAll(orm, now, defaultZone, mealsEnd(now, defaultZone))
  const silent = await tellAll(orm, now, defaultZone, silences(now, defaultZone))
  return earlier(earlier(ending, meals), silent)
}
