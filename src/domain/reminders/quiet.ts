import { addDays, localDate, localTime, wallToInstant } from '../localTime.ts'

/** Wall-clock hours, `HH:MM`, in which nobody is pushed what can wait. Equal ones: none. */
export interface QuietHours {
  from: string
  to: string
}

/** While nobody said otherwise. */
export const usualQuiet: QuietHours = { from: '22:00', to: '07:00' }

/** For whoever wants none. */
export const noQuiet: QuietHours = { from: '00:00', to: '00:00' }

/** Whether a time of day lies in the quiet hours; their end does not. */
export function isQuietTime(time: string, { from, to }: QuietHours): boolean {
  if (from === to) return false
  return from < to ? from <= time && time < to : from <= time || time < to
}

/** The end of the quiet hours a moment lies in; undefined outside them. `zone` is an IANA name. */
export function quietUntil(now: Date, zone: string, hours: QuietHours): Date | undefined {
  const time = localTime(now, zone)
  if (!isQuietTime(time, hours)) return undefined
  const today = localDate(now, zone)
  const end = wallToInstant(time < hours.to ? today : addDays(today, 1), hours.to, zone)
  // In the hour that autumn repeats the end may just have been: then it is over.
  if (end <= now) return undefined
  // In the hour that spring leaves out the end and whatever is loud after it may be missing.
  return quietUntil(end, zone, hours) ?? end
}
