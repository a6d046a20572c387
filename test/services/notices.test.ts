import { afterAll, beforeAll, expect, test } from 'vitest'
import { beginSending, claimDue, owe } from '../../src/services/deliveries.ts'
import { endDelivery } from '../../src/services/deliveryEndings.ts'
import { noteNews } from '../../src/services/notices/writing.ts'
import { inUnit } from '../../src/services/unit.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = await freshDatabase()
  const db = fresh.outsider()
  db.prepare(`insert into users (id, username, role) values (1, 'anna', 'client')`).run()
  db.prepare(`insert into users (id, username, role) values (2, 'dana', 'trainer')`).run()
  db.prepare('insert into telegram_accounts (telegram_id, user_id) values (5, 1), (6, 2)').run()
})
afterAll(() => fresh.close())

const at = new Date('2026-11-23T07:30:00Z')

async function claimed(kind: string, key: string, recipientId = 1) {
  const expiresAt = new Date(at.getTime() + 3_600_000)
  const delivery = { key, kind, recipientId, payload: {}, dueAt: at, expiresAt, valuable: true }
  await inUnit(fresh.orm, 'test.owe', (unit) => owe(unit, delivery, at))
  const [one] = await claimDue(fresh.orm, { now: at, busy: [], limit: 1 })
  if (!one) throw new Error('Nothing was due')
  await beginSending(fresh.orm, one, 'test', at)
  return one
}

const note = (delivery: Awaited<ReturnType<typeof claimed>>, message: string, about: number | null = null) =>
  inUnit(fresh.orm, 'test.note', (unit) =>
    noteNews(unit, delivery, { title: message.split('\n')[0] ?? '', message, about }, at),
  )

const rows = () =>
  fresh.outsider().prepare('select type, message, is_read from notifications order by id').all()

test('a second try words the same row anew; of what comes every day only the newest is unread', async () => {
  const first = await claimed('morning', 'morning:1')
  await note(first, 'Monday')
  await endDelivery(fresh.orm, first, 'again', null, at)
  await note(first, 'Monday, again')
  expect(rows()).toEqual([{ type: 'morning', message: 'Monday, again', is_read: 0 }])
  const late = new Date(at.getTime() + 10_000)
  const [again] = await claimDue(fresh.orm, { now: late, busy: [], limit: 1 })
  await endDelivery(fresh.orm, again ?? first, 'sent', 7, late)
  await note(await claimed('morning', 'morning:2'), 'Tuesday')
  expect(rows()).toEqual([
    { type: 'morning', message: 'Monday, again', is_read: 1 },
    { type: 'morning', message: 'Tuesday', is_read: 0 },
  ])
})

test('other news do not take each other’s place', async () => {
  await note(await claimed('joined', 'joined:1'), 'Ben')
  await note(await claimed('joined', 'joined:2'), 'Tom')
  expect(rows().slice(2)).toEqual([
    { type: 'joined', message: 'Ben', is_read: 0 },
    { type: 'joined', message: 'Tom', is_read: 0 },
  ])
})

test('of words to a coach the first line is kept, whole, whomever they are about', async () => {
  await note(await claimed('brief', 'brief:1', 2), 'Who needs me\nAnna: 72 kg')
  await note(
    await claimed('checkIn', 'checkIn:1', 2),
    `How the week was, ${'and '.repeat(20)}so on\nAnna: 72 kg`,
    1,
  )
  expect(rows().slice(4)).toEqual([
    { type: 'brief', message: 'Who needs me', is_read: 0 },
    { type: 'checkIn', message: `How the week was, ${'and '.repeat(20)}so on`, is_read: 0 },
  ])
})
