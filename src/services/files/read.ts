import type { MikroORM } from '@mikro-orm/sqlite'
import type { Storage } from '../../storage/storage.ts'
import { inUnit } from '../unit.ts'

/** The bytes of a kept file; undefined when its row or the file is gone. Whoever names it has proved the right to see it. */
export async function readKept(
  orm: MikroORM,
  storage: Storage,
  fileId: number,
): Promise<Uint8Array | undefined> {
  const row = await inUnit(orm, 'files.read', ({ sql }) =>
    sql.selectFrom('file_uploads').select('file_path').where('id', '=', fileId).executeTakeFirst(),
  )
  return row && storage.read(row.file_path)
}
