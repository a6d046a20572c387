import type { Facts } from '../../domain/attention/facts.ts'
import type { PauseReason } from '../../domain/enums.ts'
import { parseTimestamp } from '../../entities/types.ts'
import type { Clients } from '../people/clientSet.ts'
import { query } from '../statement.ts'
import type { Sql } from '../unit.ts'

/** How clients take their reminders. */
export type Peace = Pick<Facts, 'pauses' | 'unanswered'>

interface Row {
  user_id: number
  reason: PauseReason | null
  paused_until: string | null
  told_at: string | null
  is_on: number
}

const text = (of: string) =>
  `select n.user_id, n.reason, n.paused_until, n.told_at, coalesce(r.is_on, 1) as is_on from nudge_states n
    left join reminder_rules r on r.user_id = n.user_id and r.kind = n.kind where n.user_id ${of}`

function peaceOf(rows: readonly Row[]): Peace {
  return {
    pauses: rows.flatMap(({ reason: why, paused_until: until }) =>
      why === null || until === null ? [] : [{ why, until }],
    ),
    unanswered: rows.flatMap(({ reason, told_at, is_on }) =>
      is_on && reason === null && told_at !== null ? [parseTimestamp(told_at)] : [],
    ),
  }
}

/** How clients take their reminders, by client. */
export async function readPeace(sql: Sql, { of, values }: Clients): Promise<Map<number, Peace>> {
  const byClient = Map.groupBy(await query<Row>(sql, text(of), values), (row) => row.user_id)
  return new Map([...byClient].map(([client, rows]) => [client, peaceOf(rows)]))
}
