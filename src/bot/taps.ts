import type { Clock } from '../domain/clock.ts'
import type { Outgoing } from './outgoing.ts'
import type { Patience } from './patience.ts'
import { CallFailed } from './telegram.ts'

/** A turn that takes longer than this answers its tap empty; the card then tells the outcome. */
const patienceMs = 1000
/** Pauses before an answer that was certainly not given is given again. */
const againMs = [500, 2000, 5000]
const mostCharacters = 200

interface OpenTap {
  timer: { cancel(): void }
  /** A turn is about to commit the words of its answer. */
  held: boolean
  late: boolean
}

/** Answers every tap exactly once: with its toast right after the commit, or empty after a second. */
export class Taps {
  readonly #outgoing: Outgoing
  readonly #clock: Clock
  readonly #patience: Patience
  readonly #open = new Map<string, OpenTap>()
  readonly #sending = new Set<Promise<boolean>>()

  constructor(outgoing: Outgoing, clock: Clock, patience: Patience) {
    this.#outgoing = outgoing
    this.#clock = clock
    this.#patience = patience
  }

  /** A tap has come in. False: it is known already. */
  arrived(callbackId: string): boolean {
    if (this.#open.has(callbackId)) return false
    const timer = this.#clock.after(patienceMs, () => this.#expire(callbackId))
    this.#open.set(callbackId, { timer, held: false, late: false })
    return true
  }

  /** It came in before and was carried out: no answer is due. */
  forget(callbackId: string): void {
    this.#open.get(callbackId)?.timer.cancel()
    this.#open.delete(callbackId)
  }

  /** Whether the answer can still carry words. True: it waits for `answer` or `release` now, however long it takes. */
  hold(callbackId: string): boolean {
    const tap = this.#open.get(callbackId)
    if (tap) tap.held = true
    return tap !== undefined
  }

  /** The turn came to nothing: its words are not said. */
  release(callbackId: string): void {
    const tap = this.#open.get(callbackId)
    if (!tap) return
    tap.held = false
    if (tap.late) void this.answer(callbackId)
  }

  /** Does nothing when the tap was answered before. Tells when no answer is owed any more; false: the bot stopped first. */
  async answer(callbackId: string, text?: string, alert?: boolean): Promise<boolean> {
    const tap = this.#open.get(callbackId)
    if (!tap) return true
    tap.timer.cancel()
    this.#open.delete(callbackId)
    const words = text === undefined ? undefined : shorten(text)
    const payload = { callback_query_id: callbackId, text: words, show_alert: alert }
    const sending = this.#send(payload).finally(() => this.#sending.delete(sending))
    this.#sending.add(sending)
    return sending
  }

  async idle(): Promise<void> {
    while (this.#sending.size > 0) await Promise.all(this.#sending)
  }

  /** What is open stays in the inbox for the next start. */
  stop(): void {
    for (const { timer } of this.#open.values()) timer.cancel()
    this.#open.clear()
  }

  #expire(callbackId: string): void {
    const tap = this.#open.get(callbackId)
    if (tap?.held) tap.late = true
    else void this.answer(callbackId)
  }

  /** Repeated only where it was certainly not given; a refusal means that it is too late. */
  async #send(payload: object): Promise<boolean> {
    for (const pause of [...againMs, 0]) {
      try {
        await this.#outgoing.call('answerCallbackQuery', payload)
        return true
      } catch (error) {
        if (!notGiven(error)) return true
        if (this.#patience.stopped) return false
        await this.#patience.pause(pause)
      }
    }
    return true
  }
}

/** A server that says it failed has not done it. */
function notGiven(error: unknown): boolean {
  return error instanceof CallFailed && (error.certainty === 'not sent' || error.code >= 500)
}

/** At most 200 UTF-16 units, no character cut in half. */
function shorten(text: string): string {
  if (text.length <= mostCharacters) return text
  const head = text.slice(0, mostCharacters - 1)
  return `${head.replace(/[\uD800-\uDBFF]$/, '')}…`
}
