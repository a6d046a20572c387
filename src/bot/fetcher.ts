import type { Clock } from '../domain/clock.ts'
import type { InboxRow } from '../services/inbox.ts'
import { type PendingFile, textFileLimit } from '../services/files.ts'
import type { Log } from './log.ts'
import type { Outgoing } from './outgoing.ts'
import { CallFailed, type Wire } from './telegram.ts'

const mostTries = 3

export interface FetcherOptions {
  wire: Wire
  outgoing: Outgoing
  clock: Clock
  log: Log
  pending(): Promise<PendingFile[]>
  countFetch(id: number): Promise<void>
  fetched(file: PendingFile, text: string | null, now: Date): Promise<InboxRow | undefined>
  admit(row: InboxRow): void
}

/** Downloads what people sent, outside any turn, and puts the text back into their lane. */
export class Fetcher {
  readonly #options: FetcherOptions
  #round: Promise<void> | undefined
  #again = false
  #stopped = false

  constructor(options: FetcherOptions) {
    this.#options = options
  }

  wake(): void {
    if (this.#stopped) return
    if (this.#round) {
      this.#again = true
      return
    }
    this.#round = this.#run()
      .catch((error: unknown) =>
        this.#options.log.error(
          { error: error instanceof CallFailed ? error.message : 'fetching failed' },
          'files',
        ),
      )
      .finally(() => {
        this.#round = undefined
        if (!this.#again) return
        this.#again = false
        this.wake()
      })
  }

  async idle(): Promise<void> {
    while (this.#round) await this.#round
  }

  async stop(): Promise<void> {
    this.#stopped = true
    await this.idle()
  }

  async #run(): Promise<void> {
    const { pending, fetched, admit, clock } = this.#options
    for (const file of await pending()) {
      const row = await fetched(file, await this.#text(file), clock.now())
      if (row) admit(row)
    }
  }

  async #text(file: PendingFile): Promise<string | null> {
    const { wire, outgoing, countFetch, clock } = this.#options
    for (let tries = file.attempts; tries < mostTries; tries++) {
      await countFetch(file.id)
      try {
        const { file_path: path } = await outgoing.call<{ file_path?: string }>('getFile', {
          file_id: file.fileId,
        })
        if (path === undefined) return null
        const bytes = await wire.download(path, textFileLimit, AbortSignal.timeout(30_000))
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
      } catch (error) {
        if (this.#stopped) throw error
        if (!(error instanceof CallFailed) || error.certainty === 'refused') return null
        await new Promise<void>((resolve) => void clock.after(1000 * (tries + 1), resolve))
      }
    }
    return null
  }
}
