import { expect, test } from 'vitest'
import { addJoined } from '../../../src/services/practice.ts'
import { inUnit } from '../../../src/services/unit.ts'
import { noteWorkout, rateWorkout } from '../../../src/services/workouts/finish.ts'
import { anna, yossi } from '../people/practice.ts'
import { gym, lift } from './gym.ts'

const made = gym()

const said = () => made.rows('select difficulty_rating, notes from workouts')

test('how hard a workout was and a word on it are said by whose it is, of nobody else’s', async () => {
  const workout = await made.train([lift(8, 80)])
  const ben = { id: 7, firstName: 'Ben' }
  await inUnit(made.db.orm, 'join', ({ sql }) =>
    addJoined(
      sql,
      { telegramId: ben.id, firstName: 'Ben', username: 'ben', role: 'client', timeZone: 'UTC' },
      made.now,
    ),
  )
  for (const id of [workout, 80_000]) {
    await expect(made.as(ben, (turn) => rateWorkout(turn, id, 1))).rejects.toMatchObject({ code: 'notThere' })
    await expect(made.as(ben, (turn) => noteWorkout(turn, id, 'mine'))).rejects.toMatchObject({
      code: 'notThere',
    })
  }
  await expect(made.as(yossi, (turn) => rateWorkout(turn, workout, 1))).rejects.toMatchObject({
    code: 'notAllowed',
  })
  expect(said()).toEqual([{ difficulty_rating: null, notes: null }])
  await made.as(anna, (turn) => rateWorkout(turn, workout, 4))
  await made.as(anna, (turn) => noteWorkout(turn, workout, ' slept badly '))
  expect(said()).toEqual([{ difficulty_rating: 4, notes: 'slept badly' }])
})
