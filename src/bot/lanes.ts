/**
 * One person's updates run one after another; people run side by side.
 * A lane exists as long as something waits in it.
 */
export class Lanes<T> {
  readonly #run: (item: T) => Promise<void>
  readonly #failed: (error: unknown) => void
  readonly #lanes = new Map<number, T[]>()
  readonly #running = new Set<Promise<void>>()
  #stopped = false

  /** Whatever `run` throws goes to `failed`, and the lane goes on. */
  constructor(run: (item: T) => Promise<void>, failed: (error: unknown) => void) {
    this.#run = run
    this.#failed = failed
  }

  get depth(): number {
    let waiting = 0
    for (const lane of this.#lanes.values()) waiting += lane.length
    return waiting
  }

  get running(): number {
    return this.#running.size
  }

  push(lane: number, item: T): void {
    if (this.#stopped) return
    const waiting = this.#lanes.get(lane)
    if (waiting) {
      waiting.push(item)
      return
    }
    const fresh = [item]
    this.#lanes.set(lane, fresh)
    const running = this.#drain(lane, fresh).finally(() => this.#running.delete(running))
    this.#running.add(running)
  }

  async #drain(lane: number, waiting: T[]): Promise<void> {
    for (let item = waiting[0]; item !== undefined && !this.#stopped; item = waiting[0]) {
      try {
        await this.#run(item)
      } catch (error) {
        // When stopping, the item stays in the inbox for the next start.
        if (!this.#stopped) this.#failed(error)
      }
      waiting.shift()
    }
    this.#lanes.delete(lane)
  }

  /** Resolves when no lane has anything left. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running)
  }

  /** Lets what is under way end; what waits stays in the inbox for the next start. */
  async stop(): Promise<void> {
    this.#stopped = true
    await this.idle()
  }
}
