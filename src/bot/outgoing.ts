import type { Clock } from '../domain/clock.ts'
import { CallFailed, type Wire } from './telegram.ts'

/** Replies to people go before pushes. */
export type Priority = 'reply' | 'push'

interface Waiting {
  run: () => void
  priority: Priority
}

export interface OutgoingOptions {
  wire: Wire
  clock: Clock
  /** Calls started in any one second at most; Telegram's own limit is about 30. */
  perSecond?: number
  timeoutMs?: number
}

/** Methods that Telegram does not count against the message limit. */
const uncounted = new Set([
  'answerCallbackQuery',
  'getFile',
  'sendChatAction',
  'setMyCommands',
  'deleteMyCommands',
])

/**
 * The one place outgoing calls pass: a sliding window over the last second, replies first,
 * and `retry_after` stops everybody. Order within a chat is kept by `Screen`, which has one call under way per chat.
 */
export class Outgoing {
  readonly #wire: Wire
  readonly #clock: Clock
  readonly #perSecond: number
  readonly #timeoutMs: number
  readonly #waiting: Record<Priority, Waiting[]> = { reply: [], push: [] }
  readonly #starts: number[] = []
  #pausedUntil = 0
  #timer: { cancel(): void } | undefined
  #stopped = false
  readonly metrics = { calls: 0, refused429: 0 }

  constructor({ wire, clock, perSecond = 25, timeoutMs = 15_000 }: OutgoingOptions) {
    this.#wire = wire
    this.#clock = clock
    this.#perSecond = perSecond
    this.#timeoutMs = timeoutMs
  }

  get depth(): number {
    return this.#waiting.reply.length + this.#waiting.push.length
  }

  /** Calls Telegram in its turn. A 429 pauses all and is tried again here; every other failure is the caller's. */
  async call<T>(method: string, payload: object, priority: Priority = 'reply'): Promise<T> {
    for (;;) {
      if (!uncounted.has(method)) await this.#turn(priority)
      if (this.#stopped) throw new CallFailed(method, 0, 'stopping', 'not sent')
      try {
        this.metrics.calls++
        return await this.#wire.callApi(method, payload, { signal: AbortSignal.timeout(this.#timeoutMs) })
      } catch (error) {
        if (!(error instanceof CallFailed) || error.code !== 429) throw error
        this.metrics.refused429++
        this.#pause((error.retryAfter ?? 1) * 1000)
        if (uncounted.has(method)) await this.#wait((error.retryAfter ?? 1) * 1000)
      }
    }
  }

  /** Lets nothing more out; what waits fails as certainly not sent. */
  stop(): void {
    this.#stopped = true
    this.#timer?.cancel()
    for (const { run } of [...this.#waiting.reply.splice(0), ...this.#waiting.push.splice(0)]) run()
  }

  #wait(ms: number): Promise<void> {
    return new Promise((resolve) => void this.#clock.after(ms, resolve))
  }

  #pause(ms: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, this.#clock.now().getTime() + ms)
  }

  #turn(priority: Priority): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting[priority].push({ run: resolve, priority })
      this.#release()
    })
  }

  #release(): void {
    this.#timer?.cancel()
    this.#timer = undefined
    for (;;) {
      const next = this.#waiting.reply[0] ?? this.#waiting.push[0]
      if (!next) return
      const delay = this.#delay()
      if (delay > 0) {
        this.#timer = this.#clock.after(delay, () => this.#release())
        return
      }
      this.#waiting[next.priority].shift()
      this.#starts.push(this.#clock.now().getTime())
      next.run()
    }
  }

  #delay(): number {
    const now = this.#clock.now().getTime()
    while (this.#starts.length > 0 && Math.abs(now - (this.#starts[0] ?? 0)) >= 1000) this.#starts.shift()
    const pause = this.#pausedUntil - now
    if (pause > 0) return pause
    if (this.#starts.length < this.#perSecond) return 0
    return Math.max(1, (this.#starts[0] ?? now) + 1000 - now)
  }
}
