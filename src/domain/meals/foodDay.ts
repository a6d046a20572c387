import type { MealOutcome, mealTypes } from '../enums.ts'
import type { Verdict } from '../enums.ts'
import { foldLetters } from '../library/letters.ts'
import { type Food, type Sum, addUp, sumOf, unknownSum } from './macros.ts'
import { type Macros } from './types.ts'
import { type Slot, partWords, plateOf } from './plate.ts'

export type MealType = (typeof mealTypes)[number]

/** A meal of a dated plan, or of the weekly one. */
export interface MealRef {
  of: 'entry' | 'planned'
  id: number
}

export interface Recipe extends Macros {
  name: string
  description: string | null
  instructions: string | null
  /** Whole minutes. */
  minutes: number | null
}

/** A meal as it is planned for a day. */
export interface PlannedMeal extends MealRef {
  /** Null: it goes by its type. */
  name: string | null
  type: MealType | null
  /** `HH:MM` in the client's zone. */
  time: string | null
  note: string | null
  slots: readonly Slot[]
  recipe: Recipe | null
}

/** What the trainer says of a meal that was shown. */
export interface MealVerdict {
  review: number
  /** Null while it waits. */
  verdict: Verdict | null
  comment: string | null
  hasVoice: boolean
}

/** A meal as it was eaten or skipped. */
export interface EatenMeal {
  /** Null: others wrote it, and it is not ours to change. */
  id: number | null
  /** Null outside any plan. */
  ref: MealRef | null
  name: string | null
  type: MealType | null
  status: MealOutcome
  /** Null while nobody said. */
  asPlanned: boolean | null
  /** What was typed instead. */
  description: string | null
  foods: readonly Food[]
  sum: Sum
  reason: string | null
  photos: number
  /** Null where nobody was asked. */
  said: MealVerdict | null
  at: Date
  /** Of a plan for the same day that another has taken the place of. */
  isOfOlderPlan: boolean
}

export interface DayMeal extends PlannedMeal {
  eaten: EatenMeal | undefined
}

/** What a client is to eat on one of their days, and what they ate. `date` is `YYYY-MM-DD`. */
export interface FoodDay {
  date: string
  title: string | null
  note: string | null
  targets: Macros
  meals: readonly DayMeal[]
  /** What was eaten outside today's plan. */
  others: readonly EatenMeal[]
  sum: Sum
}

/** What a planned meal consists of, as chosen: the plate, or the recipe; else what is known of it in words. */
export function foodsOf(
  meal: Pick<PlannedMeal, 'slots' | 'recipe'>,
  chosen: readonly number[] = [],
): (Food & { part: number | null })[] {
  if (meal.recipe) return [{ ...macrosOf(meal.recipe), description: meal.recipe.name, part: null }]
  return plateOf(meal.slots, chosen).map((part) => ({
    ...macrosOf(part),
    description: partWords(part),
    part: part.id,
  }))
}

function macrosOf({ calories, protein, carbs, fat }: Macros): Macros {
  return { calories, protein, carbs, fat }
}

/** What a meal comes to as planned; one of which the plan says nothing is unknown. */
export function plannedSum(meal: Pick<PlannedMeal, 'slots' | 'recipe'>, chosen: readonly number[] = []): Sum {
  const foods = foodsOf(meal, chosen)
  return foods.length === 0 ? unknownSum(1) : sumOf(foods)
}

const sameMeal = (one: MealRef, other: MealRef | null): boolean =>
  other !== null && one.of === other.of && one.id === other.id

const folded = (name: string | null): string => foldLetters(name ?? '')

/**
 * Puts what was eaten beside what was planned. What was logged under a plan that has been replaced since counts for the
 * meal of the same name in the new one, so that nobody eats breakfast twice.
 */
export function assemble(planned: readonly PlannedMeal[], eaten: readonly EatenMeal[]) {
  const left = new Set(eaten)
  const take = (fits: (one: EatenMeal) => boolean) => {
    const found = eaten.find((one) => left.has(one) && fits(one))
    if (found) left.delete(found)
    return found
  }
  const exact = planned.map((meal): DayMeal => ({ ...meal, eaten: take(({ ref }) => sameMeal(meal, ref)) }))
  const meals = exact.map((meal): DayMeal => {
    if (meal.eaten || meal.of === 'planned') return meal
    const name = folded(meal.name)
    return { ...meal, eaten: take((one) => one.isOfOlderPlan && folded(one.name) === name) }
  })
  const sum = addUp(eaten.flatMap(({ status, sum }) => (status === 'eaten' ? [sum] : [])))
  return { meals, others: [...left].toSorted((a, b) => a.at.getTime() - b.at.getTime()), sum }
}

const usual: Record<MealType, string> = {
  breakfast: '08:00',
  lunch: '13:00',
  pre_workout: '16:30',
  snack: '17:00',
  post_workout: '18:30',
  dinner: '19:30',
}

/** Minutes of the day of an `HH:MM`. */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** When a meal is due: the plan's time, its type's usual one, or its place among the meals of the day. Minutes of the day. */
export function dueAt(meals: readonly PlannedMeal[], meal: PlannedMeal): number {
  const time = meal.time ?? (meal.type ? usual[meal.type] : null)
  if (time !== null) return minutesOf(time)
  const index = meals.findIndex((one) => sameMeal(one, meal))
  return meals.length < 2 ? minutesOf('13:00') : 480 + (720 * index) / (meals.length - 1)
}

/** Meals by how near a time of day (`HH:MM`) is to them, the nearest first. */
export function byTime<M extends PlannedMeal>(meals: readonly M[], time: string): M[] {
  const distance = (meal: M) => Math.abs(dueAt(meals, meal) - minutesOf(time))
  return meals.toSorted((a, b) => distance(a) - distance(b))
}

/** Open meals by how likely one is to sit down to them at a time of day (`HH:MM`), the likeliest first. */
export function likeliest(meals: readonly DayMeal[], time: string): DayMeal[] {
  return byTime(meals, time).filter(({ eaten }) => !eaten)
}

/** A meal may be this late, in minutes, and still be the one that comes next. */
const lateness = 120

/**
 * Of a day's open meals beside one: that which comes next, and those whose time is over. `time`: `HH:MM` of that day, or
 * null on a day that is over, whose meals follow one another.
 */
export function openBeside(
  meals: readonly DayMeal[],
  after: MealRef,
  time: string | null,
): { next: DayMeal | undefined; missed: DayMeal[] } {
  const at = meals.findIndex((meal) => sameMeal(meal, after))
  const isOpen = ({ eaten }: DayMeal) => !eaten
  if (time === null)
    return { next: [...meals.slice(at + 1), ...meals.slice(0, Math.max(0, at))].find(isOpen), missed: [] }
  const open = meals.filter((meal) => isOpen(meal) && !sameMeal(meal, after))
  const isOver = (meal: DayMeal) => dueAt(meals, meal) < minutesOf(time) - lateness
  const coming = open.filter((meal) => !isOver(meal)).toSorted((a, b) => dueAt(meals, a) - dueAt(meals, b))
  return { next: coming[0], missed: open.filter(isOver) }
}

/** Meals in the order of the day. */
export function inOrder(meals: readonly PlannedMeal[]): PlannedMeal[] {
  return meals.toSorted((a, b) => dueAt(meals, a) - dueAt(meals, b))
}
