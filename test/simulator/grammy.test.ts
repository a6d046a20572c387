import { GrammyError, InputFile } from 'grammy'
import { expect, onTestFinished, test } from 'vitest'
import { grammyBot } from './grammyBot.ts'
import { png, simulated } from './setup.ts'

/** Anna and a bot by other people; it may break so many rules and fail nowhere. */
async function meeting({ broken = 0 } = {}) {
  const simulator = await simulated()
  const running = await grammyBot(simulator)
  const anna = simulator.person({ firstName: 'Anna' })
  onTestFinished(() => {
    expect(running.errors).toEqual([])
    expect(simulator.violations).toHaveLength(broken)
  })
  return { simulator, anna, ...running }
}

test('greeted with a payload, counted by buttons, warned, closed', async () => {
  const { simulator, anna, bot } = await meeting()
  expect(bot.botInfo).toMatchObject({ id: 4242, username: 'spotter_demo_bot', is_bot: true })
  anna.start('invite-1')
  const card = await anna.sees('Welcome')
  expect(card.html).toBe('Welcome, <b>Anna</b>. You brought <code>invite-1</code>. /invite')
  expect((await anna.tap('Count 0').answered()).text).toBe('1!')
  expect((await anna.tap('Count 1').answered()).text).toBe('2!')
  const counted = anna.last()
  expect(counted).toMatchObject({ id: card.id, text: 'Counted to 2' })
  expect(counted.buttons.map((row) => row.map(({ label }) => label))).toEqual([
    ['Count 2'],
    ['Warn', 'Close'],
  ])
  expect(await anna.tap('Warn').answered()).toMatchObject({ text: 'Mind your back', alert: true })
  expect(await anna.tap('Close').answered()).toMatchObject({ text: '' })
  await simulator.until(() => anna.chat().length === 1)
  await simulator.until(() => simulator.waiting.length === 0)
})

test('the bot sends a photo, a file and an album, all by multipart', async () => {
  const { anna } = await meeting()
  anna.say('photo')
  expect(await anna.sees('Bench')).toMatchObject({
    html: '<i>Bench</i>',
    photo: { kind: 'photo', mime: 'image/png', width: 640, height: 480, size: 64 },
  })
  anna.say('file')
  expect(await anna.sees(({ document }) => document !== undefined)).toMatchObject({
    document: { kind: 'document', name: 'plan.txt', size: 13 },
    buttons: [[{ label: 'Thanks' }]],
  })
  anna.say('album')
  await anna.sees('Album of 2')
  const [before, after] = anna.chat().filter(({ album }) => album !== undefined)
  expect(before).toMatchObject({ text: 'Before', photo: { width: 100, height: 200 } })
  expect(after).toMatchObject({ text: '', album: before?.album })
})

test('what people send is downloaded as they sent it', async () => {
  const { anna, met } = await meeting()
  anna.sendPhoto(png(800, 600, 5000), { caption: 'My form' })
  await anna.sees('photo: 5000 bytes of image/png at photos/file_1.png')
  anna.sendFile(new TextEncoder().encode('Mon\nSquat'), 'plan.txt', 'text/plain')
  await anna.sees('plan.txt: 9 bytes of text/plain at documents/file_2.txt')
  anna.sendVoice(new Uint8Array(300), { duration: 7 })
  await anna.sees('voice of 7 s: 300 bytes of audio/ogg at voice/file_3.oga')
  anna.sendPhoto([png(10, 10), png(10, 20)])
  await anna.sees(/part of \d+: 64 bytes .*file_5/)
  anna.edit(anna.say('8x60'), '8x62.5')
  expect(await anna.sees('Now: 8x62.5')).toMatchObject({ replyTo: { text: '8x62.5' } })
  expect(met).toEqual(['message', 'message', 'message', 'message', 'message', 'message', 'edited_message'])
})

test('refusals come as errors with Telegram’s own words', async () => {
  const { simulator, anna, bot } = await meeting({ broken: 1 })
  anna.start()
  const { id } = await anna.sees('Welcome')
  const words = async (call: Promise<unknown>) => {
    const error = await call.then(
      () => undefined,
      (thrown: unknown) => thrown,
    )
    return error instanceof GrammyError ? `${error.error_code} ${error.description}` : String(error)
  }
  expect(await words(bot.api.sendMessage(1, 'x'))).toBe('400 Bad Request: chat not found')
  expect(await words(bot.api.editMessageText(anna.id, id + 100, 'x'))).toBe(
    '400 Bad Request: message to edit not found',
  )
  expect(await words(bot.api.sendPhoto(anna.id, new InputFile(new Uint8Array(10))))).toBe(
    '400 Bad Request: IMAGE_PROCESS_FAILED',
  )
  simulator.fault({ kind: '429', method: 'sendMessage', retryAfter: 7 })
  await expect(bot.api.sendMessage(anna.id, 'x')).rejects.toMatchObject({
    error_code: 429,
    parameters: { retry_after: 7 },
  })
  anna.block()
  expect(await words(bot.api.sendMessage(anna.id, 'x'))).toBe('403 Forbidden: bot was blocked by the user')
})

test('a doubled delivery reaches the bot twice, and twice has its effect', async () => {
  const { simulator, anna, ids } = await meeting()
  const fault = simulator.fault({ kind: 'duplicate', method: 'getUpdates' })
  anna.say('photo')
  await simulator.until(() => fault.hits === 1 && simulator.polling)
  anna.say('photo')
  await simulator.until(() => anna.chat().length === 5)
  expect(ids).toEqual([ids[0], ids[1], ids[1]])
})
