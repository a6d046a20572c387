import { type MacroSums, sumMeals } from '../../domain/meals/sums.ts'
import { isAnyKnown } from '../../domain/meals/macroText.ts'
import {
  macroNames,
  type MealChoice,
  type MealOption,
  type MealPlan,
  type MealText,
} from '../../domain/meals/types.ts'
import type { Texts } from '../../texts/texts.ts'
import type { Line } from '../plans/paged.ts'
import { macrosText, sumText } from './macros.ts'

/** A page has to hold a choice with all its options. */
const longest = 200
export const short = (text: string): string =>
  text.length > longest ? `${text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '')}…` : text

function optionText(t: Texts, option: MealOption): string {
  const food = short(option.description)
  const macros = macrosText(t, option)
  if (!isAnyKnown(option)) return t('mealPlans:optionUnknown', { food })
  return option.filledFrom === null
    ? t('mealPlans:option', { food, macros })
    : t('mealPlans:optionFilled', { food, macros })
}

function choiceText(t: Texts, { type, optional, options }: MealChoice): string {
  const [first, ...others] = options.map((option) => optionText(t, option))
  const values = { type: t(`mealPlans:${type}`), option: first ?? '' }
  const line = optional ? t('mealPlans:choiceOptional', values) : t('mealPlans:choice', values)
  return [line, ...others.map((option) => t('mealPlans:or', { option }))].join('\n')
}

/** `Breakfast 08:00` (HTML). */
export function mealHead(t: Texts, { name, timeOfDay: time }: Pick<MealText, 'name' | 'timeOfDay'>): string {
  return time === null || time === name
    ? t('mealPlans:meal', { name })
    : t('mealPlans:mealAt', { name, time })
}

function sumLine(t: Texts, meal: MealText): string[] {
  const sums = sumMeals([meal])
  return sums.parts > 1 ? [t('mealPlans:mealSum', { sum: sumText(t, sums) })] : []
}

/** One meal: its heading, choices and sum. */
export function mealLines(t: Texts, meal: MealText): Line[] {
  const head = mealHead(t, meal)
  const note = meal.note === null ? [] : [t('mealPlans:note', { note: short(meal.note) })]
  const lines = [...note, ...meal.choices.map((choice) => choiceText(t, choice)), ...sumLine(t, meal)]
  const [first = '', ...more] = lines
  const under = t('mealPlans:goesOn', { meal: head })
  return [{ html: `${head}\n${first}` }, ...more.map((html) => ({ html, under }))]
}

function withOptional({ known, unknown, parts, optional }: ReturnType<typeof sumMeals>): MacroSums {
  const both = (one: MacroSums['known'], other: MacroSums['known']) =>
    Object.fromEntries(macroNames.map((name) => [name, one[name] + other[name]])) as MacroSums['known']
  return {
    known: both(known, optional.known),
    unknown: both(unknown, optional.unknown),
    parts: parts + optional.parts,
  }
}

/** The day's sums against its targets. */
function dayLines(t: Texts, { meals, targets }: Pick<MealPlan, 'meals' | 'targets'>): string[] {
  const sums = sumMeals(meals)
  if (meals.length === 0) return []
  return [
    t('mealPlans:day', { sum: sumText(t, sums, targets) }),
    ...(sums.optional.parts === 0
      ? []
      : [t('mealPlans:withOptional', { sum: sumText(t, withOptional(sums)) })]),
  ]
}

/** All meals of a day, and their sums, with blank lines between. */
export function planLines(t: Texts, plan: Pick<MealPlan, 'meals' | 'targets'>): Line[] {
  const blank = { html: '' }
  return [
    ...plan.meals.flatMap((meal, index) => [...(index === 0 ? [] : [blank]), ...mealLines(t, meal)]),
    blank,
    ...dayLines(t, plan).map((html) => ({ html })),
  ]
}

/** Targets and note, above the meals. */
export function headLines(t: Texts, { targets, note }: Pick<MealPlan, 'targets' | 'note'>): string[] {
  return [
    ...(isAnyKnown(targets) ? [t('mealPlans:targets', { targets: macrosText(t, targets) })] : []),
    ...(note === null ? [] : [t('mealPlans:note', { note: short(note) })]),
  ]
}
