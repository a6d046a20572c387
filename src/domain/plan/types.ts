import type { TypedLoad } from '../units.ts'

export const problemCodes = [
  'too-long',
  'line-too-long',
  'nothing-found',
  'no-sets',
  'no-reps',
  'no-name',
  'range-upside-down',
  'list-length',
  'loads-length',
  'sets-or-reps',
  'several-schemes',
  'sets-out-of-range',
  'reps-out-of-range',
  'reps-unclear',
  'load-out-of-range',
  'rest-out-of-range',
  'rpe-out-of-range',
  'order-open',
  'other-week',
  'empty-day',
  'date-unreadable',
  'dates-upside-down',
] as const
export type ProblemCode = (typeof problemCodes)[number]

/** Where and why something was not taken; line and column (UTF-16) count from 1 in the text as it was given. */
export interface Problem {
  line: number
  column: number
  length: number
  code: ProblemCode
  found: string
}

export interface ExerciseDraft {
  line: number
  /** As typed. */
  name: string
  superset: string | null
  /** 1 for `A1`; null outside supersets. */
  supersetOrder: number | null
  sets: number
  /** As stored: `6-8`, `45s`, `AMRAP`, `12,10,8`, `400 metres`, `10/side`. */
  reps: string
  weightKg: number | null
  typedLoad: TypedLoad | null
  /** `75%`, `bodyweight`, `RIR 2`, `2x50#DB`. */
  loadText: string | null
  rpe: number | null
  /** Whole seconds. */
  restSeconds: number | null
  note: string | null
}

export interface DayDraft {
  line: number
  name: string
  /** 0–6, Monday first; null for a day taken in turn. */
  dayOfWeek: number | null
  notes: string | null
  exercises: ExerciseDraft[]
}

/** Dates are local days, `YYYY-MM-DD`; the end is the last day of the plan. */
export interface PlanDraft {
  name: string
  weeks?: number
  startDate?: string
  endDate?: string
  days: DayDraft[]
}

/** What the numbers of `3x10x12` mean: sets, repetitions and load, in the order typed. */
export const tripleOrders = ['srl', 'slr', 'lrs'] as const
export type TripleOrder = (typeof tripleOrders)[number]
