import type { EndingPlan } from '../../domain/reminders/ending.ts'
import { endsMealsText, lastMealsText } from '../mealPlans/ending.ts'
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

/** By the name of what is eaten on the last day. */
const mealsText = (clients: string, ends: string) => `select c.client, 'meals' as "of", null as id, c.until,
  coalesce((select d.title from meal_plans d where d.client_id = c.client and d.date = c.until order by d.id desc limit 1),
    (select n.name from nutrition_plans n where n.client_id = c.client and n.end_date = c.until
      order by n.id desc limit 1), '') as name
  from (select u.id as client, ${lastMealsText('u.id')} as until from users u where u.id in (${clients})) c
  where c.until in (${ends}) and c.until >= ? and ${endsMealsText('c.client', 'c.until')}`

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
  const texts = [trainingText, mealsText]
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
