import type { Clock } from '../domain/clock.ts'

/** Pictures of one album come in messages of their own, usually within a second of each other. */
const quietAfterMs = 1500

/** Which albums are still coming in: one is quiet when nothing of it has come for a while. */
export class Albums {
  readonly #clock: Clock
  readonly #quiet: (telegramId: number, albumId: string) => Promise<void>
  readonly #coming = new Map<string, { cancel(): void }>()
  readonly #running = new Set<Promise<void>>()

  /** `quiet` is told once for every time an album falls quiet, and must not throw. */
  constructor(clock: Clock, quiet: (telegramId: number, albumId: string) => Promise<void>) {
    this.#clock = clock
    this.#quiet = quiet
  }

  /** Another message of an album has come. */
  arrived(telegramId: number, albumId: string): void {
    const key = keyOf(telegramId, albumId)
    this.#coming.get(key)?.cancel()
    const timer = this.#clock.after(quietAfterMs, () => {
      this.#coming.delete(key)
      const run = this.#quiet(telegramId, albumId).finally(() => this.#running.delete(run))
      this.#running.add(run)
    })
    this.#coming.set(key, timer)
  }

  isQuiet(telegramId: number, albumId: string): boolean {
    return !this.#coming.has(keyOf(telegramId, albumId))
  }

  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running)
  }

  /** Nothing falls quiet any more; what waits is found at the next start. */
  async stop(): Promise<void> {
    for (const timer of this.#coming.values()) timer.cancel()
    this.#coming.clear()
    await this.idle()
  }
}

const keyOf = (telegramId: number, albumId: string): string => `${telegramId} ${albumId}`
