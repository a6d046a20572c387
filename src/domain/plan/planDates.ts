import { addDays, nextWeekday } from '../localTime.ts'
import type { PlanDraft } from './types.ts'

/** When a plan goes, in local days of its client; `end` is its last day, null when it is open. */
export interface PlanDates {
  start: string
  end: string | null
  /** Whether the text names the start; where it does not, it may be chosen. */
  isNamed: boolean
  /** `over`: it would have ended before today. */
  problem: 'over' | 'upside-down' | null
}

/** The Monday after a day: the other start that is offered. */
export function mondayAfter(today: string): string {
  return nextWeekday(addDays(today, 1), 0)
}

/** The days of a plan whose text may leave the start open: then `start` is meant. `today` is the client's. */
export function planDates(
  plan: Pick<PlanDraft, 'startDate' | 'endDate' | 'weeks'>,
  { today, start: otherwise }: { today: string; start: string },
): PlanDates {
  const start = plan.startDate ?? otherwise
  const end = plan.endDate ?? (plan.weeks === undefined ? null : addDays(start, plan.weeks * 7 - 1))
  const problem = end === null ? null : end < start ? 'upside-down' : end < today ? 'over' : null
  return { start, end, isNamed: plan.startDate !== undefined, problem }
}
