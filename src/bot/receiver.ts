import type { Clock } from '../domain/clock.ts'
import { isBusy, Refusal } from '../services/errors.ts'
import type { Arrival, InboxRow } from '../services/inbox.ts'
import { type RawUpdate, personOf } from './input.ts'
import { Lanes } from './lanes.ts'
import type { Log } from './log.ts'
import type { Screen } from './screen.ts'
import type { Taps } from './taps.ts'
import type { Job, Outcome, Turns } from './turns.ts'

/** The inbox as the receiver uses it. */
export interface Inbox {
  keep(arrivals: readonly Arrival[], now: Date): Promise<InboxRow[]>
  leftovers(): Promise<InboxRow[]>
  countTry(id: number): Promise<void>
  fail(id: number, reason: string, now: Date): Promise<void>
  skip(id: number, now: Date): Promise<void>
}

export interface ReceiverOptions {
  botId: number
  inbox: Inbox
  turns: Turns
  screen: Screen
  taps: Taps
  clock: Clock
  log: Log
  stats(): { statements: number; commits: number }
  /** A committed turn has made something due at this time. */
  madeDue(at: Date): void
}

const busyDelaysMs = [100, 500, 2000]
const mostTries = 3

/** From a kept update to a committed turn: lanes, tries, and the log line. */
export class Receiver {
  readonly #options: ReceiverOptions
  readonly #lanes: Lanes<InboxRow & { left: boolean }>
  readonly #pauses = new Set<() => void>()
  #leftRunning: Promise<unknown> = Promise.resolve()
  #stopped = false

  constructor(options: ReceiverOptions) {
    this.#options = options
    this.#lanes = new Lanes((row) => this.#carryOut(row))
  }

  get depth(): number {
    return this.#lanes.depth
  }

  /** Keeps a batch; when this resolves Telegram may forget it. */
  async receive(updates: RawUpdate[]): Promise<void> {
    const { botId, inbox, clock, taps } = this.#options
    const now = clock.now()
    const arrivals = updates.map((update) => ({
      botId,
      updateId: update.update_id,
      lane: personOf(update)?.id ?? 0,
      raw: JSON.stringify(update),
    }))
    const kept = await this.#patiently(() => inbox.keep(arrivals, now))
    for (const row of kept ?? []) {
      const tap = (JSON.parse(row.raw) as RawUpdate).callback_query
      if (tap) taps.arrived(tap.id)
      this.#lanes.push(row.lane, { ...row, left: false })
    }
  }

  /** An event of our own that is already kept. */
  admit(row: InboxRow): void {
    this.#lanes.push(row.lane, { ...row, left: false })
  }

  /** Picks up what an earlier run left behind. */
  async resume(): Promise<number> {
    const rows = await this.#options.inbox.leftovers()
    for (const row of rows) {
      const tap = (JSON.parse(row.raw) as RawUpdate).callback_query
      if (tap) this.#options.taps.arrived(tap.id)
      this.#lanes.push(row.lane, { ...row, left: true })
    }
    return rows.length
  }

  idle(): Promise<void> {
    return this.#lanes.idle()
  }

  stop(): Promise<void> {
    this.#stopped = true
    for (const end of this.#pauses) end()
    return this.#lanes.stop()
  }

  async #carryOut(row: InboxRow & { left: boolean }): Promise<void> {
    if (!row.left) return this.#toTheEnd(row, 0)
    const before = this.#leftRunning
    const run = before.then(async () => {
      if (row.attempts >= mostTries) return this.#setAside(row, this.#jobOf(row), 'killed the process')
      await this.#options.inbox.countTry(row.id)
      return this.#toTheEnd(row, 0)
    })
    this.#leftRunning = run.catch(() => undefined)
    return run
  }

  #jobOf(row: InboxRow): Job | undefined {
    const update = JSON.parse(row.raw) as RawUpdate
    const who = personOf(update)
    return who && { inboxId: row.id, update, who, receivedAt: row.receivedAt, now: this.#options.clock.now() }
  }

  async #toTheEnd(row: InboxRow, tries: number): Promise<void> {
    const job = this.#jobOf(row)
    if (!job) return this.#options.inbox.skip(row.id, this.#options.clock.now())
    let verdict: Job['verdict']
    for (let busy = 0, faults = tries; ;) {
      try {
        await this.#once({ ...job, now: this.#options.clock.now(), ...(verdict && { verdict }) })
        return undefined
      } catch (error) {
        const delay = isBusy(error) ? busyDelaysMs[busy++] : undefined
        if (this.#stopped) throw error
        if (error instanceof Refusal && !verdict) verdict = error
        else if (delay !== undefined) await this.#pause(delay)
        else if (++faults >= mostTries) return this.#setAside(row, job, error)
        if (!(error instanceof Refusal))
          this.#options.log.error({ update: row.id, error: describe(error) }, 'turn failed')
      }
    }
  }

  async #once(job: Job): Promise<void> {
    const { turns, log, stats } = this.#options
    const started = performance.now()
    const before = stats()
    const outcome = await turns.run(job)
    const after = stats()
    this.#deliver(job, outcome)
    log.info(
      {
        update: job.update.update_id,
        inbox: job.inboxId,
        from: outcome.entering,
        to: outcome.where,
        outcome: outcome.label,
        ms: Math.round((performance.now() - started) * 100) / 100,
        statements: after.statements - before.statements,
        commits: after.commits - before.commits,
      },
      'turn',
    )
  }

  #deliver(job: Job, outcome: Outcome): void {
    const { taps, screen, madeDue } = this.#options
    const tap = job.update.callback_query
    const answer = outcome.owed.find(({ kind }) => kind === 'tap')
    if (tap) taps.answer(tap.id, outcome.toast?.text, outcome.toast?.alert)
    if (answer) screen.strike(job.who.id, answer.id)
    const owed = outcome.owed.filter(({ kind }) => kind !== 'tap')
    if (owed.length > 0) screen.owe(job.who.id, owed, outcome.presence)
    if (outcome.due) madeDue(outcome.due)
  }

  /** The last try is over: the update is kept as failed, and the person is told in a transaction of its own. */
  async #setAside(row: InboxRow, job: Job | undefined, error: unknown): Promise<void> {
    const { inbox, clock, log } = this.#options
    log.error({ update: row.id, error: describe(error) }, 'update set aside')
    if (job) {
      await this.#patiently(() => this.#once({ ...job, now: clock.now(), verdict: 'not saved' }), mostTries)
    }
    await this.#patiently(() =>
      inbox.fail(row.id, typeof error === 'string' ? error : describe(error), clock.now()),
    )
  }

  /** For what must not be given up: tried until it works or the bot is stopped; at `most` times where it is broken, not busy. */
  async #patiently<T>(work: () => Promise<T>, most = Number.POSITIVE_INFINITY): Promise<T | undefined> {
    for (let tries = 0; ; tries++) {
      try {
        return await work()
      } catch (error) {
        if (this.#stopped) throw error
        if (tries + 1 >= most && !isBusy(error)) return undefined
        this.#options.log.error(
          { error: describe(error), tries },
          'the database does not take it; trying again',
        )
        await this.#pause(busyDelaysMs[tries] ?? 5000)
      }
    }
  }

  async #pause(ms: number): Promise<void> {
    let end: () => void = () => undefined
    await new Promise<void>((resolve) => {
      end = resolve
      this.#pauses.add(end)
      void this.#options.clock.after(ms, resolve)
    })
    this.#pauses.delete(end)
  }
}

/** The kind of an error and where it arose: never its message, which may quote what somebody wrote. */
export function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const { code } = error as { code?: unknown }
  const frame =
    error.stack
      ?.split('\n')
      .find((line) => line.trimStart().startsWith('at '))
      ?.trim() ?? ''
  return [
    error.name,
    typeof code === 'string' ? code : '',
    frame.replace(/\(?file:\/\/.*\/(src|node_modules)\//, '($1/'),
  ]
    .filter(Boolean)
    .join(' ')
}
