import type { ReminderKind } from '../../domain/enums.ts'
import type { MealRef } from '../../domain/meals/foodDay.ts'
import { formatTimestamp } from '../../entities/types.ts'
import type { Turn } from '../turn.ts'
import { type ReminderPayload, reminderPayload } from './payload.ts'

const isOf = (payload: ReminderPayload, date: string, meal: MealRef | null): boolean =>
  payload.date === date && (!payload.meal || (payload.meal.of === meal?.of && payload.meal.id === meal.id))

/**
 * The acting client did what a kind of reminder asks for: those that were sent count as answered, and what stands in the
 * chat for that day (and meal) is edited to done by the frame, which reads `turn.done`.
 */
export async function settle(
  turn: Turn,
  kind: ReminderKind,
  { date, meal = null }: { date: string; meal?: MealRef | null },
): Promise<void> {
  const { userId } = turn.actor
  if (userId === null) return
  const rows = await turn.sql
    .updateTable('deliveries')
    .set({ answered_at: formatTimestamp(turn.now) })
    .where('recipient_id', '=', userId)
    .where('kind', '=', kind)
    .where('local_date', 'is not', null)
    .where('answered_at', 'is', null)
    .where('state', 'in', ['sent', 'uncertain'])
    .returning(['message_id', 'payload'])
    .execute()
  if (rows.length === 0) return
  // Whoever is back is asked anew some other time; a pause they asked for stays.
  await turn.sql
    .deleteFrom('nudge_states')
    .where('user_id', '=', userId)
    .where('kind', '=', kind)
    .where('reason', 'is', null)
    .execute()
  for (const { message_id, payload } of rows) {
    const found = reminderPayload(JSON.parse(payload))
    if (message_id !== null && found && isOf(found, date, meal))
      turn.done.push({ kind, messageId: message_id, payload: found })
  }
}
