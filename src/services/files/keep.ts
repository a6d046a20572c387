import type { MikroORM } from '@mikro-orm/sqlite'
import type { NotKept, SentMedia } from '../../domain/media.ts'
import { tidyName } from '../../domain/media.ts'
import { formatTimestamp } from '../../entities/types.ts'
import type { Storage } from '../../storage/storage.ts'
import { GivenUp } from '../errors.ts'
import type { InboxRow } from '../inbox.ts'
import { type Sql, inUnit } from '../unit.ts'
import { announce } from './events.ts'
import { type TakeIn, type ToKeep, examine } from './examine.ts'
import { type MediaPayload, type MediaResult, type PendingMedia, albumOf } from './incoming.ts'

/** What keeping needs beside the database. */
export interface Keeping {
  orm: MikroORM
  storage: Storage
  takeIn: TakeIn
  /** Tries until it works: a disk that is full is waited out. Throws `GivenUp` when it stays broken otherwise, anything else when the bot is stopped. */
  patiently<T>(work: () => Promise<T>): Promise<T>
}

/** The bytes as they came, or why there are none. */
export type Fetched = Uint8Array | NotKept

interface Written {
  found: ToKeep
  path: string
  thumbnails: { size: string; path: string }[]
}

const pathsOf = ({ path, thumbnails }: Written): string[] => [path, ...thumbnails.map((one) => one.path)]

/**
 * Opens what was fetched, writes it, and commits its rows; a file alone is announced by the same commit. Outside any
 * transaction: a crash before the commit leaves files without rows, which are reconciled, and it is done again.
 * Throws `GivenUp` when this file cannot be kept; nothing is left of it then but its waiting.
 */
export async function keepFetched(
  { orm, storage, takeIn, patiently }: Keeping,
  file: PendingMedia,
  fetched: Fetched,
  now: Date,
): Promise<InboxRow | undefined> {
  const { media, wanted } = file.order
  const found =
    fetched instanceof Uint8Array ? await patiently(() => examine(takeIn, media, wanted, fetched)) : fetched
  if (!('bytes' in found))
    return patiently(() => inUnit(orm, 'files.notKept', ({ sql }) => conclude(sql, file, found, now)))
  const written = await patiently(() => write(storage, found))
  return commit({ orm, storage, patiently }, file, written, now)
}

async function commit(
  { orm, storage, patiently }: Omit<Keeping, 'takeIn'>,
  file: PendingMedia,
  written: Written,
  now: Date,
): Promise<InboxRow | undefined> {
  let isWanted = true
  try {
    return await patiently(() =>
      inUnit(orm, 'files.keep', async ({ sql }) => {
        const payload = await stillAwaited(sql, file)
        isWanted = payload !== undefined
        if (!payload) return undefined
        const fileId = await storeRows(sql, payload.userId, file.order.media, written, now)
        return conclude(sql, file, { fileId }, now)
      }),
    )
  } catch (error) {
    isWanted = !(error instanceof GivenUp)
    throw error
  } finally {
    storage.settle(pathsOf(written))
    if (!isWanted) for (const path of pathsOf(written)) await storage.remove(path)
  }
}

/** Announces an album of which nothing is under way any more; undefined while there is. */
export function announceAlbum(
  orm: MikroORM,
  telegramId: number,
  albumId: string,
  now: Date,
): Promise<InboxRow | undefined> {
  return inUnit(orm, 'files.album', async ({ sql }) => {
    const album = await albumOf(sql, telegramId, albumId)
    return album.every(({ payload }) => payload.result) ? announce(sql, album, now) : undefined
  })
}

async function write(storage: Storage, found: ToKeep): Promise<Written> {
  const paths: string[] = []
  try {
    const path = await storage.write(found.bytes, found.ending)
    paths.push(path)
    const thumbnails: Written['thumbnails'] = []
    for (const [size, bytes] of Object.entries(found.thumbnails)) {
      thumbnails.push({ size, path: await storage.write(bytes, 'jpg') })
      paths.push(thumbnails.at(-1)?.path ?? '')
    }
    return { found, path, thumbnails }
  } catch (error) {
    storage.settle(paths)
    throw error
  }
}

/** What is still awaited; undefined when it was kept before, or its person is gone or switched off. */
async function stillAwaited(sql: Sql, { id }: PendingMedia): Promise<MediaPayload | undefined> {
  const row = await sql
    .selectFrom('incoming_files')
    .select('payload')
    .where('id', '=', id)
    .where('state', '=', 'pending')
    .executeTakeFirst()
  const payload = row && (JSON.parse(row.payload ?? '{}') as MediaPayload)
  if (!payload || payload.result) return undefined
  const user = await sql
    .selectFrom('users')
    .select('id')
    .where('id', '=', payload.userId)
    .where('is_active', '=', 1)
    .executeTakeFirst()
  if (user) return payload
  await sql
    .updateTable('incoming_files')
    .set({ state: 'failed', payload: null })
    .where('id', '=', id)
    .execute()
  return undefined
}

/** A number the schema takes, or none. */
function measure(value: number | null, least: number, most: number): number | null {
  const whole = value === null ? null : Math.round(value)
  return whole !== null && whole >= least && whole <= most ? whole : null
}

async function storeRows(
  sql: Sql,
  userId: number,
  media: SentMedia,
  { found, path, thumbnails }: Written,
  now: Date,
): Promise<number> {
  const at = formatTimestamp(now)
  const { id } = await sql
    .insertInto('file_uploads')
    .values({
      user_id: userId,
      filename: path.slice(path.indexOf('/') + 1),
      original_filename: tidyName(media.name),
      file_path: path,
      file_size: found.bytes.length,
      mime_type: found.mime,
      upload_type: 'telegram',
      created_at: at,
      media_kind: found.kind,
      width: measure(found.width, 1, 100_000),
      height: measure(found.height, 1, 100_000),
      duration: measure(found.duration, 0, 86_400),
      telegram_file_id: found.isShownAsSent ? media.fileId : null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const { size, path: thumbnail } of thumbnails)
    await sql
      .insertInto('thumbnails')
      .values({ file_id: id, thumbnail_path: thumbnail, size, created_at: at })
      .execute()
  return id
}

/** Notes what came of a file. One alone is announced now, one of an album when the rest is through. */
async function conclude(
  sql: Sql,
  file: PendingMedia,
  result: MediaResult,
  now: Date,
): Promise<InboxRow | undefined> {
  const { id } = file
  const row = await sql
    .selectFrom('incoming_files')
    .select('payload')
    .where('id', '=', id)
    .where('state', '=', 'pending')
    .executeTakeFirst()
  if (!row) return undefined
  const payload = { ...(JSON.parse(row.payload ?? '{}') as MediaPayload), result }
  if (payload.albumId === null) return announce(sql, [{ id, payload }], now)
  await sql
    .updateTable('incoming_files')
    .set({ payload: JSON.stringify(payload) })
    .where('id', '=', id)
    .execute()
  return undefined
}
