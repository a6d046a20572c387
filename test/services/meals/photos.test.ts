import { beforeEach, expect, test } from 'vitest'
import { attachPhotos } from '../../../src/services/meals/photos.ts'
import type { Introduction } from '../../../src/services/conversation.ts'
import { addJoined } from '../../../src/services/practice.ts'
import { inUnit } from '../../../src/services/unit.ts'
import { insert } from '../../support/everything.ts'
import { anna, practice } from '../people/practice.ts'

const made = practice()
const ben: Introduction = { id: 4, firstName: 'Ben' }
const outside = { date: '2026-11-24', ref: null, eaten: null }
let ids = { anna: 0, ben: 0 }

const join = ({ id: telegramId, firstName }: Introduction) =>
  inUnit(made.db.orm, 'join', ({ sql }) =>
    addJoined(
      sql,
      { telegramId, firstName, username: firstName, role: 'client', trainerId: made.trainers.dana },
      made.now,
    ),
  )

function photo(clientId: number, name: string): number {
  const db = made.db.outsider()
  const file = insert(db, 'file_uploads', {
    user_id: clientId,
    filename: name,
    file_path: `photos/${name}`,
    media_kind: 'photo',
  })
  return insert(db, 'photos', { client_id: clientId, file_id: file, local_date: '2026-11-20' })
}

beforeEach(async () => {
  ids = { anna: await join(anna), ben: await join(ben) }
})

const photos = () =>
  made.rows('select client_id, purpose, eaten_meal_id as meal, local_date from photos order by id')

test('photos of somebody else are refused as such that are not there, alone and among one’s own', async () => {
  const mine = photo(ids.anna, 'a.jpg')
  const theirs = photo(ids.ben, 'b.jpg')
  const before = photos()
  for (const some of [[theirs], [mine, theirs], [80_000], [mine, 80_000], []])
    await expect(made.as(anna, (turn) => attachPhotos(turn, outside, some))).rejects.toMatchObject({
      code: 'notThere',
    })
  expect(photos()).toEqual(before)
  for (const table of ['eaten_meals', 'meal_uploads', 'reviews'])
    expect(made.rows(`select * from ${table}`)).toEqual([])
})

test('a meal of somebody else gets no photos', async () => {
  const theirs = photo(ids.ben, 'b.jpg')
  const meal = await made.as(ben, (turn) => attachPhotos(turn, outside, [theirs]))
  const mine = photo(ids.anna, 'a.jpg')
  await expect(
    made.as(anna, (turn) => attachPhotos(turn, { ...outside, eaten: meal?.id ?? 0 }, [mine])),
  ).rejects.toMatchObject({ code: 'notThere' })
  expect(photos()).toMatchObject([{ meal: meal?.id }, { purpose: 'unsorted', meal: null }])
})

test('photos count for the day of their meal, whenever they were sent', async () => {
  const some = [photo(ids.anna, 'a.jpg'), photo(ids.anna, 'b.jpg')]
  await made.as(anna, (turn) => attachPhotos(turn, { ...outside, date: '2026-11-22' }, some))
  expect(photos()).toEqual([
    { client_id: ids.anna, purpose: 'meal', meal: 1, local_date: '2026-11-22' },
    { client_id: ids.anna, purpose: 'meal', meal: 1, local_date: '2026-11-22' },
  ])
})
