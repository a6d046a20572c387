import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MikroORM } from '@mikro-orm/sqlite'
import Database from 'better-sqlite3'
import { expect, onTestFinished } from 'vitest'
import { type App, type AppDeps, startApp } from '../../src/app.ts'
import type { Meter } from '../../src/bot/meter.ts'
import { formatTimestamp } from '../../src/entities/types.ts'
import { openDatabase } from '../../src/services/database/open.ts'
import { type JoinedPerson, addJoined } from '../../src/services/practice.ts'
import { inUnit } from '../../src/services/unit.ts'
import { type Person, type Simulator, startSimulator } from '../../src/simulator/simulator.ts'
import { VirtualClock, durationOf, nextLocal } from './clock.ts'
import { freshDatabase } from './database.ts'
import { Logbook } from './logbook.ts'
import { type Played, play } from './play.ts'
import { TestWire } from './wire.ts'

export const botToken = '4242424242:AAcanary-that-must-never-be-seen-again'
const secret = 'AAcanary'

export interface WorldOptions extends Pick<AppDeps, 'registry' | 'pollSeconds' | 'reminds'> {
  /** When the story begins; Monday 23 November 2026, 07:30 UTC unless said. */
  at?: string
  /** The zone of everybody who does not say otherwise, and of times in transcripts; UTC unless said. */
  zone?: string
  /** People who are there before the bot starts and have the right of admins. */
  admins?: string[]
  /** Calls a second; as good as unlimited unless said, for the clock stands still between acts. */
  rate?: number
  /** Real milliseconds after which a call that hangs is given up. */
  callTimeoutMs?: number
  /** Milliseconds between two acts of a transcript; a second unless said. */
  tempo?: number
  /** Made anew for every run of the bot. */
  meter?: (clock: VirtualClock) => Meter
  /** Several tests use it: whoever made it closes it. */
  shared?: boolean
}

type JoinOptions = Partial<Pick<JoinedPerson, 'language' | 'timeZone' | 'units' | 'lastName' | 'username'>>

/** Somebody in the story: their phone, and who they are in the database. */
export interface Member {
  name: string
  phone: Person
  /** Undefined for strangers. */
  userId: number | undefined
}

interface Run {
  app: App
  orm: MikroORM
  wire: TestWire
}

/** The bot, its database, a Telegram and people, under one clock that stands until it is turned. */
export class World {
  readonly clock: VirtualClock
  readonly simulator: Simulator
  readonly log = new Logbook()
  readonly members = new Map<string, Member>()
  readonly options: WorldOptions
  /** Set where a test means updates to fail. */
  failuresExpected = false
  /** Set where a test breaks a rule of Telegram's on purpose, or leaves taps without an answer. */
  unrulyOnPurpose = false
  #run: Run
  #path: string
  /** Where kept files lie: what a crash leaves of them stays. */
  readonly mediaDir: string
  readonly #folders: string[]
  #ended: Run[] = []

  constructor(parts: {
    clock: VirtualClock
    simulator: Simulator
    options: WorldOptions
    path: string
    folder: string
    orm: MikroORM
  }) {
    this.clock = parts.clock
    this.simulator = parts.simulator
    this.options = parts.options
    this.#path = parts.path
    this.mediaDir = join(parts.folder, 'media')
    this.#folders = [parts.folder]
    this.#run = { orm: parts.orm, wire: new TestWire(), app: undefined as unknown as App }
  }

  get app(): App {
    return this.#run.app
  }
  get orm(): MikroORM {
    return this.#run.orm
  }
  get wire(): TestWire {
    return this.#run.wire
  }
  get zone(): string {
    return this.options.zone ?? 'UTC'
  }
  /** The database file. */
  get path(): string {
    return this.#path
  }

  /** Starts the bot on the file as it is. */
  async boot(orm: MikroORM): Promise<void> {
    const {
      admins = [],
      rate = 100_000,
      pollSeconds = 50,
      registry,
      callTimeoutMs,
      reminds = false,
      meter,
    } = this.options
    const wire = new TestWire(callTimeoutMs)
    this.#run = { orm, wire, app: this.#run.app }
    const adminIds = new Set(admins.flatMap((name) => this.members.get(name.toLowerCase())?.phone.id ?? []))
    const { clock, simulator, log, mediaDir } = this
    const { apiRoot } = simulator
    const deps = { orm, clock, log, token: botToken, apiRoot, adminIds, rate, pollSeconds, mediaDir }
    const app = await startApp({
      ...deps,
      defaultTimeZone: this.zone,
      send: wire.send,
      reminds,
      ...(registry && { registry }),
      ...(meter && { meter: meter(clock) }),
    })
    app.running.catch(() => undefined)
    this.#run = { orm, wire, app }
  }

  /** Somebody with Telegram whom the bot does not know. */
  stranger(
    name: string,
    { language = 'en', lastName, username = name.toLowerCase() }: JoinOptions = {},
  ): Member {
    const phone = this.simulator.person({ firstName: name, lastName, username, language })
    const member = { name, phone, userId: undefined }
    this.members.set(name.toLowerCase(), member)
    return member
  }

  /** A trainer who has joined, and whose chat shows the bot's home. */
  trainer(name: string, options: JoinOptions = {}): Promise<Member> {
    return this.#joined(name, 'trainer', options)
  }

  /** A client who has joined. `plan` is for the caller to make; see `plans.ts`. */
  client(name: string, options: JoinOptions & { trainer?: Member | undefined } = {}): Promise<Member> {
    return this.#joined(name, 'client', options, options.trainer?.userId)
  }

  member(name: string): Member {
    const member = this.members.get(name.toLowerCase())
    if (!member) throw new Error(`Nobody is called ${name}; there are ${[...this.members.keys()].join(', ')}`)
    return member
  }

  /** Everything people sent is polled, kept, carried out and shown. Throws when the bot waits for the clock instead. */
  async idle(timeoutMs = 10_000): Promise<void> {
    const giveUp = AbortSignal.timeout(timeoutMs)
    const late = new Promise<never>((_, reject) => {
      giveUp.addEventListener('abort', () =>
        reject(new Error(`the bot does not come to rest: ${this.#state()}`)),
      )
    })
    await Promise.race([this.#through(), late])
  }

  /** Comes to rest, or to where only the clock can bring it on. */
  async settle(): Promise<void> {
    await Promise.race([this.#through(), this.#quiet()])
  }

  /** Lets time pass: `2m`, `1h 30m`, or milliseconds. Stands still at every timer; over five minutes only where something is due. */
  async advance(time: string | number): Promise<void> {
    const end = this.clock.ms + (typeof time === 'number' ? time : durationOf(time))
    while (end - this.clock.ms > 300_000) {
      const due = this.#nextDue()
      // Reminders are made every hour: none is jumped over.
      const far = this.options.reminds ? Math.min(end, this.clock.ms + 3_600_000) : end
      this.clock.turnTo(Math.min(far, Math.max(due ?? far, this.clock.ms + 1000)))
      await this.settle()
    }
    await this.clock.advance(end - this.clock.ms, () => this.settle())
  }

  /** Moves to the next `Monday 07:30` or `07:30` of the world's zone. */
  advanceTo(words: string): Promise<void> {
    return this.advance(nextLocal(words, this.clock.ms, this.zone) - this.clock.ms)
  }

  /** Stops the bot cleanly and starts it anew on the same file. */
  async restart(): Promise<void> {
    await this.stop()
    await this.start()
  }

  async stop(): Promise<void> {
    await this.#run.app.stop()
    await this.#run.orm.close()
  }

  async start(): Promise<void> {
    await this.boot(await this.#open())
  }

  /**
   * What kill -9 leaves: the network is gone at once, and a new run goes on from the file as it is at this moment.
   * `boot: false` leaves the bot dead until `start()`.
   */
  async crash({ boot = true } = {}): Promise<void> {
    const dead = this.#run
    dead.wire.unplug()
    const folder = mkdtempSync(join(tmpdir(), 'spotter-crash-'))
    const path = join(folder, 'spotter.sqlite')
    for (const suffix of ['', '-wal'])
      if (existsSync(this.#path + suffix)) copyFileSync(this.#path + suffix, path + suffix)
    this.#folders.push(folder)
    this.#path = path
    this.#ended.push(dead)
    if (boot) await this.start()
  }

  /** All rows of a table, by a connection of its own. */
  rows<T = Record<string, unknown>>(table: string, where = '1'): T[] {
    return this.ask<T>(`select * from "${table}" where ${where}`)
  }

  /** Reads by a connection of its own. */
  ask<T = Record<string, unknown>>(sql: string, ...params: unknown[]): T[] {
    const database = new Database(this.#path, { readonly: true })
    try {
      return database.prepare(sql).all(...params) as T[]
    } finally {
      database.close()
    }
  }

  /** Plays a transcript (`play.ts`); compare `went` with `wrote`. */
  play(transcript: string): Promise<Played> {
    return play(this, transcript)
  }

  /** What every story must leave behind: no rule broken, every tap answered once within a second, nothing failed, no token told. */
  check(): void {
    expect(this.log.toString()).not.toContain(secret)
    if (!this.failuresExpected) expect(this.rows('inbox', "status = 'failed'")).toEqual([])
    if (this.unrulyOnPurpose) return
    expect(this.simulator.violations).toEqual([])
    const taps = [...this.members.values()].flatMap(({ phone }) => phone.taps)
    for (const { data, answers, at } of taps) {
      expect(answers, `answers to the tap on ${data}`).toHaveLength(1)
      expect(
        (answers[0]?.at ?? 0) - at,
        `milliseconds until the tap on ${data} was answered`,
      ).toBeLessThanOrEqual(1000)
    }
  }

  /** Ends everything, and checks. */
  async close(): Promise<void> {
    let failed: unknown
    try {
      await this.settle()
      this.check()
    } catch (error) {
      failed = error
    }
    for (const run of [...this.#ended, this.#run]) {
      run.wire.unplug()
      await Promise.race([run.app.stop(), pause(2000)])
      await run.orm.close()
    }
    await this.simulator.stop()
    for (const folder of this.#folders) rmSync(folder, { recursive: true, force: true })
    if (failed !== undefined) throw failed as Error
  }

  #open(): Promise<MikroORM> {
    return openDatabase({ url: `sqlite:${this.#path}`, now: () => this.clock.now() })
  }

  async #joined(
    name: string,
    role: JoinedPerson['role'],
    options: JoinOptions,
    trainerId?: number,
  ): Promise<Member> {
    const { timeZone = this.zone, units = 'kg', language = 'en', lastName } = options
    const member = this.stranger(name, options)
    const person: JoinedPerson = {
      telegramId: member.phone.id,
      firstName: name,
      username: options.username ?? name.toLowerCase(),
      role,
      timeZone,
      units,
      language,
      ...(lastName !== undefined && { lastName }),
      ...(trainerId !== undefined && { trainerId }),
    }
    member.userId = await inUnit(this.orm, 'test.join', ({ sql }) => addJoined(sql, person, this.clock.now()))
    member.phone.start()
    await this.idle()
    return member
  }

  async #through(): Promise<void> {
    const { simulator } = this
    do {
      await pause(0) // lets calls under way come through: everything below may resolve without the event loop
      await simulator.until(() => simulator.waiting.length === 0 && simulator.polling, 60_000)
      await this.app.idle()
    } while (simulator.waiting.length > 0 || !simulator.polling || this.wire.inFlight > 0)
  }

  /** Nothing has moved for some turns of the event loop, and no call is under way; longer where something is being made (a code to scan, say). */
  async #quiet(): Promise<void> {
    for (let still = 0, before = ''; still < (this.app.depths().moving > 0 ? 250 : 20);) {
      await pause(4)
      const now = `${this.wire.moves} ${this.log.lines.length} ${JSON.stringify(this.app.depths())}`
      const { opening, drawing } = this.app.depths()
      const isBusy = this.wire.inFlight > 0 || opening > 0 || drawing > 0
      still = now === before && !isBusy ? still + 1 : 0
      before = now
    }
  }

  /** The next moment to come at which something is due: what waits for somebody who cannot be reached does not count. */
  #nextDue(): number | undefined {
    const [row] = this.ask<{ at: string | null }>(
      `select min(due_at) as at from deliveries where state = 'due' and due_at > ?`,
      formatTimestamp(this.clock.now()),
    )
    return row?.at ? Date.parse(`${row.at.replace(' ', 'T')}Z`) : undefined
  }

  #state(): string {
    const { waiting, polling } = this.simulator
    const errors = this.log.lines.filter(({ level }) => level !== 'info').slice(-5)
    return JSON.stringify({
      depths: this.app.depths(),
      waiting: waiting.length,
      polling,
      inFlight: this.wire.inFlight,
      errors,
    })
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, ms))
}

/** A bot that runs against a Telegram of its own. Closed and checked when the test ends, unless it is shared. */
export async function makeWorld(options: WorldOptions = {}): Promise<World> {
  const clock = new VirtualClock(options.at ?? '2026-11-23T07:30:00Z')
  const { orm, path, folder } = await freshDatabase({ now: () => clock.now(), library: true })
  const simulator = await startSimulator({
    token: botToken,
    botUsername: 'spotter_test_bot',
    clock: { now: () => clock.ms, after: (ms, run) => clock.after(ms, run) },
  })
  const world = new World({ clock, simulator, options, path, folder, orm })
  for (const name of options.admins ?? []) world.stranger(name)
  await world.boot(orm)
  if (!options.shared) onTestFinished(() => world.close())
  return world
}
