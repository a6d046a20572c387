import Database from 'better-sqlite3'
import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type App, startApp } from '../src/app.ts'
import { formatTimestamp } from '../src/entities/types.ts'
import { databaseStats, openDatabase } from '../src/services/database/open.ts'
import { type Person, type Simulator, startSimulator } from '../src/simulator/simulator.ts'
import { systemClock } from '../src/systemClock.ts'
import { clientsFile, firstClientId } from './clients.ts'
import { median } from './table.ts'

/** What came of many reminders due at one minute. */
export interface Drained {
  /** Sent a second, from the first to the last, by the simulator's own count. */
  rate: number
  /** Calls refused with 429, by the simulator's own count. */
  refused: number
  sent: number
  /** ms from a person's tap to the answer at the simulator, in the middle of it all. */
  replyMs: number
  replyWorstMs: number
  /** The same with nothing else to do. */
  aloneMs: number
  /** ms that pings at the end of a rest came late at the most. */
  pingLateMs: number
  /** Synced commits for each reminder. */
  commits: number
}

const token = '9090909:AAfor-the-bench-alone-0000000000000'
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
const pings = 40
/** Calls a second the bot is set to. */
export const configuredRate = 25

const sleep = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms))

/** Everybody's weigh-in reminder is due now, and rests end one after another while they are sent. */
function makeDue(path: string, clients: number, seconds: number): void {
  const db = new Database(path)
  db.exec('delete from deliveries')
  const insert = db.prepare(
    `insert into deliveries (dedupe_key, kind, recipient_id, payload, due_at, expires_at, local_date) values (?, ?, ?, ?, ?, ?, ?)`,
  )
  const now = Date.now()
  const date = new Date(now).toISOString().slice(0, 10)
  const due = formatTimestamp(new Date(now))
  const expires = formatTimestamp(new Date(now + 3_600_000))
  const payload = JSON.stringify({ date, isOwnHour: true })
  db.transaction(() => {
    for (let n = 0; n < clients; n++)
      insert.run(`weighIn:${n + 2}:${date}`, 'weighIn', n + 2, payload, due, expires, date)
  })()
  const workout = db.prepare(
    `insert into workouts (client_id, name, local_date, state, started_at) values (?, 'Day', ?, 'running', ?)`,
  )
  const item = db.prepare(
    `insert into workout_items (workout_id, position, exercise_id, sets, reps, weight, rest_time) values (?, 0, 1, 5, '8', 60, 90)`,
  )
  db.prepare(`insert or ignore into exercises (id, name, muscle_group) values (1, 'Squat', 'legs')`).run()
  for (let n = 0; n < pings; n++) {
    // Those whose reminder comes last: it must not be under way when the rest ends.
    const client = clients + 1 - n
    const { lastInsertRowid: id } = workout.run(client, date, due)
    item.run(id)
    const at = formatTimestamp(new Date(now + 3000 + ((seconds - 10) * 1000 * n) / pings))
    insert.run(`rest:${id}`, 'rest', client, JSON.stringify({ workoutId: Number(id) }), at, expires, null)
  }
  db.close()
}

/** Telegram lets a bot write to those alone who opened it; what they said in doing so is not for this bench. */
async function everybodyHasStarted(simulator: Simulator, people: readonly Person[]): Promise<void> {
  for (const person of people) person.say('/start')
  while (simulator.waiting.length > 0) {
    const offset = (simulator.waiting.at(-1)?.update_id ?? 0) + 1
    await fetch(`${simulator.apiRoot}/bot${token}/getUpdates?offset=${offset}`)
  }
}

async function replyTo(simulator: Simulator, person: Person): Promise<number> {
  const seen = simulator.calls.length
  const started = performance.now()
  person.say('/today')
  for (;;) {
    const call = simulator.calls
      .slice(Math.max(0, seen - 50))
      .findLast(
        ({ method, params }) =>
          method.startsWith('send') &&
          params['chat_id'] === person.id &&
          String(params['text']).includes('Today'),
      )
    if (call && simulator.calls.indexOf(call) >= seen) return performance.now() - started
    if (performance.now() - started > 20_000) return Number.POSITIVE_INFINITY
    await sleep(2)
  }
}

/** People one after another, so that nobody's chat is written to more often than Telegram lets. */
async function replies(
  simulator: Simulator,
  people: readonly Person[],
  times: number,
  everyMs: number,
): Promise<number[]> {
  const taken: number[] = []
  for (let n = 0; n < times; n++) {
    const person = people[n % people.length]
    if (person) taken.push(await replyTo(simulator, person))
    await sleep(everyMs)
  }
  return taken
}

async function run(
  path: string,
  simulator: Simulator,
): Promise<{ app: App; close(): Promise<void>; commits(): number }> {
  const orm = await openDatabase({ url: `sqlite:${path}` })
  const app = await startApp({
    orm,
    clock: systemClock,
    log: silent,
    token,
    apiRoot: simulator.apiRoot,
    adminIds: new Set(),
    defaultTimeZone: 'UTC',
    mediaDir: join(dirname(path), 'media'),
    rate: configuredRate,
    reminds: false,
  })
  return {
    app,
    commits: () => databaseStats(orm).commits,
    close: async () => {
      await app.stop()
      await orm.close()
    },
  }
}

/** So many reminders due at one minute, against a Telegram on loopback that enforces its limits. */
export async function drain(clients: number): Promise<Drained> {
  const path = await clientsFile(clients, 'UTC')
  const simulator = await startSimulator({
    token,
    botUsername: 'bench_bot',
    limits: true,
    keepCalls: 100_000,
  })
  const people = Array.from({ length: clients }, (_, n) =>
    simulator.person({
      id: firstClientId + n,
      firstName: `Client ${n}`,
      username: `client${n}`,
      language: 'en',
    }),
  )
  const watched = people.slice(0, 30)
  await everybodyHasStarted(simulator, people)
  const alone = await run(path, simulator)
  const aloneMs = median(await replies(simulator, watched, 10, 1100))
  await alone.close()
  makeDue(path, clients, clients / configuredRate)
  const from = simulator.calls.length
  const bot = await run(path, simulator)
  const before = bot.commits()
  const taken = await replies(simulator, watched, Math.floor(clients / configuredRate / 2.5), 1500)
  const pushed = () =>
    simulator.calls
      .slice(from)
      .filter(({ method, params }) => method === 'sendMessage' && String(params['text']).includes('scale'))
  while (pushed().length < clients - pings) await sleep(200)
  await sleep(3000)
  const calls = simulator.calls.slice(from)
  const times = pushed().map(({ at }) => at)
  const span = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000
  const db = new Database(path, { readonly: true })
  const rests = db
    .prepare(
      `select (julianday(sent_at) - julianday(due_at)) * 86400000 from deliveries where kind = 'rest' and state = 'sent'`,
    )
    .pluck()
    .all() as number[]
  db.close()
  const commits = (bot.commits() - before) / times.length
  await bot.close()
  await simulator.stop()
  rmSync(dirname(path), { recursive: true, force: true })
  const all = calls.filter(({ method }) => method !== 'getUpdates' && method !== 'answerCallbackQuery').length
  return {
    rate: (all - 1) / span,
    refused: calls.filter(({ error }) => error?.code === 429).length,
    sent: times.length,
    replyMs: median(taken),
    replyWorstMs: Math.max(...taken),
    aloneMs,
    pingLateMs: rests.length === pings ? Math.max(...rests) : Number.POSITIVE_INFINITY,
    commits,
  }
}
