import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import sharp from 'sharp'
import { type App, startApp } from '../src/app.ts'
import { shownAs } from '../src/domain/workout/proposal.ts'
import { longestSide, thumbnailSides } from '../src/pictures/intakeWords.ts'
import { openDatabase } from '../src/services/database/open.ts'
import { systemClock } from '../src/systemClock.ts'
import { encodeAction } from '../src/views/callbackData.ts'
import { MediaTelegram } from './mediaTelegram.ts'
import { type Tap, setOfPlan, tapsOf } from './practice.ts'
import { median } from './table.ts'

/** What one run came to. Milliseconds, medians of the run. */
export interface TakenIn {
  /** From the update with the picture to the bot's word that it is kept. */
  endToEnd: number
  /** The same transform by sharp alone, in this process. */
  bare: number
  /** The most memory the child process has ever had, in MB; undefined where the system does not tell. */
  peak: number | undefined
  /** Another person's set, from tap to answer: with nothing else to do, and while a picture is opened. */
  alone: number
  beside: number
}

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
const photosTaken = 4
const tapsTimed = 100

/** A picture of 12 megapixels, about as rough as what phones take. */
export async function bigPhoto(): Promise<Uint8Array<ArrayBuffer>> {
  const [width, height] = [1000, 750]
  let state = 12_345
  const pixels = Uint8Array.from({ length: width * height * 3 }, (_, at) => {
    state = (state * 48_271) % 2_147_483_647
    return ((at / 9) % 200) + (state % 56)
  })
  const picture = await sharp(pixels, { raw: { width, height, channels: 3 } })
    .resize(4000, 3000)
    .jpeg({ quality: 92 })
    .toBuffer()
  return new Uint8Array(picture)
}

const shrunk = (bytes: Uint8Array, side: number) =>
  sharp(bytes, { failOn: 'error' })
    .autoOrient()
    .resize(side, side, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: 'white' })
    .toColourspace('srgb')
    .jpeg({ quality: side === longestSide ? 85 : 80 })
    .toBuffer()

async function bareMs(photo: Uint8Array): Promise<number> {
  sharp.cache(false)
  sharp.concurrency(1)
  const times: number[] = []
  for (let round = 0; round < photosTaken; round++) {
    const started = performance.now()
    const picture = await shrunk(photo, longestSide)
    await shrunk(picture, thumbnailSides.small)
    await shrunk(picture, thumbnailSides.medium)
    times.push(performance.now() - started)
  }
  return median(times)
}

/** Linux tells of each process how much it has had at most. */
function peakOfChild(): number | undefined {
  try {
    const children = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim().split(' ')
    const child = children.find((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('intakeChild'))
    const kb = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child}/status`, 'utf8'))?.[1]
    return kb === undefined ? undefined : Number(kb) / 1024
  } catch {
    return undefined
  }
}

const personOf = (id: number) => ({ id, is_bot: false, first_name: 'Anna', username: `anna${id}` })

/** People who tap, and one who sends pictures. */
class Gym {
  readonly #telegram: MediaTelegram
  readonly #taps: Tap[]
  readonly #sender: number
  #messages = 1_000_000

  constructor(telegram: MediaTelegram, taps: Tap[], sender: number) {
    this.#telegram = telegram
    this.#taps = taps
    this.#sender = sender
  }

  /** Milliseconds until the picture is kept. */
  async photo(bytes: number): Promise<number> {
    const started = performance.now()
    const kept = this.#telegram.said(this.#sender, /📷/u)
    const document = {
      file_id: 'file',
      file_unique_id: 'unique',
      file_name: 'photo.jpg',
      mime_type: 'image/jpeg',
      file_size: bytes,
    }
    const chat = { id: this.#sender, type: 'private' }
    const message = {
      message_id: this.#messages++,
      date: Math.floor(Date.now() / 1000),
      from: personOf(this.#sender),
      chat,
      document,
    }
    this.#telegram.send({ message })
    await kept
    return performance.now() - started
  }

  /** Milliseconds until a set is answered. */
  async set(): Promise<number> {
    const tap = this.#taps.shift()
    if (!tap) throw new Error('all sets are logged')
    const { telegramId: id, itemId: item, setNumber: set } = tap
    const message = { message_id: 1, date: 0, chat: { id, type: 'private' }, text: 'card' }
    const data = encodeAction({ name: 'logSet', item, set, shows: shownAs(setOfPlan) })
    const started = performance.now()
    const answered = this.#telegram.said(id, /./)
    this.#telegram.send({
      callback_query: { id: `${item}.${set}`, from: personOf(id), message, chat_instance: '1', data },
    })
    await answered
    return performance.now() - started
  }
}

/** Sets while the bot opens pictures, one after another. */
async function besidePhotos(gym: Gym, app: App, bytes: number): Promise<number[]> {
  const times: number[] = []
  while (times.length < tapsTimed) {
    const photo = { isKept: false }
    const kept = gym.photo(bytes).then(() => (photo.isKept = true))
    while (!photo.isKept && times.length < tapsTimed) {
      if (app.depths().opening > 0) times.push(await gym.set())
      else await new Promise((resolve) => void setTimeout(resolve, 1))
    }
    await kept
  }
  return times
}

/** Photos through the whole bot, everything but the network real. */
export async function takePhotosIn(path: string, photo: Uint8Array<ArrayBuffer>): Promise<TakenIn> {
  const all = tapsOf(path)
  const sender = Math.max(...all.map(({ telegramId }) => telegramId))
  const db = new Database(path)
  db.prepare('update conversations set scene = null, step = null where telegram_id = ?').run(sender)
  db.close()
  const telegram = new MediaTelegram(photo)
  const orm = await openDatabase({ url: `sqlite:${path}` })
  const app = await startApp({
    orm,
    clock: systemClock,
    log: silent,
    token: '7:spotter-token-for-the-stub-only-0000',
    apiRoot: 'http://stub',
    adminIds: new Set(),
    defaultTimeZone: 'UTC',
    mediaDir: join(dirname(path), 'media'),
    send: telegram.fetch,
    rate: 1_000_000,
  })
  const gym = new Gym(
    telegram,
    all.filter(({ telegramId }) => telegramId !== sender),
    sender,
  )
  const one = photo.length
  await gym.photo(one) // starts the child
  const endToEnd: number[] = []
  for (let round = 0; round < photosTaken; round++) endToEnd.push(await gym.photo(one))
  const peak = peakOfChild()
  for (let round = 0; round < tapsTimed / 2; round++) await gym.set() // warms up
  const alone: number[] = []
  for (let round = 0; round < tapsTimed; round++) alone.push(await gym.set())
  const beside = await besidePhotos(gym, app, one)
  await app.stop()
  await orm.close()
  return {
    endToEnd: median(endToEnd),
    bare: await bareMs(photo),
    peak,
    alone: median(alone),
    beside: median(beside),
  }
}
