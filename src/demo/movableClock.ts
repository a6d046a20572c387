import type { Clock } from '../domain/clock.ts'

interface Timer {
  /** As this clock's `elapsed` says it. */
  at: number
  run: () => void
  handle: { cancel(): void }
}

export interface MovableClockOptions {
  base: Clock
  /** Milliseconds by which it is ahead of `base` from the start. */
  aheadMs: number
  /** Told how far it will be ahead, before anybody sees a time from there. */
  keep(aheadMs: number): void
}

/** A clock that runs as another one does, ahead of it by what it was moved forward. */
export class MovableClock implements Clock {
  readonly #options: MovableClockOptions
  #aheadMs: number
  readonly #timers = new Set<Timer>()

  constructor(options: MovableClockOptions) {
    this.#options = options
    this.#aheadMs = options.aheadMs
  }

  now(): Date {
    return new Date(this.#options.base.now().getTime() + this.#aheadMs)
  }

  elapsed(): number {
    return this.#options.base.elapsed() + this.#aheadMs
  }

  after(ms: number, run: () => void): { cancel(): void } {
    const timer: Timer = { at: this.elapsed() + Math.max(0, ms), run, handle: { cancel: () => {} } }
    this.#timers.add(timer)
    this.#arm(timer)
    return { cancel: () => this.#drop(timer) }
  }

  /**
   * Moves forward to a moment, never back. The timers that come due on the way run in order, each at its own time, and
   * so do those they set; nothing is awaited.
   */
  moveTo(moment: Date): void {
    const way = moment.getTime() - this.now().getTime()
    if (way <= 0) return
    this.#options.keep(this.#aheadMs + way)
    const end = this.elapsed() + way
    for (let next = this.#dueBy(end); next; next = this.#dueBy(end)) {
      this.#setTo(next.at)
      this.#drop(next)
      next.run()
    }
    this.#setTo(end)
    for (const timer of this.#timers) this.#arm(timer)
  }

  #dueBy(ms: number): Timer | undefined {
    let first: Timer | undefined
    for (const timer of this.#timers)
      if (timer.at <= ms && (first === undefined || timer.at < first.at)) first = timer
    return first
  }

  /** As `elapsed` is to say it. */
  #setTo(ms: number): void {
    this.#aheadMs = Math.max(this.#aheadMs, ms - this.#options.base.elapsed())
  }

  #arm(timer: Timer): void {
    timer.handle.cancel()
    timer.handle = this.#options.base.after(timer.at - this.elapsed(), () => {
      this.#timers.delete(timer)
      timer.run()
    })
  }

  #drop(timer: Timer): void {
    this.#timers.delete(timer)
    timer.handle.cancel()
  }
}
