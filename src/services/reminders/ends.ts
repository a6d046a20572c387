import type { EndingPlan } from '../../domain/reminders/ending.ts'
import { versionsAfter } from '../plans/running.ts'
import { query } from '../statement.ts'
import type { Sql } from '../unit.ts'

interface Row extends EndingPlan {
  client: number
}

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ')

const trainingText = (
  clients: string,
  ends: string,
) => `select p.client_id as client, 'training' as "of", p.id,
  p.name, p.end_date as until from workout_plans p
  where p.client_id in (${clients}) and p.end_date in (${ends}) and (p.start_date is null or p.start_date <= ?)
  and not exists (select 1 from ${versionsAfter('p')})`

/** There are meals for a client on a day after `until`, whoever wrote them. */
const goesOn = (client: string, until: string): string =>
  `(exists (select 1 from meal_plans n where n.client_id = ${client} and n.date > ${until})
    or exists (select 1 from nutrition_plans n join planned_meals m on m.nutrition_plan_id = n.id
      where n.client_id = ${client} and (n.end_date is null or n.end_date > ${until})))`

/** Days that others wrote one by one have no end: the next one may be written any day. */
const seriesText = (clients: string, ends: string) => `select s.client as client, 'meals' as "of", s.id,
  coalesce((select d.title from meal_plans d where d.meal_series_id = s.id order by d.date desc, d.id desc limit 1), '')
    as name, s.until
  from (select id, client_id as client, start_date,
    coalesce(end_date, (select max(d.date) from meal_plans d where d.meal_series_id = meal_series.id)) as until
    from meal_series where client_id in (${clients})) s
  where s.until in (${ends}) and s.start_date <= ?
  and exists (select 1 from meal_plans d where d.meal_series_id = s.id) and not ${goesOn('s.client', 's.until')}`

const weeklyText = (
  clients: string,
  ends: string,
) => `select p.client_id as client, 'meals' as "of", p.id, p.name, p.end_date as until
  from nutrition_plans p
  where p.client_id in (${clients}) and p.end_date in (${ends}) and (p.start_date is null or p.start_date <= ?)
  and exists (select 1 from planned_meals m where m.nutrition_plan_id = p.id) and not ${goesOn('p.client_id', 'p.end_date')}`

/**
 * The plans of clients that run on a local day, `date`, and end on one of others, by client, the first to end first: of
 * training, where no version takes their place, and of meals, where no meals come after. The caller proves the right to
 * know.
 */
export async function endsOf(
  sql: Sql,
  clients: readonly number[],
  { date, ends }: { date: string; ends: readonly string[] },
): Promise<Map<number, EndingPlan[]>> {
  const texts = [trainingText, seriesText, weeklyText]
  const values = [...clients, ...ends, date]
  const rows: Row[] = []
  for (const text of texts) rows.push(...(await query<Row>(sql, text(marks(clients), marks(ends)), values)))
  const byClient = Map.groupBy(rows, ({ client }) => client)
  return new Map(
    [...byClient].map(([client, plans]) => [
      client,
      plans
        .map(({ of, id, name, until }) => ({ of, id, name, until }))
        .toSorted((a, b) => (a.until === b.until ? 0 : a.until < b.until ? -1 : 1)),
    ]),
  )
}
