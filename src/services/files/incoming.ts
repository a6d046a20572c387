import type { MikroORM } from '@mikro-orm/sqlite'
import { dayMs } from '../../domain/localTime.ts'
import { type NotKept, type SentMedia, type Wanted } from '../../domain/media.ts'
import { formatTimestamp } from '../../entities/types.ts'
import { requireMember } from '../access.ts'
import type { Introduction } from '../conversation.ts'
import { Refusal } from '../errors.ts'
import { type InboxRow, keepInternal } from '../inbox.ts'
import type { Turn } from '../turn.ts'
import { type Sql, type Unit, inUnit } from '../unit.ts'

interface Pending {
  id: number
  fileId: string
  messageId: number
  who: Introduction
  attempts: number
}

/** A text file a person sent, to be fetched outside any transaction. */
export interface PendingText extends Pending {
  kind: 'text'
}

/** Something to look at or listen to, to be fetched, opened and kept outside any transaction. */
export interface PendingMedia extends Pending {
  kind: 'media'
  order: MediaOrder
  /** It was fetched, and waits for the rest of its album. */
  isThrough: boolean
}

export type PendingFile = PendingText | PendingMedia

/** What a file was awaited for: the name of a purpose in the registry, and what it is about, by ids. */
export interface Purpose {
  name: string
  about: unknown
}

/** What a message with media says besides its file. */
export interface MediaMessage {
  caption: string
  /** Messages of one album have the same. */
  albumId: string | null
  messageId: number
  replyTo: number | null
}

export interface MediaOrder extends MediaMessage {
  media: SentMedia
  wanted: readonly Wanted[]
  purpose: Purpose
}

/** What came of one file: its `file_uploads` row, or why there is none. */
export type MediaResult = { fileId: number } | NotKept

interface TextPayload {
  who: Introduction
}
/** Stored as JSON while the file is awaited. */
export interface MediaPayload extends TextPayload, MediaOrder {
  userId: number
  /** When the person sent it, in milliseconds. */
  at: number
  result?: MediaResult
}

/** Bytes of a text file that is fetched: a plan as text is far smaller. */
export const textFileLimit = 256 * 1024
const plainText = 'plan_text'
/** Files of one person in a day: what a mistake, or somebody who means harm, can fill the disk with. */
const mostADay = 200

function dueNow({ due }: Unit, now: Date): void {
  due.at = due.at !== null && due.at < now ? due.at : now
}

interface NewFile {
  fileId: string
  uniqueId: string
  kind: string
  messageId: number
  payload: TextPayload
}

async function note(unit: Unit, who: Introduction, file: NewFile, now: Date): Promise<void> {
  await unit.sql
    .insertInto('incoming_files')
    .values({
      telegram_id: who.id,
      file_id: file.fileId,
      file_unique_id: file.uniqueId,
      kind: file.kind,
      message_id: file.messageId,
      payload: JSON.stringify(file.payload),
      state: 'pending',
      attempts: 0,
      created_at: formatTimestamp(now),
    })
    .execute()
  dueNow(unit, now)
}

/** Notes a text file to fetch; its text comes back into the person's lane as an event. */
export function awaitTextFile(
  unit: Unit,
  who: Introduction,
  file: { file_id: string; file_unique_id: string },
  messageId: number,
  now: Date,
): Promise<void> {
  const { file_id: fileId, file_unique_id: uniqueId } = file
  return note(unit, who, { fileId, uniqueId, kind: plainText, messageId, payload: { who } }, now)
}

/**
 * Notes media to fetch, open and keep; what comes of it, of an album together, comes back into the person's lane as an
 * event for the purpose. Answers whether it is the first of its album, or alone. Strangers: Refusal `notAllowed`; more
 * than anybody sends: `tooManyFiles`.
 */
export async function awaitMediaFile(
  turn: Turn,
  who: Introduction,
  order: MediaOrder,
): Promise<{ isFirst: boolean }> {
  const { userId } = requireMember(turn)
  await refuseTooMany(turn, who.id)
  const album = await albumOf(turn.sql, who.id, order.albumId)
  const { fileId, uniqueId, kind } = order.media
  const payload: MediaPayload = { who, userId, at: turn.now.getTime(), ...order }
  await note(turn, who, { fileId, uniqueId, kind, messageId: order.messageId, payload }, turn.now)
  return { isFirst: album.length === 0 }
}

async function refuseTooMany(turn: Turn, telegramId: number): Promise<void> {
  const { count } = await turn.sql
    .selectFrom('incoming_files')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('telegram_id', '=', telegramId)
    .where('created_at', '>', formatTimestamp(new Date(turn.now.getTime() - dayMs)))
    .executeTakeFirstOrThrow()
  if (count >= mostADay) throw new Refusal('tooManyFiles', { most: mostADay })
}

/** The files of an album that its person still waits for, in the order they were sent. */
export async function albumOf(
  sql: Sql,
  telegramId: number,
  albumId: string | null,
): Promise<{ id: number; payload: MediaPayload }[]> {
  if (albumId === null) return []
  const rows = await sql
    .selectFrom('incoming_files')
    .select(['id', 'kind', 'payload'])
    .where('telegram_id', '=', telegramId)
    .where('state', '=', 'pending')
    .orderBy('id')
    .execute()
  return rows
    .filter(({ kind }) => kind !== plainText)
    .map(({ id, payload }) => ({ id, payload: JSON.parse(payload ?? '{}') as MediaPayload }))
    .filter(({ payload }) => payload.albumId === albumId)
}

export function pendingFiles(orm: MikroORM): Promise<PendingFile[]> {
  return inUnit(orm, 'files.pending', async ({ sql }) => {
    const rows = await sql
      .selectFrom('incoming_files')
      .select(['id', 'file_id', 'kind', 'message_id', 'payload', 'attempts'])
      .where('state', '=', 'pending')
      .orderBy('id')
      .execute()
    return rows.map((row): PendingFile => {
      const payload = JSON.parse(row.payload ?? '{}') as MediaPayload
      const { who, userId: _, at: __, result, ...order } = payload
      const { id, attempts } = row
      const pending = { id, fileId: row.file_id, messageId: Number(row.message_id), who, attempts }
      if (row.kind === plainText) return { ...pending, kind: 'text' }
      return { ...pending, kind: 'media', order, isThrough: result !== undefined }
    })
  })
}

/** What came of fetching a text: the text, or nothing. Stored together with the event that tells the person's lane. */
export function textFetched(
  orm: MikroORM,
  file: PendingText,
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

/** Ends the waiting for a file without a word: even saying what became of it failed. */
export function abandonFile(orm: MikroORM, id: number): Promise<void> {
  return inUnit(orm, 'files.abandon', async ({ sql }) => {
    await sql
      .updateTable('incoming_files')
      .set({ state: 'failed', payload: null })
      .where('id', '=', id)
      .execute()
  })
}
