import type { MediaKind } from '../../domain/enums.ts'
import type { NotKept } from '../../domain/media.ts'
import { formatTimestamp } from '../../entities/types.ts'
import type { Introduction } from '../conversation.ts'
import { type InboxRow, keepInternal } from '../inbox.ts'
import type { Sql } from '../unit.ts'
import type { MediaMessage, MediaPayload, Purpose } from './incoming.ts'

/** A file that was kept, with the message it came in. */
export interface KeptMedia {
  /** Its `file_uploads` row. */
  fileId: number
  kind: MediaKind
  messageId: number
}

/** One that was not. */
export type FailedMedia = NotKept & { messageId: number }

/**
 * What became of media that somebody waits for, in their own lane. Files of one album come together, in order; such as
 * reach Telegram late come in an event of their own with the same `albumId`. `messageId` is that of the first.
 */
export interface MediaEvent extends MediaMessage {
  /** `kept`: at least one file was. */
  kind: 'kept' | 'notKept'
  who: Introduction
  /** When the person sent the first, in milliseconds. */
  at: number
  purpose: Purpose
  files: KeptMedia[]
  failed: FailedMedia[]
}

interface Through {
  id: number
  payload: MediaPayload
}

async function kindsOf(sql: Sql, ids: number[]): Promise<Map<number, MediaKind>> {
  if (ids.length === 0) return new Map()
  const rows = await sql
    .selectFrom('file_uploads')
    .select(['id', 'media_kind'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, row.media_kind ?? 'document']))
}

async function eventOf(sql: Sql, through: readonly Through[]): Promise<MediaEvent | undefined> {
  const [first] = through
  if (!first) return undefined
  const { who, at, purpose, albumId, messageId } = first.payload
  const ids = through.flatMap(({ payload: { result } }) =>
    result && 'fileId' in result ? result.fileId : [],
  )
  const kinds = await kindsOf(sql, ids)
  const files: KeptMedia[] = []
  const failed: FailedMedia[] = []
  for (const { payload } of through) {
    const { result = { reason: 'notFetched' }, messageId } = payload
    if (!('fileId' in result)) failed.push({ ...result, messageId })
    else {
      const kind = kinds.get(result.fileId)
      if (kind) files.push({ fileId: result.fileId, kind, messageId })
    }
  }
  // Whoever was erased meanwhile is told nothing.
  if (files.length + failed.length === 0) return undefined
  const said = [...new Set(through.map(({ payload }) => payload.caption).filter((words) => words !== ''))]
  return {
    kind: files.length > 0 ? 'kept' : 'notKept',
    who,
    at,
    purpose,
    files,
    failed,
    caption: said.join('\n'),
    albumId,
    messageId,
    replyTo: through.map(({ payload }) => payload.replyTo).find((id) => id !== null) ?? null,
  }
}

/** Puts what became of these files into their person's lane, once, and ends their waiting. */
export async function announce(
  sql: Sql,
  through: readonly Through[],
  now: Date,
): Promise<InboxRow | undefined> {
  const event = await eventOf(sql, through)
  for (const { id, payload } of through)
    await sql
      .updateTable('incoming_files')
      // What it was for, and what was said with it, is health data, and has moved on.
      .set({ state: payload.result && 'fileId' in payload.result ? 'done' : 'failed', payload: null })
      .where('id', '=', id)
      .execute()
  return event && keepInternal(sql, event.who.id, `media:${through[0]?.id}`, event, now)
}

/** Lets go of what was kept for an event that is set aside, where not even the word on that could be said. */
export async function dropFilesOf(sql: Sql, inboxId: number): Promise<void> {
  const row = await sql
    .selectFrom('inbox')
    .select('raw')
    .where('id', '=', inboxId)
    .where('source', '=', 'internal')
    .where('status', '=', 'waiting')
    .executeTakeFirst()
  const { files = [] } = row ? (JSON.parse(row.raw) as { internal: Partial<MediaEvent> }).internal : {}
  const ids = files.map(({ fileId }) => fileId)
  if (ids.length > 0) await sql.deleteFrom('file_uploads').where('id', 'in', ids).execute()
}

/** Forgets files that were fetched so long ago that nothing depends on it, and all of whoever was erased. */
export async function pruneFetched(sql: Sql, now: Date): Promise<void> {
  const before = formatTimestamp(new Date(now.getTime() - 48 * 3_600_000))
  await sql
    .deleteFrom('incoming_files')
    .where('state', '!=', 'pending')
    .where('created_at', '<', before)
    .execute()
  await sql
    .deleteFrom('incoming_files')
    .where('telegram_id', 'not in', sql.selectFrom('telegram_accounts').select('telegram_id'))
    .execute()
}
