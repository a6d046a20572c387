import { type SqlBool, sql } from 'kysely'
import type { Turn } from '../turn.ts'

/**
 * The versions `v` that take the place of a plan, by its alias. The client is the same one; by it the version is found,
 * since most plans follow none: by its statistics (`analyze`) a database takes an index of `previous_id` for worthless.
 */
export const versionsAfter = (plan: 'p' | 'n'): string =>
  `workout_plans v where v.client_id = ${plan}.client_id and v.previous_id = ${plan}.id`

/**
 * Whether plan `p` counts on a local day (the parameter, three times): begun, not ended, and not edited into a
 * version that has begun. The one place that says so.
 */
export const runningText = `((p.start_date is null or p.start_date <= ?) and (p.end_date is null or p.end_date >= ?)
  and not exists (select 1 from ${versionsAfter('p')} and (v.start_date is null or v.start_date <= ?)))`

/** Whether plan `p` begins after a local day (the parameter, once). */
const comingText = `p.start_date > ?`

/** One of these conditions for a query builder, its parameters all the same day. The plan goes by the alias `p`. */
function onDay(text: string, date: string) {
  const parts = text.split('?')
  const strings = Object.assign([...parts], { raw: parts })
  return sql<SqlBool>(strings, ...parts.slice(1).map(() => date))
}

/** `runningText` for a query builder. */
export const runningOn = (date: string) => onDay(runningText, date)

/** `comingText` for a query builder. */
const comingAfter = (date: string) => onDay(comingText, date)

/** A plan of a client, without its days; dates are local days, NULL where open. */
export interface PlanSpan {
  id: number
  name: string
  startDate: string | null
  endDate: string | null
}

const spans = ({ sql: db }: Turn, clientId: number) =>
  db
    .selectFrom('workout_plans as p')
    .select(['p.id', 'p.name', 'p.start_date as startDate', 'p.end_date as endDate'])
    .where('p.client_id', '=', clientId)
    .orderBy('p.start_date')
    .orderBy('p.id')

/** The plans a client trains by on a local day, oldest first. The caller proves the right to see them. */
export function runningPlans(turn: Turn, clientId: number, date: string): Promise<PlanSpan[]> {
  return spans(turn, clientId).where(runningOn(date)).execute()
}

/** The plan a client trained by last before a local day, over by then. The caller proves the right to see it. */
export function lastPlanOver(
  { sql: db }: Turn,
  clientId: number,
  date: string,
): Promise<{ name: string; until: string } | undefined> {
  return db
    .selectFrom('workout_plans')
    .select(['name', (eb) => eb.ref('end_date').$notNull().as('until')])
    .where('client_id', '=', clientId)
    .where('end_date', '<', date)
    .orderBy('end_date', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** The plans a client will train by after a local day, the next first. The caller proves the right to see them. */
export function comingPlans(turn: Turn, clientId: number, date: string): Promise<PlanSpan[]> {
  return spans(turn, clientId).where(comingAfter(date)).execute()
}
