import type { Clock } from '../domain/clock.ts'

export interface PlannerOptions {
  clock: Clock
  /** Makes the reminders of everybody whose next day is not made; answers the earliest moment something is due. */
  planAll(now: Date): Promise<Date | null>
  /** The same for those whose reminders are to be made anew. */
  planUndone(now: Date): Promise<Date | null>
  /** Something was made that is due then. */
  madeDue(at: Date): void
  failed(error: unknown): void
}

/** Everybody is looked at this often: whose day has begun since has the next one made. */
const everyMs = 3_600_000

/** Keeps the reminders of everybody made ahead; one round at a time. */
export class Planner {
  readonly #options: PlannerOptions
  #rounds: Promise<void> = Promise.resolve()
  #anewWaits = false
  #timer: { cancel(): void } | undefined
  #stopped = false

  constructor(options: PlannerOptions) {
    this.#options = options
  }

  /** Looks at everybody, and again every hour. A clock that jumps is noticed by whoever rings besides. */
  plan(): Promise<void> {
    const { planAll, clock } = this.#options
    if (this.#stopped) return this.#rounds
    this.#timer?.cancel()
    this.#timer = clock.after(everyMs, () => void this.plan())
    return this.#queue(() => planAll(clock.now()))
  }

  /** Somebody's reminders are to be made anew. */
  wake(): void {
    if (this.#anewWaits) return
    this.#anewWaits = true
    const { planUndone, clock } = this.#options
    void this.#queue(() => {
      this.#anewWaits = false
      return planUndone(clock.now())
    })
  }

  idle(): Promise<void> {
    return this.#rounds
  }

  /** Begins no more rounds; resolves when the present one is through. */
  stop(): Promise<void> {
    this.#stopped = true
    this.#timer?.cancel()
    return this.#rounds
  }

  #queue(round: () => Promise<Date | null>): Promise<void> {
    this.#rounds = this.#after(this.#rounds, round)
    return this.#rounds
  }

  async #after(before: Promise<void>, round: () => Promise<Date | null>): Promise<void> {
    await before
    if (this.#stopped) return
    try {
      const due = await round()
      if (due) this.#options.madeDue(due)
    } catch (error) {
      this.#options.failed(error)
    }
  }
}
