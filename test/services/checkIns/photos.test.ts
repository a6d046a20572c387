import { expect, test } from 'vitest'
import { beginCheckIn } from '../../../src/services/checkIns/answering.ts'
import { sortAsPoses } from '../../../src/services/checkIns/photos.ts'
import { Refusal } from '../../../src/services/errors.ts'
import { anna } from '../people/practice.ts'
import { gym } from '../workouts/gym.ts'

const g = gym()
const date = '2026-11-23'

function photo(userId: number, mime = 'image/jpeg'): number {
  const file = g.db.outsider()
  const insert = (sql: string, ...values: unknown[]) =>
    Number(file.prepare(sql).run(...values).lastInsertRowid)
  const upload = insert(
    `insert into file_uploads (user_id, filename, original_filename, file_path, file_size, mime_type, upload_type)
      values (?, 'a', 'a', ?, 1, ?, 'telegram')`,
    userId,
    `${Math.random()}`,
    mime,
  )
  return insert(
    `insert into photos (client_id, file_id, purpose, local_date) values (?, ?, 'unsorted', ?)`,
    userId,
    upload,
    date,
  )
}

const photos = () =>
  g.db.outsider().prepare('select purpose, pose, progress_entry_id as entry from photos order by id').all()

const sort = (ids: number[], from: 'front' | 'side' = 'front') =>
  g.as(anna, (turn) => sortAsPoses(turn, ids, date, from))

test('several are front, side and back, the rest without a pose; a check-in of the day takes them all', async () => {
  const ids = [1, 2, 3, 4].map(() => photo(g.anna))
  expect(await sort(ids)).toEqual({ kind: 'sorted', isInCheckIn: false, loose: [] })
  expect(photos()).toEqual(
    ['front', 'side', 'back', null].map((pose) => ({ purpose: 'progress', pose, entry: null })),
  )
  const entry = await g.as(anna, (turn) => beginCheckIn(turn, date))
  const later = [photo(g.anna), photo(g.anna), photo(g.anna)]
  expect(await sort(later, 'side')).toEqual({ kind: 'sorted', isInCheckIn: true, loose: [] })
  expect(photos().slice(4)).toEqual(
    ['side', 'back', null].map((pose) => ({ purpose: 'progress', pose, entry })),
  )
  // Another photo of the side lets go of the first one.
  const loose = [{ id: later[0], pose: 'side' }]
  expect(await sort([photo(g.anna)], 'side')).toEqual({ kind: 'sorted', isInCheckIn: true, loose })
  expect(photos()[4]).toEqual({ purpose: 'unsorted', pose: null, entry: null })
})

test('a check-in begins on no day that is still to come', async () => {
  for (const ahead of ['2026-11-25', '2027-01-01'])
    await expect(g.as(anna, (turn) => beginCheckIn(turn, ahead))).rejects.toThrow(new Refusal('notThere'))
  expect(g.db.outsider().prepare('select * from progress_entries').all()).toEqual([])
})

test('photos of somebody else, none at all, and clips change nothing', async () => {
  await g.as(anna, (turn) => beginCheckIn(turn, date))
  const own = photo(g.anna)
  const foreign = photo(g.trainers.dana)
  const clip = photo(g.anna, 'video/quicktime')
  const before = photos()
  for (const ids of [[foreign], [own, foreign], [own, 999], []])
    await expect(sort(ids)).rejects.toThrow(new Refusal('notThere'))
  await expect(sort([own, clip])).rejects.toThrow(new Refusal('clipNoPose'))
  expect(photos()).toEqual(before)
})
