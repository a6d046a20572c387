import { AsyncResource } from 'node:async_hooks'
import { expect, test } from 'vitest'
import { deskWorld, notes, soon } from './desk.ts'

async function atTheDesk() {
  const { world, desk } = await deskWorld()
  const anna = world.stranger('Anna')
  anna.phone.start()
  await world.idle()
  return { world, desk, phone: anna.phone }
}

const answersTo = (phone: { taps: readonly { answers: { text: string; alert: boolean }[] }[] }) =>
  phone.taps.map(({ answers }) => answers.map(({ text, alert }) => (alert ? `! ${text}` : text)))

test('a tap is answered once, with its toast, right after the commit', async () => {
  const { world, phone } = await atTheDesk()
  const before = world.clock.ms
  phone.tap('note')
  phone.tapTwice('other')
  await world.idle()
  expect(answersTo(phone)).toEqual([['Noted note'], ['Noted other'], ['Noted other']])
  expect(phone.taps.every(({ answers }) => answers[0]?.at === before)).toBe(true)
})

test('a turn of more than a second: answered empty within it, and the card tells the outcome', async () => {
  const { world, desk, phone } = await atTheDesk()
  const held = Promise.withResolvers<void>()
  desk.trouble.set('note', () => held.promise)
  const tap = phone.tap('note')
  await soon(() => desk.seen.has('note'))
  await world.clock.advance(999)
  expect(tap.answers).toEqual([])
  await world.clock.advance(1)
  expect(await tap.answered()).toMatchObject({ text: '', alert: false })
  held.resolve()
  await world.idle()
  expect(tap.answers).toHaveLength(1)
  expect(phone.last().text).toBe('Noted note\n\nCard 1')
})

test('waiting behind a slow turn of one’s own: each of the taps is answered in time', async () => {
  const { world, desk, phone } = await atTheDesk()
  const held = Promise.withResolvers<void>()
  desk.trouble.set('note', () => held.promise)
  phone.tap('note')
  phone.tap('other')
  await soon(() => desk.seen.has('note') && world.rows('inbox').length === 3)
  await world.clock.advance(1000)
  await world.simulator.until(() => phone.taps.every(({ answers }) => answers.length === 1))
  held.resolve()
  await world.idle()
  expect(answersTo(phone)).toEqual([[''], ['']])
  expect(notes(world)).toEqual(['note', 'other'])
  expect(phone.last().text).toBe('Noted other\n\nCard 2')
})

test('the second passes between the words and the commit: said once, by the toast', async () => {
  const { world, desk, phone } = await atTheDesk()
  const pass = AsyncResource.bind(() => world.clock.turnTo(world.clock.ms + 1000))
  desk.trouble.set('note', (ctx) => {
    const owed = ctx.owed.bind(ctx)
    ctx.owed = (rev) => (pass(), owed(rev))
  })
  desk.trouble.set('other', (ctx) => {
    const owed = ctx.owed.bind(ctx)
    desk.trouble.delete('other')
    ctx.owed = (rev) => {
      pass()
      owed(rev)
      throw new Error('and then it fails')
    }
  })
  phone.tap('note')
  await world.idle()
  expect(phone.last().text).toBe('Card 1')
  phone.tap('other')
  await world.idle()
  expect(answersTo(phone)).toEqual([['Noted note'], ['']])
  expect(phone.last().text).toBe('Noted other\n\nCard 2')
})

test('refused, failed, garbage, foreign, stale, gone: an answer each, and a fresh card', async () => {
  const { world, desk, phone } = await atTheDesk()
  world.failuresExpected = true
  const old = phone.last()
  desk.refuse('note')
  phone.tap('note')
  await world.idle()
  desk.fail('other', 3)
  phone.tap('other')
  await world.idle()
  for (const data of [
    '',
    'x',
    'pick:desk.open',
    'pick:elsewhere.step:note',
    'home:1',
    'ת'.repeat(32),
    '\0',
    ':::',
    'pick:desk.open:a:b',
  ])
    phone.tapRaw(data, phone.last().id)
  await world.idle()
  phone.say('typed')
  await world.idle()
  phone.tapStale(old, 'note')
  await world.idle()
  const stale = 'That button is out of date. Here is how things stand now.'
  expect(answersTo(phone)).toEqual([
    ['! That is not there (any more).'],
    ['! Something went wrong: not saved. Please try again.'],
    ...Array.from({ length: 9 }, () => [stale]),
    ['! That is not there (any more).'],
  ])
  expect(notes(world)).toEqual(['typed'])
})

test('a tap on a message the bot cannot see any more, and on one in nobody’s chat', async () => {
  const { world, phone } = await atTheDesk()
  world.simulator.reorder((updates) =>
    updates.map((update, index) => {
      const { callback_query: query } = update
      if (!query) return update
      const { message, ...rest } = query
      const seen =
        index === 0 ? { message: { chat: message?.chat, message_id: message?.message_id, date: 0 } } : {}
      return { ...update, callback_query: { ...rest, ...seen } } as typeof update
    }),
  )
  phone.tap('note')
  phone.tap('other')
  await world.idle()
  expect(answersTo(phone)).toEqual([['Noted note'], ['Noted other']])
})

test('a tap an earlier run left: answered after the start, with its toast', async () => {
  const { world, desk, phone } = await atTheDesk()
  const held = Promise.withResolvers<void>()
  desk.trouble.set('note', () => held.promise)
  phone.tap('note')
  await soon(() => desk.seen.has('note'))
  await world.crash({ boot: false })
  desk.trouble.delete('note')
  held.resolve()
  await world.start()
  await world.idle()
  expect(answersTo(phone)).toEqual([['Noted note']])
  expect(phone.last().text).toBe('Card 1')
})

test('committed, but neither answered nor shown: both come after the start', async () => {
  const { world, phone } = await atTheDesk()
  world.simulator.fault({ method: 'answerCallbackQuery', kind: 'hang' })
  world.simulator.fault({ method: 'editMessageText', kind: 'hang' })
  phone.tap('note')
  await soon(() => notes(world).length === 1)
  await world.crash()
  await world.idle()
  expect(answersTo(phone)).toEqual([['Noted note']])
  expect(phone.last().text).toBe('Card 1')
})

test('the answer does not wait for the card, and comes although the card cannot be shown', async () => {
  const { world, phone } = await atTheDesk()
  const fault = world.simulator.fault({ method: 'editMessageText', kind: '5xx', times: 3 })
  const tap = phone.tap('note')
  await world.settle()
  expect(tap.answers).toMatchObject([{ text: 'Noted note' }])
  expect(fault.hits).toBe(1)
  await world.advance('10s')
  await world.idle()
  expect(phone.last().text).toBe('Card 1')
})

test('an answer that was certainly not given is given again; one that may have been is not', async () => {
  const { world, phone } = await atTheDesk()
  for (const kind of ['5xx', '429'] as const) {
    world.simulator.fault({ method: 'answerCallbackQuery', kind })
    phone.tap('note')
    await world.settle()
    await world.advance('1s')
    await world.idle()
  }
  for (const kind of ['reset', 'late', 'html', 'truncated'] as const) {
    world.simulator.fault({ method: 'answerCallbackQuery', kind, effect: 'after' })
    phone.tap('note')
    await world.settle()
    await world.advance('3s')
    await world.idle()
  }
  expect(answersTo(phone)).toEqual(Array.from({ length: 6 }, () => ['Noted note']))
})

test('a long toast is cut between two characters', async () => {
  const { world, desk, phone } = await atTheDesk()
  desk.trouble.set('note', (ctx) => {
    ctx.toast('x')
    // The handler's own toast comes after: let the button's name be long instead.
    ctx.toast = (html) => void (ctx.outcome.toast = { html: `${html}${'😀'.repeat(150)}`, alert: false })
  })
  const tap = phone.tap('note')
  await world.idle()
  const text = tap.answers[0]?.text ?? ''
  expect(text.length).toBeLessThanOrEqual(200)
  expect(text.length).toBeGreaterThan(197)
  expect(text).toMatch(/^Noted note(😀)+…$/u)
})
