import type { Turn } from '../turn.ts'

const partsOf = (zone: string) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })

/** A local day: `YYYY-MM-DD`, and 0–6 with Monday first. */
export interface LocalDay {
  date: string
  weekday: number
}

/** The local day of a moment in an IANA zone. */
export function localDayIn(zone: string, moment: Date): LocalDay {
  const date = partsOf(zone).format(moment)
  return { date, weekday: (new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7 }
}

/** The day it is for the actor at the moment they acted. */
export function localDay({ actor, now }: Turn): LocalDay {
  return localDayIn(actor.timeZone, now)
}
