import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import type { Call, SeenMessage } from '../../src/simulator/simulator.ts'
import type { WorldOptions } from '../support/world.ts'
import { deskWorld, soon } from './desk.ts'

async function atTheDesk(options: WorldOptions = {}) {
  const { world, desk } = await deskWorld(options)
  const anna = world.stranger('Anna')
  anna.phone.start()
  await world.idle()
  const { phone } = anna
  const cards = () => phone.chat().filter(({ from }) => from === 'bot')
  const calls = (method: RegExp) => world.simulator.calls.filter((call) => method.test(call.method))
  return { world, desk, phone, cards, calls }
}

const texts = (messages: SeenMessage[]) => messages.map(({ text }) => text)
const shown = (call: Call) => String(call.params['text'])

test('the card is edited in place, and moves down when something was typed since', async () => {
  const { world, phone, cards } = await atTheDesk()
  const [first] = cards()
  phone.tap('note')
  await world.idle()
  expect(cards()).toMatchObject([{ id: first?.id, text: 'Card 1' }])
  phone.say('typed')
  await world.idle()
  expect(texts(cards())).toEqual(['Card 1', 'Card 2'])
  expect(cards()[0]?.buttons).toEqual([])
  phone.tap('note')
  await world.idle()
  expect(texts(cards())).toEqual(['Card 1', 'Card 3'])
})

test('edits that wait collapse into the newest, also while Telegram asks for a pause', async () => {
  const { world, phone, calls } = await atTheDesk()
  world.simulator.fault({ method: 'editMessageText', kind: '429', retryAfter: 5 })
  for (let taps = 0; taps < 4; taps++) {
    phone.tap('note')
    await world.settle()
  }
  expect(calls(/editMessageText/).map(shown)).toEqual(['Card 1'])
  await world.advance('4s')
  expect(calls(/editMessageText/)).toHaveLength(1)
  await world.advance('1s')
  await world.idle()
  expect(calls(/editMessageText/).map(shown)).toEqual(['Card 1', 'Card 4'])
})

test('the same words again are silence; a card that is gone is sent anew', async () => {
  const { world, desk, phone, cards } = await atTheDesk()
  desk.card = () => 'Always the same'
  phone.tap('note')
  await world.idle()
  phone.tap('note')
  await world.idle()
  expect(world.log.lines.filter(({ level }) => level !== 'info')).toEqual([])
  const [card] = cards()
  await fetch(`${world.simulator.apiRoot}/bot${world.simulator.token}/deleteMessage`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ chat_id: phone.id, message_id: card?.id }),
  })
  if (card) phone.tapStale(card, 'note')
  await world.idle()
  expect(cards()).toMatchObject([{ text: 'Always the same' }])
  expect(cards()[0]?.id).toBeGreaterThan(card?.id ?? 0)
})

test('committed and not shown: shown after the start, in the order it was owed', async () => {
  const { world, desk, phone, cards } = await atTheDesk()
  desk.trouble.set('two', (ctx) => {
    ctx.say({ html: 'First' })
    ctx.say({ html: 'Second' })
  })
  const fault = world.simulator.fault({ kind: 'hang', match: (values) => 'chat_id' in values, times: 9 })
  phone.say('two')
  await soon(() => fault.hits > 0)
  await world.crash({ boot: false })
  world.simulator.clearFaults()
  await world.start()
  await world.idle()
  expect(texts(cards())).toEqual(['Card 0', 'First', 'Second', 'Card 1'])
  expect(world.rows('conversations', 'owed is not null')).toEqual([])
})

test('sent, but not noted: sent once more after the start, and no more', async () => {
  const { world, phone, cards } = await atTheDesk()
  world.simulator.fault({ method: 'sendMessage', kind: 'hang', effect: 'after' })
  phone.say('one')
  await world.simulator.until(() => texts(cards()).includes('Card 1'))
  await world.crash()
  await world.idle()
  await world.restart()
  await world.idle()
  expect(texts(cards())).toEqual(['Card 0', 'Card 1', 'Card 1'])
})

test('a send of unknown fate is repeated once, whatever happens; an edit until it works', async () => {
  const { world, phone, cards, calls } = await atTheDesk()
  const fault = world.simulator.fault({ method: 'sendMessage', kind: 'reset', effect: 'after', times: 9 })
  phone.say('one')
  await world.settle()
  await world.advance('10s')
  await world.idle()
  expect(fault.hits).toBe(2)
  expect(texts(cards())).toEqual(['Card 0', 'Card 1', 'Card 1'])
  world.simulator.clearFaults()
  phone.say('two')
  await world.idle()
  const edits = world.simulator.fault({ method: 'editMessageText', kind: 'truncated', times: 4 })
  phone.tap('note')
  await world.settle()
  await world.advance('25s')
  await world.idle()
  expect(edits.hits).toBe(4)
  expect(calls(/editMessageText/).length).toBeGreaterThanOrEqual(4)
  expect(cards().at(-1)?.text).toBe('Card 3')
})

test.each(['5xx', 'reset', 'html', 'late', 'hang', 'truncated'] as const)(
  'a call that meets "%s": nothing is lost, and at most one copy too many',
  async (kind) => {
    const { world, desk, phone, cards } = await atTheDesk()
    desk.trouble.set('one', (ctx) => ctx.say({ html: 'Beside' }))
    world.simulator.fault({ kind, match: (values) => 'chat_id' in values, times: 1 })
    phone.say('one')
    await world.settle()
    await world.advance('1s')
    await world.idle()
    const beside = texts(cards()).filter((text) => text === 'Beside').length
    expect(beside).toBe(kind === 'late' || kind === 'truncated' ? 2 : 1)
    expect(texts(cards()).at(-1)).toBe('Card 1')
    expect(texts(cards()).filter((text) => text === 'Card 1')).toHaveLength(1)
  },
)

test('Telegram out of reach: everything waits and comes when it is back, once', async () => {
  const { world, desk, phone, cards } = await atTheDesk()
  desk.trouble.set('one', (ctx) => ctx.say({ html: 'Beside' }))
  const fault = world.simulator.fault({ kind: '5xx', match: () => true, times: 1000, method: 'sendMessage' })
  world.wire.cut = true
  phone.say('one')
  await world.advance('20s')
  expect(fault.hits).toBe(0)
  fault.cancel()
  world.wire.cut = false
  await world.advance('20s')
  await world.idle()
  expect(texts(cards())).toEqual(['Card 0', 'Beside', 'Card 1'])
})

test('blocked: nothing more is owed, until they unblock or write', async () => {
  const { world, phone, cards, calls } = await atTheDesk()
  const state = () => world.ask(`select chat_state as state from telegram_accounts`)
  world.simulator.fault({ kind: '429', method: 'editMessageText', retryAfter: 2 })
  phone.tap('note')
  await world.settle()
  phone.block()
  await world.advance('2s')
  await world.idle()
  expect(state()).toEqual([{ state: 'blocked' }])
  expect(world.rows('conversations', 'owed is not null')).toEqual([])
  const before = calls(/./).length
  await world.restart()
  await world.advance('5m')
  expect(calls(/^(send|edit)/).filter(({ seq }) => seq > before)).toEqual([])
  phone.unblock()
  await world.idle()
  expect(state()).toEqual([{ state: 'reachable' }])
  phone.block()
  await world.idle()
  phone.say('back again')
  await world.idle()
  expect(state()).toEqual([{ state: 'reachable' }])
  expect(texts(cards()).at(-1)).toBe('Card 2')
})

test('429 holds everybody up, for as long as was asked', async () => {
  const { world, phone, calls } = await atTheDesk()
  const ben = world.stranger('Ben')
  ben.phone.start()
  await world.idle()
  const from = world.clock.ms
  world.simulator.fault({ kind: '429', method: 'sendMessage', retryAfter: 7 })
  phone.say('one')
  await world.settle()
  ben.phone.tap('note')
  await world.settle()
  await world.advance('6900ms')
  expect(calls(/^(send|edit)/).filter(({ at }) => at > from)).toEqual([])
  await world.advance('100ms')
  await world.idle()
  expect(phone.last().text).toBe('Card 1')
  expect(ben.phone.last().text).toBe('Card 1')
})

test('no more calls in any second than allowed, answers first, and each chat in its order', async () => {
  const { world, desk } = await deskWorld({ rate: 5 })
  const people = Array.from({ length: 6 }, (_, index) => world.stranger(`P${index}`))
  desk.trouble.set('three', (ctx) => {
    for (const word of ['a', 'b', 'c']) ctx.say({ html: word })
  })
  for (const { phone } of people) phone.start()
  await world.settle()
  await world.advance('3s')
  for (const { phone } of people) phone.say('three')
  await world.settle()
  await world.advance('10s')
  await world.idle()
  const starts = world.simulator.calls.filter(({ method }) => /^(send|edit)/.test(method)).map(({ at }) => at)
  expect(starts).toHaveLength(6 + 6 * 4 + 6)
  for (const [index, at] of starts.entries())
    expect(starts[index + 5] ?? Infinity).toBeGreaterThanOrEqual(at + 1000)
  for (const { phone } of people)
    expect(texts(phone.chat().filter(({ from }) => from === 'bot'))).toEqual([
      'Card 0',
      'a',
      'b',
      'c',
      'Card 1',
    ])
})

test('longer than Telegram takes: cut where it is shown, with every tag closed', async () => {
  const { world, desk, phone } = await atTheDesk()
  desk.card = () => `<b>${'&lt;ab&gt; <i>x</i> '.repeat(700)}</b> the end`
  desk.trouble.set('note', (ctx) => {
    ctx.say({ html: `<i>${'🏋'.repeat(3000)}</i>` })
    ctx.say({ html: `<i>${'y'.repeat(3000)}</i>`, file: { name: 'a.txt', text: 'a' } })
    ctx.say({ html: '' })
  })
  phone.tap('note')
  await world.idle()
  const bot = phone.chat().filter(({ from }) => from === 'bot')
  expect(bot.map(({ text }) => text.length)).toEqual([4096, 4095, 1024, 1])
  for (const { text } of bot) expect(text).toMatch(/…$/)
})

test('what Telegram does not take at all is said in bare words, and the bot goes on', async () => {
  const { world, desk, phone } = await atTheDesk()
  world.unrulyOnPurpose = true
  desk.card = (count) => (count === 1 ? '<blink>Card</blink> & <b>one' : `Card ${count}`)
  phone.tap('note')
  await world.idle()
  expect(phone.last()).toMatchObject({ text: 'Card & one', buttons: [] })
  phone.say('on')
  await world.idle()
  expect(phone.last().text).toBe('Card 2')
  expect(world.rows('conversations', 'owed is not null')).toEqual([])
})

test('a database that does not note what was sent makes no second copy', async () => {
  const { world, phone, cards } = await atTheDesk()
  world.simulator.fault({
    method: 'sendMessage',
    kind: '5xx',
    match: () => {
      // At the moment of sending, somebody else takes the lock.
      const other = new Database(world.path)
      other.exec('begin immediate')
      setTimeout(() => (other.exec('rollback'), other.close()), 300)
      return false
    },
  })
  phone.say('one')
  await world.idle()
  expect(texts(cards())).toEqual(['Card 0', 'Card 1'])
  expect(world.ask('select card_message_id as id from conversations')).toEqual([{ id: cards()[1]?.id }])
})

test('told to stop while Telegram asks for a pause, it stops, and shows the rest after the start', async () => {
  const { world, phone } = await atTheDesk()
  world.simulator.fault({ kind: '429', method: 'editMessageText', retryAfter: 600 })
  phone.tap('note')
  await world.settle()
  const started = performance.now()
  await world.stop()
  expect(performance.now() - started).toBeLessThan(1500)
  await world.start()
  await world.idle()
  expect(phone.last().text).toBe('Card 1')
})
