import type { Clock } from '../domain/clock.ts'
import { isBusy, isOutOfOrder, Refusal } from '../services/errors.ts'
import type { Arrival, InboxRow } from '../services/inbox.ts'
import { describe } from './describe.ts'
import { type RawUpdate, personOf } from './input.ts'
import { Lanes } from './lanes.ts'
import type { Log } from './log.ts'
import { type Meter, endingOf, noMeter } from './meter.ts'
import type { Patience } from './patience.ts'
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
  patience: Patience
  log: Log
  meter?: Meter
  /** A committed turn has made something due at this time. */
  madeDue(at: Date): void
}

const busyDelaysMs = [100, 500, 2000]
/** As long as nothing can be stored, nothing can be given up either. */
const outOfOrderDelayMs = 5000
const mostTries = 3
/** A turn holds the only connection: one that takes longer than this is named in the log. */
const tooLongMs = 30_000

interface Item extends InboxRow {
  update: RawUpdate
  /** An earlier run left it behind. */
  left: boolean
}

/** From a kept update to a committed turn: lanes, tries, and the log line. */
export class Receiver {
  readonly #options: ReceiverOptions
  readonly #lanes: Lanes<Item>
  #leftRunning: Promise<unknown> = Promise.resolve()

  constructor(options: ReceiverOptions) {
    this.#options = options
    this.#lanes = new Lanes(
      (item) => (item.left ? this.#carryOutLeft(item) : this.#carryOut(item)),
      (error) => options.log.error({ error: describe(error) }, 'an update is left for the next start'),
    )
  }

  get depth(): number {
    return this.#lanes.depth
  }

  /** Lanes in which a turn is under way. */
  get running(): number {
    return this.#lanes.running
  }

  /** Keeps a batch; when this resolves Telegram may forget it. */
  async receive(updates: RawUpdate[]): Promise<void> {
    const { botId, inbox, clock, taps, patience } = this.#options
    const now = clock.now()
    // Before they are kept: whoever tapped waits for a busy database too.
    const opened = updates.filter(({ callback_query: tap }) => tap && taps.arrived(tap.id))
    const arrivals = updates.map((update) => ({
      botId,
      updateId: update.update_id,
      lane: personOf(update)?.id ?? 0,
      raw: JSON.stringify(update),
    }))
    const kept = (await patience.untilDone(() => inbox.keep(arrivals, now))) ?? []
    const known = new Map(updates.map((update) => [update.update_id, update]))
    for (const row of kept) {
      const update = known.get(row.updateId ?? 0) ?? parse(row)
      known.delete(update.update_id)
      this.#lanes.push(row.lane, { ...row, update, left: false })
    }
    for (const { update_id: id, callback_query: tap } of opened) if (tap && known.has(id)) taps.forget(tap.id)
  }

  /** An event of our own that is already kept. */
  admit(row: InboxRow): void {
    this.#lanes.push(row.lane, { ...row, update: parse(row), left: false })
  }

  /** Picks up what an earlier run left behind. */
  async resume(): Promise<number> {
    const rows = await this.#options.inbox.leftovers()
    for (const row of rows) {
      const update = parse(row)
      if (update.callback_query) this.#options.taps.arrived(update.callback_query.id)
      this.#lanes.push(row.lane, { ...row, update, left: true })
    }
    return rows.length
  }

  idle(): Promise<void> {
    return this.#lanes.idle()
  }

  stop(): Promise<void> {
    return this.#lanes.stop()
  }

  /** One after another, whoever they are of: when the process dies, the one to blame is the one that was counted. */
  #carryOutLeft(item: Item): Promise<void> {
    const run = this.#leftRunning.then(() => this.#tryLeft(item))
    this.#leftRunning = run.catch(() => undefined)
    return run
  }

  async #tryLeft(item: Item): Promise<void> {
    const { inbox, patience } = this.#options
    if (patience.stopped) return
    if (item.attempts >= mostTries) {
      await this.#setAside(item, 'killed the process')
      return
    }
    await patience.untilDone(() => inbox.countTry(item.id))
    await this.#carryOut(item)
  }

  #jobOf({ id, update, receivedAt }: Item): Job | undefined {
    const { clock, taps } = this.#options
    const who = personOf(update)
    const tap = update.callback_query
    return (
      who && {
        inboxId: id,
        update,
        who,
        receivedAt,
        now: clock.now(),
        mayToast: () => (tap ? taps.hold(tap.id) : true),
      }
    )
  }

  async #carryOut(item: Item): Promise<void> {
    const { inbox, clock, patience, log, taps } = this.#options
    let verdict: Job['verdict']
    for (let busy = 0, faults = 0; ;) {
      const job = this.#jobOf(item)
      if (!job) {
        await patience.untilDone(() => inbox.skip(item.id, clock.now()))
        return
      }
      try {
        const took = await this.#turn({ ...job, ...(verdict && { verdict }) })
        return this.#conclude(job, took)
      } catch (error) {
        if (item.update.callback_query) taps.release(item.update.callback_query.id)
        if (patience.stopped) throw error
        if (error instanceof Refusal && !verdict) {
          verdict = error
          continue
        }
        log.error({ update: item.id, error: describe(error) }, 'turn failed')
        const delay = isOutOfOrder(error)
          ? outOfOrderDelayMs
          : isBusy(error)
            ? busyDelaysMs[busy++]
            : undefined
        if (delay !== undefined) await patience.pause(delay)
        else if (++faults >= mostTries) return this.#setAside(item, describe(error))
      }
    }
  }

  async #turn(job: Job): Promise<Outcome & { ms: number }> {
    const { turns, log, clock, meter = noMeter } = this.#options
    const started = performance.now()
    const took = () => performance.now() - started
    const watch = clock.after(tooLongMs, () => log.error({ update: job.inboxId }, 'a turn does not end'))
    try {
      const outcome = await turns.run(job)
      meter.turned(endingOf(outcome.label), took())
      return { ...outcome, ms: Math.round(took() * 100) / 100 }
    } catch (error) {
      // A refusal is turned into words next, and counted then.
      if (!(error instanceof Refusal)) meter.turned('failed', took())
      throw error
    } finally {
      watch.cancel()
    }
  }

  /** After the commit: the words go out. Nothing here may fail, or the turn would be carried out twice. */
  #conclude(job: Job, outcome: Outcome & { ms: number }): void {
    const { taps, screen, madeDue, log } = this.#options
    const tap = job.update.callback_query
    const answer = outcome.owed.find(({ kind }) => kind === 'tap')
    if (tap)
      void taps
        .answer(tap.id, outcome.toast?.text, outcome.toast?.alert)
        .then((given) => given && answer && screen.strike(job.who.id, answer.id))
    const owed = answer ? outcome.owed.filter((item) => item !== answer) : outcome.owed
    if (owed.length > 0) screen.owe(job.who.id, owed, outcome.presence)
    if (outcome.due) madeDue(outcome.due)
    const { entering: from, where: to, label, ms, statements, commits } = outcome
    const line = { update: job.update.update_id, inbox: job.inboxId, from, to, outcome: label }
    log.info({ ...line, ms, statements, commits }, 'turn')
  }

  /** The last try is over: the update is kept as failed, and the person is told in a transaction of its own. */
  async #setAside(item: Item, reason: string): Promise<void> {
    const { inbox, clock, patience, log } = this.#options
    log.error({ update: item.id, error: reason }, 'update set aside')
    const job = this.#jobOf(item)
    if (job) {
      const told = await patience.untilDone(() => this.#turn({ ...job, verdict: 'not saved' }), mostTries)
      if (told) this.#conclude(job, told)
    }
    await patience.untilDone(() => inbox.fail(item.id, reason, clock.now()))
  }
}

function parse(row: InboxRow): RawUpdate {
  return JSON.parse(row.raw) as RawUpdate
}
