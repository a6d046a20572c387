import { localDate } from '../../domain/localTime.ts'
import { formatTimestamp } from '../../entities/types.ts'
import { requireClient } from '../access.ts'
import { Refusal } from '../errors.ts'
import type { MediaEvent } from '../files/events.ts'
import { deleteFiles } from '../files/kept.ts'
import { askReview, isSaid, unaskReview } from '../reviews/ask.ts'
import { query, run } from '../statement.ts'
import type { Turn } from '../turn.ts'
import { nameOfExercise } from '../workouts/walk.ts'

/** A lift in one of the acting client's workouts, one set of it or as a whole; or a lift outside any. */
export type FormTarget = { item: number; set: number | null } | { exercise: number }

/** Where form photos have gone. */
export interface FormShown {
  /** The first of them. */
  photoId: number
  count: number
  name: string
  setNumber: number | null
  /** Whether somebody will look at them. */
  isAsked: boolean
}

interface Lift {
  name: string
  exerciseId: number
  itemId: number | null
  setNumber: number | null
  date: string | null
}

const itemText = `select ${nameOfExercise} as name, i.exercise_id as "exerciseId", w.local_date as date
  from workout_items i join workouts w on w.id = i.workout_id join exercises e on e.id = i.exercise_id
  where i.id = ? and w.client_id = ?`
const exerciseText = `select ${nameOfExercise} as name, e.id as "exerciseId", null as date from exercises e where e.id = ?
  and (e.created_by is null or e.created_by = ? or exists (select 1 from exercise_completions c
    where c.client_id = ? and c.exercise_id = e.id))`

/** The lift that is meant, proved to be the acting client's. Refusal `notThere`. */
async function liftOf(turn: Turn, target: FormTarget): Promise<Lift> {
  const { userId, trainerId } = requireClient(turn)
  const { language } = turn.actor
  type Found = Pick<Lift, 'name' | 'exerciseId' | 'date'>
  const [found] =
    'item' in target
      ? await query<Found>(turn.sql, itemText, [language, target.item, userId])
      : await query<Found>(turn.sql, exerciseText, [language, target.exercise, trainerId, userId])
  if (!found) throw new Refusal('notThere')
  return 'item' in target
    ? { ...found, itemId: target.item, setNumber: target.set }
    : { ...found, itemId: null, setNumber: null }
}

const mirrorText = `update exercise_completions set form_photo_path =
  (select f.file_path from photos p join file_uploads f on f.id = p.file_id
    where p.workout_item_id = exercise_completions.workout_item_id and p.purpose = 'form'
      and p.exercise_id = coalesce(exercise_completions.exercise_id, p.exercise_id) order by p.id desc limit 1)
  where workout_item_id = ?`

/** Other readers find the newest photo of a lift with what was done of it. */
async function mirrorForm(turn: Turn, itemId: number | null): Promise<void> {
  if (itemId !== null) await run(turn.sql, mirrorText, [itemId])
}

async function show(turn: Turn, lift: Lift, photoIds: readonly number[]): Promise<FormShown> {
  const { userId } = requireClient(turn)
  await turn.sql
    .updateTable('photos')
    .set({
      purpose: 'form',
      workout_item_id: lift.itemId,
      exercise_id: lift.exerciseId,
      set_number: lift.setNumber,
    })
    .where('client_id', '=', userId)
    .where('id', 'in', [...photoIds])
    .execute()
  await mirrorForm(turn, lift.itemId)
  const { exerciseId, itemId, setNumber, name } = lift
  const subject = itemId === null ? { exerciseId } : { workoutItemId: itemId, exerciseId, setNumber }
  const review = await askReview(turn, { ...subject, clientId: userId, photoIds })
  return {
    photoId: photoIds[0] ?? 0,
    count: photoIds.length,
    name,
    setNumber,
    isAsked: review !== undefined,
  }
}

const mostOfCaption = 1024

/** Keeps photos and clips of a lift for the acting client, and puts them before their trainer. Refusal `notThere`. */
export async function addForm(turn: Turn, event: MediaEvent, target: FormTarget): Promise<FormShown> {
  const { userId } = requireClient(turn)
  const lift = await liftOf(turn, target)
  const caption = Array.from(event.caption).slice(0, mostOfCaption).join('')
  const ids: number[] = []
  for (const { fileId, messageId } of event.files) {
    const { id } = await turn.sql
      .insertInto('photos')
      .values({
        client_id: userId,
        file_id: fileId,
        purpose: 'form',
        caption: caption === '' || ids.length > 0 ? null : caption,
        message_id: messageId,
        media_group_id: event.albumId,
        local_date: localDate(new Date(event.at), turn.actor.timeZone),
        created_at: formatTimestamp(turn.now),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    ids.push(id)
  }
  return show(turn, lift, ids)
}

interface PhotoRow {
  id: number
  file_id: number
  purpose: string
  workout_item_id: number | null
  exercise_id: number | null
  review_id: number | null
  media_group_id: string | null
  said: 0 | 1
}

const photoText = `select p.id, p.file_id, p.purpose, p.workout_item_id, p.exercise_id, p.review_id, p.media_group_id,
  r.id is not null and ${isSaid} as said
  from photos p left join reviews r on r.id = p.review_id
  where p.client_id = ? and p.purpose in ('form', 'unsorted') and`

/** A photo with the rest of its album, all of one review or none. Refusals: `notThere`, `seenAlready`. */
async function albumOf(turn: Turn, photoId: number): Promise<PhotoRow[]> {
  const { userId } = requireClient(turn)
  const [one] = await query<PhotoRow>(turn.sql, `${photoText} p.id = ?`, [userId, photoId])
  if (!one) throw new Refusal('notThere')
  if (one.said === 1) throw new Refusal('seenAlready')
  if (one.media_group_id === null) return [one]
  const album = `${photoText} p.media_group_id = ? and p.review_id is not distinct from ? order by p.id`
  return query<PhotoRow>(turn.sql, album, [userId, one.media_group_id, one.review_id])
}

/**
 * Says of photos, with the rest of their album, which lift they show: such as nobody has said anything of, or such as
 * were thought to show another. Refusals: `notThere`, `seenAlready` once the trainer has given their word.
 */
export async function moveForm(turn: Turn, photoId: number, target: FormTarget): Promise<FormShown> {
  const album = await albumOf(turn, photoId)
  const lift = await liftOf(turn, target)
  await unaskReview(turn, album)
  const shown = await show(
    turn,
    lift,
    album.map(({ id }) => id),
  )
  for (const item of new Set(album.map(({ workout_item_id: id }) => id)))
    if (item !== lift.itemId) await mirrorForm(turn, item)
  return shown
}

/** What was taken for form shows something else: nobody has said what, with the rest of its album. As `moveForm`. */
export async function unsortForm(turn: Turn, photoId: number): Promise<void> {
  const album = await albumOf(turn, photoId)
  await unaskReview(turn, album)
  await turn.sql
    .updateTable('photos')
    .set({ purpose: 'unsorted', workout_item_id: null, exercise_id: null, set_number: null })
    .where(
      'id',
      'in',
      album.map(({ id }) => id),
    )
    .execute()
  for (const item of new Set(album.map(({ workout_item_id: id }) => id))) await mirrorForm(turn, item)
}

/** Takes photos back, with the rest of their album: nobody looks at them any more, and their files are deleted. As `moveForm`. */
export async function removeForm(turn: Turn, photoId: number): Promise<void> {
  const album = await albumOf(turn, photoId)
  await unaskReview(turn, album)
  await deleteFiles(
    turn,
    album.map((row) => row.file_id),
    turn.now,
  )
  for (const item of new Set(album.map(({ workout_item_id: id }) => id))) await mirrorForm(turn, item)
}
