import { isMainThread } from 'node:worker_threads'
import { startApp } from '../../src/app.ts'
import { openDatabase } from '../../src/services/database/open.ts'
import { Logbook } from '../support/logbook.ts'
import { Post, spoilt } from '../pushes/registry.ts'
import { fastClock } from './fastClock.ts'
import { awaitOrders } from './orders.ts'

/** Real milliseconds for sending a message. */
const patienceMs = 400

/** A bot that only sends what it owes, by a clock that runs fast; it begins when it is told to. */
async function live(env: Record<string, string | undefined>): Promise<void> {
  const { DATABASE_FILE = '', TELEGRAM = '', TOKEN = '', MEDIA = '', CLOCK = '{}', RATE = '25' } = env
  const clock = fastClock(JSON.parse(CLOCK) as { from: number; began: number })
  const orm = await openDatabase({ url: `sqlite:${DATABASE_FILE}`, now: () => clock.now() })
  const post = new Post()
  post.word = spoilt
  const app = await startApp({
    orm,
    clock,
    log: new Logbook(),
    token: TOKEN,
    apiRoot: TELEGRAM,
    adminIds: new Set(),
    defaultTimeZone: 'UTC',
    mediaDir: MEDIA,
    rate: Number(RATE),
    pollSeconds: 1,
    registry: post.registry,
    send: (input, init) => {
      const url = input instanceof Request ? input.url : input.toString()
      const patience = url.endsWith('/sendMessage') ? [AbortSignal.timeout(patienceMs)] : []
      return fetch(input, {
        ...init,
        signal: AbortSignal.any([...(init?.signal ? [init.signal] : []), ...patience]),
      })
    },
  })
  process.once('SIGTERM', () => void app.stop().then(() => orm.close()))
  await app.running
}

// Threads of the program begin with this file too; they have no orders.
if (isMainThread) {
  awaitOrders()
  await live(process.env)
}
