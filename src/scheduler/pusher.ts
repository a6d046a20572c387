import type { Clock } from '../domain/clock.ts'
import type { ClaimedDelivery } from '../services/deliveries.ts'
import type { Ending } from '../services/deliveryEndings.ts'

/** How a sending went: the message's id, or how sure we are that nothing arrived. */
export type SendResult =
  | { messageId: number }
  | { failed: 'refused' | 'not sent' | 'uncertain' | 'blocked' }
  | 'nothing to say'
  | 'too late'

export interface PusherOptions {
  clock: Clock
  /** Calls a second: no more are claimed than leave within one, so that a rest that ends does not wait long. */
  perSecond: number
  /** At most one delivery a person, and none for the `busy` (Telegram ids). */
  claim(asked: { now: Date; busy: number[]; limit: number }): Promise<ClaimedDelivery[]>
  nextDue(busy: number[]): Promise<Date | undefined>
  /** The wall clock was set by so many milliseconds, forward or back; since then, by itself, it shows these times. */
  clockSet(ms: number, shows: { from: Date; to: Date }): Promise<void>
  end(delivery: ClaimedDelivery, ending: Ending, messageId: number | null, now: Date): Promise<boolean>
  /** Renders and sends, in the recipient's own queue. */
  send(delivery: ClaimedDelivery): Promise<SendResult>
  takeAway(delivery: ClaimedDelivery, messageId: number): Promise<void>
  /** Told what went wrong; the delivery, where it is the fault of one. */
  failed(error: unknown, delivery?: ClaimedDelivery): void
}

/** The longest sleep, whatever is due when: a wall clock that was set is noticed after this. */
const longestSleepMs = 15_000
/** A wall clock that differs from the time that has passed by less was not set: it is kept right. */
const leastSetMs = 1000
/** Between two pushes to one person. */
const gapMs = 1000
/** People something is being sent to at a time, or was a moment ago. */
const mostBusy = 100
/** What is under way for longer waits for something else than its turn, behind a stuck chat say, and holds nobody up. */
const lingersMs = 5000

/** Sends what is owed when it is due: wakes at the earliest due time, claims, sends, and says how it ended. */
export class Pusher {
  readonly #options: PusherOptions
  /** People something is being sent to, or was a moment ago. */
  readonly #busy = new Set<number>()
  /** Since when, as `elapsed` says it. */
  readonly #underWay = new Map<Promise<void>, number>()
  readonly #gaps = new Set<{ cancel(): void }>()
  #timer: { cancel(): void } | undefined
  /** As `elapsed` says it. */
  #wakesAt = Number.POSITIVE_INFINITY
  #round: Promise<void> | undefined
  #again = false
  /** `elapsed` at the last look, and how far the wall clock was ahead of it then. */
  #seen: { at: number; aheadMs: number }
  /** More may be due than was claimed. */
  #isFull = false
  #stopped = false

  constructor(options: PusherOptions) {
    this.#options = options
    this.#seen = this.#see()
  }

  /** Looks at what is due; called at start, by the timer, and whenever a turn may have made something due. */
  wake(): void {
    if (this.#stopped) return
    if (this.#round) {
      this.#again = true
      return
    }
    this.#sleep(Number.POSITIVE_INFINITY)
    this.#round = this.#look().finally(() => {
      this.#round = undefined
      if (!this.#again) return
      this.#again = false
      this.wake()
    })
  }

  /** Something will be due at this time: wakes then, if not earlier anyway. */
  wakeAt(due: Date): void {
    const ms = due.getTime() - this.#options.clock.now().getTime()
    if (ms <= 0) this.wake()
    else this.#sleepAtMost(ms)
  }

  /** Resolves when nothing is being sent and nothing is due. */
  async idle(): Promise<void> {
    while (this.#round || this.#underWay.size > 0) {
      await this.#round
      await Promise.all(this.#underWay.keys())
    }
  }

  /** Claims nothing more; what is being sent ends in its own time. */
  stop(): void {
    this.#stopped = true
    this.#timer?.cancel()
    for (const gap of this.#gaps) gap.cancel()
  }

  /** Whatever happens, it ends with a timer set: a pusher that does not wake again would be silent for ever. */
  async #look(): Promise<void> {
    const { clock, nextDue, failed } = this.#options
    let ms = longestSleepMs
    try {
      await this.#noticeClock()
      while (await this.#claim());
      if (this.#isFull) ms = lingersMs
      else {
        const due = await nextDue([...this.#busy])
        if (due) ms = Math.max(due.getTime() - clock.now().getTime(), 20)
      }
    } catch (error) {
      failed(error)
      ms = 1000
    }
    this.#sleepAtMost(ms)
  }

  #see(): { at: number; aheadMs: number } {
    const { clock } = this.#options
    const at = clock.elapsed()
    return { at, aheadMs: clock.now().getTime() - at }
  }

  async #noticeClock(): Promise<void> {
    const { at, aheadMs } = this.#see()
    const ms = Math.round(aheadMs - this.#seen.aheadMs)
    if (Math.abs(ms) >= leastSetMs) {
      const shows = { from: new Date(aheadMs + this.#seen.at), to: new Date(aheadMs + at) }
      await this.#options.clockSet(ms, shows)
    }
    this.#seen = { at, aheadMs }
  }

  /** Takes what is due and begins to send it. True: there may be more. */
  async #claim(): Promise<boolean> {
    const { claim, clock } = this.#options
    const limit = this.#room()
    this.#isFull = limit <= 0
    if (this.#isFull || this.#stopped) return false
    const claimed = await claim({ now: clock.now(), busy: [...this.#busy], limit })
    for (const delivery of claimed) {
      this.#busy.add(delivery.telegramId)
      const sending = this.#deliver(delivery).finally(() => this.#ended(sending))
      this.#underWay.set(sending, clock.elapsed())
    }
    return claimed.length > 0
  }

  /** How many more may be claimed. */
  #room(): number {
    const now = this.#options.clock.elapsed()
    const moving = [...this.#underWay.values()].filter((since) => now - since < lingersMs)
    return Math.min(mostBusy - this.#busy.size, Math.ceil(this.#options.perSecond) - moving.length)
  }

  async #deliver(delivery: ClaimedDelivery): Promise<void> {
    const { send, end, takeAway, clock, failed } = this.#options
    try {
      const result = await send(delivery).catch((error: unknown): SendResult => {
        failed(error, delivery)
        return { failed: 'refused' }
      })
      const messageId = typeof result === 'object' && 'messageId' in result ? result.messageId : null
      const stands = await end(delivery, endingOf(delivery, result), messageId, clock.now())
      if (!stands && messageId !== null) await takeAway(delivery, messageId)
    } catch (error) {
      failed(error, delivery)
    }
    this.#rest(delivery.telegramId)
  }

  #ended(sending: Promise<void>): void {
    this.#underWay.delete(sending)
    if (this.#isFull) this.wake()
  }

  #rest(telegramId: number): void {
    if (this.#stopped) return
    const gap = this.#options.clock.after(gapMs, () => {
      this.#gaps.delete(gap)
      this.#busy.delete(telegramId)
      this.wake()
    })
    this.#gaps.add(gap)
  }

  #sleepAtMost(ms: number): void {
    const bounded = Math.min(ms, longestSleepMs)
    if (this.#options.clock.elapsed() + bounded < this.#wakesAt) this.#sleep(bounded)
  }

  /** Infinite: until somebody says more. */
  #sleep(ms: number): void {
    const { clock } = this.#options
    this.#timer?.cancel()
    this.#timer = undefined
    this.#wakesAt = clock.elapsed() + ms
    if (this.#stopped || ms === Number.POSITIVE_INFINITY) return
    this.#timer = clock.after(ms, () => this.wake())
  }
}

function endingOf(delivery: ClaimedDelivery, result: SendResult): Ending {
  if (result === 'nothing to say') return 'cancelled'
  if (result === 'too late') return 'stale'
  if ('messageId' in result) return 'sent'
  if (result.failed === 'not sent' || result.failed === 'blocked') return 'unsent'
  if (result.failed === 'uncertain') return delivery.valuable && delivery.attempts < 2 ? 'again' : 'uncertain'
  return 'failed'
}
