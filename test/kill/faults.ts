import type { Fault, FaultHandle, Simulator } from '../../src/simulator/simulator.ts'
import type { Draw } from './draw.ts'

const answers = [
  'editMessageText',
  'answerCallbackQuery',
  'deleteMessage',
  'sendMessage',
  'getUpdates',
] as const
const kinds = { late: 4, reset: 3, '429': 2, '5xx': 2, truncated: 2, html: 1 } as const

function drawFault(draw: Draw, method: string): Fault {
  const kind = draw.weighted<keyof typeof kinds>(kinds)
  const effect = draw.of(['before', 'after'] as const)
  if (kind === 'late') return { method, kind, delayMs: draw.int(50, 900) }
  return kind === '429' ? { method, kind } : { method, kind, effect }
}

/**
 * Bad weather for one life. A sending that was perhaps made before is given up when its fate is unknown once more:
 * that is promised, and would leave somebody waiting here. So at most one of them is lost, of somebody owed nothing.
 */
export class Weather {
  readonly #simulator: Simulator
  #armed: FaultHandle[] = []

  constructor(simulator: Simulator) {
    this.#simulator = simulator
  }

  /** `calm`: chats in which nothing is owed. */
  change(draw: Draw, calm: readonly number[]): void {
    this.clear()
    for (const method of draw.some(answers, draw.int(0, 3))) {
      const fault = drawFault(draw, method)
      const isLost = method === 'sendMessage' && fault.effect === 'before'
      if (!isLost) this.#arm(fault)
      else if (calm.length > 0) this.#arm({ ...fault, chatId: draw.of(calm) })
    }
    if (draw.chance(0.5)) this.#arm({ method: 'getUpdates', kind: 'duplicate' })
    if (draw.chance(0.3)) this.#redeliver(draw)
  }

  clear(): void {
    for (const fault of this.#armed) fault.cancel()
    this.#armed = []
  }

  #arm(fault: Fault): void {
    this.#armed.push(this.#simulator.fault(fault))
  }

  /** An update that was confirmed long ago comes once more. */
  #redeliver(draw: Draw): void {
    const known = this.#simulator.calls.flatMap(({ method, result }) =>
      method === 'getUpdates' && Array.isArray(result) ? (result as { update_id: number }[]) : [],
    )
    if (known.length > 0) this.#simulator.redeliver(draw.of(known).update_id)
  }
}
