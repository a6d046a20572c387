import { dirname, join } from 'node:path'
import { startApp } from '../src/app.ts'
import { databaseStats, openDatabase } from '../src/services/database/open.ts'
import { systemClock } from '../src/systemClock.ts'
import { shownAs } from '../src/domain/workout/proposal.ts'
import { encodeAction } from '../src/views/callbackData.ts'
import { makeBaseline } from './baseline.ts'
import { type Tap, setOfPlan, tapsOf } from './practice.ts'
import { StubTelegram } from './wire.ts'

/** What one run of taps came to. */
export interface Run {
  /** Turns a second, each from update in to answer handed to the transport. */
  rate: number
  /** Synced commits per turn. */
  commits: number
}

const warmUp = 60
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

function tapUpdate(updateId: number, telegramId: number, data: string): object {
  const from = {
    id: telegramId,
    is_bot: false,
    first_name: 'Anna',
    username: `anna${telegramId}`,
    language_code: 'en',
  }
  const message = { message_id: 1, date: 0, chat: { id: telegramId, type: 'private' }, text: 'card' }
  return {
    update_id: updateId,
    callback_query: { id: String(updateId), from, message, chat_instance: '1', data },
  }
}

async function time(
  stub: StubTelegram,
  taps: readonly Tap[],
  dataOf: (tap: Tap) => string,
  commits: () => number,
) {
  let id = 1
  for (const tap of taps.slice(0, warmUp)) await stub.turn(tapUpdate(id++, tap.telegramId, dataOf(tap)))
  const before = commits()
  const started = performance.now()
  const measured = taps.slice(warmUp)
  for (const tap of measured) await stub.turn(tapUpdate(id++, tap.telegramId, dataOf(tap)))
  const seconds = (performance.now() - started) / 1000
  return { rate: measured.length / seconds, commits: (commits() - before) / measured.length }
}

/** Our bot, everything but the network real. */
export async function runSpotter(path: string): Promise<Run> {
  const stub = new StubTelegram()
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
    send: stub.fetch,
    rate: 1_000_000,
  })
  const dataOf = ({ itemId, setNumber }: Tap) =>
    encodeAction({ name: 'logSet', item: itemId, set: setNumber, shows: shownAs(setOfPlan) })
  const run = await time(stub, tapsOf(path), dataOf, () => databaseStats(orm).commits)
  await app.stop()
  await orm.close()
  return run
}

/** The named baseline (`baseline.ts`) on a file of its own. */
export async function runBaseline(path: string): Promise<Run> {
  const stub = new StubTelegram()
  const baseline = makeBaseline(path, stub.fetch)
  baseline.start()
  const run = await time(
    stub,
    tapsOf(path),
    ({ itemId }) => `set:${itemId.toString(36)}`,
    () => baseline.counts.commits,
  )
  baseline.stop()
  return run
}
