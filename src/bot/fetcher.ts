import type { Clock } from '../domain/clock.ts'
import type { InboxRow } from '../services/inbox.ts'
import { type PendingFile, textFileLimit } from '../services/files.ts'
import { describe } from './describe.ts'
import { Lanes } from './lanes.ts'
import type { Log } from './log.ts'
import type { Outgoing } from './outgoing.ts'
import type { Patience } from './patience.ts'
import { CallFailed, type Wire } from './telegram.ts'

const mostTries = 3
const downloadTimeoutMs = 30_000
/** Between tries while Telegram cannot be reached at all. */
const offlinePauseMs = 5000

export interface FetcherOptions {
  wire: Wire
  outgoing: Outgoing
  clock: Clock
  patience: Patience
  log: Log
  pending(): Promise<PendingFile[]>
  countFetch(id: number): Promise<void>
  fetched(file: PendingFile, text: string | null, now: Date): Promise<InboxRow | undefined>
  admit(row: InboxRow): void
}

/** Downloads what people sent, outside any turn, and puts the text back into their lane. One person's files in order. */
export class Fetcher {
  readonly #options: FetcherOptions
  readonly #lanes: Lanes<PendingFile>
  readonly #known = new Set<number>()
  readonly #stop = new AbortController()
  #looking: Promise<void> | undefined
  #again = false

  constructor(options: FetcherOptions) {
    this.#options = options
    const failed = (error: unknown) =>
      options.log.error({ error: describe(error) }, 'a file is left to fetch')
    this.#lanes = new Lanes((file) => this.#fetch(file), failed)
  }

  wake(): void {
    if (this.#stop.signal.aborted) return
    if (this.#looking) {
      this.#again = true
      return
    }
    this.#looking = this.#look().finally(() => {
      this.#looking = undefined
      if (!this.#again) return
      this.#again = false
      this.wake()
    })
  }

  async idle(): Promise<void> {
    while (this.#looking) await this.#looking
    await this.#lanes.idle()
  }

  /** Gives up what is under way; it is fetched after the next start. */
  async stop(): Promise<void> {
    this.#stop.abort()
    await this.#looking
    await this.#lanes.stop()
  }

  async #look(): Promise<void> {
    const { pending, patience } = this.#options
    const files = await patience.untilDone(pending).catch(() => [])
    for (const file of files ?? []) {
      if (this.#known.has(file.id)) continue
      this.#known.add(file.id)
      this.#lanes.push(file.who.id, file)
    }
  }

  async #fetch(file: PendingFile): Promise<void> {
    const { fetched, admit, clock, patience } = this.#options
    const text = await this.#text(file)
    const row = await patience.untilDone(() => fetched(file, text, clock.now()))
    this.#known.delete(file.id)
    if (row) admit(row)
  }

  async #text(file: PendingFile): Promise<string | null> {
    const { countFetch, patience } = this.#options
    for (let tries = file.attempts; tries < mostTries;) {
      await patience.untilDone(() => countFetch(file.id))
      try {
        return readText(await this.#download(file))
      } catch (error) {
        if (this.#stop.signal.aborted) throw error
        if (!(error instanceof CallFailed) || error.certainty === 'refused') return null
        const offline = error.certainty === 'not sent'
        if (!offline) tries++
        await patience.pause(offline ? offlinePauseMs : 1000 * tries)
        if (patience.stopped) throw error
      }
    }
    return null
  }

  async #download(file: PendingFile): Promise<Uint8Array | null> {
    const { wire, outgoing } = this.#options
    const { file_path: path } = await outgoing.call<{ file_path?: string }>('getFile', {
      file_id: file.fileId,
    })
    if (path === undefined) return null
    const signal = AbortSignal.any([this.#stop.signal, AbortSignal.timeout(downloadTimeoutMs)])
    return wire.download(path, textFileLimit, signal)
  }
}

/** Text as programs save it: UTF-8, or UTF-16 with its mark. Null where it is none. */
function readText(bytes: Uint8Array | null): string | null {
  if (bytes === null) return null
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
