import { rmSync } from 'node:fs'
import { expect } from 'vitest'
import { type Simulator, startSimulator } from '../../src/simulator/simulator.ts'
import { atRest } from './atRest.ts'
import { type Remains, autopsy } from './autopsy.ts'
import { Claims } from './claims.ts'
import { Draw } from './draw.ts'
import { explained } from './failure.ts'
import { Weather } from './faults.ts'
import { Lives, theBot } from './lives.ts'
import { type Point, diesAt, drawPoint, ordersFor } from './points.ts'
import { type Practice, furnish } from './practice.ts'
import { Trainee } from './trainee.ts'
import { type Moment, Watch } from './watch.ts'

export const token = '4242424242:AAcanary-that-must-never-be-seen-again'
const secret = 'AAcanary'

export interface RunOptions {
  seed: string
  kills: number
  clients: number
  /** The network fails too. */
  faults?: boolean
  /** Every life ends at this moment; people wait for the ends of their rests. */
  only?: Moment
  /** Asked after every kill: ends the run early. */
  enough?: () => boolean
}

export interface Tally {
  kills: number
  causes: Map<string, number>
  deeds: number
  acknowledged: number
  pings: number
  cardsTwice: number
  tapsTwice: number
}

/** An update found at start counts as tried: one that is killed too often by chance would be set aside, as promised. */
const spared: Point = { kind: 'time', ms: 1500 }
const mostTries = 2

/** Clients train while the bot is killed again and again, on one file. Throws at the first broken promise. */
export async function killRun(options: RunOptions): Promise<Tally> {
  const simulator = await startSimulator({ token, botUsername: 'spotter_test_bot' })
  const draw = new Draw(options.seed)
  const resting = options.only === 'ping'
  const practice = await furnish(simulator, draw.child('practice'), { clients: options.clients, resting })
  const run = new KillRun(options, draw, simulator, practice)
  try {
    await run.toTheEnd()
  } catch (error) {
    throw explained(error, options.seed, simulator, run.lives.output)
  } finally {
    run.close()
    await simulator.stop()
  }
  rmSync(practice.folder, { recursive: true })
  return run.tally
}

class KillRun {
  readonly lives: Lives
  readonly #options: RunOptions
  readonly #draw: Draw
  readonly #simulator: Simulator
  readonly #practice: Practice
  readonly #watch: Watch
  readonly #weather: Weather
  readonly #trainees: Trainee[]
  readonly #claims: Claims[]
  readonly #causes = new Map<string, number>()
  #kills = 0
  #isOver = false

  constructor(options: RunOptions, draw: Draw, simulator: Simulator, practice: Practice) {
    this.#options = options
    this.#draw = draw
    this.#simulator = simulator
    this.#practice = practice
    this.#watch = new Watch(simulator)
    this.#weather = new Weather(simulator)
    const patient = options.only === 'ping'
    this.#trainees = practice.clients.map(
      (client) => new Trainee({ client, simulator, patient, draw: draw.child(client.phone.name) }),
    )
    this.#claims = this.#trainees.map((trainee) => new Claims(trainee, simulator))
    const { folder, path } = practice
    const env = { BOT_TOKEN: token, TELEGRAM_API_ROOT: simulator.apiRoot, DATABASE_URL: `sqlite:${path}` }
    this.lives = new Lives(theBot, { cwd: folder, env })
  }

  get tally(): Tally {
    const sum = (counts: number[]) => counts.reduce((all, count) => all + count, 0)
    const seen = this.#claims.map((claim) => claim.seen)
    return {
      kills: this.#kills,
      causes: this.#causes,
      deeds: sum(this.#trainees.map(({ diary }) => diary.entries.length)),
      acknowledged: sum(seen.map(({ acknowledged }) => acknowledged)),
      pings: sum(seen.map(({ pings }) => pings)),
      cardsTwice: sum(seen.map(({ cardsTwice }) => cardsTwice)),
      tapsTwice: sum(seen.map(({ tapsTwice }) => tapsTwice)),
    }
  }

  async toTheEnd(): Promise<void> {
    const training = Promise.all(this.#trainees.map((trainee) => trainee.train(() => !this.#isOver)))
    const stuck = training.then(() => new Promise<never>(() => undefined))
    await Promise.race([stuck, this.#dieOften()])
    const life = this.lives.begin({}, { last: true })
    const died = life.ended.then(() => Promise.reject(new Error('The bot ended by itself')))
    await Promise.race([training, died])
    await atRest(this.#practice.path, this.#simulator)
    life.stop()
    expect(await life.ended).toEqual({ code: 0, signal: null })
    const done = this.#trainees.map(({ diary }) => ({
      done: diary.entries.length,
      attempts: 0,
      owing: false,
    }))
    expect(await this.#examine()).toEqual(done)
    for (const claim of this.#claims) claim.expectAllAnswered()
    const broken = this.#simulator.violations.filter(({ what }) => !/^tap \d+ was answered/.test(what))
    expect(broken).toEqual([])
  }

  close(): void {
    for (const trainee of this.#trainees) trainee.leave()
    this.lives.close()
  }

  async #dieOften(): Promise<void> {
    const { kills, only, faults, enough } = this.#options
    for (let remains: Remains[] = []; !this.#isOver;) {
      const lot = this.#draw.child(`life ${this.#kills}`)
      const isTired = remains.some(({ attempts }) => attempts >= mostTries)
      const point = isTired ? spared : drawPoint(lot, only)
      if (faults) this.#weather.change(lot, this.#owedNothing(remains))
      const cause = await diesAt(point, this.lives.begin(ordersFor(point)), this.#watch, this.#simulator)
      this.#kills++
      this.#causes.set(cause, (this.#causes.get(cause) ?? 0) + 1)
      remains = await this.#examine()
      this.#isOver = this.#kills >= kills || enough?.() === true
    }
    this.#weather.clear()
  }

  #owedNothing(remains: readonly Remains[]): number[] {
    return this.#practice.clients.flatMap(({ phone }, index) =>
      remains[index]?.owing === false ? phone.id : [],
    )
  }

  /** Now that it is dead: what it left on the disk, and what it said. */
  async #examine(): Promise<Remains[]> {
    await hearOut(this.#simulator)
    const remains = autopsy(this.#practice.path, this.#trainees, this.#simulator)
    for (const [index, { done }] of remains.entries()) this.#claims[index]?.check(done)
    expect(this.lives.output.join('').includes(secret), 'the token was told').toBe(false)
    return remains
  }
}

/** What the dead one has sent last may still lie in the sockets: whoever comes after it is served after it. */
async function hearOut({ url }: Simulator): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await (await fetch(url, { headers: { connection: 'close' } })).text()
}
