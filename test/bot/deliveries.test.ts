import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { type NewDelivery, callOff, owe } from '../../src/services/deliveries.ts'
import { inUnit } from '../../src/services/unit.ts'
import { durationOf } from '../support/clock.ts'
import type { Member, World, WorldOptions } from '../support/world.ts'
import { deskWorld, soon } from './desk.ts'

async function practice(options: WorldOptions = {}) {
  const { world, desk } = await deskWorld(options)
  const [anna, ben] = [await world.client('Anna'), await world.client('Ben')]
  return { world, desk, anna, ben }
}

interface Wanted {
  in?: string
  lasts?: string
  valuable?: boolean
  key?: string
}

/** Something owed to somebody, as a turn would leave it; the bot hears of it at its next look. */
function oweTo(world: World, member: Member, words: string, wanted: Wanted = {}): Promise<void> {
  const now = world.clock.now()
  const after = (time: string) => new Date(now.getTime() + durationOf(time))
  const dueAt = wanted.in === undefined ? now : after(wanted.in)
  const delivery: NewDelivery = {
    key: wanted.key ?? `note:${words}`,
    kind: 'note',
    recipientId: member.userId ?? 0,
    payload: { words },
    dueAt,
    expiresAt: after(wanted.lasts ?? '1h'),
    valuable: wanted.valuable ?? false,
  }
  return inUnit(world.orm, 'test.owe', (unit) => owe(unit, delivery, now))
}

const pushes = ({ phone }: Member) =>
  phone
    .chat()
    .filter(({ from, text }) => from === 'bot' && !text.startsWith('Card'))
    .map(({ text }) => text)

const states = (world: World) =>
  world
    .ask<{ key: string; state: string }>('select dedupe_key as key, state from deliveries order by id')
    .map(({ key, state }) => `${key.replace('note:', '')} ${state}`)

/** The bot looks, and comes to rest. */
async function look(world: World, time = '16s'): Promise<void> {
  await world.advance(time)
  await world.settle()
}

test('sent when it is due, within two seconds, to whom it is owed; two of one key are one', async () => {
  const { world, desk, anna, ben } = await practice()
  desk.trouble.set('soon', async (ctx) => {
    const now = ctx.turn.now
    for (const words of ['ping', 'pong'])
      await owe(
        ctx.turn,
        {
          key: 'one and the same',
          kind: 'note',
          recipientId: ben.userId ?? 0,
          payload: { words },
          dueAt: new Date(now.getTime() + 90_000),
          expiresAt: new Date(now.getTime() + 600_000),
          valuable: false,
        },
        now,
      )
  })
  anna.phone.say('soon')
  await world.idle()
  await world.advance('89s')
  expect(pushes(ben)).toEqual([])
  await world.advance('2s')
  await world.idle()
  expect([pushes(ben), pushes(anna)]).toEqual([['ping'], []])
  await world.restart()
  await look(world)
  expect(pushes(ben)).toEqual(['ping'])
})

test.each([
  ['a nudge', false, 'reset', 1, 'uncertain'],
  ['a nudge', false, 'late', 1, 'uncertain'],
  ['a nudge', false, '5xx', 1, 'uncertain'],
  ['content', true, 'reset', 2, 'uncertain'],
  ['content', true, 'html', 2, 'uncertain'],
] as const)(
  '%s (valuable: %s) whose sending meets "%s" is sent %i times at most',
  async (_, valuable, kind, most, state) => {
    const { world, anna } = await practice()
    const fault = world.simulator.fault({ method: 'sendMessage', kind, effect: 'after', times: 9 })
    await oweTo(world, anna, 'news', { valuable })
    await look(world)
    await look(world, '20s')
    expect(fault.hits).toBe(most)
    expect(pushes(anna)).toHaveLength(most)
    expect(states(world)).toEqual([`news ${state}`])
  },
)

test('killed while sending: content is sent once more, a nudge is not; the run is not the same any more', async () => {
  const { world, anna, ben } = await practice()
  const fault = world.simulator.fault({ method: 'sendMessage', kind: 'hang', effect: 'after', times: 2 })
  await oweTo(world, anna, 'nudge')
  await oweTo(world, ben, 'content', { valuable: true })
  const looking = world.clock.advance(16_000)
  await soon(() => fault.hits === 2)
  await looking
  const claimed = world.ask<{ run: string }>('select distinct run_id as run from deliveries')
  expect(claimed).toHaveLength(1)
  await world.crash()
  await look(world)
  expect([pushes(anna), pushes(ben)]).toEqual([['nudge'], ['content', 'content']])
  expect(states(world)).toEqual(['nudge uncertain', 'content sent'])
  await world.restart()
  await look(world)
  expect([pushes(anna), pushes(ben)]).toEqual([['nudge'], ['content', 'content']])
})

test('certainly not sent: sent later, as often as it takes, and it does not count', async () => {
  const { world, anna } = await practice()
  world.wire.cut = true
  await oweTo(world, anna, 'nudge', { lasts: '10m' })
  await look(world, '40s')
  expect(states(world)).toEqual(['nudge due'])
  world.wire.cut = false
  await look(world)
  expect(pushes(anna)).toEqual(['nudge'])
  expect(world.ask('select attempts from deliveries')).toEqual([{ attempts: 1 }])
})

test('too late is not sent: neither after a time away, nor after a wait in the queue', async () => {
  const { world, anna, ben } = await practice()
  await world.stop()
  world.clock.turnTo(world.clock.ms + durationOf('2h'))
  await world.start()
  await world.idle()
  await oweTo(world, anna, 'gone', { lasts: '5s' })
  await look(world)
  expect(states(world)).toEqual(['gone stale'])
  world.simulator.fault({ method: 'sendMessage', kind: '429', retryAfter: 60 })
  ben.phone.say('hello')
  await world.settle()
  await oweTo(world, anna, 'waits too long', { lasts: '30s' })
  await oweTo(world, ben, 'waits', { lasts: '10m' })
  await look(world, '61s')
  await world.idle()
  expect([pushes(anna), pushes(ben)]).toEqual([[], ['waits']])
  expect(states(world)).toEqual(['gone stale', 'waits too long stale', 'waits sent'])
})

test('called off before it is due, after it was sent, and while it is being sent', async () => {
  const { world, anna } = await practice()
  const off = (words: string) =>
    inUnit(world.orm, 'test.off', ({ sql }) => callOff(sql, `note:${words}`, world.clock.now()))
  await oweTo(world, anna, 'before', { in: '1m' })
  expect(await off('before')).toBe(false)
  await oweTo(world, anna, 'after')
  await look(world)
  const sent = anna.phone.last()
  expect(sent.text).toBe('after')
  expect(await off('after')).toBe(true)
  await oweTo(world, anna, 'meanwhile')
  const fault = world.simulator.fault({ method: 'sendMessage', kind: 'late', delayMs: 150 })
  const looking = world.clock.advance(16_000)
  await soon(() => fault.hits === 1)
  expect(await off('meanwhile')).toBe(true)
  await looking
  await world.idle()
  expect(pushes(anna)).toEqual(['after'])
  expect(states(world)).toEqual(['before cancelled', 'after cancelled', 'meanwhile cancelled'])
})

test('called off while it waits behind an answer: not sent at all', async () => {
  const { world, anna } = await practice()
  world.wire.cut = true
  anna.phone.say('stuck')
  await world.settle()
  await oweTo(world, anna, 'waits')
  await look(world)
  expect(states(world)).toEqual(['waits due'])
  await inUnit(world.orm, 'test.off', ({ sql }) => callOff(sql, 'note:waits', world.clock.now()))
  world.wire.cut = false
  await look(world, '16s')
  await world.idle()
  expect(anna.phone.last().text).toBe('Card 1')
  expect(states(world)).toEqual(['waits cancelled'])
  const made = world.simulator.calls.map(({ method, params }) => `${method} ${String(params['text'])}`)
  expect(made).not.toContain('sendMessage waits')
  expect(made.filter((call) => call.startsWith('deleteMessage'))).toEqual([])
})

test('who blocked the bot gets nothing, and what is still true when they return', async () => {
  const { world, anna, ben } = await practice()
  anna.phone.block()
  await world.idle()
  await oweTo(world, anna, 'short', { lasts: '1m' })
  await oweTo(world, anna, 'long', { lasts: '1h' })
  await look(world, '2m')
  expect(pushes(anna)).toEqual([])
  // Blocked without our knowing: the sending itself finds out.
  const forget = () => {
    const file = new Database(world.path)
    file.exec(`update telegram_accounts set chat_state = 'reachable'`)
    file.close()
  }
  forget()
  await look(world)
  expect(states(world)).toEqual(['short stale', 'long due'])
  expect(world.rows('telegram_accounts', `chat_state = 'blocked'`)).toHaveLength(1)
  anna.phone.unblock()
  await world.idle()
  await look(world)
  expect(pushes(anna)).toEqual(['long'])
  expect(pushes(ben)).toEqual([])
})

test('who may not be here any more is told nothing, until they may again', async () => {
  const { world, anna } = await practice()
  const setActive = (active: number) => {
    const file = new Database(world.path)
    file.prepare('update users set is_active = ? where id = ?').run(active, anna.userId)
    file.close()
  }
  setActive(0)
  await oweTo(world, anna, 'news')
  await look(world)
  expect(pushes(anna)).toEqual([])
  setActive(1)
  await look(world)
  expect(pushes(anna)).toEqual(['news'])
})

test('one whose words cannot be made does not hold up the others, and neither does one whose chat is stuck', async () => {
  const { world, desk, anna, ben } = await practice()
  desk.push = (words) => {
    if (words === 'broken') throw new Error(`no words for ${words}`)
    return words === 'nothing' ? undefined : words
  }
  world.simulator.fault({ method: 'sendMessage', kind: '5xx', chatId: anna.phone.id, times: 2 })
  anna.phone.say('stuck')
  await world.settle()
  await oweTo(world, anna, 'behind it')
  await oweTo(world, ben, 'broken')
  await oweTo(world, ben, 'nothing')
  await oweTo(world, ben, 'fine')
  await look(world)
  await look(world)
  expect([pushes(anna), pushes(ben)]).toEqual([['behind it'], ['fine']])
  expect(states(world)).toEqual(['behind it sent', 'broken failed', 'nothing cancelled', 'fine sent'])
})

test('a disk that is gone while the words are made is waited out', async () => {
  const { world, desk, anna } = await practice()
  let isGone = true
  desk.push = (words) => {
    if (isGone) throw Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_READ' })
    return words
  }
  await oweTo(world, anna, 'news')
  await look(world)
  expect(pushes(anna)).toEqual([])
  isGone = false
  await world.advance('10s')
  await look(world)
  expect([pushes(anna), states(world)]).toEqual([['news'], ['news sent']])
})

test('several for one person come a second apart, in order', async () => {
  const { world, anna } = await practice()
  const from = world.simulator.calls.length
  for (const words of ['one', 'two', 'three']) await oweTo(world, anna, words)
  await look(world, '20s')
  expect(pushes(anna)).toEqual(['one', 'two', 'three'])
  const at = world.simulator.calls
    .slice(from)
    .flatMap((call) => (call.method === 'sendMessage' ? [call.at] : []))
  expect([(at[1] ?? 0) - (at[0] ?? 0), (at[2] ?? 0) - (at[1] ?? 0)]).toEqual([1000, 1000])
})

test('a push that waits for its turn lets the answer pass, which does not wait for other people’s pushes', async () => {
  const { world, desk } = await deskWorld({ rate: 3 })
  const people: Member[] = []
  for (let index = 0; index < 6; index++) {
    const joining = world.client(`P${index}`)
    await world.settle()
    await world.advance('1s')
    people.push(await joining)
  }
  expect(desk.seen.size).toBe(0)
  await world.advance('2s')
  const last = people.at(-1)
  if (!last) throw new Error('nobody')
  for (const member of people) await oweTo(world, member, `push ${member.name}`)
  const from = world.simulator.calls.length
  const sent = () =>
    world.simulator.calls
      .slice(from)
      .flatMap(({ method, params }) => (method === 'sendMessage' ? [String(params['text'])] : []))
  world.clock.turnTo(world.clock.ms + 15_000)
  await world.settle()
  expect(sent()).toEqual(['push P0', 'push P1'])
  last.phone.say('hello')
  await world.settle()
  // Pushes keep an even pace, so that the second has room for the answer.
  expect(sent()).toEqual(['push P0', 'push P1', 'Card 1'])
  await world.advance('1s')
  expect(sent()).toEqual(['push P0', 'push P1', 'Card 1', 'push P2', 'push P3'])
  await world.advance('3s')
  await world.idle()
  expect(sent().toSorted()).toEqual(['Card 1', ...people.map(({ name }) => `push ${name}`)])
})

test('a database that fails does not put the pusher to sleep for ever', async () => {
  const { world, anna } = await practice()
  await oweTo(world, anna, 'news')
  const off = onceBroken(world)
  await look(world)
  expect(pushes(anna)).toEqual([])
  off()
  await look(world, '5s')
  expect(pushes(anna)).toEqual(['news'])
})

/** Every look at the deliveries fails until the answer is called. */
function onceBroken(world: World): () => void {
  const file = new Database(world.path)
  file.exec('alter table deliveries rename to away')
  return () => {
    file.exec('alter table away rename to deliveries')
    file.close()
  }
}
