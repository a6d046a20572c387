import { describe, expect, test } from 'vitest'
import type { Update } from '../../src/simulator/simulator.ts'
import { hours } from '../../src/simulator/clock.ts'
import { bad, call, good, simulated, turnedClock } from './setup.ts'

async function withAnna(options = {}) {
  const simulator = await simulated(options)
  const anna = simulator.person({ firstName: 'Anna' })
  const poll = (params: object = {}) => good<Update[]>(simulator, 'getUpdates', params)
  const texts = async (params: object = {}) => (await poll(params)).map(({ message }) => message?.text)
  return { simulator, anna, poll, texts }
}

describe('long polling', () => {
  test('a waiting poll gets an update at once', async () => {
    const { simulator, anna } = await withAnna({ clock: turnedClock() })
    const before = simulator.calls.length
    const answer = call(simulator, 'getUpdates', { timeout: 50 })
    await simulator.until(() => simulator.polling && simulator.calls.length > before)
    anna.say('hi')
    expect(await answer).toMatchObject({ ok: true, result: [{ message: { text: 'hi' } }] })
  })

  test('an update stays until a higher offset confirms it', async () => {
    const { anna, poll, texts } = await withAnna()
    for (const word of ['one', 'two', 'three']) anna.say(word)
    expect(await texts({ limit: 2 })).toEqual(['one', 'two'])
    const all = await poll()
    expect(all.map(({ update_id: id }) => id - (all[0]?.update_id ?? 0))).toEqual([0, 1, 2])
    expect(await texts({ offset: all[2]?.update_id })).toEqual(['three'])
    expect(await texts({ offset: -1 })).toEqual(['three'])
    expect(await texts({ offset: (all[2]?.update_id ?? 0) + 1 })).toEqual([])
  })

  test('a second poller ends the first with 409', async () => {
    const { simulator, anna } = await withAnna()
    const first = call(simulator, 'getUpdates', { timeout: 50 })
    await simulator.until(() => simulator.polling)
    const second = call(simulator, 'getUpdates', { timeout: 50 })
    expect(await first).toMatchObject({
      status: 409,
      description:
        'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    })
    anna.say('hi')
    expect((await second).ok).toBe(true)
  })

  test('a poller that went away takes nothing with it', async () => {
    const { simulator, anna, texts } = await withAnna()
    const leaving = new AbortController()
    const gone = call(simulator, 'getUpdates', { timeout: 50 }, leaving.signal)
    await simulator.until(() => simulator.polling)
    leaving.abort()
    await expect(gone).rejects.toThrow('abort')
    await simulator.until(() => !simulator.polling)
    anna.say('hi')
    expect(await texts()).toEqual(['hi'])
  })

  test('only what was asked for is queued, and the choice sticks', async () => {
    const { simulator, anna, poll } = await withAnna()
    await poll({ allowed_updates: ['message'] })
    const id = anna.say('hi')
    anna.edit(id, 'hello')
    anna.block()
    expect((await poll()).map((update) => Object.keys(update)[1])).toEqual(['message'])
    await poll({ allowed_updates: [] })
    anna.unblock()
    expect(simulator.waiting).toHaveLength(2)
  })

  test('with a webhook set there is no polling', async () => {
    const { simulator } = await withAnna()
    await good(simulator, 'setWebhook', { url: 'https://example.org/hook' })
    expect(await bad(simulator, 'getUpdates')).toMatch(
      /^409 Conflict: can't use getUpdates method while webhook is active/,
    )
    await good(simulator, 'deleteWebhook')
    expect(await good(simulator, 'getUpdates')).toEqual([])
    expect(await good(simulator, 'getWebhookInfo')).toMatchObject({ url: '', pending_update_count: 0 })
  })
})

describe('time', () => {
  test('updates wait a day, taps 150 seconds', async () => {
    const clock = turnedClock()
    const { simulator, anna, texts, poll } = await withAnna({ clock })
    anna.say('early')
    clock.turn(hours(23))
    anna.say('late')
    await good(simulator, 'sendMessage', {
      chat_id: anna.id,
      text: 'x',
      reply_markup: { inline_keyboard: [[{ text: 'Go', callback_data: 'go' }]] },
    })
    const tap = anna.tap('Go')
    expect(await poll()).toHaveLength(3)
    clock.turn(151_000)
    expect(await poll()).toHaveLength(2)
    expect(await bad(simulator, 'answerCallbackQuery', { callback_query_id: tap.id })).toContain(
      'query is too old',
    )
    clock.turn(hours(1))
    expect(await texts()).toEqual(['late'])
    expect(simulator.violations).toEqual([])
  })

  test('messages can be deleted for two days', async () => {
    const clock = turnedClock()
    const { simulator, anna } = await withAnna({ clock })
    const old = anna.say('old')
    clock.turn(hours(47))
    const young = anna.say('young')
    clock.turn(hours(1))
    const del = (message_id: number) => ({ chat_id: anna.id, message_id })
    expect(await bad(simulator, 'deleteMessage', del(old))).toBe(
      "400 Bad Request: message can't be deleted for everyone",
    )
    await good(simulator, 'deleteMessage', del(young))
    expect(await bad(simulator, 'deleteMessage', del(young))).toBe(
      '400 Bad Request: message to delete not found',
    )
    expect(anna.chat().map(({ text }) => text)).toEqual(['old'])
  })
})

describe('what people do', () => {
  test('a long text leaves in several messages, whole together', async () => {
    const { anna, texts } = await withAnna()
    const plan = Array.from({ length: 400 }, (_, row) => `Bench press ${row} 4x6-8 @80kg`).join('\n')
    const ids = anna.write(plan)
    const parts = await texts()
    expect(parts).toHaveLength(ids.length)
    expect(parts.every((part) => (part?.length ?? 9999) <= 4096)).toBe(true)
    expect(parts.join('\n')).toBe(plan)
  })

  test('an edit comes as an edited message', async () => {
    const { anna, poll } = await withAnna()
    const id = anna.say('8x60')
    anna.edit(id, '8x62.5')
    expect((await poll())[1]).toMatchObject({
      edited_message: { message_id: id, text: '8x62.5', edit_date: expect.any(Number) as number },
    })
    expect(() => anna.edit(99, 'x')).toThrow("message 99 is not Anna's")
  })

  test('hostile taps: any bytes, a button that is gone', async () => {
    const { simulator, anna, poll } = await withAnna()
    anna.start()
    await good(simulator, 'sendMessage', {
      chat_id: anna.id,
      text: 'x',
      reply_markup: { inline_keyboard: [[{ text: 'Go', callback_data: 'go' }]] },
    })
    const seen = anna.last()
    await good(simulator, 'deleteMessage', { chat_id: anna.id, message_id: seen.id })
    anna.tapStale(seen, 'Go')
    anna.tapRaw("'; drop table users", 1)
    expect((await poll({ offset: -2 })).map((update) => update.callback_query?.data)).toEqual([
      'go',
      "'; drop table users",
    ])
  })
})
