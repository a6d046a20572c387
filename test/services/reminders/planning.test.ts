import { afterEach, beforeEach, expect, test } from 'vitest'
import { claimDue } from '../../../src/services/deliveries.ts'
import { pruneDeliveries } from '../../../src/services/deliveryPruning.ts'
import { planAll, planUndone, replan } from '../../../src/services/reminders/planning.ts'
import { tellCoaches } from '../../../src/services/reminders/coachNews.ts'
import { onStatement } from '../../../src/services/database/open.ts'
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

test('a clock that was months ahead and came back leaves nobody without reminders', async () => {
  await planAll(fresh.orm, now, 'UTC')
  await planAll(fresh.orm, new Date('2027-02-10T03:00:00Z'), 'UTC')
  expect((await planAll(fresh.orm, now, 'UTC')).planned).toBe(people)
  await planAll(fresh.orm, new Date('2026-11-24T03:00:00Z'), 'UTC')
  expect(keys()).toContain('morning:1:2026-11-25')
  expect((await planAll(fresh.orm, new Date('2026-11-24T04:00:00Z'), 'UTC')).planned).toBe(0)
})

test('whose days were first made by a clock that was ahead has those of today and tomorrow when it comes back', async () => {
  await planAll(fresh.orm, new Date('2027-02-10T03:00:00Z'), 'UTC')
  await planAll(fresh.orm, now, 'UTC')
  expect(keys()).toEqual(expect.arrayContaining(['morning:1:2026-11-23', 'morning:1:2026-11-24']))
})

test('what is due at the very moment somebody changes their mind is not lost', async () => {
  await planAll(fresh.orm, now, 'UTC')
  for (const time of ['07:00:00', '07:00:10']) {
    const at = new Date(`2026-11-23T${time}Z`)
    await inUnit(fresh.orm, 'test', (unit) => replan(unit, 1, at))
    await planUndone(fresh.orm, at, 'UTC')
  }
  expect(keys()).toEqual(expect.arrayContaining(['weighIn:1:2026-11-23', 'morning:1:2026-11-23']))
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

test('a local day whose reminders were forgotten is not made again, wherever the clock goes', async () => {
  await planAll(fresh.orm, now, 'UTC')
  const db = fresh.outsider()
  db.exec(`update deliveries set state = 'sent', sent_at = due_at, updated_at = due_at`)
  for (const hour of [11, 12]) await pruneDeliveries(fresh.orm, new Date(`2027-01-27T${hour}:00:00Z`))
  expect(keys().filter((key) => String(key).includes(':1:'))).toEqual([])
  const anew = async (at: Date) => {
    await inUnit(fresh.orm, 'test', (unit) => replan(unit, 1, at))
    await planUndone(fresh.orm, at, 'UTC')
    return keys().filter((key) => /^[a-zA-Z]+:1:/.test(String(key)))
  }
  expect(await anew(now)).toEqual([])
  const next = await anew(new Date(now.getTime() + 86_400_000))
  expect(next.length).toBeGreaterThan(0)
  expect(next.filter((key) => !String(key).endsWith(':2026-11-25'))).toEqual([])
})

/** How the database finds what these statements ask for. */
function waysOf(statements: Iterable<string>): string[] {
  const db = fresh.outsider()
  return [...statements].flatMap((text) => {
    const values = Array.from({ length: text.split('?').length - 1 }, () => null)
    return db
      .prepare<unknown[], { detail: string }>(`explain query plan ${text}`)
      .all(values)
      .map(({ detail }) => detail)
  })
}

test('nobody’s plans are read for somebody else, whatever the database knows of its columns', async () => {
  const db = fresh.outsider()
  const plan = db.prepare(
    `insert into workout_plans (name, client_id, start_date) values ('Strength', ?, '2026-01-05')`,
  )
  const day = db.prepare(
    `insert into workout_sessions (workout_plan_id, name, day_of_week) values (?, 'Push', 0)`,
  )
  for (let id = 1; id <= people; id++) day.run(plan.run(id).lastInsertRowid)
  // No plan takes the place of another: an index of what comes before looks worthless.
  db.exec('analyze')
  const statements = new Set<string>()
  const end = onStatement(fresh.orm, (text) => statements.add(text))
  await planAll(fresh.orm, now, 'UTC')
  await tellCoaches(fresh.orm, now, 'UTC')
  end()
  const ways = waysOf(statements)
  expect(keys()).toContain(`workout:${people}:2026-11-23`)
  expect(ways).toContain('SEARCH v USING INDEX workout_plans_client_id_start_date_index (client_id=?)')
  expect(ways.filter((way) => /^SCAN (v|n|s|m|e|q)\b/.test(way))).toEqual([])
})
