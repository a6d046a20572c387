import type { ComponentType } from '../../domain/enums.ts'
import { choicesOf, daysOfSeries } from '../../domain/meals/stored.ts'
import type { Macros, MealDays, MealText } from '../../domain/meals/types.ts'
import type { Authorized, CoachedClient } from '../access.ts'
import { Refusal } from '../errors.ts'
import { dayOf } from '../plans/clientDay.ts'
import { query } from '../statement.ts'
import type { Turn } from '../turn.ts'
import type { Sql } from '../unit.ts'
import type { DayOfMeals } from './write.ts'

/** A series without its meals; dates are local days of the client. */
export interface SeriesSpan {
  id: number
  /** Empty where the text gave none. */
  title: string
  start: string
  end: string
  /** 0–6, Monday first; null for every day. */
  weekdays: number[] | null
}

/** Meals of many days as the file has them. */
export interface StoredSeries extends SeriesSpan {
  clientId: number
  trainerName: string | null
  /** The days it holds, in order. */
  dates: string[]
  when: MealDays
  plan: DayOfMeals
}

interface SpanRow {
  id: number
  client_id: number
  title: string | null
  start_date: string
  end_date: string | null
  last_date: string
  weekdays: string | null
  trainer: string | null
}

/** A series without an end ends with the last day it holds; one without days is none. */
const spanColumns = `s.id, s.client_id, s.start_date, s.end_date, s.weekdays, coalesce(t.full_name, t.username) as trainer,
  max(d.date) as last_date,
  (select x.title from meal_plans x where x.meal_series_id = s.id order by x.date desc, x.id desc limit 1) as title
  from meal_series s join meal_plans d on d.meal_series_id = s.id left join users t on t.id = s.trainer_id`
const currentText = `select ${spanColumns} where s.client_id = ? group by s.id, t.full_name, t.username having max(d.date) >= ?
  order by s.start_date, s.id`
const oneText = `select ${spanColumns} where s.id = ? group by s.id, t.full_name, t.username`
const datesText = 'select id, date from meal_plans where meal_series_id = ? order by date, id'
const othersText = `select distinct date from meal_plans where client_id = ? and date >= ? and date <= ?
  and (meal_series_id is null or meal_series_id <> ?)`
const planText = `select title, notes as note, total_calories as calories, protein_target as protein,
  carb_target as carbs, fat_target as fat from meal_plans where id = ?`
const mealsText = `select id, name, notes as note, time_of_day as time from meal_entries where meal_plan_id = ?
  order by order_index, time_of_day, id`
const partsText = `select c.id, c.meal_entry_id as entry, c.type, c.description, c.is_optional, c.choice, c.calories, c.protein,
  c.carbs, c.fat from meal_components c join meal_entries e on e.id = c.meal_entry_id where e.meal_plan_id = ?
  order by c.order_index, c.id`

function spanOfRow(row: SpanRow): SeriesSpan {
  const { id, title, start_date: start, end_date, last_date, weekdays } = row
  return {
    id,
    title: title ?? '',
    start,
    end: end_date ?? last_date,
    weekdays: weekdays === null ? null : weekdays.split(',').map(Number),
  }
}

/** The meals of one day of the file. */
export async function readDay(sql: Sql, planId: number): Promise<DayOfMeals> {
  const [plan] = await query<Macros & { title: string | null; note: string | null }>(sql, planText, [planId])
  const entries = await query<{ id: number; name: string; note: string | null; time: string | null }>(
    sql,
    mealsText,
    [planId],
  )
  const rows = await query<Macros & PartRow>(sql, partsText, [planId])
  const parts = Map.groupBy(rows, ({ entry }) => entry)
  const meals = entries.map(({ id, name, note, time }): MealText => {
    const stored = (parts.get(id) ?? []).map((row) => ({ ...row, isOptional: Boolean(row.is_optional) }))
    return { name, note, timeOfDay: time?.slice(0, 5) ?? null, choices: choicesOf(stored) }
  })
  const { title = null, note = null, calories = null, protein = null, carbs = null, fat = null } = plan ?? {}
  return { title: title ?? '', note, targets: { calories, protein, carbs, fat }, meals }
}

interface PartRow {
  id: number
  entry: number
  type: ComponentType
  description: string | null
  is_optional: number
  choice: number | null
}

/** The series of a client that are under way or to come, the first to begin first. */
export async function currentSeries(turn: Turn, client: Authorized<CoachedClient>): Promise<SeriesSpan[]> {
  const rows = await query<SpanRow>(turn.sql, currentText, [client.userId, dayOf(turn, client)])
  return rows.map(spanOfRow)
}

/**
 * A series with its meals as they are on its next day (`today` on), or were on its last; undefined when it is gone.
 * The caller proves the right to see it.
 */
export async function findSeries(
  sql: Sql,
  seriesId: number,
  today: string,
): Promise<StoredSeries | undefined> {
  const [row] = await query<SpanRow>(sql, oneText, [seriesId])
  if (!row) return undefined
  const span = spanOfRow(row)
  const days = await query<{ id: number; date: string }>(sql, datesText, [seriesId])
  const others = await query<{ date: string }>(sql, othersText, [
    row.client_id,
    span.start,
    span.end,
    seriesId,
  ])
  const day = days.find(({ date }) => date >= today) ?? days.at(-1)
  const dates = days.map(({ date }) => date)
  return {
    ...span,
    clientId: row.client_id,
    trainerName: row.trainer,
    dates,
    when: daysOfSeries(span, dates, new Set(others.map(({ date }) => date))),
    plan: await readDay(sql, day?.id ?? 0),
  }
}

/** A series of the client that is not over. Refusals: `notThere` for anybody else's, `planOver`. */
export async function readCurrentSeries(
  turn: Turn,
  client: Authorized<CoachedClient>,
  seriesId: number,
): Promise<StoredSeries> {
  const today = dayOf(turn, client)
  const series = await findSeries(turn.sql, seriesId, today)
  if (series?.clientId !== client.userId) throw new Refusal('notThere')
  if ((series.dates.at(-1) ?? '') < today) throw new Refusal('planOver')
  return series
}
