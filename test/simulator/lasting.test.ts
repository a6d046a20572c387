import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Update } from '../../src/simulator/simulator.ts'
import { bad, good, simulated, token, turnedClock } from './setup.ts'

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'simulator-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

test('people, messages, files, taps, menus and update ids outlive the simulator', async () => {
  const file = join(folder(), 'deep', 'telegram.sqlite')
  const clock = turnedClock()
  const before = await simulated({ file, clock })
  const anna = before.person({ firstName: 'Anna', username: 'anna', language: 'he' })
  anna.start('invite')
  const inline = { inline_keyboard: [[{ text: 'Go', callback_data: 'go' }]] }
  const send = { chat_id: anna.id, text: 'One', reply_markup: inline }
  const { message_id } = await good<{ message_id: number }>(before, 'sendMessage', send)
  await good(before, 'setMyCommands', {
    commands: [{ command: 'today', description: 'Today' }],
    language_code: 'he',
  })
  await good(before, 'editMessageText', { ...send, message_id, text: 'Two' })
  await good(before, 'pinChatMessage', { chat_id: anna.id, message_id })
  anna.edit(anna.say('8x60'), '8x62.5')
  anna.sendFile(new TextEncoder().encode('Mon\nSquat'), 'plan.txt', 'text/plain')
  const gone = anna.last().id
  await good(before, 'deleteMessage', { chat_id: anna.id, message_id: gone })
  const tap = anna.tap('Go')
  const waiting = await good<Update[]>(before, 'getUpdates')
  const file_id = waiting.find(({ message }) => message?.document)?.message?.document?.file_id
  const { file_path } = await good<{ file_path: string }>(before, 'getFile', { file_id })
  const chat = anna.chat()
  await before.stop()

  const after = await simulated({ file, clock })
  const [same] = after.people
  expect(same?.name).toBe('Anna')
  expect(same?.chat()).toEqual(chat)
  expect(same?.commands()).toEqual([{ command: 'today', description: 'Today' }])
  expect(await good(after, 'getUpdates')).toEqual(waiting)
  const answer = await fetch(`${after.apiRoot}/file/bot${token}/${file_path}`)
  expect(await answer.text()).toBe('Mon\nSquat')
  await good(after, 'answerCallbackQuery', { callback_query_id: tap.id, text: 'Gone' })
  expect(same?.toasts).toMatchObject([{ text: 'Gone' }])
  const more = { chat_id: anna.id, text: 'Three' }
  expect((await good<{ message_id: number }>(after, 'sendMessage', more)).message_id).toBeGreaterThan(gone)
  same?.say('still here')
  const next = await good<Update[]>(after, 'getUpdates', { offset: (waiting.at(-1)?.update_id ?? 0) + 1 })
  expect(next.map(({ update_id: id }) => id)).toEqual([(waiting.at(-1)?.update_id ?? 0) + 1])
  expect(after.person({ firstName: 'Ben' }).id).not.toBe(anna.id)
  await good(after, 'editMessageText', { ...send, message_id, text: 'Four' })
})

test('blocking, the kinds asked for and a webhook last as well; people may come back under a new name', async () => {
  const file = join(folder(), 'telegram.sqlite')
  const before = await simulated({ file })
  const anna = before.person({ firstName: 'Anna', id: 77 })
  anna.start()
  anna.block()
  await good(before, 'getUpdates', { allowed_updates: ['message'], offset: -1 })
  await good(before, 'setWebhook', { url: 'https://example.org' })
  await before.stop()
  const after = await simulated({ file })
  expect(await bad(after, 'getUpdates')).toContain('webhook is active')
  await good(after, 'deleteWebhook', { drop_pending_updates: true })
  const renamed = after.person({ firstName: 'Anna Maria', id: 77 })
  expect(await bad(after, 'sendMessage', { chat_id: 77, text: 'x' })).toContain('blocked')
  renamed.say('back')
  expect((await good<Update[]>(after, 'getUpdates')).map((update) => Object.keys(update)[1])).toEqual([
    'message',
  ])
  expect(after.people).toHaveLength(1)
  expect(after.waiting[0]?.message?.from.first_name).toBe('Anna Maria')
})

test('without a file nothing is left behind', async () => {
  const before = new Set(readdirSync('.'))
  const simulator = await simulated()
  simulator.person({ firstName: 'Anna' }).sendFile(new Uint8Array(9), 'x', 'text/plain')
  await simulator.stop()
  expect(readdirSync('.').filter((name) => !before.has(name))).toEqual([])
})
