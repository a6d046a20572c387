import type { MikroORM } from '@mikro-orm/sqlite'
import type { MediaKind } from '../../domain/enums.ts'
import type { Storage } from '../../storage/storage.ts'
import { inUnit } from '../unit.ts'

/** A kept file as it is sent. */
export interface KeptFile {
  id: number
  kind: MediaKind
  /** Of ours nobody's place or camera is told; of another program's nobody knows. */
  isClean: boolean
  mime: string
  path: string
  /** Bytes. */
  size: number
  /** Pixels. */
  width: number | null
  height: number | null
  /** Seconds. */
  duration: number | null
  /** Under which Telegram has it. */
  telegramFileId: string | null
}

const asPhoto = new Set(['image/jpeg', 'image/png', 'image/webp'])

/** What is known of kept files, in the order asked; such as are gone are left out. Whoever names them has proved the right to see them. */
export async function findKept(orm: MikroORM, ids: readonly number[]): Promise<KeptFile[]> {
  if (ids.length === 0) return []
  const rows = await inUnit(orm, 'files.find', ({ sql }) =>
    sql
      .selectFrom('file_uploads')
      .select(['id', 'file_path', 'file_size', 'mime_type', 'media_kind'])
      .select(['width', 'height', 'duration', 'telegram_file_id'])
      .where('id', 'in', [...ids])
      .execute(),
  )
  const found = new Map(
    rows.map((row): [number, KeptFile] => [
      row.id,
      {
        id: row.id,
        kind: row.media_kind ?? (asPhoto.has(row.mime_type ?? '') ? 'photo' : 'document'),
        isClean: row.media_kind !== null,
        mime: row.mime_type ?? 'application/octet-stream',
        path: row.file_path,
        size: row.file_size ?? 0,
        width: row.width,
        height: row.height,
        duration: row.duration,
        telegramFileId: row.telegram_file_id,
      },
    ]),
  )
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** The bytes of a kept file; undefined when its row or the file is gone. Whoever names it has proved the right to see it. */
export async function readKept(
  orm: MikroORM,
  storage: Storage,
  fileId: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const [file] = await findKept(orm, [fileId])
  return file && storage.read(file.path)
}

/** From now on the file is sent by what Telegram called our upload of it. */
export function noteSentAs(orm: MikroORM, fileId: number, telegramFileId: string): Promise<void> {
  return inUnit(orm, 'files.sent', async ({ sql }) => {
    await sql
      .updateTable('file_uploads')
      .set({ telegram_file_id: telegramFileId })
      .where('id', '=', fileId)
      .execute()
  })
}
