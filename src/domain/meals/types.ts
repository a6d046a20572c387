import type { ComponentType } from '../enums.ts'
import type { FoodId } from '../food/findFood.ts'

/** Energy in kcal, macros in grams; null is unknown, never none. */
export interface Macros {
  calories: number | null
  protein: number | null
  carbs: number | null
  fat: number | null
}

/** The targets of a day. */
export type Targets = Macros

/** One of the foods, or one of the combinations, that a choice offers. */
export interface MealOption extends Macros {
  /** As typed, amount included and macros left out: `2 slices rye bread`. */
  description: string
  /**
   * Where the text gives no macros and they were taken from the staples: the ids of the foods, joined by `+`. Null
   * where they were typed, and where they are unknown.
   */
  filledFrom: FoodId | null
}

/** A component of a meal: one of its options is eaten. */
export interface MealChoice {
  type: ComponentType
  optional: boolean
  options: MealOption[]
}

export interface MealText {
  name: string
  /** `HH:MM` */
  timeOfDay: string | null
  note: string | null
  choices: MealChoice[]
}

/** The days that a plan is for; local days `YYYY-MM-DD`, weekdays 0–6 with Monday first. */
export type MealDays =
  | { kind: 'days'; dates: string[] }
  | ({ kind: 'weekdays'; weekdays: number[] } & Stretch)
  | ({ kind: 'range' } & Stretch)

/** From a day to another, both included. */
export interface Stretch {
  /** Today where the text names none; then it may be chosen. */
  start: string
  isStartNamed: boolean
  /** Null where it is open. */
  end: string | null
}

export const mealProblemKinds = [
  'too-long',
  'line-too-long',
  'too-much',
  'nothing-found',
  'no-meal',
  'empty-meal',
  'empty-option',
  'other-day',
  'table',
  'unreadable',
  'macro-unreadable',
  'macro-twice',
  'out-of-range',
  'date-unreadable',
  'dates-upside-down',
  'time-unreadable',
] as const
export type MealProblemKind = (typeof mealProblemKinds)[number]

/** Where in the text as it was given; line and column (UTF-16) count from 1. */
export interface Place {
  line: number
  column: number
  length: number
}

/** What was not taken, and why. */
export interface MealProblem extends Place {
  kind: MealProblemKind
  /** The words in question. */
  found: string
  /** The word that they were meant to be, where that is likely. */
  meant?: string
}

/** What was taken, and is better confirmed. */
export type MealQuestion = Place & { found: string } & (
    | {
        /** Bare numbers in brackets: kcal or grams? Read as kcal until `brackets` answers it. */
        kind: 'bracket-number'
      }
    | {
        /** Raw, dry or cooked? The text does not say; `foodId` was taken. */
        kind: 'state-assumed'
        foodId: FoodId
      }
    | {
        /** The macros typed do not make the calories typed. */
        kind: 'macros-disagree'
        calories: number
        /** What protein, carbs and fat make by 4/4/9. */
        counted: number
      }
  )

export interface MealPlanText {
  title: string
  targets: Targets
  /** Null where the text does not say. */
  when: MealDays | null
  note: string | null
  meals: MealText[]
  problems: MealProblem[]
  questions: MealQuestion[]
}

/** A plan without what was said about its text. */
export type MealPlan = Pick<MealPlanText, 'title' | 'targets' | 'when' | 'note' | 'meals'>

export const unknownMacros: Macros = { calories: null, protein: null, carbs: null, fat: null }

export const macroNames = ['calories', 'protein', 'carbs', 'fat'] as const
export type MacroName = (typeof macroNames)[number]
