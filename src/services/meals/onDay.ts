import type { MealRef, MealType } from '../../domain/meals/foodDay.ts'

/** The planned meal that a row is of, by whichever plan. */
export interface Named {
  entry_id: number | null
  planned_id: number | null
  entry_name: string | null
  meal_type: MealType | null
  plan_id: number | null
  plan_date: string | null
}

/** The day and plan it is read for. */
export interface OnDay {
  clientId: number
  timeZone: string
  date: string
  /** The dated plan that counts. */
  planId: number | null
}

export function refOf({ entry_id, planned_id }: Pick<Named, 'entry_id' | 'planned_id'>): MealRef | null {
  if (entry_id !== null) return { of: 'entry', id: entry_id }
  return planned_id === null ? null : { of: 'planned', id: planned_id }
}

/** Whether a row is of a plan for its day that another has taken the place of. */
export const isOfOlderPlan = ({ plan_id, plan_date }: Named, { date, planId }: OnDay): boolean =>
  plan_id !== null && plan_id !== planId && plan_date === date
