import type { Clock } from '../domain/clock.ts'
import { GivenUp, isBusy, isOutOfOrder } from '../services/errors.ts'
import { describe } from './describe.ts'
import type { Log } from './log.ts'

/** Milliseconds between tries of what must not be given up; the last goes on for ever. */
const delaysMs = [100, 500, 2000, 5000]

/** Waiting and trying again, until the bot is stopped: from then on nothing waits. */
export class Patience {
  readonly #clock: Clock
  readonly #log: Log
  readonly #waiting = new Set<() => void>()
  #stopped = false

  constructor(clock: Clock, log: Log) {
    this.#clock = clock
    this.#log = log
  }

  get stopped(): boolean {
    return this.#stopped
  }

  /** How many wait for the clock. */
  get waiting(): number {
    return this.#waiting.size
  }

  /** Resolves after `ms` milliseconds, or as soon as the bot is stopped. */
  async pause(ms: number): Promise<void> {
    if (this.#stopped) return
    await new Promise<void>((resolve) => {
      const end = () => {
        timer.cancel()
        this.#waiting.delete(end)
        resolve()
      }
      const timer = this.#clock.after(ms, end)
      this.#waiting.add(end)
    })
  }

  /** As `atMost`, but answers undefined where that throws `GivenUp`. */
  async untilDone<T>(work: () => Promise<T>, most = Number.POSITIVE_INFINITY): Promise<T | undefined> {
    try {
      return await this.atMost(most, work)
    } catch (error) {
      if (error instanceof GivenUp) return undefined
      throw error
    }
  }

  /**
   * Tries until it works; throws `GivenUp` when it is broken, neither busy nor out of order, and was tried `most` times.
   * Throws what the work threw when the bot is stopped meanwhile.
   */
  async atMost<T>(most: number, work: () => Promise<T>): Promise<T> {
    for (let tries = 0; ; tries++) {
      try {
        return await work()
      } catch (error) {
        if (this.#stopped) throw error
        this.#log.error({ error: describe(error), tries }, 'the database does not take it')
        if (tries + 1 >= most && !isBusy(error) && !isOutOfOrder(error)) throw new GivenUp(error)
        await this.pause(delaysMs[Math.min(tries, delaysMs.length - 1)] ?? 0)
      }
    }
  }

  stop(): void {
    this.#stopped = true
    for (const end of this.#waiting) end()
  }
}
