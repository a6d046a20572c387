import { localDate } from '../../domain/localTime.ts'
import { type Outlook, daysOf, isFast, outlookOf, trendOf, weeklyChange } from '../../domain/weight/trend.ts'
import type { Authorized, CoachedClient } from '../access.ts'
import { query } from '../statement.ts'
import type { Turn } from '../turn.ts'
import { type Subject, type WeighIn, type Weighed, ownSubject, weighInsOf } from './reading.ts'

/** Where a client stands. kg throughout. */
export interface Standing {
  /** The newest by its day. */
  newest: Weighed | undefined
  /** The weigh-in that was written down last. */
  entered: WeighIn | undefined
  trend: number | undefined
  perWeek: number | undefined
  isFast: boolean
  target: number | null
  outlook: Outlook | undefined
}

const othersText = `select date, weight, notes, null as body_fat from nutrition_entries
  where client_id = ? and weight is not null and weigh_in_id is null
  union all select date, weight, null, body_fat from progress_entries
  where client_id = ? and weight is not null and weigh_in_id is null`

/**
 * All a client weighed, oldest first: the weigh-ins, and what the diary and the progress of other programs say of days
 * without one. The right to them is the caller's to prove.
 */
export async function weighedBy(turn: Turn, subject: Subject): Promise<Weighed[]> {
  const weighIns = await weighInsOf(turn, subject)
  const known = new Set(weighIns.map(({ date }) => date))
  const rows = await query<{ date: string; weight: number; notes: string | null; body_fat: number | null }>(
    turn.sql,
    othersText,
    [subject.userId, subject.userId],
  )
  const others = rows
    .filter(({ date }) => !known.has(date))
    .map(({ date, weight: kg, notes: note, body_fat: bodyFat }) => ({
      kg,
      typed: null,
      bodyFat,
      note,
      date,
    }))
  return [...weighIns, ...others].toSorted((a, b) => (a.date === b.date ? 0 : a.date < b.date ? -1 : 1))
}

/** What a coach sees of it: the newest weight and the trend in kg; undefined before the first. */
export async function lastWeighed(
  turn: Turn,
  client: Authorized<CoachedClient>,
): Promise<{ newest: Weighed; trend: number } | undefined> {
  const all = await weighedBy(turn, client)
  const newest = all.at(-1)
  return newest && { newest, trend: trendOf(daysOf(all)) ?? newest.kg }
}

/** The weight a client aims at, kg. The caller proves the right to see it. */
export async function targetOf({ sql }: Turn, userId: number): Promise<number | null> {
  const text = 'select target_weight as target from client_profiles where user_id = ?'
  const [profile] = await query<{ target: number | null }>(sql, text, [userId])
  return profile?.target ?? null
}

/** Trend, change per week and what they mean for the target, for the acting client. */
export async function readStanding(turn: Turn): Promise<Standing> {
  const subject = ownSubject(turn)
  const all = await weighedBy(turn, subject)
  const days = daysOf(all)
  const trend = trendOf(days)
  const perWeek = weeklyChange(days, localDate(turn.now, subject.timeZone))
  const target = await targetOf(turn, subject.userId)
  return {
    newest: all.at(-1),
    entered: all
      .filter((one): one is WeighIn => 'id' in one)
      .toSorted((a, b) => a.id - b.id)
      .at(-1),
    trend,
    perWeek,
    isFast: trend !== undefined && perWeek !== undefined && isFast(trend, perWeek),
    target,
    outlook: trend === undefined || target === null ? undefined : outlookOf(trend, perWeek, target),
  }
}
