import type { MikroORM } from '@mikro-orm/sqlite'
import { formatTimestamp } from '../entities/types.ts'
import { type ClaimedDelivery, asClaimed } from './deliveries.ts'
import { endHeld } from './reminders/heldNote.ts'
import { inUnit } from './unit.ts'

/** A delivery that is sent again waits for this. */
const retryAfterMs = 5000

/** `again`: it may have arrived once, and is worth a second try; `unsent`: it certainly did not arrive. */
export type Ending = 'sent' | 'failed' | 'uncertain' | 'again' | 'unsent' | 'stale' | 'cancelled'

/** What has perhaps arrived before is not called stale. */
const stateAfter = (ending: Ending, { valuable, attempts }: ClaimedDelivery) => {
  if (ending === 'again' || ending === 'unsent') return 'due'
  return ending === 'stale' && valuable && attempts > 1 ? 'uncertain' : ending
}

/** How the sending ended. False: it was called off meanwhile, and what was sent should be taken away. */
export function endDelivery(
  orm: MikroORM,
  delivery: ClaimedDelivery,
  ending: Ending,
  messageId: number | null,
  now: Date,
): Promise<boolean> {
  return inUnit(orm, 'deliveries.end', async ({ sql }) => {
    const at = formatTimestamp(now)
    const state = stateAfter(ending, delivery)
    const waits = state === 'due'
    const ended = await sql
      .updateTable('deliveries')
      .set({
        state,
        message_id: messageId,
        updated_at: at,
        ...(ending === 'sent' && { sent_at: at }),
        ...(waits && { due_at: formatTimestamp(new Date(now.getTime() + retryAfterMs)) }),
        // Only what may have arrived counts.
        ...(ending === 'unsent' && { attempts: delivery.attempts - 1 }),
      })
      .where(asClaimed(delivery))
      .executeTakeFirst()
    const stands = Number(ended.numUpdatedRows) > 0
    if (stands && delivery.kind === 'heldNote' && state !== 'due')
      await endHeld(sql, delivery.recipientId, state, messageId, now)
    return stands
  })
}

/** What an earlier run was sending when it died: nobody knows whether it arrived. Content is sent once more, a nudge is not. */
export function settleForeignRuns(orm: MikroORM, runId: string, now: Date): Promise<void> {
  return inUnit(orm, 'deliveries.settle', async ({ sql }) => {
    const foreign = sql.updateTable('deliveries').where('state', '=', 'sending').where('run_id', '!=', runId)
    const at = formatTimestamp(now)
    await foreign
      .set({ state: 'due', updated_at: at })
      .where('valuable', '=', 1)
      .where('attempts', '<', 2)
      .execute()
    const lost = await foreign
      .set({ state: 'uncertain', updated_at: at })
      .returning(['kind', 'recipient_id'])
      .execute()
    for (const { kind, recipient_id } of lost)
      if (kind === 'heldNote') await endHeld(sql, recipient_id, 'uncertain', null, now)
  })
}
