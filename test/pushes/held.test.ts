import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { replan } from '../../src/services/reminders/planning.ts'
import { inUnit } from '../../src/services/unit.ts'
import type { Member, World } from '../support/world.ts'
import { soon } from '../bot/desk.ts'
import { copies, oweAll, postWorld, rowsOf, sentBy, statesOf, want } from './post.ts'

/** Six in the morning, UTC: Anna's quiet hours end at seven. */
async function night() {
  const { world, post } = await postWorld({ at: '2026-11-23T06:00:00Z' })
  const [anna, ben] = [await world.client('Anna'), await world.client('Ben')]
  return { world, post, anna, ben }
}

/** Content that comes in the quiet hours. */
async function hold(world: World, to: Member, ...words: string[]): Promise<void> {
  await oweAll(
    world,
    words.map((one) => ({ to, words: one, valuable: true })),
  )
  await world.advance('30s')
  await world.settle()
}

const notes = (world: World) =>
  rowsOf(world).flatMap(({ kind, state }) => (kind === 'heldNote' ? [state] : []))
const texts = (world: World) => sentBy(world).flatMap(({ marks }) => (marks.length > 0 ? [marks.join()] : []))

function change(world: World, statement: string, ...params: unknown[]): void {
  const file = new Database(world.path)
  file.pragma('foreign_keys = on')
  file.prepare(statement).run(...params)
  file.close()
}

test('what is held is told in one note at the end of the quiet hours', async () => {
  const { world, anna } = await night()
  await hold(world, anna, 'one', 'two')
  expect(statesOf(world)).toEqual(['one held', 'two held'])
  await world.advanceTo('07:00')
  await world.idle()
  expect(texts(world)).toEqual(['one,two'])
  expect([statesOf(world), notes(world)]).toEqual([['one sent', 'two sent'], ['sent']])
})

test.each([
  ['reset', 'after', 2],
  ['reset', 'before', 0],
] as const)(
  'a note of unknown fate (%s %s) is sent twice at most, and what it told has the same fate',
  async (kind, effect, told) => {
    const { world, anna } = await night()
    await hold(world, anna, 'one', 'two')
    const fault = world.simulator.fault({ method: 'sendMessage', kind, effect, times: 9 })
    await world.advanceTo('07:00')
    await world.advance('1m')
    expect(fault.hits).toBe(2)
    expect(copies(world).get('one') ?? 0).toBe(told)
    expect(statesOf(world)).toEqual(['one uncertain', 'two uncertain'])
    fault.cancel()
    await world.advance('2 days')
    expect(copies(world).get('one') ?? 0).toBe(told)
  },
)

test('killed twice while the note is sent: what it told is not told a third time the next morning', async () => {
  const { world, anna } = await night()
  await hold(world, anna, 'one')
  const fault = world.simulator.fault({ method: 'sendMessage', kind: 'hang', effect: 'after', times: 2 })
  world.clock.turnTo(Date.parse('2026-11-23T07:00:00Z'))
  for (const death of [1, 2]) {
    await soon(() => fault.hits === death)
    await world.crash()
  }
  await world.settle()
  expect([statesOf(world), notes(world)]).toEqual([['one uncertain'], ['uncertain']])
  expect(copies(world).get('one')).toBe(2)
})

test('what perhaps arrived just before the quiet hours is told by one sending of a note', async () => {
  const { world } = await postWorld({ at: '2026-11-23T21:59:00Z' })
  const anna = await world.client('Anna')
  const fault = world.simulator.fault({ method: 'sendMessage', kind: 'reset', effect: 'after', times: 9 })
  await oweAll(world, [{ to: anna, words: 'one', valuable: true, in: '58s' }])
  await world.advance('2m')
  expect(statesOf(world)).toEqual(['one held'])
  await world.advanceTo('07:02')
  expect([fault.hits, copies(world).get('one'), statesOf(world)]).toEqual([2, 2, ['one uncertain']])
})

test('a note that cannot be worded, or is refused, leaves its pieces to go by themselves', async () => {
  const { world, post, anna, ben } = await night()
  const plain = post.word
  post.word = (words) => {
    if (words === 'broken') throw new Error('no words')
    return plain(words)
  }
  await hold(world, anna, 'one', 'broken', 'two')
  await hold(world, ben, 'three', 'four')
  world.simulator.fault({ method: 'sendMessage', kind: '5xx', status: 400, chatId: ben.phone.id })
  await world.advanceTo('07:00')
  await world.advance('1m')
  await world.idle()
  expect(texts(world).toSorted()).toEqual(['four', 'one', 'three', 'two'])
  expect(statesOf(world)).toEqual(['one sent', 'broken failed', 'two sent', 'three sent', 'four sent'])
})

test('held again on an evening whose note has gone already, for a clock went back: told all the same', async () => {
  const { world, anna } = await night()
  await hold(world, anna, 'one')
  await world.advanceTo('07:00')
  await world.idle()
  world.clock.jump(-3_600_000)
  await hold(world, anna, 'two')
  expect(statesOf(world)).toEqual(['one sent', 'two held'])
  await world.advanceTo('07:01')
  await world.idle()
  expect(texts(world)).toEqual(['one', 'two'])
  expect(notes(world)).toEqual(['sent', 'sent'])
})

test('quiet hours that end later move the note', async () => {
  const { world, anna } = await night()
  await hold(world, anna, 'one')
  change(world, `update user_settings set quiet_from = '22:00', quiet_to = '09:00'`)
  await hold(world, anna, 'two')
  await world.advanceTo('08:30')
  expect(texts(world)).toEqual([])
  await world.advanceTo('09:01')
  await world.idle()
  expect(texts(world)).toEqual(['one,two'])
})

test('a note that becomes due in quiet hours that were changed waits for their end', async () => {
  const { world, anna } = await night()
  await hold(world, anna, 'one')
  change(world, `update user_settings set quiet_from = '22:00', quiet_to = '09:00'`)
  await world.advanceTo('08:30')
  expect(texts(world)).toEqual([])
  await world.advanceTo('09:01')
  await world.idle()
  expect([texts(world), statesOf(world), notes(world)]).toEqual([['one'], ['one sent'], ['sent']])
})

test('a reminder that is held is worth no more than it was: its morning is told in the morning, or not at all', async () => {
  const { world } = await postWorld({ at: '2026-11-23T06:00:00Z', reminds: true })
  const [anna, ben] = [await world.client('Anna'), await world.client('Ben')]
  change(
    world,
    `update user_settings set quiet_from = '22:00', quiet_to = '10:00' where user_id = ?`,
    anna.userId,
  )
  change(
    world,
    `update user_settings set quiet_from = '22:00', quiet_to = '12:00' where user_id = ?`,
    ben.userId,
  )
  change(world, `insert into reminder_rules (user_id, kind, is_on) select id, 'weighIn', 0 from users`)
  await world.app.plan()
  const due = (await world.advanceTo('08:00'), rowsOf(world))
  expect(due.flatMap(({ kind, key, state }) => (key.endsWith('11-23') ? [`${kind} ${state}`] : []))).toEqual([
    'morning held',
    'morning stale',
  ])
  await world.advanceTo('13:00')
  expect(texts(world)).toEqual([`morning ${anna.userId} 2026-11-23`])
})

test('held, and then out of reach until noon: a morning is not told in the afternoon', async () => {
  const { world } = await postWorld({ at: '2026-11-23T06:00:00Z', reminds: true })
  const anna = await world.client('Anna')
  change(
    world,
    `update user_settings set quiet_from = '22:00', quiet_to = '09:00' where user_id = ?`,
    anna.userId,
  )
  change(world, `insert into reminder_rules (user_id, kind, is_on) select id, 'weighIn', 0 from users`)
  await world.app.plan()
  await world.advanceTo('08:00')
  await hold(world, anna, 'news')
  change(world, 'update users set is_active = 0 where id = ?', anna.userId)
  await world.advanceTo('12:00')
  change(world, 'update users set is_active = 1 where id = ?', anna.userId)
  await world.advance('1m')
  expect(texts(world)).toEqual(['news'])
})

test('switched off while something is held: told when they are back in time, stale when not; erased: gone', async () => {
  const { world, anna, ben } = await night()
  const carl = await world.client('Carl')
  await hold(world, anna, 'soon back')
  await hold(world, ben, 'late back')
  await hold(world, carl, 'erased')
  change(world, 'update users set is_active = 0 where id in (?, ?)', anna.userId, ben.userId)
  change(world, 'delete from users where id = ?', carl.userId)
  await world.advanceTo('10:00')
  change(world, 'update users set is_active = 1 where id = ?', anna.userId)
  await world.advance('1m')
  expect(texts(world)).toEqual(['soon back'])
  await world.advance('1 day')
  expect(statesOf(world)).toEqual(['soon back sent', 'late back stale'])
  change(world, 'update users set is_active = 1')
  await world.advance('1m')
  expect([texts(world), notes(world)]).toEqual([['soon back'], ['sent', 'stale']])
})

test('a reminder that perhaps arrived, and waits to be sent once more, is not made anew by a change of hours', async () => {
  const { world } = await postWorld({ at: '2026-11-23T06:00:00Z', reminds: true })
  const anna = await world.client('Anna')
  await want(world, anna, { morning: '08:00' })
  await world.app.plan()
  const match = ({ text }: { text?: unknown }) => String(text).includes('morning')
  const fault = world.simulator.fault({ match, kind: 'reset', effect: 'after', times: 9 })
  await world.advanceTo('08:00')
  await world.settle()
  expect(fault.hits).toBe(1)
  change(world, `update reminder_rules set time_of_day = '08:30'`)
  await inUnit(world.orm, 'test.replan', (unit) => replan(unit, anna.userId ?? 0, world.clock.now()))
  await world.app.plan()
  await world.advance('1h')
  expect(copies(world).get(`morning ${anna.userId} 2026-11-23`)).toBe(2)
})
