import type { Call, Simulator } from '../../src/simulator/simulator.ts'
import { textOf } from './shown.ts'

/** The error with all that helps to find its cause: how to draw the same again, the last calls, the last log lines. */
export function explained(
  error: unknown,
  seed: string,
  simulator: Simulator,
  output: readonly string[],
): Error {
  const words = error instanceof Error ? error.message : String(error)
  const calls = simulator.calls.filter(({ method }) => method !== 'getUpdates').slice(-30)
  const lines = [`KILL_SEED=${seed}: ${words}`, ...calls.map(lineOf), ...output.slice(-30)]
  return new Error(lines.join('\n'), { cause: error })
}

function lineOf(call: Call): string {
  const { at, method, params, fault, effect, delivered, result, error } = call
  const text = textOf(call).replace(/\s+/g, ' ').slice(0, 90)
  const { message_id: id = params['message_id'] } = (result ?? {}) as { message_id?: unknown }
  const about = [params['chat_id'] ?? params['callback_query_id'], id].filter(Boolean).join(':')
  const fate = [effect ? '' : 'no effect', delivered ? '' : 'not delivered', fault, error?.description]
  return [new Date(at).toISOString().slice(17), method, about, text, ...fate].filter(Boolean).join(' ')
}
