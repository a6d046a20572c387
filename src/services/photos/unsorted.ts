import type { MediaKind } from '../../domain/enums.ts'
import { localDate } from '../../domain/localTime.ts'
import { formatTimestamp, parseTimestamp } from '../../entities/types.ts'
import { requireClient } from '../access.ts'
import { Refusal } from '../errors.ts'
import type { MediaEvent } from '../files/events.ts'
import { deleteFiles } from '../files/kept.ts'
import type { Turn } from '../turn.ts'

/** A photo or clip of the acting client's own that nobody has said yet what it is. */
export interface UnsortedPhoto {
  id: number
  /** Its `file_uploads` row. */
  fileId: number
  kind: MediaKind
  /** A picture; else a clip, also one that Telegram does not play. */
  isPicture: boolean
  caption: string | null
  messageId: number | null
  albumId: string | null
  /** The client's local day on which it was sent, `YYYY-MM-DD`. */
  date: string
  /** When it was kept. */
  at: Date
}

const mostOfCaption = 1024

/** By what its bytes were found to be, not by what it was sent as. */
export const isPicture = (mime: string | null): boolean => mime?.startsWith('image/') ?? false

/** Keeps what came out of the blue for the acting client; answers the id of the first. Others: Refusal `notAllowed`. */
export async function addUnsorted(turn: Turn, event: MediaEvent): Promise<number> {
  const { userId } = requireClient(turn)
  const caption = Array.from(event.caption).slice(0, mostOfCaption).join('')
  let first: number | undefined
  for (const { fileId, messageId } of event.files) {
    const { id } = await turn.sql
      .insertInto('photos')
      .values({
        client_id: userId,
        file_id: fileId,
        purpose: 'unsorted',
        caption: caption === '' || first !== undefined ? null : caption,
        message_id: messageId,
        media_group_id: event.albumId,
        local_date: localDate(new Date(event.at), turn.actor.timeZone),
        created_at: formatTimestamp(turn.now),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    first ??= id
  }
  if (first === undefined) throw new Error('An event of kept media without files')
  return first
}

const unsortedOf = (turn: Turn, userId: number) =>
  turn.sql
    .selectFrom('photos as p')
    .innerJoin('file_uploads as f', 'f.id', 'p.file_id')
    .select([
      'p.id',
      'p.file_id',
      'p.caption',
      'p.message_id',
      'p.media_group_id',
      'p.local_date',
      'p.created_at',
      'f.media_kind',
      'f.mime_type',
    ])
    .where('p.client_id', '=', userId)
    .where('p.purpose', '=', 'unsorted')
    .orderBy('p.id')

/**
 * One of the acting client's own with the rest of its album, oldest first. Somebody else's, none at all, and one that
 * was sorted: Refusal `notThere`.
 */
export async function readUnsorted(turn: Turn, id: number): Promise<UnsortedPhoto[]> {
  const { userId } = requireClient(turn)
  const one = await unsortedOf(turn, userId).where('p.id', '=', id).executeTakeFirst()
  if (!one) throw new Refusal('notThere')
  const album = one.media_group_id
  const rows =
    album === null ? [one] : await unsortedOf(turn, userId).where('p.media_group_id', '=', album).execute()
  return rows.map((row) => ({
    id: row.id,
    fileId: row.file_id,
    kind: row.media_kind ?? 'document',
    isPicture: isPicture(row.mime_type),
    caption: row.caption,
    messageId: row.message_id,
    albumId: row.media_group_id,
    date: row.local_date,
    at: parseTimestamp(row.created_at),
  }))
}

/** Deletes one of the acting client's own with the rest of its album, and their files. Refusal `notThere`. */
export async function removeUnsorted(turn: Turn, id: number): Promise<void> {
  const photos = await readUnsorted(turn, id)
  await deleteFiles(
    turn,
    photos.map(({ fileId }) => fileId),
    turn.now,
  )
}
