import { expect, test } from 'vitest'
import { beginSending, claimDue, isStillOwed, owe } from '../../src/services/deliveries.ts'
import { type Ending, endDelivery } from '../../src/services/deliveryEndings.ts'
import { markDone } from '../../src/services/inbox.ts'
import { inUnit } from '../../src/services/unit.ts'
import { durationOf } from '../support/clock.ts'
import type { World } from '../support/world.ts'
import { deskWorld, notes } from './desk.ts'
import { write } from './practice.ts'

async function atTheDesk() {
  const { world, desk } = await deskWorld()
  const anna = world.stranger('Anna')
  anna.phone.start()
  await world.idle()
  const { phone } = anna
  const shown = () =>
    phone
      .chat()
      .filter(({ from }) => from === 'bot')
      .map(({ text }) => text)
  const tried = (method: string) =>
    world.simulator.calls.filter((call) => call.method === method).map(({ params }) => String(params['text']))
  return { world, desk, phone, shown, tried }
}

function oweTo(world: World, recipientId: number, words: string, lasts: string): Promise<void> {
  const now = world.clock.now()
  const expiresAt = new Date(now.getTime() + durationOf(lasts))
  const delivery = { key: words, kind: 'note', recipientId, payload: { words }, dueAt: now, expiresAt }
  return inUnit(world.orm, 'test.owe', (unit) => owe(unit, { ...delivery, valuable: false }, now))
}

test('an update that was carried out before has no second effect, whoever tries', async () => {
  const { world, phone } = await atTheDesk()
  phone.say('one')
  await world.idle()
  const [row] = world.ask<{ id: number; done_at: string }>('select id, done_at from inbox order by id desc')
  world.clock.turnTo(world.clock.ms + 5000)
  const again = inUnit(world.orm, 'test.again', async ({ sql }) => {
    await sql.insertInto('installation').values({ key: 'note:again', value: 'one' }).execute()
    await markDone(sql, row?.id ?? 0, world.clock.now())
  })
  await expect(again).rejects.toThrow('only once')
  expect(notes(world)).toEqual(['one'])
  expect(world.ask('select id, done_at from inbox order by id desc limit 1')).toEqual([row])
})

test('how an earlier sending ended says nothing of the one under way', async () => {
  const { world } = await deskWorld()
  const anna = await world.client('Anna')
  await oweTo(world, anna.userId ?? 0, 'news', '1h')
  const claim = async () => {
    const now = world.clock.now()
    const [claimed] = await claimDue(world.orm, { now, busy: [], limit: 1 })
    if (!claimed) throw new Error('nothing is due')
    await beginSending(world.orm, claimed, 'test', now)
    return claimed
  }
  const end = (delivery: Awaited<ReturnType<typeof claim>>, ending: Ending, messageId: number | null) =>
    endDelivery(world.orm, delivery, ending, messageId, world.clock.now()).then(({ stands: one }) => one)
  const first = await claim()
  // Put off while it was being sent, as a new rest does, and due again by now.
  write(world, `update deliveries set state = 'due'`)
  const second = await claim()
  const row = () => world.ask('select state, attempts, message_id from deliveries')
  const stands = (delivery: Awaited<ReturnType<typeof claim>>) =>
    inUnit(world.orm, 'test.stands', (unit) => isStillOwed(unit, delivery))
  expect([await stands(first), await stands(second)]).toEqual([false, true])
  expect(await end(first, 'sent', 41)).toBe(false)
  expect(await end(first, 'unsent', null)).toBe(false)
  expect(row()).toEqual([{ state: 'sending', attempts: 2, message_id: null }])
  expect(await end(second, 'sent', 42)).toBe(true)
  expect(row()).toEqual([{ state: 'sent', attempts: 2, message_id: 42 }])
})

test('what an earlier run may have sent is sent once more at most, though the fate of that is unknown too', async () => {
  const { world, phone, shown } = await atTheDesk()
  world.simulator.fault({ method: 'sendMessage', kind: 'hang', effect: 'after' })
  phone.say('one')
  await world.simulator.until(() => shown().includes('Card 1'))
  await world.crash({ boot: false })
  world.simulator.clearFaults()
  const fault = world.simulator.fault({ method: 'sendMessage', kind: 'reset', effect: 'after', times: 9 })
  await world.start()
  await world.settle()
  await world.advance('10s')
  await world.idle()
  expect(fault.hits).toBe(1)
  expect(shown()).toEqual(['Card 0', 'Card 1', 'Card 1'])
  expect(world.rows('conversations', 'owed is not null')).toEqual([])
})

test('who has blocked the bot is not written to again for what else was waiting', async () => {
  const { world, desk, phone, tried } = await atTheDesk()
  desk.trouble.set('three', (ctx) => {
    for (const html of ['First', 'Second']) ctx.say({ html })
  })
  world.simulator.fault({ kind: '429', method: 'sendMessage', retryAfter: 2 })
  phone.say('three')
  await world.settle()
  phone.block()
  await world.settle()
  await world.advance('2s')
  await world.idle()
  expect(tried('sendMessage').slice(1)).toEqual(['First', 'First'])
  expect(world.rows('conversations', 'owed is not null')).toEqual([])
})

test('a card that failed gives way to a newer one instead of being tried again', async () => {
  const { world, phone, tried } = await atTheDesk()
  world.simulator.fault({ method: 'editMessageText', kind: '5xx' })
  phone.tap('note')
  await world.settle()
  phone.tap('note')
  await world.settle()
  expect(tried('editMessageText')).toEqual(['Card 1'])
  await world.advance('1s')
  await world.idle()
  expect(tried('editMessageText')).toEqual(['Card 1', 'Card 2'])
  expect(phone.last().text).toBe('Card 2')
})

test('what came to be too late while it waited behind an answer is not even worded', async () => {
  const { world, desk } = await deskWorld()
  const anna = await world.client('Anna')
  const worded: string[] = []
  desk.push = (words) => (worded.push(words), undefined)
  world.wire.cut = true
  anna.phone.say('stuck')
  await world.settle()
  await oweTo(world, anna.userId ?? 0, 'late', '18s')
  await world.advance('16s')
  expect(world.ask('select state from deliveries')).toEqual([{ state: 'due' }])
  await world.advance('4s')
  world.wire.cut = false
  await world.advance('20s')
  await world.idle()
  expect(worded).toEqual([])
  expect(world.ask('select state from deliveries')).toEqual([{ state: 'stale' }])
})
