import { unknownSum } from '../../domain/meals/macros.ts'
import type { Texts } from '../../texts/texts.ts'
import { kcalOfTarget, kcalText } from './words.ts'

export interface MealsOverviewData {
  logged: number
  planned: number
  outside: number
  /** kcal a day. */
  average: number | null
  isAtLeast: boolean
  target: number | null
}

/** `12 of 21 logged, 1,850 of 2,100 kcal a day`, for a coach; plain words. */
export function mealsOverviewText(t: Texts, data: MealsOverviewData): string {
  const { logged, planned, outside, average, isAtLeast, target } = data
  const count =
    planned > 0 ? t('meals:coachLogged', { logged, planned }) : t('meals:coachLoggedFree', { count: outside })
  if (average === null) return count
  const sum = { ...unknownSum(isAtLeast ? 1 : 0), calories: average }
  const kcal = target === null ? kcalText(t, sum) : kcalOfTarget(t, sum, target)
  return `${count}, ${t('meals:coachAverage', { kcal })}`
}
