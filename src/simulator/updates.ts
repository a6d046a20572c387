import type { SimulatorClock } from './clock.ts'
import { hours } from './clock.ts'
import { Shelf } from './shelf.ts'
import type { Store } from './store.ts'
import { ApiError } from './wire/errors.ts'
import type { Update, UpdateKind } from './wire/types.ts'

interface Pending {
  update: Update
  until: number
  /** Delivered once more whatever was confirmed meanwhile. */
  again?: boolean
}

interface Waiter {
  wake(): void
  replace(): void
}

export interface PollOptions {
  offset: number
  limit: number
  /** Seconds of real time. */
  timeout: number
  allowed: string[] | undefined
  signal: AbortSignal
}

type Content = Omit<Update, 'update_id'>

const secondsMost = 50
const remembered = 10_000
const firstId = 100_000_001
const byDefault: UpdateKind[] = ['message', 'edited_message', 'callback_query', 'my_chat_member']

/** Updates in waiting: given out in order, forgotten when a higher offset confirms them or they are too old. */
export class Updates {
  readonly #clock: SimulatorClock
  readonly #pending: Shelf<Pending>
  readonly #settings: Shelf<unknown>
  readonly #sent = new Map<number, Update>()
  readonly onPoll: (polling: boolean) => void
  #waiter: Waiter | undefined
  #rearrange: ((updates: Update[]) => Update[]) | undefined
  #doubled = 0

  constructor(store: Store, clock: SimulatorClock, onPoll: (polling: boolean) => void) {
    this.#clock = clock
    this.onPoll = onPoll
    this.#pending = new Shelf(store, 'update')
    this.#settings = new Shelf(store, 'updates')
  }

  /** Queues it; undefined when the bot did not ask for this kind. */
  push(kind: UpdateKind, content: Content, lifeMs = hours(24)): Update | undefined {
    const allowed = (this.#settings.get('allowed') ?? byDefault) as string[]
    if (!allowed.includes(kind)) return undefined
    const id = Number(this.#settings.get('next') ?? firstId)
    this.#settings.put('next', id + 1)
    const update = structuredClone({ update_id: id, ...content })
    this.#pending.put(id, { update, until: this.#clock.now() + lifeMs })
    this.#waiter?.wake()
    return update
  }

  /** A poll is being held. */
  get polling(): boolean {
    return this.#waiter !== undefined
  }

  get waiting(): Update[] {
    return this.#live().map(({ update }) => update)
  }

  /** Hands an update out once more, confirmed or not. */
  redeliver(updateId: number): void {
    const update = this.#sent.get(updateId) ?? this.#pending.get(updateId)?.update
    if (!update) throw new Error(`update ${updateId} was never made`)
    this.#pending.put(`again:${updateId}:${this.#clock.now()}:${Math.random()}`, {
      update,
      until: Number.MAX_SAFE_INTEGER,
      again: true,
    })
    this.#waiter?.wake()
  }

  /** After a week of silence the ids of updates go on from anywhere. Nothing may be waiting. */
  restartIds(from: number): void {
    if (this.#live().length > 0) throw new Error('updates are waiting: their ids stand')
    this.#settings.put('next', from)
  }

  /** Each of the next `count` updates comes twice. */
  double(count: number): void {
    this.#doubled += count
  }

  /** The next batch of two or more is handed out as `rearrange` puts it. */
  reorder(rearrange: (updates: Update[]) => Update[]): void {
    this.#rearrange = rearrange
  }

  /** Long polling. A newer call ends the older one with 409; an aborted one gives nothing. */
  async poll({ offset, limit, timeout, allowed, signal }: PollOptions): Promise<Update[]> {
    this.#waiter?.replace()
    if (allowed) this.#settings.put('allowed', allowed.length > 0 ? allowed : byDefault)
    this.#confirm(offset)
    if (this.#live().length === 0 && timeout > 0)
      await this.#wait(Math.min(timeout, secondsMost) * 1000, signal)
    return signal.aborted ? [] : this.#take(Math.min(Math.max(limit, 1), 100))
  }

  /** Forgets what waits, as deleteWebhook may ask. */
  drop(): void {
    for (const [key] of this.#pending.entries()) this.#pending.remove(key)
  }

  async #wait(ms: number, signal: AbortSignal): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const wake = () => resolve()
    const waiter = { wake, replace: () => reject(conflict()) }
    const timer = setTimeout(wake, ms)
    signal.addEventListener('abort', wake, { once: true })
    this.#waiter = waiter
    this.onPoll(true)
    try {
      await promise
    } finally {
      clearTimeout(timer)
      signal.removeEventListener('abort', wake)
      if (this.#waiter === waiter) this.#waiter = undefined
      this.onPoll(false)
    }
  }

  #live(): Pending[] {
    const now = this.#clock.now()
    for (const [key, { until }] of this.#pending.entries()) if (until <= now) this.#pending.remove(key)
    return [...this.#pending.values()]
  }

  #confirm(offset: number): void {
    // An offset from before the ids started anew confirms nothing.
    if (offset > Number(this.#settings.get('next') ?? firstId) + 10) return
    const plain = this.#live().filter(({ again }) => !again)
    const from = offset < 0 ? (plain.at(offset)?.update.update_id ?? 0) : offset
    for (const { update } of plain) if (update.update_id < from) this.#pending.remove(update.update_id)
  }

  #take(limit: number): Update[] {
    this.#live()
    const batch = [...this.#pending.entries()].slice(0, limit)
    for (const [key, { again, update }] of batch) {
      const first = !this.#sent.has(update.update_id)
      this.#remember(update)
      if (again) this.#pending.remove(key)
      else if (first && this.#doubled > 0) {
        this.#doubled--
        this.redeliver(update.update_id)
      }
    }
    const updates = batch.map(([, { update }]) => update)
    if (!this.#rearrange || updates.length < 2) return updates
    const rearranged = this.#rearrange(updates)
    this.#rearrange = undefined
    return rearranged
  }

  #remember(update: Update): void {
    this.#sent.set(update.update_id, update)
    if (this.#sent.size <= remembered) return
    for (const id of this.#sent.keys().take(1)) this.#sent.delete(id)
  }
}

function conflict(): ApiError {
  return new ApiError(
    409,
    'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
  )
}
