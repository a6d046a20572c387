import { describe } from './describe.ts'
import type { RawUpdate } from './input.ts'
import type { Log } from './log.ts'
import { type Meter, noMeter } from './meter.ts'
import type { Patience } from './patience.ts'
import { CallFailed, type Wire } from './telegram.ts'

const allowedUpdates = ['message', 'edited_message', 'callback_query', 'my_chat_member']
const backOffMs = [500, 1000, 2000, 5000, 10_000]

export interface PollerOptions {
  wire: Wire
  patience: Patience
  log: Log
  /** Resolves when the batch is kept; only then is it confirmed to Telegram. */
  receive(updates: RawUpdate[]): Promise<void>
  /** Seconds a poll may wait at the server; Telegram caps it at 50. */
  waitSeconds?: number
  meter?: Meter
}

/** Long polling: asks, keeps, confirms by the next offset. Back-off on trouble; only a wrong token ends it. */
export class Poller {
  readonly #options: PollerOptions
  readonly #stop = new AbortController()

  constructor(options: PollerOptions) {
    this.#options = options
  }

  /** Runs until `stop`; throws `CallFailed` when Telegram does not know the token. */
  async run(): Promise<void> {
    const { meter = noMeter } = this.#options
    let offset: number | undefined
    for (let failures = 0; !this.#stop.signal.aborted;) {
      try {
        const updates = await this.#poll(offset)
        await this.#options.receive(updates)
        // Of this batch alone: ids may start anew at random.
        if (updates.length > 0) offset = Math.max(...updates.map(({ update_id: id }) => id)) + 1
        failures = 0
        meter.polled()
      } catch (error) {
        if (this.#stop.signal.aborted) return
        if (isWrongToken(error)) throw error
        await this.#backOff(error, failures++)
      }
    }
  }

  stop(): void {
    this.#stop.abort()
  }

  #poll(offset: number | undefined): Promise<RawUpdate[]> {
    const { wire, waitSeconds = 30 } = this.#options
    const signal = AbortSignal.any([this.#stop.signal, AbortSignal.timeout((waitSeconds + 15) * 1000)])
    return wire.callApi(
      'getUpdates',
      { offset, timeout: waitSeconds, limit: 100, allowed_updates: allowedUpdates },
      { signal },
    )
  }

  async #backOff(error: unknown, failures: number): Promise<void> {
    const { patience, log } = this.#options
    const conflict = error instanceof CallFailed && error.code === 409
    const webhook = conflict && error.description.includes('webhook')
    const words = webhook
      ? 'a webhook is set; removing it'
      : conflict
        ? 'another copy of this bot is polling; trying again'
        : 'polling failed; trying again'
    log.warn({ error: describe(error), failures }, words)
    if (webhook) await this.#removeWebhook()
    const asked = error instanceof CallFailed ? (error.retryAfter ?? 0) * 1000 : 0
    await patience.pause(Math.max(asked, backOffMs[Math.min(failures, backOffMs.length - 1)] ?? 0))
  }

  async #removeWebhook(): Promise<void> {
    try {
      await this.#options.wire.callApi('deleteWebhook', {})
    } catch (error) {
      this.#options.log.warn({ error: describe(error) }, 'the webhook is still there')
    }
  }
}

/** Telegram itself does not know the token: trying again would not help. */
export function isWrongToken(error: unknown): boolean {
  return error instanceof CallFailed && (error.code === 401 || error.code === 404)
}
