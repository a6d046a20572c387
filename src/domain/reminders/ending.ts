import { addDays } from '../localTime.ts'
import { endsAheadDays } from './slots.ts'

/** A plan that ends before long. */
export interface EndingPlan {
  of: 'training' | 'meals'
  /** Null for meals, which are not of one plan. */
  id: number | null
  /** Empty where nobody gave it one. */
  name: string
  /** Its last local day, `YYYY-MM-DD`. */
  until: string
}

/** The last days of the plans whose end is told on a local day: once ahead of it, and once more on it, the nearer first. */
export const endsTold = (date: string): [last: string, ahead: string] => [date, addDays(date, endsAheadDays)]
