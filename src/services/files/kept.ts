import type { MediaKind } from '../../domain/enums.ts'
import type { Turn } from '../turn.ts'
import type { Sql, Unit } from '../unit.ts'
import type { KeptMedia } from './events.ts'
import { sweepSoon } from './sweep.ts'

/** A kept file as its row tells it. */
export interface KeptFile {
  id: number
  /** Whose it is. */
  userId: number
  kind: MediaKind
  mime: string
  /** Below the storage. */
  path: string
  /** Pixels; of clips as declared. */
  width: number | null
  height: number | null
  /** Seconds, as declared. */
  duration: number | null
  /** Under which our bot may send it without its bytes. */
  telegramFileId: string | null
}

/** One by its id; undefined where there is none. Whether the reader may see it is the caller's to prove. */
export async function readKept(sql: Sql, id: number): Promise<KeptFile | undefined> {
  const row = await sql
    .selectFrom('file_uploads')
    .select(['id', 'user_id', 'media_kind', 'mime_type', 'file_path', 'width', 'height', 'duration'])
    .select('telegram_file_id')
    .where('id', '=', id)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      userId: row.user_id,
      kind: row.media_kind ?? 'document',
      mime: row.mime_type ?? 'application/octet-stream',
      path: row.file_path,
      width: row.width,
      height: row.height,
      duration: row.duration,
      telegramFileId: row.telegram_file_id,
    }
  )
}

/** Deletes files with their thumbnails, and whatever hangs on their rows; from the disk once that is committed. */
export async function deleteFiles(unit: Unit, ids: readonly number[], now: Date): Promise<void> {
  if (ids.length === 0) return
  await unit.sql
    .deleteFrom('file_uploads')
    .where('id', 'in', [...ids])
    .execute()
  sweepSoon(unit, now)
}

/** Lets go of what was kept for the actor but found no use. */
export async function dropKept(turn: Turn, { files }: { files: readonly KeptMedia[] }): Promise<void> {
  const { userId } = turn.actor
  if (files.length === 0 || userId === null) return
  const own = await turn.sql
    .selectFrom('file_uploads')
    .select('id')
    .where('user_id', '=', userId)
    .where(
      'id',
      'in',
      files.map(({ fileId }) => fileId),
    )
    .execute()
  await deleteFiles(
    turn,
    own.map(({ id }) => id),
    turn.now,
  )
}
