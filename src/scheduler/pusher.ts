import type { Clock } from '../domain/clock.ts'
import type { ClaimedDelivery, Ending } from '../services/deliveries.ts'

/** How a sending went: the message's id, or how sure we are that nothing arrived. */
export type SendResult =
  | { messageId: number }
  | { failed: 'refused' | 'not sent' | 'uncertain' }
  | 'nothing to say'

export interface PusherOptions {
  clock: Clock
  claim(now: Date): Promise<ClaimedDelivery[]>
  nextDue(): Promise<Date | undefined>
  end(delivery: ClaimedDelivery, ending: Ending, messageId: number | null, now: Date): Promise<boolean>
  /** Renders and sends, in the recipient's own queue. */
  send(delivery: ClaimedDelivery): Promise<SendResult>
  takeAway(delivery: ClaimedDelivery, messageId: number): Promise<void>
  failed(error: unknown): void
}

/** The longest sleep: a clock that jumped is noticed after this. */
const longestSleepMs = 15_000

/** Sends what is owed when it is due: wakes at the earliest due time, claims, sends, and says how it ended. */
export class Pusher {
  readonly #options: PusherOptions
  #timer: { cancel(): void } | undefined
  #round: Promise<void> | undefined
  #again = false
  #wakesAt: number | undefined
  #stopped = false

  constructor(options: PusherOptions) {
    this.#options = options
  }

  /** Looks at what is due; called at start, by the timer, and whenever a turn may have made something due. */
  wake(): void {
    if (this.#stopped) return
    if (this.#round) {
      this.#again = true
      return
    }
    this.#wakesAt = undefined
    this.#round = this.#run()
      .catch((error: unknown) => this.#options.failed(error))
      .finally(() => {
        this.#round = undefined
        if (this.#again) {
          this.#again = false
          this.wake()
        }
      })
  }

  /** Something will be due at this time: wakes then, if not earlier anyway. */
  wakeAt(due: Date): void {
    const wait = due.getTime() - this.#options.clock.now().getTime()
    if (wait <= 0) return this.wake()
    if (this.#wakesAt !== undefined && this.#wakesAt <= due.getTime()) return
    this.#setTimer(wait)
  }

  async idle(): Promise<void> {
    while (this.#round) await this.#round
  }

  async stop(): Promise<void> {
    this.#stopped = true
    this.#timer?.cancel()
    await this.idle()
  }

  async #run(): Promise<void> {
    const { claim, clock } = this.#options
    for (
      let claimed = await claim(clock.now());
      claimed.length > 0 && !this.#stopped;
      claimed = await claim(clock.now())
    ) {
      await Promise.all(claimed.map((delivery) => this.#deliver(delivery)))
    }
    await this.#sleep()
  }

  async #deliver(delivery: ClaimedDelivery): Promise<void> {
    const { send, end, takeAway, clock } = this.#options
    const result = await send(delivery)
    const messageId = typeof result === 'object' && 'messageId' in result ? result.messageId : null
    const stands = await end(delivery, endingOf(delivery, result), messageId, clock.now())
    if (!stands && messageId !== null) await takeAway(delivery, messageId)
  }

  async #sleep(): Promise<void> {
    const { clock, nextDue } = this.#options
    const due = await nextDue()
    const wait = due ? due.getTime() - clock.now().getTime() : longestSleepMs
    this.#setTimer(Math.max(20, Math.min(wait, longestSleepMs)))
  }

  #setTimer(ms: number): void {
    const { clock } = this.#options
    this.#timer?.cancel()
    if (this.#stopped) return
    this.#wakesAt = clock.now().getTime() + ms
    this.#timer = clock.after(ms, () => this.wake())
  }
}

function endingOf(delivery: ClaimedDelivery, result: SendResult): Ending {
  if (result === 'nothing to say') return 'failed'
  if ('messageId' in result) return 'sent'
  if (result.failed === 'not sent') return 'due'
  if (result.failed === 'uncertain') return delivery.valuable && delivery.attempts < 2 ? 'due' : 'uncertain'
  return 'failed'
}
