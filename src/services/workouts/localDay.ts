import { localDate, weekdayOf } from '../../domain/localTime.ts'
import type { Turn } from '../turn.ts'

/** A local day: `YYYY-MM-DD`, and 0–6 with Monday first. */
export interface LocalDay {
  date: string
  weekday: number
}

/** The day it is for the actor at the moment they acted. */
export function localDay({ actor, now }: Turn): LocalDay {
  const date = localDate(now, actor.timeZone)
  return { date, weekday: weekdayOf(date) }
}
