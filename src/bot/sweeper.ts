import { describe } from './describe.ts'
import type { Log } from './log.ts'

export interface SweeperOptions {
  /** Deletes files whose rows are gone. */
  sweep(): Promise<number>
  reconcile(now: Date): Promise<{ orphans: number; missingFiles: number[]; missingThumbnails: number[] }>
  log: Log
}

/** Keeps the folder of kept files in step with their rows, one thing at a time. What fails is left for the next time. */
export class Sweeper {
  readonly #options: SweeperOptions
  #last: Promise<void> = Promise.resolve()
  #isWaiting = false
  #isStopped = false

  constructor(options: SweeperOptions) {
    this.#options = options
  }

  /** Rows may have been deleted. */
  wake(): void {
    if (this.#isWaiting) return
    this.#isWaiting = true
    void this.#next(async () => {
      this.#isWaiting = false
      const removed = await this.#options.sweep()
      if (removed > 0) this.#options.log.info({ removed }, 'files deleted after their rows')
    })
  }

  /** Looks at everything: at start, and every hour. */
  reconcile(now: Date): Promise<void> {
    return this.#next(async () => {
      const { orphans, missingFiles, missingThumbnails } = await this.#options.reconcile(now)
      if (orphans > 0) this.#options.log.info({ orphans }, 'files without a row deleted')
      if (missingFiles.length + missingThumbnails.length === 0) return
      const told = { files: missingFiles.slice(0, 20), thumbnails: missingThumbnails.slice(0, 20) }
      const counts = { missing: missingFiles.length, missingThumbnails: missingThumbnails.length }
      this.#options.log.error({ ...counts, ...told }, 'rows without their file')
    })
  }

  idle(): Promise<void> {
    return this.#last
  }

  /** Lets what is under way end. */
  async stop(): Promise<void> {
    this.#isStopped = true
    await this.#last
  }

  #next(work: () => Promise<void>): Promise<void> {
    this.#last = this.#after(this.#last, work)
    return this.#last
  }

  async #after(before: Promise<void>, work: () => Promise<void>): Promise<void> {
    await before
    if (this.#isStopped) return
    try {
      await work()
    } catch (error) {
      this.#options.log.error({ error: describe(error) }, 'files left to sweep')
    }
  }
}
