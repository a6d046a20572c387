import type { Values } from './wire/table.ts'

export interface Fault {
  /** Any method when not given. */
  method?: string
  chatId?: number
  match?: (values: Values) => boolean
  /** How many calls it hits; 1 when not given. */
  times?: number
  /**
   * `429` and `5xx` refuse; `html` answers with a page instead of JSON; `reset` cuts the connection; `truncated` cuts
   * it in mid-answer; `late` answers after `delayMs`; `hang` never answers; `duplicate` hands the next update out twice.
   */
  kind: '429' | '5xx' | 'reset' | 'late' | 'hang' | 'html' | 'truncated' | 'duplicate'
  /** Seconds; 1 when not given. */
  retryAfter?: number
  /** Milliseconds of real time; when not given, the answer is late until the caller has gone. */
  delayMs?: number
  /** The fault comes `before` the call has its effect, or `after`; `after` for `late` and `truncated`, else `before`. */
  effect?: 'before' | 'after'
  /** HTTP status of `5xx` (502) or `html` (200). */
  status?: number
}

/** A fault on demand: how often it struck, and a way to call it off. */
export interface FaultHandle {
  readonly hits: number
  cancel(): void
}

/** Faults in the order they were asked for; each call meets the first that fits. */
export class Faults {
  #armed: { fault: Fault; left: number; handle: { hits: number; cancel(): void } }[] = []

  add(fault: Fault): FaultHandle {
    const entry = { fault, left: fault.times ?? 1, handle: { hits: 0, cancel: () => this.#drop(entry) } }
    this.#armed.push(entry)
    return entry.handle
  }

  /** The fault this call meets, used up by one. */
  strike(method: string, values: Values): Fault | undefined {
    const entry = this.#armed.find(({ fault }) => fits(fault, method, values))
    if (!entry) return undefined
    entry.handle.hits++
    if (--entry.left === 0) this.#drop(entry)
    return entry.fault
  }

  clear(): void {
    this.#armed = []
  }

  #drop(entry: object): void {
    this.#armed = this.#armed.filter((other) => other !== entry)
  }
}

function fits({ method, chatId, match }: Fault, name: string, values: Values): boolean {
  if (method !== undefined && method !== name) return false
  if (chatId !== undefined && Number(values['chat_id']) !== chatId) return false
  return match?.(values) ?? true
}

/** Whether the bot's wish comes true although the call fails. */
export function carriedOut({ kind, effect }: Fault): boolean {
  return effect ? effect === 'after' : kind === 'late' || kind === 'truncated'
}
