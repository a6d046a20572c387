import { afterEach, beforeEach, expect, test } from 'vitest'
import { claimDue } from '../../../src/services/deliveries.ts'
import { planAll, planUndone, replan } from '../../../src/services/reminders/planning.ts'
import { inUnit } from '../../../src/services/unit.ts'
import { type FreshDatabase, freshDatabase } from '../../support/database.ts'

const people = 230
const now = new Date('2026-11-23T03:00:00Z')

let fresh: FreshDatabase
beforeEach(async () => {
  fresh = await freshDatabase()
  const db = fresh.outsider()
  const user = db.prepare(`insert into users (id, username, role) values (?, ?, 'client')`)
  const account = db.prepare('insert into telegram_accounts (telegram_id, user_id) values (?, ?)')
  for (let id = 1; id <= people; id++) {
    user.run(id, `client${id}`)
    account.run(5_000_000_000 + id, id)
  }
})
afterEach(() => fresh.close())

const keys = () =>
  fresh
    .outsider()
    .prepare('select dedupe_key from deliveries where local_date is not null order by dedupe_key')
    .pluck()
    .all()

test('everybody has the reminders of today and tomorrow, once, however often they are made', async () => {
  expect((await planAll(fresh.orm, now, 'UTC')).planned).toBe(people)
  const made = keys()
  expect(made).toContain(`weighIn:${people}:2026-11-23`)
  expect(made).toContain(`morning:1:2026-11-24`)
  expect((await planAll(fresh.orm, now, 'UTC')).planned).toBe(0)
  expect(keys()).toEqual(made)
})

test('however many are to be made anew, all of them are', async () => {
  await planAll(fresh.orm, now, 'UTC')
  const made = keys()
  await inUnit(fresh.orm, 'test', async (unit) => {
    for (let id = 1; id <= people; id++) await replan(unit, id, now)
  })
  expect(keys()).toEqual([])
  const round = await planUndone(fresh.orm, now, 'UTC')
  expect(round).toEqual({ planned: people, due: new Date('2026-11-23T07:00:00Z') })
  expect(keys()).toEqual(made)
})

test('nothing is made for whoever is switched off or has blocked the bot, nor for an hour that has passed', async () => {
  const db = fresh.outsider()
  db.prepare('update users set is_active = 0 where id = 1').run()
  db.prepare(`update telegram_accounts set chat_state = 'blocked' where user_id = 2`).run()
  await planAll(fresh.orm, new Date('2026-11-23T07:15:00Z'), 'UTC')
  expect(keys().filter((key) => /:[12]:/.test(String(key)))).toEqual([])
  expect(keys()).not.toContain('weighIn:3:2026-11-23')
  expect(keys()).toContain('morning:3:2026-11-23')
  expect(await claimDue(fresh.orm, { now: new Date('2026-11-23T07:20:00Z'), busy: [], limit: 10 })).toEqual(
    [],
  )
})
