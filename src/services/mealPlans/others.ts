import type { Authorized, CoachedClient } from '../access.ts'
import { dayOf } from '../plans/clientDay.ts'
import { query } from '../statement.ts'
import type { Turn } from '../turn.ts'

/** Days of meals that other programs wrote, under one title. */
export interface OtherDays {
  /** Empty where nobody gave one. */
  title: string
  /** Local days of the client, in order. */
  dates: string[]
}

/** The newest row of a date counts. */
const othersText = `select d.date, coalesce(d.title, '') as title from meal_plans d
  where d.client_id = ? and d.meal_series_id is null and d.date >= ?
    and not exists (select 1 from meal_plans n where n.client_id = d.client_id and n.date = d.date and n.id > d.id)
  order by d.date, d.id`

/** The days of a client, from today on, whose meals are of no series; what comes first is first. */
export async function otherDays(turn: Turn, client: Authorized<CoachedClient>): Promise<OtherDays[]> {
  const rows = await query<{ date: string; title: string }>(turn.sql, othersText, [
    client.userId,
    dayOf(turn, client),
  ])
  const byTitle = Map.groupBy(rows, ({ title }) => title)
  return [...byTitle].map(([title, days]) => ({ title, dates: days.map(({ date }) => date) }))
}
