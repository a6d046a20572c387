import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { SpotterContext } from '../../src/bot/context.ts'
import { awaitMedia } from '../../src/bot/media.ts'
import { Registry } from '../../src/bot/registry.ts'
import { type Audience, goTo, onKept, scene, step } from '../../src/bot/scene.ts'
import type { Wanted } from '../../src/domain/media.ts'
import { photosScene } from '../../src/scenes/client/photos.ts'
import { Refusal } from '../../src/services/errors.ts'
import type { MediaEvent } from '../../src/services/files/events.ts'
import * as bad from '../pictures/badInputs.ts'
import { type World, makeWorld } from '../support/world.ts'
import { soon } from './desk.ts'

const everybody: Audience[] = ['stranger', 'client', 'trainer', 'admin']

/** A camera that awaits media for a roll, and what came back of it. */
class Camera {
  readonly events: { event: MediaEvent; roll: number }[] = []
  /** Set: the next handler refuses. */
  refuses = false
  purpose = 'roll'
  wanted: Wanted[] = ['picture', 'clip', 'voice']

  registry = (): Registry => {
    const camera = scene('camera', {
      steps: {
        open: step({
          state: z.object({ roll: z.int() }),
          show: (_, { roll }) => ({ html: `Roll ${roll}`, buttons: [] }),
          on: async (ctx, input, { roll }) => {
            if (input.kind !== 'media') return 'pass'
            await awaitMedia(ctx, input, { name: this.purpose, about: { roll } }, this.wanted)
            return undefined
          },
        }),
      },
      commands: {
        start: { audience: everybody, run: (ctx) => goTo(ctx, 'camera', 'open', { roll: 7 }) },
        away: { audience: everybody, run: (ctx) => void (ctx.place = null) },
      },
      kept: {
        roll: onKept({
          about: z.object({ roll: z.int() }),
          kept: (ctx, event, { roll }) => this.#take(ctx, event, roll),
        }),
      },
    })
    return new Registry([camera, photosScene([])], async () => ({ html: 'Home', buttons: [] }))
  }

  #take(ctx: SpotterContext, event: MediaEvent, roll: number): void {
    if (this.refuses) throw new Refusal('notThere')
    this.events.push({ event, roll })
    ctx.notice(`${event.files.length} in`)
  }
}

async function studio() {
  const camera = new Camera()
  const world = await makeWorld({ registry: camera.registry })
  const anna = await world.client('Anna')
  const ben = await world.client('Ben')
  return { world, camera, anna, ben }
}

function onDisk({ mediaDir }: World): string[] {
  if (!existsSync(mediaDir)) return []
  return readdirSync(mediaDir, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(mediaDir, name)).isFile())
    .toSorted()
}

const pathsOf = (world: World): string[] =>
  [
    ...world.rows<{ file_path: string }>('file_uploads').map((row) => row.file_path),
    ...world.rows<{ thumbnail_path: string }>('thumbnails').map((row) => row.thumbnail_path),
  ].toSorted()

/** Every row has its file, and every file its row. */
function expectAgreement(world: World): void {
  expect(onDisk(world)).toEqual(pathsOf(world))
}

/** Lets everything that was sent come through, albums too. */
async function through(world: World): Promise<void> {
  await world.idle(60_000)
  await world.advance('2s')
  await world.idle(60_000)
}

const mp4 = Buffer.concat([Buffer.from('\0\0\0\x18ftypisom\0\0\x02\0isomiso2', 'latin1'), bad.noise(3000)])
const webm = new Uint8Array(Buffer.concat([Buffer.from('\x1aE\xdf\xa3', 'latin1'), bad.noise(3000)]))
const ogg = Buffer.concat([Buffer.from('OggS\0\x02', 'latin1'), bad.noise(3000)])

interface FileRow {
  media_kind: string
  mime_type: string
  telegram_file_id: string | null
  original_filename: string | null
  duration: number | null
}
const files = (world: World) => world.rows<FileRow>('file_uploads')

test('each way of sending comes back as what it is, with what was said, for whom it was awaited', async () => {
  const { world, camera, anna } = await studio()
  const { phone } = anna
  const jpeg = await bad.jpeg()
  const replyTo = phone.last().id
  phone.sendPhoto(jpeg, { caption: 'a \u202ephoto', replyTo })
  phone.sendPhoto(jpeg, { asFile: true })
  phone.sendVideo(mp4)
  phone.sendVideoNote(mp4)
  phone.sendVoice(ogg, { duration: 9 })
  phone.sendFile(mp4, 'squat.MP4', 'application/octet-stream')
  phone.sendFile(webm, 'squat.webm', 'video/webm')
  await through(world)
  expect(files(world)).toMatchObject([
    { media_kind: 'photo', mime_type: 'image/jpeg', original_filename: null, duration: null },
    // Telegram's copy of a file still tells where it was taken.
    {
      media_kind: 'photo',
      mime_type: 'image/jpeg',
      original_filename: 'photo_1.jpg',
      telegram_file_id: null,
    },
    { media_kind: 'video', mime_type: 'video/mp4', duration: 5 },
    { media_kind: 'video_note', mime_type: 'video/mp4', duration: 5 },
    { media_kind: 'voice', mime_type: 'audio/ogg', duration: 9 },
    { media_kind: 'video', mime_type: 'video/mp4', telegram_file_id: null, duration: null },
    { media_kind: 'document', mime_type: 'video/webm', telegram_file_id: expect.any(String) },
  ])
  const sent = phone.chat().filter(({ from }) => from === 'me')
  expect(files(world)[0]?.telegram_file_id).toBe(sent.find(({ photo }) => photo)?.photo?.fileId)
  expect(camera.events.map(({ event }) => event.files.map(({ kind }) => kind))).toEqual(
    files(world).map(({ media_kind: kind }) => [kind]),
  )
  expect(camera.events[0]).toMatchObject({
    roll: 7,
    event: { kind: 'kept', caption: 'a photo', albumId: null, replyTo, messageId: sent.at(-7)?.id },
  })
  expectAgreement(world)
})

test('an album is one event, in order, and the broken one among ten is told of', async () => {
  const { world, camera, anna } = await studio()
  const ten = await Promise.all(Array.from({ length: 10 }, (_, at) => bad.jpeg(100 + at, 50)))
  ten[3] = Buffer.from(bad.cut(ten[3]!, 0.5))
  const ids = anna.phone.sendPhoto(ten, { caption: 'ten', asFile: true })
  await world.idle(60_000)
  expect(camera.events).toEqual([])
  expect(anna.phone.last().text).toContain('Got it, let me have a look…')
  await through(world)
  expect(camera.events).toHaveLength(1)
  const { event } = camera.events[0]!
  expect(event).toMatchObject({ kind: 'kept', caption: 'ten', messageId: ids[0] })
  expect(event.failed).toEqual([{ reason: 'broken', messageId: ids[3] }])
  expect(event.files.map(({ messageId }) => messageId)).toEqual(ids.filter((_, at) => at !== 3))
  expect(world.rows<{ width: number }>('file_uploads').map(({ width }) => width)).toEqual([
    100, 101, 102, 104, 105, 106, 107, 108, 109,
  ])
  expect(anna.phone.last().text).toContain('9 in')
  expect(anna.phone.last().text).toContain('That picture arrived damaged')
  expectAgreement(world)
})

test('one that comes late joins by the album’s id, in an event of its own', async () => {
  const { world, camera, anna } = await studio()
  anna.phone.sendPhoto([await bad.jpeg(), await bad.jpeg()])
  await through(world)
  const [raw] = world.ask<{ raw: string }>(`select raw from inbox where raw like '%media_group_id%' limit 1`)
  const update = JSON.parse(raw!.raw) as { message: object }
  const late = { ...update, update_id: 200_000_000, message: { ...update.message, message_id: 900 } }
  world.simulator.reorder((updates) => [late as (typeof updates)[number], ...updates])
  // Only a batch is rearranged.
  anna.phone.say('/start')
  anna.phone.say('/start')
  await through(world)
  expect(camera.events.map(({ event }) => event.files.length)).toEqual([2, 1])
  expect(new Set(camera.events.map(({ event }) => event.albumId)).size).toBe(1)
})

test('what cannot be kept is told, each in its own words, and nothing is left of it', async () => {
  const { world, camera, anna, ben } = await studio()
  const jpeg = await bad.jpeg()
  const told: [string, RegExp][] = []
  const send = async (what: string, words: RegExp, act: (phone: typeof anna.phone) => void) => {
    act(anna.phone)
    await through(world)
    told.push([what, words])
    expect([what, anna.phone.last().text]).toEqual([what, expect.stringMatching(words)])
  }
  const file = (bytes: Uint8Array, name: string, mime: string) => (phone: typeof anna.phone) =>
    void phone.sendFile(bytes, name, mime)
  await send('HTML called a JPEG', /is not a picture/, file(bad.text('<html>hi'), 'me.jpg', 'image/jpeg'))
  await send('HEIC', /HEIC.*as a photo/s, file(bad.isoFile('heic'), 'IMG_1.HEIC', 'image/heic'))
  await send('GIF', /JPEG, PNG and WebP, and that is .?GIF/, file(bad.text('GIF89a'), 'a.gif', 'image/gif'))
  await send('PDF called a picture', /is not a picture/, file(bad.text('%PDF-1.7'), 'a.png', 'image/png'))
  await send('half a JPEG', /damaged/, file(bad.cut(jpeg, 0.5), 'a.jpg', 'image/jpeg'))
  await send('vast', /too big for me/, file(bad.pngOf(30_000, 30_000), 'a.png', 'image/png'))
  await send('a clip of noise', /what that recording is/, (phone) => phone.sendVideo(bad.noise(100)))
  await send('a voice of noise', /what that recording is/, (phone) => phone.sendVoice(bad.noise(100)))
  await send('a long voice', /too long/, (phone) => phone.sendVoice(ogg, { duration: 601 }))
  await send('20 MB and a byte', /larger than .?20.? MB/, (phone) =>
    phone.sendVideo(Buffer.concat([mp4, Buffer.alloc(20 * 1024 ** 2 + 1 - mp4.length)])),
  )
  world.simulator.reorder((updates) => {
    const lying = structuredClone(updates) as { message?: { video?: { file_size: number } } }[]
    for (const { message } of lying) if (message?.video) message.video.file_size = 1000
    return lying as typeof updates
  })
  await send('the same, called small', /larger than .?20.? MB/, (phone) => {
    phone.say('/start')
    phone.sendVideo(Buffer.concat([mp4, Buffer.alloc(20 * 1024 ** 2 + 1 - mp4.length)]))
  })
  expect(world.rows('incoming_files', "kind = 'video'")).toHaveLength(2)
  camera.wanted = ['picture']
  await send('a clip where a picture is wanted', /not what fits here/, (phone) => phone.sendVideo(mp4))
  await send('the same as a picture', /not what fits here/, file(mp4, 'a.jpg', 'image/jpeg'))
  expect(told).toHaveLength(13)
  expect([camera.events, files(world), onDisk(world)]).toEqual([[], [], []])
  // It is still taken by its content, whatever it is called.
  for (const [name, mime] of [
    ['../../etc/passwd.jpg', 'text/html'],
    ['a\0b\u202egpj.exe', 'image/png'],
    [`${'x'.repeat(4096)}.jpg`, 'image/svg+xml'],
    ['C:\\photos\\lunch.jpeg', 'application/pdf'],
  ] as const)
    ben.phone.sendFile(jpeg, name, mime)
  await through(world)
  expect(files(world).map(({ original_filename: name }) => name)).toEqual([
    'passwd.jpg',
    'abgpj.exe',
    `${'x'.repeat(96)}.jpg`,
    'lunch.jpeg',
  ])
  expectAgreement(world)
})

test('a download that stalls or is cut short is tried again, and given up with a word', async () => {
  const { world, camera, anna } = await studio()
  const jpeg = await bad.jpeg()
  world.simulator.fault({ method: 'download', kind: 'hang', times: 1 })
  world.simulator.fault({ method: 'download', kind: 'truncated', times: 1 })
  anna.phone.sendPhoto(jpeg)
  await world.settle()
  await world.advance('10s')
  await through(world)
  expect(camera.events).toHaveLength(1)
  const fault = world.simulator.fault({ method: 'download', kind: '5xx', times: 9 })
  anna.phone.sendPhoto(jpeg)
  await world.settle()
  for (const time of ['4m', '4m']) await world.advance(time)
  expect(anna.phone.last().text).toContain('let me have a look')
  await world.advance('2m')
  await through(world)
  expect(fault.hits).toBe(9)
  expect(anna.phone.last().text).toContain('could not get that file from Telegram')
  expectAgreement(world)
})

/** How many files each event told of, as the database has it: a dead run may still talk to the camera. */
function told(world: World): number[] {
  const rows = world.ask<{ raw: string }>(
    `select raw from inbox where source = 'internal' and status = 'done'`,
  )
  return rows.map(({ raw }) => (JSON.parse(raw) as { internal: MediaEvent }).internal.files.length)
}

test('killed at any moment: kept once, told once, and nothing lies about', async () => {
  const { world, anna } = await studio()
  const jpeg = await bad.jpeg()
  // Before it is fetched.
  const fault = world.simulator.fault({ method: 'download', kind: 'hang', times: 1 })
  anna.phone.sendPhoto(jpeg)
  await soon(() => fault.hits === 1)
  await world.crash()
  await through(world)
  expect(told(world)).toEqual([1])
  // After an album was kept, before it is announced.
  anna.phone.sendPhoto([jpeg, jpeg])
  await soon(() => files(world).length === 3)
  await world.crash()
  await through(world)
  expect(told(world)).toEqual([1, 2])
  // A redelivered update.
  world.simulator.fault({ kind: 'duplicate', times: 1 })
  anna.phone.sendPhoto(jpeg)
  await through(world)
  expect(told(world)).toEqual([1, 2, 1])
  expect(world.rows('incoming_files', "state != 'done'")).toEqual([])
  expectAgreement(world)
})

test('written but never committed: the files go after an hour, others stay, and rows without a file are told', async () => {
  const { world, anna } = await studio()
  anna.phone.sendPhoto(await bad.jpeg())
  await through(world)
  const [file] = world.rows<{ id: number; file_path: string }>('file_uploads')
  // As a crash between the write and the commit leaves them.
  const outsider = new Database(world.path)
  outsider.prepare('update file_uploads set file_path = ?').run('ab/abababababababababababababababab.jpg')
  outsider.close()
  const orphan = join(world.mediaDir, file!.file_path)
  const aged = (minutes: number) =>
    utimesSync(orphan, world.clock.now(), new Date(world.clock.ms - minutes * 60_000))
  aged(59)
  await world.app.reconcile()
  expect(existsSync(orphan)).toBe(true)
  aged(61)
  await world.app.reconcile()
  expect(existsSync(orphan)).toBe(false)
  const lines = world.log.lines.filter(({ level }) => level === 'error')
  expect(JSON.stringify(lines)).toContain(`"missing":1`)
  expect(JSON.stringify(lines)).not.toContain('abab')
})

test('rows that anybody deletes take their files along; a path two rows share stays until the last', async () => {
  const { world, anna, ben } = await studio()
  anna.phone.sendPhoto(await bad.jpeg())
  ben.phone.sendPhoto(await bad.jpeg())
  await through(world)
  const before = onDisk(world)
  const outsider = new Database(world.path)
  outsider.pragma('foreign_keys = on')
  outsider.exec(
    `insert into file_uploads (user_id, filename, file_path) select user_id, 'x', file_path from file_uploads`,
  )
  outsider.prepare('delete from users where id = ?').run(anna.userId)
  outsider.prepare('delete from file_uploads where filename = ?').run('x')
  await world.app.reconcile()
  expectAgreement(world)
  expect(onDisk(world)).toHaveLength(before.length / 2)
  expect(world.rows('doomed_files')).toEqual([])
  outsider.exec('delete from file_uploads')
  outsider.close()
  await world.app.reconcile()
  expect(onDisk(world)).toEqual([])
})

test('what was awaited and is gone refuses in its own words, and the file is not left behind', async () => {
  const { world, camera, anna } = await studio()
  camera.refuses = true
  anna.phone.sendPhoto(await bad.jpeg())
  await through(world)
  expect(anna.phone.last().text).toContain('That is not there (any more).')
  expect([files(world), onDisk(world)]).toEqual([[], []])
})

test('a purpose nobody knows any more is one without a word', async () => {
  const { world, camera, anna } = await studio()
  camera.purpose = 'of an older version'
  anna.phone.sendPhoto(await bad.jpeg())
  await through(world)
  expect(camera.events).toEqual([])
  expect(world.rows('photos')).toMatchObject([{ client_id: anna.userId, purpose: 'unsorted' }])
  expect(anna.phone.last().text).toContain('Kept, for you and your trainer.')
})

test('whoever is erased or switched off meanwhile leaves nothing', async () => {
  const { world, camera, anna } = await studio()
  const fault = world.simulator.fault({ method: 'download', kind: 'hang', times: 1 })
  anna.phone.sendPhoto(await bad.jpeg())
  await soon(() => fault.hits === 1)
  const outsider = new Database(world.path)
  outsider.prepare('update users set is_active = 0 where id = ?').run(anna.userId)
  outsider.close()
  await world.settle()
  await world.advance('5s')
  await through(world)
  expect([camera.events, files(world), onDisk(world)]).toEqual([[], [], []])
  expect(world.rows('incoming_files')).toMatchObject([{ state: 'failed', payload: null }])
})

test('while a picture is opened, other people’s updates are carried out', async () => {
  const { world, camera, anna, ben } = await studio()
  anna.phone.sendPhoto(await bad.vastProgressive(3000))
  await soon(() => world.app.depths().opening === 1)
  ben.phone.say('/away')
  await ben.phone.sees('Home')
  expect([world.app.depths().opening, camera.events.length]).toEqual([1, 0])
  await through(world)
  expect(camera.events).toHaveLength(1)
})

test('nobody fills the disk: two hundred files a day', async () => {
  const { world, anna } = await studio()
  const outsider = new Database(world.path)
  const add = outsider.prepare(
    `insert into incoming_files (telegram_id, file_id, file_unique_id, kind, state, created_at)
     values (?, 'x', 'x', 'photo', 'done', '2026-11-23 07:00:00.000000')`,
  )
  for (let at = 0; at < 200; at++) add.run(anna.phone.id)
  outsider.close()
  anna.phone.sendPhoto(await bad.jpeg())
  await through(world)
  expect(anna.phone.last().text).toContain('photos and clips a day are the most I can keep')
  await world.advance('1d')
  anna.phone.sendPhoto(await bad.jpeg())
  await through(world)
  expect(files(world)).toHaveLength(1)
})
