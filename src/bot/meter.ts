import type { Certainty } from './telegram.ts'

/** How a turn ended; a `failed` one is tried again or set aside. */
export type TurnEnding = 'done' | 'refused' | 'not saved' | 'failed'

/** Told of what happens, as it happens; counts it, where anybody wants to know. Nothing here may throw. */
export interface Meter {
  /** Telegram answered a poll, and what it said is kept. */
  polled(): void
  /** `ms` from the beginning of the turn to its commit or its failure. */
  turned(ending: TurnEnding, ms: number): void
  /** A call of the Bot API came to an end; polls are left out. */
  called(method: string, ending: 'ok' | 'throttled' | Certainty): void
}

/** Where nobody counts. */
export const noMeter: Meter = { polled: () => {}, turned: () => {}, called: () => {} }

/** Of a turn that was committed, by the label it has in the log. */
export function endingOf(label: string): TurnEnding {
  if (label === 'not saved') return label
  return label.startsWith('refused ') ? 'refused' : 'done'
}
