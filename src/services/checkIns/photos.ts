import type { Pose } from '../../domain/enums.ts'
import { requireClient } from '../access.ts'
import { Refusal } from '../errors.ts'
import { run } from '../statement.ts'
import type { Turn } from '../turn.ts'
import { beginCheckIn } from './answering.ts'
import { readCheckIn } from './reading.ts'

const letGo = ({ sql }: Turn, entry: number, pose: Pose): Promise<void> =>
  run(
    sql,
    'update photos set progress_entry_id = null, pose = null where progress_entry_id = ? and pose = ?',
    [entry, pose],
  )

/**
 * Ties a photo of the acting client's own to their check-in of a day, begun where there is none; an earlier one of that
 * pose is let go. Refusal `notThere`.
 */
export async function attachPose(turn: Turn, date: string, pose: Pose, photoId: number): Promise<void> {
  const { userId } = requireClient(turn)
  const entry = await beginCheckIn(turn, date)
  await letGo(turn, entry, pose)
  const taken = await turn.sql
    .updateTable('photos')
    .set({ purpose: 'progress', progress_entry_id: entry, pose, local_date: date })
    .where('id', '=', photoId)
    .where('client_id', '=', userId)
    .executeTakeFirst()
  if (Number(taken.numUpdatedRows) === 0) throw new Refusal('notThere')
}

/** Takes the photo of a pose out of the acting client's check-in of a day; it stays among their photos. */
export async function detachPose(turn: Turn, date: string, pose: Pose): Promise<void> {
  const entry = await readCheckIn(turn, date)
  if (entry) await letGo(turn, entry.id, pose)
}
