import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate, setTimeout } from 'node:timers/promises'
import type { Clock } from '../domain/clock.ts'
import { languageOf } from '../domain/language.ts'
import { addDays, localDate, wallToInstant } from '../domain/localTime.ts'
import type { House } from '../house.ts'
import { MovableClock } from './movableClock.ts'
import { passTime } from './passing.ts'
import { actorAgain } from '../services/conversation.ts'
import { nextDue } from '../services/deliveries.ts'
import { inUnit } from '../services/unit.ts'
import type { ClockMover, Move, Simulator } from '../simulator/simulator.ts'

const fileIn = (folder: string): string => join(folder, 'clock.json')

/** A clock ahead of `base` by what it was moved forward in this folder, also before a restart. */
export function clockOf(base: Clock, folder: string): MovableClock {
  const file = fileIn(folder)
  const { aheadMs } = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { aheadMs: number })
    : { aheadMs: 0 }
  return new MovableClock({
    base,
    aheadMs,
    keep: (ms) => {
      writeFileSync(`${file}.new`, JSON.stringify({ aheadMs: ms }))
      renameSync(`${file}.new`, file)
    },
  })
}

/** Milliseconds of real time after which time goes on although the bot has not come to rest. */
const restMs = 10_000
const dayMs = 86_400_000
/** In which the next reminder is looked for. */
const daysAhead = 2
const morning = '07:00'

interface Inhabited {
  house: House
  simulator: Simulator
}

/** Moves the demo's clock, once the bot is there. */
export class DemoTime implements ClockMover {
  readonly #clock: MovableClock
  readonly #timeZone: string
  #lived: Inhabited | undefined
  #moving: Promise<void> = Promise.resolve()

  constructor(clock: MovableClock, timeZone: string) {
    this.#clock = clock
    this.#timeZone = timeZone
  }

  begin(lived: Inhabited): void {
    this.#lived = lived
  }

  /** Time stands at the next stop, and is moved no more. */
  async end(): Promise<void> {
    this.#lived = undefined
    await this.#moving.catch(() => undefined)
  }

  zoneOf(personId: number): Promise<string> {
    const { orm } = this.#required().house
    const defaults = { timeZone: this.#timeZone, adminIds: new Set<number>(), languageOf }
    return inUnit(orm, 'demo.zone', async ({ sql }) => {
      const { timeZone } = await actorAgain(sql, { id: personId, firstName: '' }, defaults)
      return timeZone
    })
  }

  move(to: Move, personId: number, moved: () => void): Promise<void> {
    this.#moving = this.#move(to, personId, moved)
    return this.#moving
  }

  async #move(to: Move, personId: number, moved: () => void): Promise<void> {
    const lived = this.#required()
    const now = this.#clock.now()
    if (to !== 'reminder')
      return this.#pass(lived, await this.#momentOf(to, personId, now), moved, () => false)
    await rest(lived)
    const before = newest(lived)
    const isSaid = () => newest(lived) > before
    await this.#pass(lived, now.getTime() + daysAhead * dayMs, moved, isSaid)
    if (this.#lived && !isSaid()) throw new Error('No reminder came within two days')
  }

  async #momentOf(to: Exclude<Move, 'reminder'>, personId: number, now: Date): Promise<number> {
    if (to !== 'tomorrow') return now.getTime() + to.minutes * 60_000
    const zone = await this.zoneOf(personId)
    return wallToInstant(addDays(localDate(now, zone), 1), morning, zone).getTime()
  }

  #pass(lived: Inhabited, end: number, moved: () => void, isOver: () => boolean): Promise<void> {
    const passing = {
      clock: this.#clock,
      nextDue: () => nextDue(lived.house.orm, []),
      rest: () => rest(lived),
      moved,
      isOver: () => this.#lived === undefined || isOver(),
    }
    return passTime(passing, end)
  }

  #required(): Inhabited {
    if (!this.#lived) throw new Error('The bot is not there')
    return this.#lived
  }
}

/** The number of the newest message the bot has written to anybody. */
function newest({ simulator }: Inhabited): number {
  const ids = simulator.people.map((person) => person.chat().findLast(({ from }) => from === 'bot')?.id ?? 0)
  return Math.max(0, ...ids)
}

/** Everything people sent is carried out, and everything due is sent. */
async function rest(lived: Inhabited): Promise<void> {
  const over = new AbortController()
  const late = setTimeout(restMs, undefined, { signal: over.signal, ref: false }).catch(() => undefined)
  await Promise.race([through(lived).catch(() => undefined), late])
  over.abort()
}

async function through({ house, simulator }: Inhabited): Promise<void> {
  do {
    await setImmediate() // lets calls under way come through
    await simulator.until(() => simulator.waiting.length === 0 && simulator.polling, restMs)
    await house.app.idle()
  } while (simulator.waiting.length > 0 || !simulator.polling)
}
