import type { Call, Simulator } from '../../src/simulator/simulator.ts'
import { readPing, textOf } from './shown.ts'

/** Moments of the wire worth dying at. */
export type Moment =
  | 'tap answer'
  | 'card edit'
  | 'card send'
  | 'deletion'
  | 'ping'
  /** Updates go out to the bot. */
  | 'hand-out'
  /** A poll whose offset makes Telegram forget updates. */
  | 'confirmation'

type Listener = (moment: Moment, call: Call) => void

const moments: Record<string, Moment> = {
  answerCallbackQuery: 'tap answer',
  editMessageText: 'card edit',
  deleteMessage: 'deletion',
}

/** Tells of every call at the very moment it reaches the simulator, before anything is done about it. */
export class Watch {
  readonly #simulator: Simulator
  #listener: Listener = () => undefined
  #offset = 0
  /** Polls of the present life. */
  polls = 0

  constructor(simulator: Simulator) {
    this.#simulator = simulator
    for (const method of [...Object.keys(moments), 'sendMessage', 'getUpdates']) {
      // A fault that never fits sees every call first.
      const match = (): boolean => {
        const call = simulator.calls.at(-1)
        if (call) this.#saw(call)
        return false
      }
      simulator.fault({ method, match, kind: 'hang', times: Number.POSITIVE_INFINITY })
    }
  }

  /** From now on a new life is watched. */
  follow(listener: Listener): void {
    this.#listener = listener
    this.polls = 0
  }

  #saw(call: Call): void {
    if (call.method === 'getUpdates') return this.#poll(call)
    const isPing = call.method === 'sendMessage' && readPing(textOf(call)) !== undefined
    this.#listener(isPing ? 'ping' : (moments[call.method] ?? 'card send'), call)
  }

  #poll(call: Call): void {
    this.polls++
    const offset = Number(call.params['offset'] ?? 0)
    if (offset > this.#offset) this.#listener('confirmation', call)
    this.#offset = Math.max(this.#offset, offset)
    const handedOut = () => Array.isArray(call.result) && call.result.length > 0
    void this.#simulator
      .until(() => call.state !== 'pending', 60_000)
      .then(() => handedOut() && this.#listener('hand-out', call))
      .catch(() => undefined)
  }
}
