import { addDays, dayMs, localDate } from '../localTime.ts'
import type { Wishes } from './once.ts'
import { coachSlots, momentOf } from './slots.ts'

/** The brief of the coming day that news can wait for; undefined where none comes within a day. `zone`: the coach's, IANA. */
export function nextBrief(
  wishes: Wishes,
  now: Date,
  zone: string,
): { dueAt: Date; expiresAt: Date } | undefined {
  const today = localDate(now, zone)
  return [today, addDays(today, 1)]
    .flatMap((date) => coachSlots(wishes, date))
    .filter(({ kind }) => kind === 'brief')
    .map((slot) => momentOf(slot, zone))
    .find(({ dueAt }) => dueAt > now && dueAt.getTime() - now.getTime() <= dayMs)
}
