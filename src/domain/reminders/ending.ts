import { addDays } from '../localTime.ts'
import type { PlannedDay } from '../workout/due.ts'
import { endsAheadDays } from './slots.ts'

/** A plan that ends before long. */
export interface EndingPlan {
  id: number
  name: string
  /** Its last local day, `YYYY-MM-DD`. */
  until: string
}

/** The running plans whose last day is near, the first to end first. `days` are theirs, `date` is the local day. */
export function endingPlans(days: readonly PlannedDay[], date: string): EndingPlan[] {
  const found = new Map<number, EndingPlan>()
  for (const { planId, planName, until } of days)
    if (until !== null && until <= addDays(date, endsAheadDays))
      found.set(planId, { id: planId, name: planName, until })
  return [...found.values()].toSorted((a, b) =>
    a.until === b.until ? a.id - b.id : a.until < b.until ? -1 : 1,
  )
}
