import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { pruneInbox } from '../../src/services/inbox.ts'
import type { Update } from '../../src/simulator/simulator.ts'
import type { World } from '../support/world.ts'
import { deskWorld, notes, soon } from './desk.ts'

/** Somebody else's program holds the write lock until the answer is called. */
function hold(world: World): () => void {
  const other = new Database(world.path)
  other.exec('begin immediate')
  return () => {
    other.exec('rollback')
    other.close()
  }
}

const rows = (world: World) =>
  world.ask<{ update_id: number; status: string; attempts: number; error: string | null; lane: number }>(
    'select update_id, status, attempts, error, lane from inbox order by id',
  )

test('Telegram forgets an update only after it is in the file', async () => {
  const { world } = await deskWorld()
  const anna = world.stranger('Anna')
  anna.phone.start()
  await world.idle()
  const unkept: number[] = []
  // Asked at every poll: what the offset confirms must be there.
  world.simulator.fault({
    method: 'getUpdates',
    kind: '5xx',
    match: ({ offset }) => {
      const kept = new Set(rows(world).map(({ update_id: id }) => id))
      const given = world.simulator.calls.flatMap(({ method, result }) =>
        method === 'getUpdates' && Array.isArray(result) ? (result as Update[]) : [],
      )
      unkept.push(
        ...given.map(({ update_id: id }) => id).filter((id) => id < Number(offset) && !kept.has(id)),
      )
      return false
    },
  })
  for (const words of ['one', 'two', 'three']) anna.phone.say(words)
  await world.idle()
  anna.phone.say('four')
  await world.idle()
  expect(unkept).toEqual([])
  expect(notes(world)).toEqual(['one', 'two', 'three', 'four'])
})

test('killed between the batch and the next poll: it comes again and has one effect', async () => {
  const { world } = await deskWorld()
  const anna = world.stranger('Anna')
  anna.phone.start()
  await world.idle()
  const release = hold(world)
  anna.phone.say('once')
  await world.simulator.until(() =>
    world.simulator.calls.some(
      ({ method, delivered, result }) =>
        method === 'getUpdates' && delivered && JSON.stringify(result).includes('once'),
    ),
  )
  await world.crash({ boot: false })
  release()
  expect(world.simulator.waiting).toHaveLength(1)
  await world.start()
  await world.idle()
  expect(notes(world)).toEqual(['once'])
  expect(anna.phone.last().text).toBe('Card 1')
})

test('redelivered, doubled, twice in a batch, backwards: one effect each, in the order it was kept', async () => {
  const { world } = await deskWorld()
  const { simulator } = world
  const anna = world.stranger('Anna')
  anna.phone.start()
  await world.idle()
  simulator.fault({ kind: 'duplicate', method: 'getUpdates', times: 3 })
  anna.phone.say('doubled')
  await world.idle()
  simulator.reorder((updates) => [...updates, ...updates.toReversed()])
  anna.phone.say('a')
  anna.phone.say('b')
  await world.idle()
  simulator.reorder()
  anna.phone.say('c')
  anna.phone.say('d')
  await world.idle()
  for (const { update_id: id } of rows(world)) simulator.redeliver(id)
  await world.idle()
  expect(notes(world).toSorted()).toEqual(['a', 'b', 'c', 'd', 'doubled'])
  expect(notes(world).slice(0, 3)).toEqual(['doubled', 'a', 'b'])
  expect(new Set(rows(world).map(({ status }) => status))).toEqual(new Set(['done']))
})

test('ids that start anew at random are neither taken for old ones nor missed', async () => {
  const { world } = await deskWorld()
  const anna = world.stranger('Anna')
  anna.phone.start()
  anna.phone.say('before')
  await world.idle()
  world.simulator.restartIds(500)
  for (const words of ['low', 'lower id, later']) {
    anna.phone.say(words)
    await world.idle()
  }
  world.simulator.restartIds(900_000_000)
  anna.phone.say('high')
  await world.restart()
  await world.idle()
  expect(notes(world)).toEqual(['before', 'low', 'lower id, later', 'high'])
})

test('one person’s words keep their order while another’s turn is tried again and again', async () => {
  const { world, desk } = await deskWorld()
  const [anna, ben] = [world.stranger('Anna'), world.stranger('Ben')]
  anna.phone.start()
  ben.phone.start()
  await world.idle()
  desk.fail('stuck', 2, () => Object.assign(new Error('busy'), { code: 'SQLITE_BUSY' }))
  anna.phone.say('stuck')
  anna.phone.say('after it')
  ben.phone.say('free')
  await world.settle()
  expect(notes(world)).toEqual(['free'])
  await world.advance(1000)
  expect(notes(world)).toEqual(['free', 'stuck', 'after it'])
})

test('a locked database: nothing is lost, the loop goes on, a tap is answered all the same', async () => {
  const { world } = await deskWorld()
  const anna = world.stranger('Anna')
  anna.phone.start()
  await world.idle()
  const release = hold(world)
  let longest = 0
  let last = performance.now()
  const ticking = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 5)
  const tap = anna.phone.tap('note')
  anna.phone.say('typed')
  await new Promise((resolve) => void setTimeout(resolve, 1100))
  await world.clock.advance(1000)
  expect(await tap.answered()).toMatchObject({ text: '' })
  release()
  clearInterval(ticking)
  await world.idle()
  expect(longest).toBeLessThan(500)
  expect(notes(world)).toEqual(['note', 'typed'])
  expect(world.log.turns.map(({ outcome }) => outcome)).toEqual(['command', 'tap', 'text'])
})

test('a handler that throws once or twice is tried again, with one effect', async () => {
  const { world, desk } = await deskWorld()
  const anna = world.stranger('Anna')
  anna.phone.start()
  await world.idle()
  desk.fail('once', 1)
  desk.fail('twice', 2)
  anna.phone.say('once')
  anna.phone.say('twice')
  await world.idle()
  expect(notes(world)).toEqual(['once', 'twice'])
  expect([desk.seen.get('once'), desk.seen.get('twice')]).toEqual([2, 3])
  expect(anna.phone.chat().map(({ text }) => text)).not.toContain(expect.stringContaining('not saved'))
})

test('after the last try the person is told, in their language, that it was not saved', async () => {
  const { world, desk } = await deskWorld()
  world.failuresExpected = true
  const [anna, noa] = [world.stranger('Anna'), world.stranger('Noa', { language: 'he' })]
  for (const { phone } of [anna, noa]) phone.start()
  await world.idle()
  for (const words of ['text', 'note', 'file']) desk.fail(words, 3)
  anna.phone.say('text')
  await world.idle()
  expect(anna.phone.last().text).toMatch(/^⚠️.*this was not saved.*\n\nCard 0$/s)
  expect(anna.phone.last().buttons[0]).toHaveLength(2)
  desk.fail('note', 3)
  const tap = anna.phone.tap('note')
  await world.idle()
  expect(tap.answers).toMatchObject([
    { text: 'Something went wrong: not saved. Please try again.', alert: true },
  ])
  desk.fail('file', 3)
  anna.phone.sendFile(new TextEncoder().encode('plan'), 'plan.txt', 'text/plain')
  await world.idle()
  expect(anna.phone.last().text).toContain('this was not saved')
  desk.fail('text', 3)
  noa.phone.say('text')
  await world.idle()
  expect(noa.phone.last().text).toMatch(/לא נשמר/)
  expect(notes(world)).toEqual([])
  const failed = rows(world).filter(({ status }) => status === 'failed')
  expect(failed).toHaveLength(4)
  for (const { error } of failed) expect(error).toMatch(/^Error src\/bot\/scene\.ts:[\d:]+$/)
  // What was said next is carried out as ever.
  anna.phone.say('again')
  await world.idle()
  expect(notes(world)).toEqual(['again'])
})

test('a busy database to the end is told too, after longer and longer pauses', async () => {
  const { world, desk } = await deskWorld()
  world.failuresExpected = true
  const anna = world.stranger('Anna')
  anna.phone.start()
  await world.idle()
  const busy = () => Object.assign(new Error('database is locked'), { code: 'SQLITE_BUSY' })
  desk.fail('note', 100, busy)
  const tap = anna.phone.tap('note')
  await world.settle()
  await world.advance('10s')
  // The tap could wait for a second only: the card says it instead.
  expect(tap.answers).toMatchObject([{ text: '', alert: false }])
  expect(anna.phone.last().text).toMatch(/^Something went wrong: not saved\. Please try again\.\n\nCard 0$/)
  expect(rows(world).at(-1)).toMatchObject({
    status: 'failed',
    error: expect.stringMatching(/^Error SQLITE_BUSY src/),
  })
})

test('a full disk: nothing is called saved, nothing is given up, and it goes on when there is room', async () => {
  const { world } = await deskWorld()
  const anna = world.stranger('Anna')
  anna.phone.start()
  await world.idle()
  const connection = world.orm.em.getConnection()
  const pages = async (most: number | string) =>
    void (await connection.execute(`pragma max_page_count = ${most}`))
  await pages(1)
  const big = 'x'.repeat(3000)
  const tap = anna.phone.tap('note')
  for (let times = 0; times < 5; times++) anna.phone.say(`${times}${big}`)
  await world.settle()
  await world.advance('20s')
  expect(notes(world).length).toBeLessThan(6)
  expect(rows(world).every(({ status }) => status !== 'failed')).toBe(true)
  expect(tap.answers).toHaveLength(1)
  await pages(1_000_000_000)
  await world.advance('10s')
  await world.idle()
  expect(notes(world)).toEqual(['note', ...Array.from({ length: 5 }, (_, times) => `${times}${big}`)])
  expect(world.log.toString()).toContain('SQLITE_FULL')
  expect(
    anna.phone
      .chat()
      .map(({ text }) => text)
      .join(),
  ).not.toContain('not saved')
})

test('a refusal is said and not tried again', async () => {
  const { world, desk } = await deskWorld()
  const anna = world.stranger('Anna')
  anna.phone.start()
  await world.idle()
  desk.refuse('no')
  desk.refuse('note')
  anna.phone.say('no')
  await world.idle()
  expect(anna.phone.last().text).toBe('That is not there (any more).\n\nCard 0')
  const tap = anna.phone.tap('note')
  await world.idle()
  expect(tap.answers).toMatchObject([{ text: 'That is not there (any more).', alert: true }])
  expect([desk.seen.get('no'), desk.seen.get('note')]).toEqual([1, 1])
  expect(notes(world)).toEqual([])
  expect(world.log.turns.slice(-2).map(({ outcome }) => outcome)).toEqual([
    'refused notThere',
    'refused notThere',
  ])
})

test('what an earlier run left is picked up in order, and each counted before it is tried', async () => {
  const { world, desk } = await deskWorld()
  const [anna, ben] = [world.stranger('Anna'), world.stranger('Ben')]
  for (const { phone } of [anna, ben]) phone.start()
  await world.idle()
  let counted: number[] = []
  desk.trouble.set('a2', () => void (counted = rows(world).map(({ attempts }) => attempts)))
  const held = Promise.withResolvers<void>()
  desk.trouble.set('a1', () => held.promise)
  anna.phone.say('a1')
  anna.phone.say('a2')
  ben.phone.say('b1')
  await soon(() => rows(world).length === 5 && desk.seen.has('a1'))
  await world.crash({ boot: false })
  desk.trouble.delete('a1')
  held.resolve()
  await world.start()
  await world.idle()
  expect(notes(world)).toEqual(['a1', 'b1', 'a2'])
  expect(counted).toEqual([0, 0, 1, 1, 1])
})

test('an update that kills the process runs out of tries, and is told of', async () => {
  const { world } = await deskWorld()
  world.failuresExpected = true
  const anna = world.stranger('Anna')
  anna.phone.start()
  await world.idle()
  await world.crash({ boot: false })
  anna.phone.say('poison')
  anna.phone.say('fine')
  const edit = (sql: string) => {
    const file = new Database(world.path)
    file.exec(sql)
    file.close()
  }
  // As three dead runs leave it.
  edit(`insert into inbox (source, bot_id, update_id, lane, raw, received_at, status, attempts)
    select source, bot_id, 1, lane, replace(raw, '/start', 'poison'), received_at, 'waiting', 3 from inbox`)
  await world.start()
  await world.idle()
  expect(rows(world)[1]).toMatchObject({ update_id: 1, status: 'failed', error: 'killed the process' })
  expect(
    anna.phone
      .chat()
      .map(({ text }) => text)
      .join(),
  ).toContain('not saved')
  expect(notes(world)).toEqual(['poison', 'fine'])
})

test('what has nobody behind it, and what we did not ask for, passes without a trace', async () => {
  const { world } = await deskWorld()
  const { simulator } = world
  const anna = world.stranger('Anna')
  anna.phone.start()
  await world.idle()
  const calls = simulator.calls.length
  const chat = { id: -100_123, type: 'channel', title: 'News' }
  const bot = { id: 99, is_bot: true, first_name: 'Other' }
  const user = { id: anna.phone.id, is_bot: false, first_name: 'Anna' }
  const message = { message_id: 7, date: 0, chat: { id: anna.phone.id, type: 'private' } }
  const odd: object[] = [
    { channel_post: { message_id: 1, date: 0, chat, text: 'hello' } },
    { message: { ...message, from: bot, text: 'beep' } },
    { message: { ...message, sender_chat: chat, text: 'from a channel' } },
    { inline_query: { id: '1', from: user, query: 'x', offset: '' } },
    { poll: { id: '1' } },
    {
      my_chat_member: {
        chat,
        from: bot,
        date: 0,
        old_chat_member: {},
        new_chat_member: { status: 'kicked' },
      },
    },
    {},
  ]
  simulator.reorder((updates) => [
    ...odd.map((one, index) => ({ ...one, update_id: 77_000 + index })),
    ...updates,
  ])
  anna.phone.say('one')
  anna.phone.say('two')
  await world.idle()
  expect(notes(world)).toEqual(['one', 'two'])
  expect(
    rows(world)
      .filter(({ lane }) => lane === 0)
      .map(({ status }) => status),
  ).toEqual(odd.map(() => 'done'))
  expect(
    simulator.calls
      .slice(calls)
      .filter(({ method }) => method !== 'getUpdates')
      .map(({ method }) => method),
  ).toEqual(expect.not.arrayContaining(['leaveChat']))
})

test('what was carried out is forgotten after two days, what failed after a month, what waits never', async () => {
  const { world, desk } = await deskWorld()
  world.failuresExpected = true
  const anna = world.stranger('Anna')
  anna.phone.start()
  await world.idle()
  desk.fail('bad', 3)
  anna.phone.say('bad')
  await world.idle()
  const file = new Database(world.path)
  file.exec(`insert into inbox (source, bot_id, update_id, lane, raw, received_at, status, attempts)
    select source, bot_id, 1, lane, raw, received_at, 'waiting', 0 from inbox limit 1`)
  file.close()
  const after = async (hours: number) => {
    await pruneInbox(world.orm, new Date(world.clock.ms + hours * 3_600_000))
    return rows(world).map(({ status }) => status)
  }
  expect(await after(47)).toEqual(['done', 'failed', 'waiting'])
  expect(await after(49)).toEqual(['failed', 'waiting'])
  expect(await after(31 * 24)).toEqual(['waiting'])
})

test('what nobody said is passed over: pins, locations that move, captions corrected, anything new', async () => {
  const { world } = await deskWorld()
  const anna = world.stranger('Anna')
  anna.phone.start()
  await world.idle()
  const card = anna.phone.last()
  const from = { id: anna.phone.id, is_bot: false, first_name: 'Anna' }
  const message = { from, message_id: 500, date: 0, chat: { id: anna.phone.id, type: 'private' } }
  const passing: object[] = [
    { message: { ...message, pinned_message: {} } },
    { message: { ...message, message_auto_delete_timer_changed: {} } },
    { message: { ...message, something_of_next_year: {} } },
    { edited_message: { ...message, location: {} } },
    { edited_message: { ...message, photo: [], caption: 'other words' } },
    { edited_message: { ...message, document: { file_id: 'x', file_unique_id: 'y' } } },
  ]
  const batch = passing.map((one, index) => ({ ...one, update_id: 200_000_000 + index }))
  world.simulator.reorder((updates) => [...batch, ...updates])
  anna.phone.sendLocation(32, 34)
  anna.phone.sendVoice(new Uint8Array([1]))
  await world.idle()
  expect(notes(world)).toEqual(['other', 'media'])
  expect(world.log.turns.map(({ outcome }) => outcome)).toEqual([
    'command',
    ...passing.map(() => 'passing'),
    'other',
    'media',
  ])
  expect(
    anna.phone
      .chat()
      .filter(({ from: by }) => by === 'bot')
      .map(({ text }) => text),
  ).toEqual([card.text, 'Card 1', 'Card 2'])
})

test('a group is declined once and left, whoever speaks meanwhile; added again it is told again', async () => {
  const { world } = await deskWorld()
  const [anna, ben] = [world.stranger('Anna'), world.stranger('Ben', { language: 'he' })]
  anna.phone.start()
  await world.idle()
  const card = anna.phone.last()
  const group = world.simulator.group([anna.phone, ben.phone])
  group.say(ben.phone, 'hi there')
  group.say(anna.phone, '/start@spotter_test_bot')
  await world.idle()
  expect(group.hasBot).toBe(false)
  const words = () =>
    group
      .chat(anna.phone)
      .filter(({ from }) => from === 'bot')
      .map(({ text }) => text)
  expect(words()).toHaveLength(1)
  expect(words()[0]).toContain('@spotter_test_bot')
  expect(anna.phone.last()).toEqual(card)
  const again = world.simulator.group([ben.phone])
  await world.idle()
  expect(again.hasBot).toBe(false)
  expect(again.chat(anna.phone).filter(({ from }) => from === 'bot')[0]?.text).toMatch(/[א-ת]/)
})
