import { expect, test } from 'vitest'
import { formatTimestamp } from '../../../src/entities/types.ts'
import { Refusal } from '../../../src/services/errors.ts'
import { addJoined } from '../../../src/services/practice.ts'
import { commentOn, judge, speakOn, takeBack } from '../../../src/services/reviews/judge.ts'
import { nudgeTrainer } from '../../../src/services/reviews/nudge.ts'
import { verdictsOnExercise } from '../../../src/services/reviews/past.ts'
import { forgetPhrase, keepPhrase, ownPhrases, readPhrase } from '../../../src/services/reviews/phrases.ts'
import type { VerdictsPayload } from '../../../src/services/reviews/telling.ts'
import { spokenFor } from '../../../src/services/reviews/told.ts'
import { inUnit } from '../../../src/services/unit.ts'
import { anna, dana, yossi } from '../people/practice.ts'
import { gym } from '../workouts/gym.ts'

const g = gym()
const ben = { id: 4, firstName: 'Ben' }

const write = (sql: string, ...values: unknown[]): number =>
  Number(
    g.db
      .outsider()
      .prepare(sql)
      .run(...values).lastInsertRowid,
  )

/** Something of Anna's that waits for a word. */
const waits = (): number =>
  write(
    `insert into reviews (client_id, exercise_id, state, created_at) values (?, ?, 'waiting', ?)`,
    g.anna,
    g.bench,
    formatTimestamp(g.now),
  )
const voice = (): number =>
  write(
    `insert into file_uploads (user_id, filename, original_filename, file_path, file_size, mime_type, upload_type)
      values (?, 'v', 'v', ?, 1, 'audio/ogg', 'telegram')`,
    g.trainers.dana,
    `v${Math.random()}.oga`,
  )
const minutes = (count: number): void => g.pass(count / 60)
const reviews = () => g.rows('select state, verdict, comment from reviews order by id')
const says = (id: number, verdict: 'good' | 'wrong', who = dana) =>
  g.as(who, async (turn) => (await judge(turn, id, verdict)).outcome)
const told = () =>
  g
    .rows(`select payload, state, due_at from deliveries where kind = 'verdicts' order by id`)
    .map(({ payload, state, due_at }) => {
      const { reviews: batch } = JSON.parse(String(payload)) as VerdictsPayload
      return { state, due: due_at, batch }
    })

test('a client hears in voice what was said of theirs, and nothing that was said of another’s', async () => {
  await inUnit(g.db.orm, 'join', ({ sql }) =>
    addJoined(
      sql,
      {
        telegramId: ben.id,
        firstName: 'Ben',
        username: 'ben',
        role: 'client',
        trainerId: g.trainers.dana,
        timeZone: 'UTC',
      },
      g.now,
    ),
  )
  const id = waits()
  const spoken = voice()
  await g.as(dana, (turn) => speakOn(turn, id, spoken))
  await says(id, 'good')
  const heard = (who: typeof ben) => g.as(who, (turn) => spokenFor(turn, turn.actor, id))
  expect(await heard(anna)).toMatchObject({ told: { id } })
  expect(await heard(ben)).toBeUndefined()
})

test('each coach has their own phrases: those of another cannot be read, used or forgotten', async () => {
  await g.as(dana, (turn) => keepPhrase(turn, 'Full range'))
  await g.as(yossi, (turn) => keepPhrase(turn, 'Slower'))
  const [phrase] = await g.as(dana, ownPhrases)
  expect(phrase).toMatchObject({ text: 'Full range' })
  expect(await g.as(yossi, ownPhrases)).toMatchObject([{ text: 'Slower' }])
  const id = phrase?.id ?? 0
  for (const use of [readPhrase, forgetPhrase])
    await expect(g.as(yossi, (turn) => use(turn, id))).rejects.toThrow(new Refusal('notThere'))
  expect(await g.as(dana, ownPhrases)).toEqual([phrase])
})

test('the verdict of another coach stands: whoever trains the client now changes their own alone', async () => {
  const id = waits()
  expect(await says(id, 'good')).toBe('judged')
  expect(await says(id, 'wrong')).toBe('changed')
  write('update users set trainer_id = ? where id = ?', g.trainers.yossi, g.anna)
  expect(await says(id, 'good', yossi)).toBe('before')
  expect(reviews()).toMatchObject([{ verdict: 'wrong' }])
})

test('only the last verdict is taken back, whatever another coach said since', async () => {
  const [first, second] = [waits(), waits()]
  await says(first, 'good')
  minutes(1)
  await says(second, 'wrong')
  const back = (id: number) => g.as(dana, (turn) => takeBack(turn, id))
  expect(await back(first)).toBe(false)
  expect(reviews()).toMatchObject([{ verdict: 'good' }, { verdict: 'wrong' }])
  minutes(1)
  const theirs = waits()
  write(
    `update reviews set state = 'done', verdict = 'good', reviewed_by_id = ?, reviewed_at = ? where id = ?`,
    g.trainers.yossi,
    formatTimestamp(g.now),
    theirs,
  )
  expect(await back(second)).toBe(true)
  expect(reviews()[1]).toMatchObject({ state: 'waiting', verdict: null })
})

test('a voice message takes the place of the one before, which goes', async () => {
  const id = waits()
  const [first, second] = [voice(), voice()]
  await g.as(dana, (turn) => speakOn(turn, id, first))
  await g.as(dana, (turn) => speakOn(turn, id, second))
  expect(g.rows('select id from file_uploads')).toEqual([{ id: second }])
  expect(g.rows('select spoken_id from reviews')).toEqual([{ spoken_id: second }])
})

test.each([
  ['sent', true],
  ['cancelled', false],
])('what an earlier message told (%s) is told again (%s)', async (state, again) => {
  const id = waits()
  await says(id, 'good')
  write('update deliveries set state = ?', state)
  minutes(3)
  await g.as(dana, (turn) => commentOn(turn, id, 'Elbows in'))
  expect(told()[1]?.batch).toEqual([{ id, again }])
})

test('a batch from which all was taken back waits anew for the first that comes into it', async () => {
  const [first, second] = [waits(), waits()]
  await says(first, 'good')
  await g.as(dana, (turn) => takeBack(turn, first))
  minutes(9)
  await says(second, 'good')
  minutes(1.5)
  await says(first, 'good')
  minutes(2)
  const [batch] = told()
  expect(batch?.batch.map(({ id }) => id)).toEqual([second, first])
  // Two quiet minutes after the last, not ten after what was taken back.
  expect(batch?.due).toBe(formatTimestamp(g.now))
})

test('a verdict is not its own past', async () => {
  const [first, second] = [waits(), waits()]
  await says(first, 'good')
  minutes(1)
  await says(second, 'wrong')
  const past = await g.as(dana, (turn) => verdictsOnExercise(turn.sql, g.anna, g.bench, second))
  expect(past).toMatchObject([{ verdict: 'good' }])
})

const nudges = () =>
  g.rows(`select state, due_at from deliveries where kind = 'waiting' order by id`).map(({ state }) => state)
const nudge = () => g.as(anna, (turn) => nudgeTrainer(turn, g.trainers.dana))

test.each([
  ['sent', ['sent']],
  ['stale', ['stale', 'due']],
  ['cancelled', ['cancelled', 'due']],
])('a nudge of today that is %s: a later photo makes it %j', async (state, after) => {
  await nudge()
  write(`update deliveries set state = ? where kind = 'waiting'`, state)
  minutes(60)
  await nudge()
  expect(nudges()).toEqual(after)
})

test('a nudge that is due after midnight is the one of that day', async () => {
  // 23:50 in Jerusalem.
  minutes(9 * 60 + 50)
  await nudge()
  minutes(8 * 60)
  await nudge()
  expect(nudges()).toEqual(['due'])
})
