import type { Clock } from '../domain/clock.ts'
import type { Outgoing } from './outgoing.ts'

/** A turn that takes longer than this answers its tap empty; the card then tells the outcome. */
const patienceMs = 1000

/** Answers every tap exactly once: with its toast right after the commit, or empty after a second. */
export class Taps {
  readonly #outgoing: Outgoing
  readonly #clock: Clock
  readonly #open = new Map<string, { cancel(): void }>()
  readonly #sending = new Set<Promise<unknown>>()

  constructor(outgoing: Outgoing, clock: Clock) {
    this.#outgoing = outgoing
    this.#clock = clock
  }

  /** A tap has come in and is kept. */
  arrived(callbackId: string): void {
    if (this.#open.has(callbackId)) return
    this.#open.set(
      callbackId,
      this.#clock.after(patienceMs, () => this.answer(callbackId)),
    )
  }

  /** Does nothing when the tap was answered before. */
  answer(callbackId: string, text?: string, alert?: boolean): void {
    const timer = this.#open.get(callbackId)
    if (!timer) return
    timer.cancel()
    this.#open.delete(callbackId)
    const sending = this.#outgoing
      .call('answerCallbackQuery', {
        callback_query_id: callbackId,
        text: text?.slice(0, 200),
        show_alert: alert,
      })
      .catch(() => undefined) // too old, or the network: the card tells the outcome
      .finally(() => this.#sending.delete(sending))
    this.#sending.add(sending)
  }

  async idle(): Promise<void> {
    await Promise.all(this.#sending)
  }

  stop(): void {
    for (const timer of this.#open.values()) timer.cancel()
    this.#open.clear()
  }
}
