import { localDate } from '../../domain/localTime.ts'
import { type DayWeight, daysOf } from '../../domain/weight/trend.ts'
import { parseTimestamp } from '../../entities/types.ts'
import type { Clients } from '../people/clientSet.ts'
import { query } from '../statement.ts'
import type { Sql } from '../unit.ts'

/** Days of weighing that are looked at: what is older moves the trend by less than a hundredth of what it differs. */
export const weighingDays = 60

const weighInsText = (of: string) => `select client_id, weight as kg, recorded_at as at from weigh_ins
  where client_id ${of} and recorded_at >= ?`

/** As in `weighedBy`: what other programs say of days without a weigh-in. */
const othersText = (of: string) => `select client_id, date, weight as kg from nutrition_entries
  where client_id ${of} and date >= ? and weight is not null and weigh_in_id is null
  union all select client_id, date, weight from progress_entries
  where client_id ${of} and date >= ? and weight is not null and weigh_in_id is null`

interface OnDay extends DayWeight {
  client: number
}

/** The days of weighing from a day on, kg, oldest first, by client. */
export async function weightsSince(
  sql: Sql,
  { of, values, zoneOf }: Clients,
  since: string,
): Promise<Map<number, DayWeight[]>> {
  const rows = await query<{ client_id: number; kg: number; at: string }>(sql, weighInsText(of), [
    ...values,
    since,
  ])
  const own: OnDay[] = rows.map(({ client_id: client, kg, at }) => ({
    client,
    kg,
    date: localDate(parseTimestamp(at), zoneOf(client)),
  }))
  const known = new Set(own.map(({ client, date }) => `${client} ${date}`))
  const others = await query<{ client_id: number; kg: number; date: string }>(sql, othersText(of), [
    ...values,
    since,
    ...values,
    since,
  ])
  const foreign = others
    .map(({ client_id: client, kg, date }): OnDay => ({ client, kg, date }))
    .filter(({ client, date }) => !known.has(`${client} ${date}`))
  const byClient = Map.groupBy([...own, ...foreign], ({ client }) => client)
  return new Map([...byClient].map(([client, days]) => [client, daysOf(days)]))
}
