import type { PauseReason, ReminderKind } from '../enums.ts'
import { addDays } from '../localTime.ts'

/** How somebody takes one kind of reminder. */
export interface Taken {
  /** Reminders in a row that nothing came of. */
  unanswered: number
  /** When they were asked why. */
  askedAt: Date | null
  /** The last local day of a pause that is in force, `YYYY-MM-DD`. */
  pausedUntil: string | null
  /** When their coach was told. */
  toldAt: Date | null
}

/** A pause that somebody asked for. `until`: its last local day, `YYYY-MM-DD`. */
export interface Pause {
  kind: ReminderKind
  reason: PauseReason
  until: string
}

/** Who is ill or away is asked for nothing at all; who is busy, not for what they were asked about. */
export const restsAll = (reason: PauseReason): boolean => reason === 'ill' || reason === 'travelling'

const isInForce = ({ until }: Pick<Pause, 'until'>, today: string): boolean => today <= until

/** The pause of everything that asks; undefined when nothing of that sort is in force. */
export const restOfAll = <P extends Pause>(pauses: readonly P[], today: string): P | undefined =>
  pauses.find((one) => restsAll(one.reason) && isInForce(one, today))

/** The last local day of peace from a kind, whichever pause it is by; null: none is in force. */
export function pausedUntil(pauses: readonly Pause[], kind: ReminderKind, today: string): string | null {
  const some = pauses.filter((one) => isInForce(one, today) && (one.kind === kind || restsAll(one.reason)))
  return (
    some
      .map(({ until }) => until)
      .toSorted()
      .at(-1) ?? null
  )
}

/** Reminders in a row without an answer, after which they are asked why. */
export const patience = 2
/** Local days that count: long enough for two of what comes once a week, and today's. */
export const memoryDays = 14
/** Time to say why, before the coach is told that nothing was said. */
const answerMs = 48 * 3_600_000

/** A question why that somebody left without an answer. */
export interface OpenQuestion {
  askedAt: Date
  /** When their coach was told that they did. */
  toldAt: Date | null
}

/**
 * Whether no other question is asked beside one: not before they had time for it, nor before anything came of them since.
 * `actedAt`: their last word or tap.
 */
export const standsAlone = ({ askedAt }: OpenQuestion, actedAt: Date | null, now: Date): boolean =>
  now.getTime() - askedAt.getTime() < answerMs || actedAt === null || actedAt <= askedAt

/** `join`: leave them in peace, as by the question that stands; `tell`: say so to their coach besides, once. */
export type Course = 'remind' | 'ask' | 'join' | 'leave' | 'tell'

/**
 * What to do when a reminder is due. A question that nobody answered stands, however long ago it was asked; `open`: the one
 * beside which no other is.
 */
export function courseOf(
  { unanswered, askedAt, pausedUntil, toldAt }: Taken,
  now: Date,
  open?: OpenQuestion,
): Course {
  if (pausedUntil !== null) return 'leave'
  if (askedAt === null) return unanswered < patience ? 'remind' : open ? 'join' : 'ask'
  return toldAt === null && now.getTime() - askedAt.getTime() >= answerMs ? 'tell' : 'leave'
}

const pauseDays: Record<PauseReason, number> = { busy: 3, ill: 7, travelling: 7, fine: 0 }

/** The last local day of peace after somebody said why; null: none. */
export function pauseFor(reason: PauseReason, today: string): string | null {
  const days = pauseDays[reason]
  return days === 0 ? null : addDays(today, days - 1)
}
