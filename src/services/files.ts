import type { MikroORM } from '@mikro-orm/sqlite'
import { formatTimestamp } from '../entities/types.ts'
import type { Introduction } from './conversation.ts'
import { type InboxRow, keepInternal } from './inbox.ts'
import { type Unit, inUnit } from './unit.ts'

/** A file a person sent, to be fetched outside any transaction. */
export interface PendingFile {
  id: number
  fileId: string
  messageId: number
  who: Introduction
  attempts: number
}

/** Bytes of a text file that is fetched: a plan as text is far smaller. */
export const textFileLimit = 256 * 1024

/** Notes a text file to fetch; its text comes back into the person's lane as an event. */
export async function awaitTextFile(
  unit: Unit,
  who: Introduction,
  file: { file_id: string; file_unique_id: string },
  messageId: number,
  now: Date,
): Promise<void> {
  await unit.sql
    .insertInto('incoming_files')
    .values({
      telegram_id: who.id,
      file_id: file.file_id,
      file_unique_id: file.file_unique_id,
      kind: 'plan_text',
      message_id: messageId,
      payload: JSON.stringify({ who }),
      state: 'pending',
      attempts: 0,
      created_at: formatTimestamp(now),
    })
    .execute()
  unit.due.at = unit.due.at !== null && unit.due.at < now ? unit.due.at : now
}

export function pendingFiles(orm: MikroORM): Promise<PendingFile[]> {
  return inUnit(orm, 'files.pending', async ({ sql }) => {
    const rows = await sql
      .selectFrom('incoming_files')
      .select(['id', 'file_id', 'message_id', 'payload', 'attempts'])
      .where('state', '=', 'pending')
      .orderBy('id')
      .execute()
    return rows.map((row) => {
      const { who } = JSON.parse(row.payload ?? '{}') as { who: Introduction }
      return {
        id: row.id,
        fileId: row.file_id,
        messageId: Number(row.message_id),
        who,
        attempts: row.attempts,
      }
    })
  })
}

/** What came of fetching: the text, or nothing. Stored together with the event that tells the person's lane. */
export function fileFetched(
  orm: MikroORM,
  file: PendingFile,
  text: string | null,
  now: Date,
): Promise<InboxRow | undefined> {
  return inUnit(orm, 'files.fetched', async ({ sql }) => {
    await sql
      .updateTable('incoming_files')
      .set({ state: text === null ? 'failed' : 'done' })
      .where('id', '=', file.id)
      .execute()
    return keepInternal(
      sql,
      file.who.id,
      `file:${file.id}`,
      { kind: 'file', text, messageId: file.messageId, who: file.who },
      now,
    )
  })
}

export function countFetch(orm: MikroORM, id: number): Promise<void> {
  return inUnit(orm, 'files.try', async ({ sql }) => {
    await sql
      .updateTable('incoming_files')
      .set((eb) => ({ attempts: eb('attempts', '+', 1) }))
      .where('id', '=', id)
      .execute()
  })
}
