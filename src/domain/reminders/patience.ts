import type { PauseReason } from '../enums.ts'
import { addDays } from '../localTime.ts'

/** How somebody takes one kind of reminder. */
export interface Taken {
  /** Reminders in a row that nothing came of. */
  unanswered: number
  /** When they were asked why. */
  askedAt: Date | null
  /** The last local day without, `YYYY-MM-DD`. */
  pausedUntil: string | null
  /** When their coach was told. */
  toldAt: Date | null
}

/** Reminders in a row without an answer, after which they are asked why. */
export const patience = 2
/** Time to say why, before the coach is told that nothing was said. */
const answerMs = 48 * 3_600_000

/** `tell`: leave them in peace, and say so to their coach, once. */
export type Course = 'remind' | 'ask' | 'leave' | 'tell'

/** What to do when a reminder is due. `today`: their local day. */
export function courseOf(
  { unanswered, askedAt, pausedUntil, toldAt }: Taken,
  today: string,
  now: Date,
): Course {
  if (pausedUntil !== null && today <= pausedUntil) return 'leave'
  if (unanswered < patience) return 'remind'
  if (askedAt === null) return 'ask'
  return toldAt === null && now.getTime() - askedAt.getTime() >= answerMs ? 'tell' : 'leave'
}

const pauseDays: Record<PauseReason, number> = { busy: 3, ill: 7, travelling: 7, fine: 0 }

/** The last local day of peace after somebody said why; null: none. */
export function pauseFor(reason: PauseReason, today: string): string | null {
  const days = pauseDays[reason]
  return days === 0 ? null : addDays(today, days - 1)
}
