import { formatTimestamp } from '../../entities/types.ts'
import { run } from '../statement.ts'
import type { Turn } from '../turn.ts'
import { readOneCheckIn } from './reading.ts'
import { toldKeyText } from './sending.ts'

/** What told the coach of it. */
const text = `update deliveries set answered_at = ? where recipient_id = ? and answered_at is null
  and dedupe_key = (select ${toldKeyText} from progress_entries e where e.id = ?)`

/** The acting coach opens a check-in of their client's: it does not wait for them any more. Refusal `notThere`. */
export async function openCheckIn(turn: Turn, client: number, entry: number): Promise<void> {
  await readOneCheckIn(turn, client, entry)
  await run(turn.sql, text, [formatTimestamp(turn.now), turn.actor.userId, entry])
}
