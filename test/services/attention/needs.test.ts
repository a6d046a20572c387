import { expect, test } from 'vitest'
import { Refusal } from '../../../src/services/errors.ts'
import { whoNeedsMe } from '../../../src/services/attention/ranked.ts'
import { readWeek } from '../../../src/services/attention/week.ts'
import { databaseStats } from '../../../src/services/database/open.ts'
import { addJoined } from '../../../src/services/practice.ts'
import { type Turn } from '../../../src/services/turn.ts'
import { inUnit } from '../../../src/services/unit.ts'
import { anna, dana, practice } from '../people/practice.ts'

const made = practice()

const addClients = async (some: number) => {
  for (let number = 0; number < some; number++)
    await inUnit(made.db.orm, 'client', async ({ sql }) => {
      const telegramId = 1000 + made.rows('select id from users').length
      const person = { telegramId, firstName: `Client ${telegramId}`, username: `c${telegramId}` }
      const trainerId = made.trainers.dana
      const id = await addJoined(sql, { ...person, role: 'client', timeZone: 'UTC', trainerId }, made.now)
      await sql
        .insertInto('weigh_ins')
        .values({ client_id: id, weight: 80, recorded_at: '2026-11-20 06:00:00' })
        .execute()
    })
}

/** Statements that a use case of the coach's takes. */
const statementsOf = (work: (turn: Turn) => Promise<unknown>): Promise<number> =>
  made.as(dana, async (turn) => {
    const before = databaseStats(made.db.orm).statements
    await work(turn)
    return databaseStats(made.db.orm).statements - before
  })

test('who needs me and the week take as many statements for thirty clients as for two', async () => {
  const week = (turn: Turn) => readWeek(turn, '2026-11-16')
  await addClients(2)
  const [two, weekOfTwo] = [await statementsOf(whoNeedsMe), await statementsOf(week)]
  await addClients(28)
  expect(await made.as(dana, whoNeedsMe)).toHaveLength(30)
  expect(await statementsOf(whoNeedsMe)).toBe(two)
  expect(await statementsOf(week)).toBe(weekOfTwo)
  expect(two).toBeLessThanOrEqual(15)
  expect(weekOfTwo).toBeLessThanOrEqual(15)
})

test('who does not coach is told nothing', async () => {
  await expect(made.as(anna, whoNeedsMe)).rejects.toThrow(Refusal)
  await expect(made.as(anna, (turn) => readWeek(turn, '2026-11-16'))).rejects.toThrow(Refusal)
})
