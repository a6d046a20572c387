import type { PauseReason, ReminderKind } from '../enums.ts'

/** Days, local ones, on which somebody was to be left in peace. */
export interface Away {
  /** Null: by everything that asks. */
  of: ReminderKind | null
  why: Exclude<PauseReason, 'fine'>
  from: string
  until: string
}

/** What asks for workouts. */
export const ofTraining: readonly ReminderKind[] = ['workout', 'missed']
export const ofMeals: readonly ReminderKind[] = ['meal']
export const ofCheckIns: readonly ReminderKind[] = ['checkIn']

/** Whether somebody said that nothing of these kinds was to be expected of them on a day. */
export const isAwayOn = (away: readonly Away[], kinds: readonly ReminderKind[], date: string): boolean =>
  away.some(({ of, from, until }) => from <= date && date <= until && (of === null || kinds.includes(of)))
