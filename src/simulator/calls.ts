import type { Fault } from './faults.ts'
import type { Values } from './wire/table.ts'

/** One call of the bot, as the simulator saw it. */
export interface Call {
  readonly seq: number
  /** Published name, or what was asked for where there is none. */
  readonly method: string
  /** As checked; as given where the check failed. */
  params: Values
  /** Milliseconds on the simulator's clock. */
  readonly at: number
  state: 'pending' | 'ok' | 'error'
  /** What it was answered with, or would have been. */
  result?: unknown
  error?: { code: number; description: string }
  /** It was carried out: people see it. */
  effect: boolean
  /** The whole answer was handed to the connection. */
  delivered: boolean
  fault?: Fault['kind']
}

/** The latest calls, oldest first. */
export class Calls {
  readonly list: Call[] = []
  readonly #keep: number
  #count = 0

  constructor(keep: number) {
    this.#keep = keep
  }

  add(method: string, params: Values, at: number): Call {
    const call: Call = {
      seq: ++this.#count,
      method,
      params,
      at,
      state: 'pending',
      effect: false,
      delivered: false,
    }
    this.list.push(call)
    if (this.list.length > this.#keep * 1.1) this.list.splice(0, this.list.length - this.#keep)
    return call
  }
}
