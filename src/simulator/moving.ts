import type { SimulatorClock } from './clock.ts'
import type { Events } from './events.ts'
import type { PageClock } from './pageApi.ts'

/** How far: minutes, until the bot has something to say, or until the person's next morning. */
export type Move = { minutes: number } | 'reminder' | 'tomorrow'

/** Whoever can move the simulator's clock forward. */
export interface ClockMover {
  /** IANA name of the zone in which the bot tells somebody the time. */
  zoneOf(personId: number): Promise<string>
  /**
   * Moves the clock, `moved` after every step, and resolves when all that came due is done. Rejects with words for
   * the page.
   */
  move(to: Move, personId: number, moved: () => void): Promise<void>
}

/** Moves the clock for the page, one move at a time, and tells everybody who looks. */
export class Moving {
  readonly #mover: ClockMover | undefined
  readonly #clock: SimulatorClock
  readonly #events: Events
  #isMoving = false

  constructor(mover: ClockMover | undefined, clock: SimulatorClock, events: Events) {
    this.#mover = mover
    this.#clock = clock
    this.#events = events
  }

  get state(): PageClock {
    return {
      offset: this.#clock.now() - Date.now(),
      isMovable: this.#mover !== undefined,
      isMoving: this.#isMoving,
    }
  }

  zoneOf(personId: number): Promise<string> {
    return this.#required().zoneOf(personId)
  }

  async move(to: Move, personId: number): Promise<void> {
    const mover = this.#required()
    if (this.#isMoving) throw new Error('time is moving already')
    this.#isMoving = true
    this.#tell()
    try {
      await mover.move(to, personId, () => this.#tell())
    } finally {
      this.#isMoving = false
      this.#tell()
    }
  }

  #required(): ClockMover {
    if (!this.#mover) throw new Error('this clock cannot be moved')
    return this.#mover
  }

  #tell(): void {
    this.#events.emit('clock', this.state)
  }
}
