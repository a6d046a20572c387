import type { Authorized, CoachedClient } from '../access.ts'
import { query, run } from '../statement.ts'
import type { Turn } from '../turn.ts'

/** A plan of a day. */
export interface TakenDay {
  id: number
  date: string
  title: string
  seriesId: number | null
  /** Something of it was eaten, skipped or shown: it is never taken away. */
  isLogged: boolean
}

const loggedText = `exists (select 1 from meal_entries e where e.meal_plan_id = d.id
  and (exists (select 1 from eaten_meals x where x.meal_entry_id = e.id)
    or exists (select 1 from meal_uploads u where u.meal_entry_id = e.id)))`
const takenText = `select d.id, d.date, d.title, d.meal_series_id as series, ${loggedText} as logged from meal_plans d
  where d.client_id = ? and d.date >= ? and d.date <= ? order by d.date, d.id`

/** The plans that a client has on some of these local days, whoever wrote them. `dates` in order. */
export async function takenDays(
  { sql }: Turn,
  client: Authorized<CoachedClient>,
  dates: readonly string[],
): Promise<TakenDay[]> {
  const [first, last] = [dates[0], dates.at(-1)]
  if (first === undefined || last === undefined) return []
  const rows = await query<{
    id: number
    date: string
    title: string | null
    series: number | null
    logged: number
  }>(sql, takenText, [client.userId, first, last])
  const wanted = new Set(dates)
  return rows
    .filter(({ date }) => wanted.has(date))
    .map(({ id, date, title, series, logged }) => ({
      id,
      date,
      title: title ?? '',
      seriesId: series,
      isLogged: logged === 1,
    }))
}

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ')

/** What is left of series whose days were taken: one without days goes, its followers follow the one before it. */
async function mend({ sql }: Turn, seriesId: number, gone: ReadonlySet<string>): Promise<void> {
  const [left] = await query<{
    first: string | null
    last: string | null
    start: string
    end: string | null
  }>(
    sql,
    `select min(d.date) as first, max(d.date) as last, s.start_date as start, s.end_date as "end"
     from meal_series s left join meal_plans d on d.meal_series_id = s.id where s.id = ? group by s.id, s.start_date, s.end_date`,
    [seriesId],
  )
  if (!left) return
  const { first, last, start, end } = left
  if (first === null || last === null) {
    await run(
      sql,
      `update meal_series set previous_id = (select o.previous_id from meal_series o where o.id = ?) where previous_id = ?`,
      [seriesId, seriesId],
    )
    return run(sql, 'delete from meal_series where id = ?', [seriesId])
  }
  const dates = [...gone].sort()
  const isCutAtEnd = dates.some((date) => date > last)
  const isCutAtStart = dates.some((date) => date < first)
  await run(sql, 'update meal_series set start_date = ?, end_date = ? where id = ?', [
    isCutAtStart ? first : start,
    isCutAtEnd ? last : end,
    seriesId,
  ])
}

/** Takes plans of days away of which nothing was logged, and shortens or removes the series they were of. */
export async function removeDays(turn: Turn, days: readonly TakenDay[]): Promise<void> {
  const open = days.filter(({ isLogged }) => !isLogged)
  if (open.length === 0) return
  const ids = open.map(({ id }) => id)
  await run(turn.sql, `delete from meal_plans where id in (${marks(ids)})`, ids)
  const bySeries = Map.groupBy(open, ({ seriesId }) => seriesId)
  for (const [seriesId, of] of bySeries)
    if (seriesId !== null) await mend(turn, seriesId, new Set(of.map(({ date }) => date)))
}
