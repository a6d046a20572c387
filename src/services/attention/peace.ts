import type { Facts } from '../../domain/attention/facts.ts'
import type { PauseReason } from '../../domain/enums.ts'
import { parseTimestamp } from '../../entities/types.ts'
import type { Clients } from '../people/clientSet.ts'
import { query } from '../statement.ts'
import type { Sql } from '../unit.ts'

/** How clients take their reminders. */
export type Peace = Pick<Facts, 'pauses' | 'unansweredAt'>

interface Row {
  user_id: number
  reason: PauseReason | null
  paused_until: string | null
  told_at: string | null
}

const text = (of: string) =>
  `select user_id, reason, paused_until, told_at from nudge_states where user_id ${of}`

function peaceOf(rows: readonly Row[]): Peace {
  const told = rows.flatMap(({ reason, told_at }) => (reason === null && told_at !== null ? [told_at] : []))
  const [first] = told.toSorted()
  return {
    pauses: rows.flatMap(({ reason: why, paused_until: until }) =>
      why === null || until === null ? [] : [{ why, until }],
    ),
    unansweredAt: first === undefined ? null : parseTimestamp(first),
  }
}

/** How clients take their reminders, by client. */
export async function readPeace(sql: Sql, { of, values }: Clients): Promise<Map<number, Peace>> {
  const byClient = Map.groupBy(await query<Row>(sql, text(of), values), (row) => row.user_id)
  return new Map([...byClient].map(([client, rows]) => [client, peaceOf(rows)]))
}
