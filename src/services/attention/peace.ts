import type { Away } from '../../domain/attention/away.ts'
import type { Facts } from '../../domain/attention/facts.ts'
import { type PauseReason, type ReminderKind, pauseReasons } from '../../domain/enums.ts'
import { localDate } from '../../domain/localTime.ts'
import type { Wish } from '../../domain/reminders/once.ts'
import { restsAll } from '../../domain/reminders/patience.ts'
import { parseTimestamp } from '../../entities/types.ts'
import type { Clients } from '../people/clientSet.ts'
import { wishOf } from '../reminders/rules.ts'
import { query } from '../statement.ts'
import type { Sql } from '../unit.ts'

/** How clients take their reminders, and what they wish of those of check-ins. */
export interface Peace extends Pick<Facts, 'pauses' | 'away' | 'unanswered'> {
  wish: Wish | undefined
}

/** Of whom nothing is said. */
export const noPeace: Peace = { pauses: [], away: [], unanswered: [], wish: undefined }

interface NudgeRow {
  user_id: number
  kind: ReminderKind
  reason: PauseReason | null
  paused_until: string | null
  told_at: string | null
  updated_at: string
  is_on: number
}

const nudgesText = (
  of: string,
) => `select n.user_id, n.kind, n.reason, n.paused_until, n.told_at, n.updated_at,
    coalesce(r.is_on, 1) as is_on from nudge_states n
    left join reminder_rules r on r.user_id = n.user_id and r.kind = n.kind where n.user_id ${of}`

interface ToldRow {
  user_id: number
  reason: string
  said_at: string
  until: string
}

/** What told a coach that a client rests from everything says for good which days that was, whatever was said since. */
const toldText = (
  of: string,
) => `select u.id as user_id, d.payload ->> '$.reason' as reason, d.created_at as said_at,
  coalesce(d.payload ->> '$.ended', d.payload ->> '$.until') as until from users u cross join deliveries d
  where u.id ${of} and d.dedupe_key >= 'paused:' || u.id || ':' and d.dedupe_key < 'paused:' || u.id || ';'`

interface WishRow {
  user_id: number
  kind: ReminderKind
  is_on: number
  time_of_day: string | null
  weekdays: string | null
}

const wishesText = (of: string) => `select user_id, kind, is_on, time_of_day, weekdays from reminder_rules
  where kind = 'checkIn' and user_id ${of}`

/** Days on which clients were to be left in peace, as far as they are known, by client. */
export async function readAway(
  sql: Sql,
  clients: Clients,
  nudges?: readonly NudgeRow[],
): Promise<Map<number, Away[]>> {
  const { of, values, zoneOf } = clients
  const states = nudges ?? (await query<NudgeRow>(sql, nudgesText(of), values))
  const told = await query<ToldRow>(sql, toldText(of), values)
  const away = new Map<number, Away[]>()
  const add = (client: number, one: Omit<Away, 'from'>, saidAt: string) => {
    const from = localDate(parseTimestamp(saidAt), zoneOf(client))
    away.set(client, [...(away.get(client) ?? []), { ...one, from }])
  }
  for (const { user_id: client, kind, reason, paused_until: until, ...row } of states)
    if (reason !== null && reason !== 'fine' && until !== null)
      add(client, { of: restsAll(reason) ? null : kind, why: reason, until }, row.told_at ?? row.updated_at)
  for (const { user_id: client, reason, said_at, until } of told) {
    const why = pauseReasons.find((one) => one === reason)
    if (why !== undefined && why !== 'fine') add(client, { of: null, why, until }, said_at)
  }
  return away
}

function statesOf(rows: readonly NudgeRow[]): Pick<Peace, 'pauses' | 'unanswered'> {
  return {
    pauses: rows.flatMap(({ kind, reason: why, paused_until: until }) =>
      why === null || until === null ? [] : [{ kind, why, until }],
    ),
    unanswered: rows.flatMap(({ reason, told_at, is_on }) =>
      is_on && reason === null && told_at !== null ? [parseTimestamp(told_at)] : [],
    ),
  }
}

/** How clients take their reminders, by client. */
export async function readPeace(sql: Sql, clients: Clients): Promise<Map<number, Peace>> {
  const { of, values } = clients
  const nudges = await query<NudgeRow>(sql, nudgesText(of), values)
  const away = await readAway(sql, clients, nudges)
  const wishes = await query<WishRow>(sql, wishesText(of), values)
  const peace = new Map<number, Peace>()
  const add = (client: number, some: Partial<Peace>) =>
    peace.set(client, { ...(peace.get(client) ?? noPeace), ...some })
  for (const [client, rows] of Map.groupBy(nudges, ({ user_id }) => user_id)) add(client, statesOf(rows))
  for (const [client, days] of away) add(client, { away: days })
  for (const row of wishes) add(row.user_id, { wish: wishOf(row) })
  return peace
}
