import type { Clock } from '../domain/clock.ts'
import { mostMediaBytes } from '../domain/media.ts'
import { GivenUp } from '../services/errors.ts'
import type { InboxRow } from '../services/inbox.ts'
import {
  type PendingFile,
  type PendingMedia,
  type PendingText,
  textFileLimit,
} from '../services/files/incoming.ts'
import type { Fetched } from '../services/files/keep.ts'
import { Albums } from './albums.ts'
import { describe } from './describe.ts'
import { type NotYet, meaningOf, mostTries, pauseAfter } from './downloading.ts'
import { Gate } from './gate.ts'
import { Lanes } from './lanes.ts'
import type { Log } from './log.ts'
import type { Outgoing } from './outgoing.ts'
import type { Patience } from './patience.ts'
import type { Wire } from './telegram.ts'

/** Of one text, and of as much as Telegram hands out. */
const downloadTimeoutMs = { text: 30_000, media: 90_000 }
/** Tries of one commit, while the database is in order. */
const mostFaults = 3
/** Files held in memory at a time. */
const mostAtOnce = 8

export interface FetcherOptions {
  wire: Wire
  outgoing: Outgoing
  clock: Clock
  patience: Patience
  log: Log
  pending(): Promise<PendingFile[]>
  countFetch(id: number): Promise<void>
  textFetched(file: PendingText, text: string | null, now: Date): Promise<InboxRow | undefined>
  /** Opens, writes and commits; tries by itself until that works, or throws `GivenUp`. */
  mediaFetched(file: PendingMedia, fetched: Fetched, now: Date): Promise<InboxRow | undefined>
  /** Ends the waiting for a file of which nothing could be said. */
  abandon(id: number): Promise<void>
  announceAlbum(telegramId: number, albumId: string, now: Date): Promise<InboxRow | undefined>
  admit(row: InboxRow): void
}

/**
 * Downloads what people sent, outside any turn, and puts what came of it back into their lane. One person's files in
 * order, so many people's at a time as memory allows.
 */
export class Fetcher {
  readonly #options: FetcherOptions
  readonly #lanes: Lanes<PendingFile>
  readonly #albums: Albums
  readonly #gate = new Gate(mostAtOnce)
  readonly #known = new Set<number>()
  readonly #stop = new AbortController()
  #looking: Promise<void> | undefined
  #again = false

  constructor(options: FetcherOptions) {
    this.#options = options
    const failed = (error: unknown) =>
      options.log.error({ error: describe(error) }, 'a file is left to fetch')
    this.#lanes = new Lanes((file) => this.#fetch(file), failed)
    this.#albums = new Albums(options.clock, (telegramId, albumId) =>
      this.#announce(telegramId, albumId).catch(failed),
    )
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

  /** People whose files are being fetched. */
  get working(): number {
    return this.#lanes.running
  }

  /** Resolves when nothing is under way; albums that wait for the clock are not. */
  async idle(): Promise<void> {
    while (this.#looking) await this.#looking
    await this.#lanes.idle()
    await this.#albums.idle()
  }

  /** Gives up what is under way; it is fetched after the next start. */
  async stop(): Promise<void> {
    this.#stop.abort()
    await this.#looking
    await this.#lanes.stop()
    await this.#albums.stop()
  }

  async #look(): Promise<void> {
    const { pending, patience } = this.#options
    const files = await patience.untilDone(pending).catch(() => undefined)
    if (!files) return
    const ids = new Set(files.map(({ id }) => id))
    for (const id of this.#known) if (!ids.has(id)) this.#known.delete(id)
    for (const file of files) {
      if (this.#known.has(file.id)) continue
      this.#known.add(file.id)
      const album = file.kind === 'media' ? file.order.albumId : null
      if (album !== null) this.#albums.arrived(file.who.id, album)
      if (file.kind === 'text' || !file.isThrough) this.#lanes.push(file.who.id, file)
    }
  }

  /** Waiting for the next try takes no room in memory: others are fetched meanwhile. */
  async #fetch(file: PendingFile): Promise<void> {
    const { patience } = this.#options
    for (let tries = file.attempts; ;) {
      const why = await this.#gate.through(() => this.#try(file, tries))
      if (why === undefined) break
      if (why === 'later') tries++
      await patience.pause(pauseAfter(why, tries))
      if (patience.stopped) return
    }
    const album = file.kind === 'media' ? file.order.albumId : null
    if (album !== null && this.#albums.isQuiet(file.who.id, album)) await this.#announce(file.who.id, album)
  }

  /** Undefined: it is through, one way or the other. */
  async #try(file: PendingFile, tries: number): Promise<NotYet | undefined> {
    const { countFetch, admit, patience } = this.#options
    const came = tries < mostTries ? await this.#fetched(file) : 'later'
    if (came === 'unreached') return came
    // Before it is opened: what kills the process runs out of tries too.
    await patience.untilDone(() => countFetch(file.id))
    if (came === 'later' && tries + 1 < mostTries) return came
    const row = await this.#bring(file, came === 'later' ? { reason: 'notFetched' } : came)
    if (row) admit(row)
    return undefined
  }

  /** A file that cannot be kept must not be tried for ever: its person is told, and others go on. */
  async #bring(file: PendingFile, fetched: Fetched): Promise<InboxRow | undefined> {
    const { abandon, patience, log } = this.#options
    for (const outcome of [fetched, { reason: 'fault' } as const]) {
      try {
        return await this.#conclude(file, outcome)
      } catch (error) {
        if (!(error instanceof GivenUp)) throw error
        log.error({ file: file.id, error: describe(error.cause) }, 'a file cannot be kept')
      }
    }
    await patience.untilDone(() => abandon(file.id), mostFaults)
    return undefined
  }

  #conclude(file: PendingFile, fetched: Fetched): Promise<InboxRow | undefined> {
    const { textFetched, mediaFetched, clock, patience } = this.#options
    if (file.kind === 'media') return mediaFetched(file, fetched, clock.now())
    const text = fetched instanceof Uint8Array ? readText(fetched) : null
    return patience.atMost(mostFaults, () => textFetched(file, text, clock.now()))
  }

  async #announce(telegramId: number, albumId: string): Promise<void> {
    const { announceAlbum, admit, clock, patience } = this.#options
    const row = await patience.untilDone(() => announceAlbum(telegramId, albumId, clock.now()), mostFaults)
    if (row) admit(row)
  }

  async #fetched(file: PendingFile): Promise<Fetched | NotYet> {
    try {
      return await this.#download(file, file.kind === 'text' ? textFileLimit : mostMediaBytes)
    } catch (error) {
      if (this.#stop.signal.aborted) throw error
      const meaning = meaningOf(error)
      if (meaning !== 'unanswered') return meaning
      return (await this.#telegramAnswers()) ? 'later' : 'unreached'
    }
  }

  /** A file that alone is left without an answer must run out of tries; an outage counts against none. */
  #telegramAnswers(): Promise<boolean> {
    return this.#options.outgoing.call('getMe', {}).then(
      () => true,
      () => false,
    )
  }

  async #download(file: PendingFile, limit: number): Promise<Fetched> {
    const { wire, outgoing } = this.#options
    const { file_path: path } = await outgoing.call<{ file_path?: string }>('getFile', {
      file_id: file.fileId,
    })
    if (path === undefined) return { reason: 'notFetched' }
    const late = AbortSignal.timeout(downloadTimeoutMs[file.kind])
    return wire.download(path, limit, AbortSignal.any([this.#stop.signal, late]))
  }
}

/** Text as programs save it: UTF-8, or UTF-16 with its mark. Null where it is none. */
function readText(bytes: Uint8Array): string | null {
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
