import { type App, startApp } from '../../src/app.ts'
import { databaseStats } from '../../src/services/database/open.ts'
import { type NewDelivery, owe } from '../../src/services/deliveries.ts'
import { addJoined } from '../../src/services/practice.ts'
import { inUnit } from '../../src/services/unit.ts'
import { VirtualClock } from '../support/clock.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { Logbook } from '../support/logbook.ts'
import { botToken } from '../support/world.ts'
import { Post, marksIn } from './registry.ts'

/** How long Telegram takes for an answer. */
const latencyMs = 150

/** A call as it left, by the virtual clock. */
export interface Left {
  chatId: number
  marks: string[]
  at: number
}

/** A bot of thousands: real app, real file, a Telegram in the same process that answers by the virtual clock. */
export class Rush {
  readonly clock = new VirtualClock('2026-11-23T08:00:00Z')
  readonly left: Left[] = []
  readonly log = new Logbook()
  readonly database: FreshDatabase
  app: App | undefined
  #moves = 0

  private constructor(database: FreshDatabase) {
    this.database = database
  }

  static async of(people: number): Promise<Rush> {
    const database = await freshDatabase({ library: true })
    const rush = new Rush(database)
    await inUnit(database.orm, 'test.people', async ({ sql }) => {
      for (let id = 1; id <= people; id++)
        await addJoined(
          sql,
          { telegramId: 5_000_000 + id, firstName: `P${id}`, username: `p${id}`, role: 'client' },
          rush.clock.now(),
        )
    })
    return rush
  }

  get stats(): { statements: number; commits: number } {
    return databaseStats(this.database.orm)
  }

  async start(rate: number): Promise<void> {
    const { clock, log, database } = this
    this.app = await startApp({
      orm: database.orm,
      clock,
      log,
      rate,
      token: botToken,
      apiRoot: 'http://telegram.invalid',
      adminIds: new Set(),
      defaultTimeZone: 'UTC',
      mediaDir: `${database.folder}/media`,
      reminds: false,
      registry: new Post().registry,
      me: { id: 4_242_424_242, is_bot: true, first_name: 'Spotter', username: 'spotter_test_bot' },
      send: this.#send,
    })
  }

  async owe(deliveries: readonly NewDelivery[]): Promise<void> {
    await inUnit(this.database.orm, 'test.owe', async (unit) => {
      for (const delivery of deliveries) await owe(unit, delivery, this.clock.now())
    })
  }

  /** Lets time pass, standing still at every timer until nothing moves. */
  pass(ms: number): Promise<void> {
    return this.clock.advance(ms, () => this.#still())
  }

  async close(): Promise<void> {
    const stopping = this.app?.stop()
    await this.pass(5000)
    await stopping
    await this.database.close()
  }

  async #still(): Promise<void> {
    for (let still = 0, before = -1; still < 4;) {
      await new Promise((resolve) => void setImmediate(resolve))
      const { statements, commits } = this.stats
      const now = this.#moves + statements + commits
      still = now === before ? still + 1 : 0
      before = now
    }
  }

  readonly #send: typeof fetch = async (input, init) => {
    this.#moves++
    const url = input instanceof Request ? input.url : input.toString()
    if (url.endsWith('/getUpdates')) return new Promise((_, reject) => onAbort(init?.signal, reject))
    const params = JSON.parse(typeof init?.body === 'string' ? init.body : '{}') as {
      chat_id?: number
      text?: string
    }
    const { chat_id: chatId = 0, text = '' } = params
    if (url.endsWith('/sendMessage')) this.left.push({ chatId, marks: marksIn(text), at: this.clock.ms })
    await new Promise<void>((resolve) => void this.clock.after(latencyMs, resolve))
    this.#moves++
    return Response.json({ ok: true, result: { message_id: this.left.length + 1 } })
  }
}

function onAbort(signal: AbortSignal | null | undefined, reject: (error: unknown) => void): void {
  if (signal?.aborted) reject(signal.reason as Error)
  signal?.addEventListener('abort', () => reject(signal.reason as Error))
}
