import { formatDate } from '../../domain/localTime.ts'
import type { DayMeal, EatenMeal, MealRef, MealType } from '../../domain/meals/foodDay.ts'
import { type Sum } from '../../domain/meals/macros.ts'
import { type Macros } from '../../domain/meals/types.ts'
import { type Texts, escapeHtml, isolate, leftToRight } from '../../texts/texts.ts'
import type { Button } from '../view.ts'
import { shortened } from '../workout/words.ts'

const whole = (t: Texts, value: number): string =>
  new Intl.NumberFormat(t.language, { maximumFractionDigits: 0 }).format(value)

/** A meal's name as plain words: its own, its type's, or none. */
export function mealName(t: Texts, { name, type }: { name: string | null; type: MealType | null }): string {
  return name ?? (type ? t(`meals:${type}`) : t('meals:unnamed'))
}

/** `620 kcal`, `at least 620 kcal`, `kcal unknown`; HTML. */
export function kcalText(t: Texts, { calories, unknown }: Sum): string {
  if (calories === null && unknown.calories > 0) return t('meals:kcalUnknown')
  const words = t('meals:kcal', { amount: whole(t, calories ?? 0) })
  return unknown.calories > 0 ? t('meals:atLeast', { what: words }) : words
}

const letters = ['protein', 'carbs', 'fat'] as const

/**
 * `45/160`, `≥45/160`, `unknown of 160`: an amount in words against a target (HTML). Null: nothing is known of it, though
 * something was eaten.
 */
export function figureText(
  t: Texts,
  { amount, isAtLeast, target }: { amount: string | null; isAtLeast: boolean; target: string | null },
): string {
  if (amount === null)
    return target === null ? t('meals:amountUnknown') : t('meals:amountUnknownOf', { target })
  const shown = isAtLeast ? t('meals:amountAtLeast', { amount }) : amount
  return leftToRight(target === null ? shown : t('meals:amountOf', { amount: shown, target }))
}

/** `P 40 · C 60 · F 12`, what nobody knows and what there is none of left out; HTML. */
export function macrosText(t: Texts, sum: Sum): string {
  return letters
    .flatMap((name) => {
      const amount = sum[name]
      if (amount === null || amount < 0.5) return []
      const isAtLeast = sum.unknown[name] > 0
      return [
        t(`meals:${name}`, { amount: figureText(t, { amount: whole(t, amount), isAtLeast, target: null }) }),
      ]
    })
    .join(' · ')
}

/** Energy and macros of a food, a meal or several; HTML. */
export function sumText(t: Texts, sum: Sum): string {
  const macros = macrosText(t, sum)
  const kcal = kcalText(t, sum)
  return macros === '' ? kcal : t('meals:macros', { kcal, macros })
}

/** What of the day was eaten against its targets, a line or two; HTML. */
export function eatenLines(t: Texts, sum: Sum, targets: Macros): string[] {
  const target = targets.calories
  const kcal =
    target === null || (sum.calories === null && sum.unknown.calories > 0)
      ? kcalText(t, sum)
      : kcalOfTarget(t, sum, target)
  return [t('meals:dayEaten', { kcal }), ...dayMacros(t, sum, targets)]
}

/** Of a macro nothing at all is known, though something was eaten. */
const isUnknown = (sum: Sum, name: (typeof letters)[number]): boolean =>
  sum.unknown[name] > 0 && (sum[name] ?? 0) < 0.5

function dayMacros(t: Texts, sum: Sum, targets: Macros): string[] {
  const named = letters.filter((name) => sum[name] !== null || targets[name] !== null)
  if (named.length === 0) return []
  if (letters.every((name) => isUnknown(sum, name))) return [t('meals:macrosUnknown')]
  const macros = named.map((name) => {
    const wanted = targets[name]
    const amount = figureText(t, {
      amount: isUnknown(sum, name) ? null : whole(t, sum[name] ?? 0),
      isAtLeast: sum.unknown[name] > 0,
      target: wanted === null ? null : whole(t, wanted),
    })
    return t(`meals:${name}`, { amount })
  })
  return [t('meals:dayMacros', { macros: macros.join(' · ') })]
}

/** `1,200 of 2,100 kcal`; HTML. */
export function kcalOfTarget(t: Texts, { calories, unknown }: Sum, target: number): string {
  const words = t('meals:kcalOf', { amount: whole(t, calories ?? 0), target: whole(t, target) })
  return unknown.calories > 0 ? t('meals:atLeast', { what: words }) : words
}

type Line = 'open' | 'eaten' | 'differently' | 'shown' | 'skipped'

const icons: Record<Line, string> = { open: '◻', eaten: '✅', differently: '≠', shown: '📷', skipped: '⏭' }

function stateOf(eaten: EatenMeal | undefined): Line {
  if (!eaten) return 'open'
  if (eaten.status === 'skipped') return 'skipped'
  if (eaten.asPlanned === false) return 'differently'
  return eaten.asPlanned === null && eaten.ref !== null && eaten.photos > 0 ? 'shown' : 'eaten'
}

/** What was eaten, in a few words; empty where nobody said. Plain words. */
export function eatenWords({ description, foods }: EatenMeal, most = 80): string {
  const words = foods.length > 0 ? foods.map((food) => food.description).join(', ') : (description ?? '')
  return shortened(words.replaceAll(/\s*\n\s*/g, ', '), most)
}

/** `✅ 08:00 Breakfast`; HTML. */
export function mealLine(t: Texts, meal: DayMeal, extra = ''): string {
  const name = t('meals:mealName', { name: mealName(t, meal) })
  const timed = meal.time === null ? name : t('meals:timed', { time: meal.time, meal: name })
  const words = extra === '' ? timed : t('meals:withSum', { meal: timed, sum: extra })
  return t(`meals:${stateOf(meal.eaten)}`, { meal: words })
}

/** Something eaten outside the plan: its words, and its name where it has one; HTML. */
export function outsideLine(t: Texts, eaten: EatenMeal): string {
  const words = isolate(escapeHtml(eatenWords(eaten)))
  const named = eaten.name ?? (eaten.type ? t(`meals:${eaten.type}`) : null)
  const name = named ?? (words === isolate('') ? t('meals:unnamed') : null)
  const title = name === null ? words : t('meals:mealName', { name })
  return t(`meals:${stateOf(eaten)}`, {
    meal:
      eaten.status === 'skipped' ? title : t('meals:withSum', { meal: title, sum: kcalText(t, eaten.sum) }),
  })
}

/** A button that opens a meal, with its state. */
export function mealButton(t: Texts, date: string, meal: DayMeal): Button {
  const icon = icons[stateOf(meal.eaten)]
  return {
    label: t('meals:mealButton', { icon, name: shortened(mealName(t, meal), 30) }),
    action: openAction(date, meal),
  }
}

export const openAction = (date: string, { of, id }: MealRef) =>
  ({ name: 'openMeal', day: date, of, meal: id }) as const

/** `Mon 23 Nov`. */
export const dayText = (t: Texts, date: string): string => formatDate(date, t.language)
