import type { CheckIn } from '../../domain/checkIn/checkIn.ts'
import { type Pose, poses } from '../../domain/enums.ts'
import { isDate, localDate } from '../../domain/localTime.ts'
import { dayOfCaption } from '../../domain/progress/captionDay.ts'
import { formatTimestamp } from '../../entities/types.ts'
import { requireClient } from '../access.ts'
import { Refusal } from '../errors.ts'
import type { MediaEvent } from '../files/events.ts'
import { isPicture } from '../photos/unsorted.ts'
import { query } from '../statement.ts'
import type { Turn } from '../turn.ts'
import { beginCheckIn } from './answering.ts'
import { readCheckIn } from './reading.ts'

/** A photo that a check-in has no more: its client alone can see it, sort it or delete it. */
export interface LoosePhoto {
  id: number
  /** What it was there. */
  pose: Pose
}

const letGoText = `update photos set purpose = 'unsorted', progress_entry_id = null, pose = null, media_group_id = null
  where progress_entry_id = ? and pose = ? returning id`

/** What was left out shows no progress any more, to nobody; it is no part of an album either. */
async function letGo({ sql }: Turn, entry: number, pose: Pose): Promise<LoosePhoto[]> {
  const rows = await query<{ id: number }>(sql, letGoText, [entry, pose])
  return rows.map(({ id }) => ({ id, pose }))
}

/**
 * Ties a photo of the acting client's own to their check-in of a day, begun where there is none; an earlier one of that
 * pose is let go, which is answered. `shownOn`: the local day it was taken. Refusal `notThere`.
 */
async function attachPose(
  turn: Turn,
  date: string,
  pose: Pose,
  photoId: number,
  shownOn = date,
): Promise<LoosePhoto[]> {
  const { userId } = requireClient(turn)
  const entry = await beginCheckIn(turn, date)
  const loose = await letGo(turn, entry, pose)
  const taken = await turn.sql
    .updateTable('photos')
    .set({ purpose: 'progress', progress_entry_id: entry, pose, local_date: shownOn })
    .where('id', '=', photoId)
    .where('client_id', '=', userId)
    .executeTakeFirst()
  if (Number(taken.numUpdatedRows) === 0) throw new Refusal('notThere')
  return loose
}

/** Takes the photo of a pose out of the acting client's check-in of a day: it is one that nobody has said anything of. */
export async function detachPose(turn: Turn, date: string, pose: Pose): Promise<LoosePhoto[]> {
  const entry = await readCheckIn(turn, date)
  return entry ? letGo(turn, entry.id, pose) : []
}

/** The trainer has been sent it, with a photo of this pose. */
const isSentWith = (checkIn: CheckIn | undefined, pose: Pose): boolean =>
  checkIn !== undefined && checkIn.finishedAt !== null && checkIn.poses.includes(pose)

const mostOfCaption = 1024

/**
 * Keeps what was sent for a pose in the check-in of a day: of an album the poses from that one on, in order, and
 * whatever is more without a pose. Of what was sent to the trainer the pose that was asked for alone is replaced. Answers
 * the poses, what they took the place of, and the local day that the caption names, else the check-in's.
 */
export async function addPoses(
  turn: Turn,
  date: string,
  from: Pose,
  event: Pick<MediaEvent, 'files' | 'caption' | 'albumId' | 'at'>,
): Promise<{ added: Pose[]; loose: LoosePhoto[]; shownOn: string }> {
  const { userId } = requireClient(turn)
  if (!isDate(date)) throw new Refusal('notThere')
  const left = poses.slice(poses.indexOf(from))
  const before = await readCheckIn(turn, date)
  const entry = await beginCheckIn(turn, date)
  const added: Pose[] = []
  const loose: LoosePhoto[] = []
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
    if (!pose || (pose !== from && isSentWith(before, pose))) continue
    loose.push(...(await attachPose(turn, date, pose, id, shownOn)))
    added.push(pose)
  }
  return { added, loose, shownOn }
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

/** What became of photos; `taken`: nothing yet, a check-in that was sent has such poses. */
export type Sorted = { kind: 'sorted'; isInCheckIn: boolean; loose: LoosePhoto[] } | { kind: 'taken' }

/** What photos do to those in their place in a check-in that was sent: nothing before the client said so. */
export type Beside = 'ask' | 'replace' | 'beside'

/**
 * Makes unsorted photos of the acting client's own photos of progress: one in the pose that was said, several from the
 * front on, of the local day `date`. A check-in of that day (`YYYY-MM-DD`) takes them; `beside`: without a pose.
 * Refusals: `notThere`, `clipNoPose` where one is no picture.
 */
export async function sortAsPoses(
  turn: Turn,
  photoIds: readonly number[],
  date: string,
  from: Pose,
  others: Beside = 'ask',
): Promise<Sorted> {
  const { userId } = requireClient(turn)
  await ownPictures(turn, photoIds)
  const left = others === 'beside' ? [] : poses.slice(poses.indexOf(from))
  const checkIn = await readCheckIn(turn, date)
  const wanted = left.slice(0, photoIds.length)
  if (others === 'ask' && wanted.some((pose) => isSentWith(checkIn, pose))) return { kind: 'taken' }
  const loose: LoosePhoto[] = []
  for (const [index, id] of photoIds.entries()) {
    const pose = left[index]
    if (pose && checkIn) loose.push(...(await attachPose(turn, checkIn.date, pose, id)))
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
  return { kind: 'sorted', isInCheckIn: checkIn !== undefined, loose }
}
