import type { PauseReason, ReminderKind } from '../enums.ts'
import { silentDays } from '../reminders/silence.ts'

/** Why a client needs their coach. Days are the client's local ones, `YYYY-MM-DD`; weights kg. `at`: since when it waits. */
export type Reason =
  | { kind: 'letter'; letter: number; at: Date }
  | { kind: 'photos'; count: number; at: Date }
  | { kind: 'checkIn'; entry: number; at: Date }
  /** From one day of weighing to the next, `days` later. */
  | { kind: 'jumped'; change: number; days: number; at: null }
  | { kind: 'fast'; perWeek: number; at: null }
  /** Planned workouts in a row, the latest of them on `last`. */
  | { kind: 'missed'; count: number; last: string; at: null }
  /** Nothing of the days that they take in turn, for as long as that; the last workout of any sort on `last`. */
  | { kind: 'untrained'; days: number; last: string; at: null }
  | { kind: 'planEnds'; date: string; at: null }
  /** The meals they had for a while. */
  | { kind: 'mealsEnd'; date: string; at: null }
  /** They had meals for a while, the last ones on `date`, and have none now. */
  | { kind: 'mealsEnded'; date: string; at: null }
  | { kind: 'noPlan'; at: null }
  | { kind: 'neverTrained'; at: Date }
  | { kind: 'silent'; days: number; at: Date }
  | { kind: 'unanswered'; at: Date }
  /** The day on which they were asked for a check-in. */
  | { kind: 'checkInDue'; date: string; at: null }
  /** Ill or away: nothing asks. */
  | { kind: 'paused'; why: Exclude<PauseReason, 'fine'>; until: string; at: null }
  /** Spared some kinds of reminders, each to its own last day. */
  | { kind: 'busy'; with: readonly { of: ReminderKind; until: string }[]; at: null }

export type ReasonKind = Reason['kind']

/**
 * How much each counts: somebody who waits for an answer before what may wait, what is only to be known last. What lasts
 * weighs more with every day.
 */
export const weights: Record<ReasonKind, number> = {
  letter: 100,
  photos: 80,
  checkIn: 70,
  jumped: 65,
  missed: 60,
  fast: 55,
  planEnds: 50,
  mealsEnd: 48,
  noPlan: 45,
  mealsEnded: 44,
  neverTrained: 40,
  untrained: 40,
  silent: 40,
  unanswered: 30,
  checkInDue: 20,
  paused: 10,
  busy: 9,
}

/** For each day after the first ones: a week of it is more than a plan that is missing. */
const perDay = 3
/** Two weeks of silence come right after what waits for a word, two weeks without training right after what was missed. */
const most = { silent: 68, untrained: 59 } as const

export function weightOf(reason: Reason): number {
  const weight = weights[reason.kind]
  if (reason.kind !== 'silent' && reason.kind !== 'untrained') return weight
  return Math.min(most[reason.kind], weight + perDay * (reason.days - silentDays))
}
