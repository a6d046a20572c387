import type { MikroORM } from '@mikro-orm/sqlite'
import { formatTimestamp } from '../entities/types.ts'
import { copyMark } from './database/backup.ts'
import { type ClaimedDelivery, asClaimed } from './deliveries.ts'
import { type Owed, oweMore } from './owed.ts'
import type { DoneReminder } from './reminders/done.ts'
import { endHeld } from './reminders/heldNote.ts'
import { forgetLost } from './reminders/lost.ts'
import { settledMeanwhile } from './reminders/settling.ts'
import { query, run } from './statement.ts'
import { type Unit, inUnit } from './unit.ts'

/** A delivery that is sent again waits for this. */
export const retryAfterMs = 5000

/** `again`: it may have arrived once, and is worth a second try; `unsent`: it certainly did not arrive. */
export type Ending = 'sent' | 'failed' | 'uncertain' | 'again' | 'unsent' | 'stale' | 'cancelled'

/** What has perhaps arrived before is not called stale. */
const stateAfter = (ending: Ending, { valuable, attempts }: ClaimedDelivery) => {
  if (ending === 'again' || ending === 'unsent') return 'due'
  return ending === 'stale' && valuable && attempts > 1 ? 'uncertain' : ending
}

export interface Ended {
  /** False: it was called off meanwhile, and what was sent should be taken away. */
  stands: boolean
  /** What it asks for was done meanwhile: it is owed that its message says so. */
  edit?: Owed
}

/** Words the edit of a reminder that is done. */
export type WordDone = (unit: Unit, telegramId: number, done: DoneReminder) => Promise<Owed>

/** Turns the message of a reminder to done, if it became so while it was being sent; owed like any other answer. */
async function editSettled(
  unit: Unit,
  { id, telegramId }: ClaimedDelivery,
  wordDone: WordDone,
): Promise<Owed | undefined> {
  const done = await settledMeanwhile(unit.sql, id)
  if (!done) return undefined
  const edit = await wordDone(unit, telegramId, done)
  await oweMore(unit.sql, telegramId, edit)
  return edit
}

/** Notes how the sending ended. */
export function endDelivery(
  orm: MikroORM,
  delivery: ClaimedDelivery,
  ending: Ending,
  messageId: number | null,
  now: Date,
  wordDone?: WordDone,
): Promise<Ended> {
  return inUnit(orm, 'deliveries.end', async (unit) => {
    const { sql } = unit
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
      .returning(['recipient_id', 'payload'])
      .execute()
    const stands = ended.length > 0
    if (state === 'stale' || state === 'failed' || state === 'cancelled') await forgetLost(sql, ended)
    if (stands && delivery.kind === 'heldNote' && state !== 'due')
      await endHeld(sql, delivery.recipientId, state, messageId, now)
    const isKnown = stands && ending === 'sent'
    const edit = isKnown && wordDone ? await editSettled(unit, delivery, wordDone) : undefined
    return { stands, ...(edit && { edit }) }
  })
}

/**
 * The file is a backup that was put back: what was due since was perhaps sent by the run whose file is lost. Content goes
 * out again, a nudge does not. Asked at start, before anything is claimed.
 */
export function settleRestored(orm: MikroORM, now: Date): Promise<void> {
  return inUnit(orm, 'deliveries.restored', async ({ sql }) => {
    const [file] = await query<{ user_version: number }>(sql, 'pragma user_version', [])
    if (file?.user_version !== copyMark) return
    const at = formatTimestamp(now)
    await sql
      .updateTable('deliveries')
      .set({ state: 'uncertain', updated_at: at })
      .where('state', '=', 'due')
      .where('valuable', '=', 0)
      .where('due_at', '<=', at)
      .execute()
    await run(sql, 'pragma user_version = 0', [])
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
