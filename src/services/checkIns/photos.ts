import { type Pose, poses } from '../../domain/enums.ts'
import { isDate, localDate } from '../../domain/localTime.ts'
import { dayOfCaption } from '../../domain/progress/captionDay.ts'
import { formatTimestamp } from '../../entities/types.ts'
import { requireClient } from '../access.ts'
import { Refusal } from '../errors.ts'
import type { MediaEvent } from '../files/events.ts'
import { isPicture } from '../photos/unsorted.ts'
import { run } from '../statement.ts'
import type { Turn } from '../turn.ts'
import { beginCheckIn } from './answering.ts'
import { readCheckIn } from './reading.ts'

const letGoText = `update photos set purpose = 'unsorted', progress_entry_id = null, pose = null
  where progress_entry_id = ? and pose = ?`

/** What was left out shows no progress any more, to nobody. */
const letGo = ({ sql }: Turn, entry: number, pose: Pose): Promise<void> => run(sql, letGoText, [entry, pose])

/**
 * Ties a photo of the acting client's own to their check-in of a day, begun where there is none; an earlier one of that
 * pose is let go. `shownOn`: the local day it was taken. Refusal `notThere`.
 */
export async function attachPose(
  turn: Turn,
  date: string,
  pose: Pose,
  photoId: number,
  shownOn = date,
): Promise<void> {
  const { userId } = requireClient(turn)
  const entry = await beginCheckIn(turn, date)
  await letGo(turn, entry, pose)
  const taken = await turn.sql
    .updateTable('photos')
    .set({ purpose: 'progress', progress_entry_id: entry, pose, local_date: shownOn })
    .where('id', '=', photoId)
    .where('client_id', '=', userId)
    .executeTakeFirst()
  if (Number(taken.numUpdatedRows) === 0) throw new Refusal('notThere')
}

/** Takes the photo of a pose out of the acting client's check-in of a day: it is one that nobody has said anything of. */
export async function detachPose(turn: Turn, date: string, pose: Pose): Promise<void> {
  const entry = await readCheckIn(turn, date)
  if (entry) await letGo(turn, entry.id, pose)
}

const mostOfCaption = 1024

/**
 * Keeps what was sent for a pose in the check-in of a day: of an album the poses from that one on, in order, and
 * whatever is more without a pose. Answers the poses, and the local day that the caption names, else the check-in's.
 */
export async function addPoses(
  turn: Turn,
  date: string,
  from: Pose,
  event: Pick<MediaEvent, 'files' | 'caption' | 'albumId' | 'at'>,
): Promise<{ added: Pose[]; shownOn: string }> {
  const { userId } = requireClient(turn)
  if (!isDate(date)) throw new Refusal('notThere')
  const left = poses.slice(poses.indexOf(from))
  const entry = await beginCheckIn(turn, date)
  const added: Pose[] = []
  const sentOn = localDate(new Date(event.at), turn.actor.timeZone)
  const said = dayOfCaption(event.caption, sentOn)
  const shownOn = said === sentOn ? date : said
  for (const [index, { fileId, messageId }] of event.files.entries()) {
    const { id } = await turn.sql
      .insertInto('photos')
      .values({
        client_id: userId,
        file_id: fileId,
        purpose: 'progress',
        progress_entry_id: entry,
        caption: index === 0 ? Array.from(event.caption).slice(0, mostOfCaption).join('') || null : null,
        message_id: messageId,
        media_group_id: event.albumId,
        local_date: shownOn,
        created_at: formatTimestamp(turn.now),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const pose = left[index]
    if (!pose) continue
    await attachPose(turn, date, pose, id, shownOn)
    added.push(pose)
  }
  return { added, shownOn }
}

/** Refusals: `notThere` for photos of somebody else or none, `clipNoPose`. */
async function ownPictures(turn: Turn, photoIds: readonly number[]): Promise<void> {
  const { userId } = requireClient(turn)
  const own = await turn.sql
    .selectFrom('photos as p')
    .innerJoin('file_uploads as f', 'f.id', 'p.file_id')
    .select('f.mime_type')
    .where('p.client_id', '=', userId)
    .where('p.id', 'in', [...photoIds])
    .execute()
  if (own.length === 0 || own.length < photoIds.length) throw new Refusal('notThere')
  if (own.some(({ mime_type: mime }) => !isPicture(mime))) throw new Refusal('clipNoPose')
}

/**
 * Makes unsorted photos of the acting client's own photos of progress: one in the pose that was said, several from the
 * front on, of the local day `date`. A check-in of that day (`YYYY-MM-DD`) takes them; answers whether there was one. Refusals: `notThere`,
 * `clipNoPose` where one is no picture.
 */
export async function sortAsPoses(
  turn: Turn,
  photoIds: readonly number[],
  date: string,
  from: Pose,
): Promise<boolean> {
  const { userId } = requireClient(turn)
  await ownPictures(turn, photoIds)
  const left = poses.slice(poses.indexOf(from))
  const checkIn = await readCheckIn(turn, date)
  for (const [index, id] of photoIds.entries()) {
    const pose = left[index]
    if (pose && checkIn) await attachPose(turn, checkIn.date, pose, id)
    else
      await turn.sql
        .updateTable('photos')
        .set({
          purpose: 'progress',
          pose: pose ?? null,
          local_date: date,
          progress_entry_id: checkIn?.id ?? null,
        })
        .where('id', '=', id)
        .where('client_id', '=', userId)
        .execute()
  }
  return checkIn !== undefined
}
