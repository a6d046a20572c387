import type { Clock } from '../domain/clock.ts'
import { type Meter, noMeter } from './meter.ts'
import { CallFailed, Upload, type Wire } from './telegram.ts'

/** Calls a second while nobody says otherwise; Telegram's own limit is about 30. */
export const usualRate = 25

/** Replies to people go before pushes, and so do pushes that somebody waits for. */
export type Priority = 'reply' | 'push'

export interface OutgoingOptions {
  wire: Wire
  clock: Clock
  /** Calls started in any one second at most. */
  perSecond?: number
  /** Milliseconds of real time a call may take that uploads nothing. */
  timeoutMs?: number
  meter?: Meter
}

export interface CallOptions {
  priority?: Priority
  /** Lets the caller take the call back while it waits. */
  ticket?: Ticket | undefined
  /** Past this the call is not made any more. */
  until?: Date | undefined
  /** Done when its turn has come, right before the call. False: it is not to be made any more. */
  begin?: (() => Promise<boolean>) | undefined
}

/** Why a call was not made, as its `CallFailed` describes it. */
export const notMade = { withdrawn: 'withdrawn', late: 'too late', stopping: 'stopping' } as const

/** A call that can be taken back as long as it waits for its turn. */
export class Ticket {
  withdrawn = false
  leaveQueue: (() => void) | undefined

  withdraw(): void {
    this.withdrawn = true
    this.leaveQueue?.()
  }
}

interface Waiting {
  start: () => void
}

/** What goes up may take longer the more it is: bytes a millisecond, of a slow line. */
const slowest = 150

function uploadMs(payload: object): number {
  const sizes = Object.values(payload).map((value: unknown) =>
    value instanceof Upload ? value.bytes.length : 0,
  )
  return sizes.reduce((sum, size) => sum + size, 0) / slowest
}

/** Telegram does not limit these, and a person's finger waits for the answer. */
const unlimited = 'answerCallbackQuery'

/**
 * The one place outgoing calls pass: a sliding window over the last second, replies first,
 * and `retry_after` stops everybody. Pushes keep an even pace: in a burst they would fill the window, and whoever answers a
 * tap would wait for the next second; so it is for one push at most. Order within a chat is kept by `Screen`, which has one call under way per chat.
 */
export class Outgoing {
  readonly #wire: Wire
  readonly #clock: Clock
  readonly #perSecond: number
  readonly #timeoutMs: number
  readonly #meter: Meter
  readonly #waiting: Record<Priority, Waiting[]> = { reply: [], push: [] }
  readonly #underWay = new Set<AbortController>()
  readonly #pauses = new Set<() => void>()
  readonly #starts: number[] = []
  /** As all times here by `elapsed`: a wall clock that is set is no reason to be faster or slower. No push starts before. */
  #nextPush = 0
  #pause: { cancel(): void; endsAt: number } | undefined
  #timer: { cancel(): void } | undefined
  #finishing = false
  #stopped = false

  constructor({ wire, clock, perSecond = usualRate, timeoutMs = 15_000, meter = noMeter }: OutgoingOptions) {
    this.#wire = wire
    this.#clock = clock
    this.#perSecond = perSecond
    this.#timeoutMs = timeoutMs
    this.#meter = meter
  }

  get depth(): number {
    return this.#waiting.reply.length + this.#waiting.push.length
  }

  /** Calls started in the last second; answers to taps are not limited, and left out. */
  get rate(): number {
    this.#forgetOldStarts()
    return this.#starts.length
  }

  /**
   * Calls Telegram in its turn. A 429 pauses all and is tried again here; every other failure is the caller's.
   * A call that was withdrawn, is too late or comes while the bot stops fails as certainly not sent.
   */
  async call<T>(method: string, payload: object, options: CallOptions = {}): Promise<T> {
    for (;;) {
      if (method !== unlimited) await this.#turn(options)
      const why = this.#whyNot(options)
      if (why !== undefined) throw new CallFailed(method, 0, why, 'not sent')
      if (options.begin && !(await options.begin()))
        throw new CallFailed(method, 0, notMade.withdrawn, 'not sent')
      try {
        return await this.#start<T>(method, payload)
      } catch (error) {
        if (!(error instanceof CallFailed) || error.code !== 429) throw error
        const ms = (error.retryAfter ?? 1) * 1000
        this.#pauseAll(ms)
        if (method === unlimited) await this.#rest(ms)
      }
    }
  }

  /** From now on nothing waits for long: what Telegram's own pauses hold up fails as not sent. */
  finish(): void {
    this.#finishing = true
    for (const end of this.#pauses) end()
    if (this.#pause) this.#letGo()
  }

  /** Lets nothing more out and gives up what is under way. */
  stop(): void {
    this.#stopped = true
    this.finish()
    this.#letGo()
    this.#timer?.cancel()
    this.#pause?.cancel()
    for (const call of this.#underWay) call.abort(new DOMException('stopping', 'AbortError'))
  }

  #whyNot({ ticket, until }: CallOptions): string | undefined {
    if (ticket?.withdrawn) return notMade.withdrawn
    if (this.#stopped || (this.#finishing && this.#pause)) return notMade.stopping
    return until && until <= this.#clock.now() ? notMade.late : undefined
  }

  async #start<T>(method: string, payload: object): Promise<T> {
    const call = new AbortController()
    const ms = this.#timeoutMs + uploadMs(payload)
    const timer = setTimeout(() => call.abort(new DOMException('too slow', 'TimeoutError')), ms)
    this.#underWay.add(call)
    try {
      const result = await this.#wire.callApi<T>(method, payload, { signal: call.signal })
      this.#meter.called(method, 'ok')
      return result
    } catch (error) {
      if (error instanceof CallFailed)
        this.#meter.called(method, error.code === 429 ? 'throttled' : error.certainty)
      throw error
    } finally {
      clearTimeout(timer)
      this.#underWay.delete(call)
    }
  }

  async #rest(ms: number): Promise<void> {
    if (this.#finishing) return
    await new Promise<void>((resolve) => {
      const end = () => {
        timer.cancel()
        this.#pauses.delete(end)
        resolve()
      }
      const timer = this.#clock.after(ms, end)
      this.#pauses.add(end)
    })
  }

  #pauseAll(ms: number): void {
    const endsAt = this.#clock.elapsed() + ms
    if (this.#pause && this.#pause.endsAt >= endsAt) return
    this.#pause?.cancel()
    const { cancel } = this.#clock.after(ms, () => {
      this.#pause = undefined
      this.#release()
    })
    this.#pause = { cancel, endsAt }
    if (this.#finishing) this.#letGo()
  }

  #turn({ priority = 'reply', ticket }: CallOptions): Promise<void> {
    return new Promise((resolve) => {
      const waiting: Waiting = { start: resolve }
      const queue = this.#waiting[priority]
      queue.push(waiting)
      if (ticket) {
        ticket.leaveQueue = () => {
          const at = queue.indexOf(waiting)
          if (at >= 0) queue.splice(at, 1)
          resolve()
        }
        if (ticket.withdrawn) ticket.leaveQueue()
      }
      if (this.#stopped || (this.#finishing && this.#pause)) this.#letGo()
      this.#release()
    })
  }

  /** Whatever waits starts now, to be told why it may not. */
  #letGo(): void {
    for (const { start } of [...this.#waiting.reply.splice(0), ...this.#waiting.push.splice(0)]) start()
  }

  #release(): void {
    this.#timer?.cancel()
    this.#timer = undefined
    while (!this.#pause) {
      const priority = this.#waiting.reply.length > 0 ? 'reply' : 'push'
      const queue = this.#waiting[priority]
      if (queue.length === 0) return
      const delay = Math.max(this.#delay(this.#perSecond), priority === 'push' ? this.#untilPush() : 0)
      if (delay > 0) {
        this.#timer = this.#clock.after(delay, () => this.#release())
        return
      }
      this.#starts.push(this.#clock.elapsed())
      if (priority === 'push') this.#pace()
      queue.shift()?.start()
    }
  }

  /** Milliseconds until a push may start. */
  #untilPush(): number {
    return Math.max(0, Math.floor(this.#nextPush - this.#clock.elapsed()))
  }

  /** A push has started; a timer that was late is made up for by one. */
  #pace(): void {
    const gap = 1000 / this.#perSecond
    this.#nextPush = Math.max(this.#nextPush, this.#clock.elapsed() - gap) + gap
  }

  /** Milliseconds until the window has room for one more of `most`. */
  #delay(most: number): number {
    const now = this.#forgetOldStarts()
    if (this.#starts.length < most) return 0
    return Math.max(1, (this.#starts[this.#starts.length - most] ?? now) + 1000 - now)
  }

  /** Answers the time it is, in ms. */
  #forgetOldStarts(): number {
    const now = this.#clock.elapsed()
    while (this.#starts.length > 0 && now - (this.#starts[0] ?? 0) >= 1000) this.#starts.shift()
    return now
  }
}
