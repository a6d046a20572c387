import type { Turn } from '../turn.ts'
import type { Unit } from '../unit.ts'
import type { KeptMedia } from './events.ts'
import { sweepSoon } from './sweep.ts'

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
