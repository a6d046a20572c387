import { describe, expect, test } from 'vitest'
import type { Update } from '../../src/simulator/simulator.ts'
import { bad, call, good, simulated } from './setup.ts'

async function withAnna() {
  const simulator = await simulated()
  const anna = simulator.person({ firstName: 'Anna', username: 'anna', language: 'he' })
  anna.start()
  return { simulator, anna, chat_id: anna.id }
}

describe('talking', () => {
  test('a person writes, the bot gets it and answers', async () => {
    const { simulator, anna, chat_id } = await withAnna()
    const [update] = await good<Update[]>(simulator, 'getUpdates')
    expect(update?.message).toMatchObject({
      text: '/start',
      entities: [{ type: 'bot_command', offset: 0, length: 6 }],
      from: { id: anna.id, is_bot: false, first_name: 'Anna', language_code: 'he' },
      chat: { id: anna.id, type: 'private', username: 'anna' },
    })
    await good(simulator, 'sendMessage', { chat_id, text: 'Hello <b>Anna</b>', parse_mode: 'HTML' })
    expect(anna.last()).toMatchObject({
      from: 'bot',
      text: 'Hello Anna',
      html: 'Hello <b>Anna</b>',
      buttons: [],
    })
    expect(simulator.violations).toEqual([])
  })

  test('a button is tapped by its label and answered once', async () => {
    const { simulator, anna, chat_id } = await withAnna()
    const keyboard = [
      [{ text: 'Done', callback_data: 'done:1' }],
      [{ text: 'Site', url: 'https://example.org' }],
    ]
    await good(simulator, 'sendMessage', {
      chat_id,
      text: 'Set 1',
      reply_markup: { inline_keyboard: keyboard },
    })
    expect(() => anna.tap('Finish')).toThrow('Anna has no button [Finish]; there are [Done]')
    const tap = anna.tap('Done')
    const updates = await good<Update[]>(simulator, 'getUpdates', { offset: -1 })
    expect(updates[0]?.callback_query).toMatchObject({
      id: tap.id,
      data: 'done:1',
      message: { text: 'Set 1' },
    })
    await good(simulator, 'answerCallbackQuery', { callback_query_id: tap.id, text: 'Saved' })
    expect(await tap.answered()).toMatchObject({ text: 'Saved', alert: false })
    expect(await bad(simulator, 'answerCallbackQuery', { callback_query_id: tap.id })).toBe(
      '400 Bad Request: query is too old and response timeout expired or query ID is invalid',
    )
    expect(anna.taps[0]?.answers).toHaveLength(2)
    expect(simulator.violations).toMatchObject([{ method: 'answerCallbackQuery' }])
  })

  test('the bot edits its message, and cannot edit it to what it is', async () => {
    const { simulator, anna, chat_id } = await withAnna()
    const { message_id } = await good<{ message_id: number }>(simulator, 'sendMessage', {
      chat_id,
      text: 'One',
    })
    await good(simulator, 'editMessageText', { chat_id, message_id, text: '<i>Two</i>', parse_mode: 'HTML' })
    expect(anna.last()).toMatchObject({ id: message_id, html: '<i>Two</i>' })
    expect(anna.last().editedAt).toBeGreaterThan(0)
    const again = { chat_id, message_id, text: '<em>Two</em>', parse_mode: 'HTML' }
    expect(await bad(simulator, 'editMessageText', again)).toMatch(
      /^400 Bad Request: message is not modified: specified/,
    )
    expect(await bad(simulator, 'editMessageText', { ...again, message_id: 999 })).toBe(
      '400 Bad Request: message to edit not found',
    )
    expect(await bad(simulator, 'editMessageText', { chat_id, message_id: message_id - 1, text: 'x' })).toBe(
      "400 Bad Request: message can't be edited",
    )
  })
})

test('every call is in the log, with what came of it', async () => {
  const { simulator, chat_id } = await withAnna()
  await call(simulator, 'sendMessage', { chat_id, text: 'x' })
  await call(simulator, 'sendMessage', { chat_id, text: '' })
  expect(simulator.calls).toMatchObject([
    { method: 'sendMessage', state: 'ok', effect: true, delivered: true, result: { text: 'x' } },
    { method: 'sendMessage', state: 'error', effect: false, delivered: true, error: { code: 400 } },
  ])
})
