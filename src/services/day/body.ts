import { isDue } from '../../domain/checkIn/checkIn.ts'
import { localDate } from '../../domain/localTime.ts'
import { requireClient } from '../access.ts'
import { sentCheckIns } from '../checkIns/reading.ts'
import type { Turn } from '../turn.ts'
import { ownSubject } from '../weighIns/reading.ts'
import { weighedBy } from '../weighIns/standing.ts'
import type { Weighed } from '../weighIns/reading.ts'

/** What the day of the acting client knows of their body. */
export interface BodyToday {
  /** What the scale said today, last. */
  weighed: Weighed | undefined
  /** The day of the last check-in, where a week has gone by since. */
  checkInSince: string | undefined
}

/** Others than clients: Refusal `notAllowed`. */
export async function bodyToday(turn: Turn): Promise<BodyToday> {
  requireClient(turn)
  const today = localDate(turn.now, turn.actor.timeZone)
  const newest = (await weighedBy(turn, ownSubject(turn))).at(-1)
  const last = (await sentCheckIns(turn, ownSubject(turn))).at(-1)?.date
  return {
    weighed: newest?.date === today ? newest : undefined,
    checkInSince: isDue(last, today) ? last : undefined,
  }
}
