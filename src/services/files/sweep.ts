import type { MikroORM } from '@mikro-orm/sqlite'
import type { Storage } from '../../storage/storage.ts'
import { type Sql, type Unit, inUnit } from '../unit.ts'
import { pruneFetched } from './events.ts'

/** A file may be there for a moment before its row is. */
const orphanAfterMs = 3_600_000

/** What a reconciliation found. */
export interface Reconciled {
  /** Files without a row that were removed. */
  orphans: number
  /** Rows whose file is not there: ids of `file_uploads` and of `thumbnails`. */
  missingFiles: number[]
  missingThumbnails: number[]
}

/** Rows of files were deleted: the files go as soon as that is committed. */
export function sweepSoon({ due }: Unit, now: Date): void {
  due.at = due.at !== null && due.at < now ? due.at : now
}

async function isStillMeant(sql: Sql, path: string): Promise<boolean> {
  const file = await sql
    .selectFrom('file_uploads')
    .select('id')
    .where('file_path', '=', path)
    .executeTakeFirst()
  if (file) return true
  const thumbnail = await sql
    .selectFrom('thumbnails')
    .select('id')
    .where('thumbnail_path', '=', path)
    .executeTakeFirst()
  return thumbnail !== undefined
}

/** Files whose rows are gone, oldest first; such as other rows mean too are taken off the list. */
function doomed(orm: MikroORM): Promise<{ id: number; path: string }[]> {
  return inUnit(orm, 'files.doomed', async ({ sql }) => {
    const rows = await sql
      .selectFrom('doomed_files')
      .select(['id', 'path'])
      .orderBy('id')
      .limit(500)
      .execute()
    const gone: typeof rows = []
    for (const row of rows) {
      if (await isStillMeant(sql, row.path)) await strikeOff(sql, [row.id])
      else gone.push(row)
    }
    return gone
  })
}

async function strikeOff(sql: Sql, ids: number[]): Promise<void> {
  if (ids.length > 0) await sql.deleteFrom('doomed_files').where('id', 'in', ids).execute()
}

/** Deletes the files whose rows are gone, then what is known of them. Files that we have not named are left alone. */
export async function sweepDoomed(orm: MikroORM, storage: Storage): Promise<number> {
  let removed = 0
  for (let rows = await doomed(orm); rows.length > 0; rows = await doomed(orm)) {
    for (const { path } of rows) if (await storage.remove(path)) removed++
    const ids = rows.map(({ id }) => id)
    await inUnit(orm, 'files.swept', ({ sql }) => strikeOff(sql, ids))
  }
  return removed
}

interface Row {
  id: number
  path: string
}

function fileRows(orm: MikroORM): Promise<{ files: Row[]; thumbnails: Row[] }> {
  return inUnit(orm, 'files.rows', async ({ sql }) => ({
    files: await sql.selectFrom('file_uploads').select(['id', 'file_path as path']).execute(),
    thumbnails: await sql.selectFrom('thumbnails').select(['id', 'thumbnail_path as path']).execute(),
  }))
}

/** Rows whose file is not there, by their ids. */
export async function missingFiles(
  orm: MikroORM,
  storage: Storage,
): Promise<{ files: number[]; thumbnails: number[] }> {
  const { files, thumbnails } = await fileRows(orm)
  return { files: await missing(storage, files), thumbnails: await missing(storage, thumbnails) }
}

async function missing(storage: Storage, rows: Row[]): Promise<number[]> {
  const ids: number[] = []
  for (const { id, path } of rows) if (!(await storage.has(path))) ids.push(id)
  return ids
}

/**
 * Makes the storage and the rows agree: doomed files and files without a row go, rows without a file are told.
 * A file goes only after an hour, and never while its row may still be on its way.
 */
export async function reconcileFiles(orm: MikroORM, storage: Storage, now: Date): Promise<Reconciled> {
  await inUnit(orm, 'files.prune', ({ sql }) => pruneFetched(sql, now))
  await sweepDoomed(orm, storage)
  const old: string[] = []
  for await (const { path, writtenAt } of storage.all())
    if (now.getTime() - writtenAt.getTime() > orphanAfterMs && !storage.isFresh(path)) old.push(path)
  // Read after the files were listed: a row that came meanwhile counts.
  const { files, thumbnails } = await fileRows(orm)
  const meant = new Set([...files, ...thumbnails].map(({ path }) => path))
  const orphans = old.filter((path) => !meant.has(path))
  for (const path of orphans) await storage.remove(path)
  return {
    orphans: orphans.length,
    missingFiles: await missing(storage, files),
    missingThumbnails: await missing(storage, thumbnails),
  }
}
