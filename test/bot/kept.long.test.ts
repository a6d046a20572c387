import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { SpotterContext } from '../../src/bot/context.ts'
import { awaitMedia } from '../../src/bot/media.ts'
import { Registry } from '../../src/bot/registry.ts'
import { type Audience, goTo, onKept, scene, step } from '../../src/bot/scene.ts'
import type { SeenMessage } from '../../src/simulator/simulator.ts'
import { owe } from '../../src/services/deliveries.ts'
import type { Extra } from '../../src/views/view.ts'
import * as bad from '../pictures/badInputs.ts'
import { newestPhoto, openedPicture } from '../support/sentPictures.ts'
import { type World, makeWorld } from '../support/world.ts'
import { soon } from './desk.ts'

const everybody: Audience[] = ['stranger', 'client', 'trainer', 'admin']
const hour = 3_600_000

/** Keeps what is sent to it, and shows what it is told to by `show`, `take`, `push` or a tap on `next`. */
class Projector {
  extra: Extra = { html: '' }
  taken = ''
  pushed: { html: string; file: number } | undefined

  registry = (): Registry => {
    const projector = scene('projector', {
      steps: {
        open: step({
          state: z.object({}),
          show: () => ({
            html: 'Projector',
            live: true,
            buttons: [[{ label: 'next', action: { name: 'pick', at: 'projector.open', value: 'show' } }]],
          }),
          on: async (ctx, input) => {
            if (input.kind === 'media')
              await awaitMedia(ctx, input, { name: 'reel', about: {} }, ['picture', 'clip', 'voice'])
            else if (input.kind === 'tap') ctx.say(this.extra)
            else if (input.kind === 'text') await this.#told(ctx, input.text)
          },
        }),
      },
      commands: { start: { audience: everybody, run: (ctx) => goTo(ctx, 'projector', 'open') } },
      kept: { reel: onKept({ about: z.object({}), kept: (ctx) => ctx.quiet() }) },
      pushes: {
        reel: async () =>
          this.pushed && {
            html: this.pushed.html,
            buttons: [],
            picture: { kind: 'kept', file: this.pushed.file },
          },
      },
    })
    return new Registry([projector], async () => ({ html: 'Home', buttons: [] }))
  }

  async #told(ctx: SpotterContext, words: string): Promise<void> {
    if (words === 'take') ctx.takeAway(this.taken)
    else if (words === 'push') await this.#owe(ctx)
    else ctx.say(this.extra)
  }

  async #owe({ turn, inboxId }: SpotterContext): Promise<void> {
    const { now, actor } = turn
    const delivery = {
      key: `reel:${inboxId}`,
      kind: 'reel',
      recipientId: actor.userId ?? 0,
      payload: {},
      dueAt: now,
      expiresAt: new Date(now.getTime() + hour),
      valuable: true,
    }
    await owe(turn, delivery, now)
  }
}

async function cinema(language: 'en' | 'he' = 'en') {
  const projector = new Projector()
  const world = await makeWorld({ registry: projector.registry, callTimeoutMs: 10_000 })
  const anna = await world.client('Anna', { language })
  const { phone } = anna
  const calls = (method: RegExp) =>
    world.simulator.calls.filter((call) => method.test(call.method)).map((call) => call.method)
  const shown = () => phone.chat().filter(({ from }) => from === 'bot')
  const show = async (extra: Extra) => {
    projector.extra = extra
    phone.say('show')
    await world.idle()
  }
  return { world, projector, anna, phone, calls, shown, show }
}

const mp4 = Buffer.concat([Buffer.from('\0\0\0\x18ftypisom\0\0\x02\0isomiso2', 'latin1'), bad.noise(3000)])
const ogg = Buffer.concat([Buffer.from('OggS\0\x02', 'latin1'), bad.noise(3000)])
const webm = new Uint8Array(Buffer.concat([Buffer.from('\x1aE\xdf\xa3', 'latin1'), bad.noise(3000)]))

interface FileRow {
  id: number
  file_path: string
  media_kind: string
  telegram_file_id: string | null
}
const files = (world: World) => world.rows<FileRow>('file_uploads')

function change(world: World, sql: string): void {
  const database = new Database(world.path)
  database.pragma('foreign_keys = on')
  database.exec(sql)
  database.close()
}

/** As if they had come in another way: Telegram's own copies are not known. */
const forgetCopies = (world: World) => change(world, 'update file_uploads set telegram_file_id = null')

const summary = ({ text, photo, document }: SeenMessage) => [
  photo ? 'photo' : (document?.kind ?? 'text'),
  text,
]

test('each kind goes out as what it is: by what Telegram has of it, or uploaded once and announced', async () => {
  const { world, phone, calls, shown, show } = await cinema()
  const image = await bad.jpeg(80, 60)
  phone.sendPhoto(image)
  phone.sendVideo(mp4)
  phone.sendVideoNote(mp4)
  phone.sendVoice(ogg, { duration: 9 })
  phone.sendFile(webm, 'squat.webm', 'video/webm')
  await world.idle(60_000)
  const kinds = ['photo', 'video', 'video_note', 'voice', 'document']
  expect(files(world).map((file) => file.media_kind)).toEqual(kinds)
  const sends = /^send(?!Message)/
  const round = async () => {
    const before = shown().length
    const made = calls(sends).length
    for (const file of [1, 2, 3, 4, 5])
      await show({ html: `Number ${file}`, picture: { kind: 'kept', file } })
    const came = shown()
      .slice(before - 1)
      .map(summary)
    return { came: came.filter(([, text]) => text !== 'Projector'), made: calls(sends).slice(made) }
  }
  const expected = [
    ['photo', 'Number 1'],
    ['video', 'Number 2'],
    ['video_note', ''],
    ['text', 'Number 3'],
    ['voice', 'Number 4'],
    ['document', 'Number 5'],
  ]
  const known = await round()
  expect(known.came).toEqual(expected)
  expect(known.made).toEqual(['sendPhoto', 'sendVideo', 'sendVideoNote', 'sendVoice', 'sendDocument'])
  forgetCopies(world)
  const uploaded = await round()
  expect(uploaded.came).toEqual(expected)
  expect(uploaded.made.filter((method) => method === 'sendChatAction')).toHaveLength(5)
  expect(files(world).filter((file) => file.telegram_file_id === null)).toEqual([])
  const again = await round()
  expect(again.came).toEqual(expected)
  expect(again.made).not.toContain('sendChatAction')
})

test('what goes up is clean, and Telegram’s copy of a file that tells where it was taken is never shown', async () => {
  const { world, anna, phone, show } = await cinema()
  phone.sendPhoto(await bad.located(), { asFile: true })
  await world.idle(60_000)
  expect(files(world)).toMatchObject([{ media_kind: 'photo', telegram_file_id: null }])
  await show({ html: 'Look', picture: { kind: 'kept', file: 1 } })
  expect(await openedPicture(await newestPhoto(world, anna))).toMatch(/^jpeg /)
  const copies = files(world).map((file) => file.telegram_file_id)
  expect(copies).not.toContain(phone.chat().find(({ document }) => document)?.document?.fileId)
})

test('who takes no voice gets recordings and round clips as files', async () => {
  const { world, phone, calls, shown, show } = await cinema()
  phone.sendVoice(ogg)
  phone.sendVideoNote(mp4)
  await world.idle(60_000)
  phone.refuseVoice()
  for (const copies of ['known', 'forgotten']) {
    await show({ html: 'Listen', picture: { kind: 'kept', file: 1 } })
    await show({ html: 'Watch', picture: { kind: 'kept', file: 2 } })
    if (copies === 'known') forgetCopies(world)
  }
  const came = shown().map(summary)
  expect(came.filter(([kind]) => kind === 'document')).toEqual([
    ['document', 'Listen'],
    ['document', ''],
    ['document', 'Listen'],
    ['document', ''],
  ])
  expect(came.filter(([, text]) => text === 'Watch')).toHaveLength(2)
  expect(calls(/sendVoice|sendVideoNote/)).toHaveLength(4)
  expect(files(world).map((file) => file.telegram_file_id)).toEqual([null, null])
})

test('a copy that Telegram knows no more is uploaded anew, alone and in albums', async () => {
  const { world, phone, calls, shown, show } = await cinema()
  const image = await bad.jpeg(80, 60)
  phone.sendPhoto(image)
  phone.sendPhoto(image)
  await world.idle(60_000)
  const stale = () => change(world, `update file_uploads set telegram_file_id = 'gone-' || id`)
  stale()
  await show({ html: 'Look', picture: { kind: 'kept', file: 1 } })
  expect(shown().map(summary)).toContainEqual(['photo', 'Look'])
  expect(files(world)[0]?.telegram_file_id).not.toBe('gone-1')
  stale()
  await show({ html: 'Both', picture: { kind: 'kept', files: [1, 2] } })
  expect(shown().map(summary).slice(-3)).toEqual([
    ['photo', 'Both'],
    ['photo', ''],
    ['text', 'Projector'],
  ])
  expect(files(world).map((file) => file.telegram_file_id)).not.toContain('gone-2')
  await show({ html: 'Once more', picture: { kind: 'kept', files: [1, 2] } })
  expect(calls(/sendMediaGroup/)).toHaveLength(2)
  expect(shown().at(-2)?.album).toBeDefined()
})

test('an album goes up as one, the words below its first; buttons come below it with the words', async () => {
  const { world, phone, shown, show } = await cinema()
  const image = await bad.jpeg(80, 60)
  for (let count = 0; count < 12; count++) phone.sendPhoto(image)
  phone.sendVoice(ogg)
  await world.idle(60_000)
  forgetCopies(world)
  const picture = { kind: 'kept' as const, files: files(world).map(({ id }) => id) }
  await show({ html: 'All', picture })
  const all = shown().slice(-14)
  expect(all.map(summary).filter(([, text]) => text !== '')).toEqual([
    ['photo', 'All'],
    ['text', 'Projector'],
  ])
  expect(new Set(all.map(({ album }) => album)).size).toBe(3)
  const buttons = [[{ label: 'tap me', copy: 'x' }]]
  await show({ html: 'Two', picture: { kind: 'kept', files: [1, 2] }, buttons })
  expect(shown().slice(-4).map(summary)).toEqual([
    ['photo', ''],
    ['photo', ''],
    ['text', 'Two'],
    ['text', 'Projector'],
  ])
  expect(shown().at(-2)?.buttons).toHaveLength(1)
})

test.each([
  ['en', 'What was sent here is no longer kept.'],
  ['he', 'מה שנשלח כאן כבר לא שמור.'],
] as const)('what is gone is told in words, once (%s)', async (language, words) => {
  const { world, phone, shown, show } = await cinema(language)
  const image = await bad.jpeg(80, 60)
  phone.sendPhoto(image)
  phone.sendPhoto(image)
  await world.idle(60_000)
  forgetCopies(world)
  rmSync(join(world.mediaDir, files(world)[0]?.file_path ?? ''))
  change(world, 'delete from file_uploads where id = 2')
  for (const file of [1, 2, 77]) {
    await show({ html: 'Squat', picture: { kind: 'kept', file } })
    expect(
      shown()
        .at(-2)
        ?.text.replaceAll(/[\u200e\u200f]/g, ''),
    ).toBe(`${words}\n\nSquat`)
  }
  expect(world.rows('conversations', 'owed is not null')).toEqual([])
})

test('a long Hebrew caption is cut to what fits below a picture', async () => {
  const { world, phone, shown, show } = await cinema('he')
  phone.sendPhoto(await bad.jpeg(80, 60))
  await world.idle(60_000)
  await show({ html: `<b>ישיבה</b> ${'עמוק יותר '.repeat(200)}`, picture: { kind: 'kept', file: 1 } })
  const photo = shown().at(-2)
  expect(photo?.photo).toBeDefined()
  expect(photo?.text).toHaveLength(1024)
  expect(photo?.text).toMatch(/^\u200fישיבה עמוק.*…$/)
})

test('under one key there is one picture: the next takes its place, a restart between them or not', async () => {
  const { world, projector, phone, calls, shown, show } = await cinema()
  const image = await bad.jpeg(80, 60)
  phone.sendPhoto(image)
  phone.sendVideoNote(mp4)
  await world.idle(60_000)
  await show({ html: 'First', picture: { kind: 'kept', file: 1 }, key: 'slide' })
  await show({ html: 'Second', picture: { kind: 'kept', file: 2 }, key: 'slide' })
  const seen = () => shown().map(summary)
  expect(seen().slice(-3)).toEqual([
    ['video_note', ''],
    ['text', 'Second'],
    ['text', 'Projector'],
  ])
  expect(seen()).not.toContainEqual(['photo', 'First'])
  await world.crash()
  projector.extra = { html: 'Third', picture: { kind: 'kept', file: 1 }, key: 'slide' }
  phone.tap('next')
  await world.idle()
  const left = seen()
  expect(left.slice(-2)).toEqual([
    ['photo', 'Third'],
    ['text', 'Projector'],
  ])
  expect(left.map(([, text]) => text)).not.toContain('Second')
  expect(left.map(([kind]) => kind)).not.toContain('video_note')
  projector.taken = 'slide'
  phone.say('take')
  await world.idle()
  expect(seen().map(([kind]) => kind)).not.toContain('photo')
  expect(world.rows('conversations')).toMatchObject([{ pictures: null }])
  const made = calls(/deleteMessage/).length
  phone.say('take')
  await world.idle()
  // The card alone, which has moved down.
  expect(calls(/deleteMessage/)).toHaveLength(made + 1)
})

test('sent, but not noted: once more after the start, and no more; what was through of it is not repeated', async () => {
  const { world, projector, phone, calls, show } = await cinema()
  phone.sendPhoto(await bad.jpeg(80, 60))
  phone.sendVideoNote(mp4)
  await world.idle(60_000)
  const hanging = world.simulator.fault({ method: 'sendPhoto', kind: 'hang', effect: 'after' })
  projector.extra = { html: 'Look', picture: { kind: 'kept', file: 1 } }
  phone.say('show')
  await soon(() => hanging.hits > 0)
  await world.crash()
  await world.idle()
  await world.restart()
  await world.idle()
  expect(calls(/sendPhoto/)).toHaveLength(2)
  world.simulator.fault({ method: 'sendMessage', kind: 'reset', match: ({ text }) => text === 'Watch' })
  projector.extra = { html: 'Watch', picture: { kind: 'kept', file: 2 } }
  phone.say('show')
  await world.settle()
  await world.advance('10s')
  await world.idle()
  expect(calls(/sendVideoNote/)).toHaveLength(1)
  await show({ html: 'fine', picture: { kind: 'kept', file: 1 } })
})

test('a delivery may be a picture', async () => {
  const { world, projector, phone, shown } = await cinema()
  phone.sendPhoto(await bad.jpeg(80, 60))
  phone.sendVideoNote(mp4)
  await world.idle(60_000)
  forgetCopies(world)
  for (const [html, file] of [
    ['Seen!', 1],
    ['Round', 2],
    ['Lost', 9],
  ] as const) {
    projector.pushed = { html, file }
    phone.say('push')
    await world.idle()
    await world.advance('2s')
    await world.idle()
  }
  expect(
    shown()
      .map(summary)
      .filter(([, text]) => text !== 'Projector' && !text?.startsWith('Got it')),
  ).toEqual([
    ['photo', 'Seen!'],
    ['video_note', ''],
    ['text', 'Round'],
    ['text', 'What was sent here is no longer kept.\n\nLost'],
  ])
  const sent = world.rows<{ message_id: number; state: string }>('deliveries')
  expect(sent.map(({ state }) => state)).toEqual(['sent', 'sent', 'sent'])
  const ids = shown()
    .filter(({ text }) => /Seen|Round|Lost/.test(text))
    .map(({ id }) => id)
  expect(sent.map((row) => row.message_id)).toEqual(ids)
})

test('an answer in the middle of a delivery goes first, and what was through of it is not repeated', async () => {
  const { world, projector, phone, calls, shown } = await cinema()
  phone.sendVideoNote(mp4)
  await world.idle(60_000)
  projector.pushed = { html: 'Round', file: 1 }
  world.simulator.fault({
    method: 'sendMessage',
    kind: '429',
    retryAfter: 5,
    match: ({ text }) => text === 'Round',
  })
  phone.say('push')
  await soon(() => calls(/sendVideoNote/).length > 0)
  await world.settle()
  phone.tap('next')
  await world.settle()
  await world.advance('10s')
  await world.idle()
  expect(calls(/sendVideoNote/)).toHaveLength(1)
  expect(shown().map(summary)).toContainEqual(['text', 'Round'])
  expect(world.rows('deliveries')).toMatchObject([{ state: 'sent', attempts: 1 }])
})

test('that it is on its way need not be said: no failure of that holds the picture up', async () => {
  const { world, phone, shown, show } = await cinema()
  phone.sendPhoto(await bad.jpeg(80, 60))
  await world.idle(60_000)
  forgetCopies(world)
  const fault = world.simulator.fault({ method: 'sendChatAction', kind: '5xx' })
  await show({ html: '', picture: { kind: 'kept', file: 1 } })
  expect(fault.hits).toBe(1)
  expect(shown().at(-2)).toMatchObject({ text: '', photo: {} })
})

test('what Telegram takes in no way is told in words; a photo of another program never goes as a file', async () => {
  const { world, phone, calls, shown, show } = await cinema()
  phone.sendPhoto(await bad.jpeg(80, 60))
  await world.idle(60_000)
  forgetCopies(world)
  const path = join(world.mediaDir, files(world)[0]?.file_path ?? '')
  writeFileSync(path, 'no picture')
  world.unrulyOnPurpose = true
  await show({ html: 'Ours', picture: { kind: 'kept', file: 1 } })
  expect(shown().at(-2)?.document).toBeDefined()
  change(world, 'update file_uploads set media_kind = null')
  await show({ html: 'Theirs', picture: { kind: 'kept', file: 1 } })
  expect(shown().at(-2)?.text).toBe('What was sent here is no longer kept.\n\nTheirs')
  expect(calls(/sendDocument/)).toHaveLength(1)
})
