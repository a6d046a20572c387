import { type SqlBool, sql as text } from 'kysely'
import { endsAheadDays } from '../../domain/reminders/slots.ts'
import type { Unit } from '../unit.ts'

/** Whether a weekly plan of others, by its alias, has meals: targets alone are nothing to eat by. */
export const hasMealsText = (plan: string) =>
  `exists (select 1 from planned_meals m where m.nutrition_plan_id = ${plan}.id)`

/**
 * The last day for which a client has meals, `9999-12-31` where they go on, empty where there are none. `client`: a column
 * with their id.
 */
export const lastMealsText = (
  client: string,
) => `max(coalesce((select max(p.date) from meal_plans p where p.client_id = ${client}), ''),
  coalesce((select max(coalesce(n.end_date, '9999-12-31')) from nutrition_plans n where n.client_id = ${client}
    and ${hasMealsText('n')}), ''))`

/**
 * Whether what has its last day of meals then was there for a while: who is given meals from day to day is not surprised by
 * an end of them. Both are columns.
 */
export const endsMealsText = (client: string, until: string) => `(exists (select 1 from meal_plans p
    join meal_series r on r.id = p.meal_series_id where p.client_id = ${client} and p.date = ${until}
    and r.start_date < date(${until}, '-${endsAheadDays} days'))
  or exists (select 1 from nutrition_plans n where n.client_id = ${client} and n.end_date = ${until} and ${hasMealsText('n')}
    and (n.start_date is null or n.start_date < date(${until}, '-${endsAheadDays} days'))))`

/** Whether a client's meals still end on a local day, with nothing after it. The caller proves the right to know. */
export async function doMealsEnd({ sql }: Unit, clientId: number, until: string): Promise<boolean> {
  const dated = await sql
    .selectFrom('meal_plans')
    .select((eb) => eb.fn.max('date').as('last'))
    .where('client_id', '=', clientId)
    .executeTakeFirst()
  const weekly = await sql
    .selectFrom('nutrition_plans')
    .select((eb) => eb.fn.max(eb.fn.coalesce('end_date', eb.val('9999-12-31'))).as('last'))
    .where('client_id', '=', clientId)
    .where(text<SqlBool>`${text.raw(hasMealsText('nutrition_plans'))}`)
    .executeTakeFirst()
  const lasts = [dated?.last, weekly?.last].flatMap((last) => last ?? [])
  return lasts.toSorted().at(-1) === until
}
