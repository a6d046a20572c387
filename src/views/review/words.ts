import type { Verdict, mealTypes } from '../../domain/enums.ts'
import { formatDate } from '../../domain/localTime.ts'
import { type Texts, escapeHtml, isolate } from '../../texts/texts.ts'
import { shortened } from '../workout/words.ts'

type MealType = (typeof mealTypes)[number]

/** What was shown, as it goes by; no HTML. */
export type SubjectData =
  | { kind: 'meal'; name: string | null; type: MealType | null }
  | { kind: 'lift'; name: string; setNumber: number | null }

export function mealName(t: Texts, { name, type }: { name: string | null; type: MealType | null }): string {
  return name ?? (type === null ? t('review:unnamedMeal') : t(`review:type_${type}`))
}

/** `Lunch`, `Bench press`: a value for the texts, which escape it. */
export function subjectName(t: Texts, subject: SubjectData): string {
  return subject.kind === 'meal' ? mealName(t, subject) : subject.name
}

/** HTML: `Lunch, Mon 23 Nov`, `Bench press, set 2, Mon 23 Nov`. */
export function aboutText(t: Texts, subject: SubjectData, date: string | null): string {
  const name = subjectName(t, subject)
  if (date === null) return isolate(escapeHtml(name))
  const when = formatDate(date, t.language)
  if (subject.kind === 'meal') return t('review:aboutMeal', { name, date: when })
  return subject.setNumber === null
    ? t('review:aboutLift', { name, date: when })
    : t('review:aboutSet', { name, set: subject.setNumber, date: when })
}

export const markOf = (t: Texts, verdict: Verdict): string => t(`review:${verdict}`)

/** Energy in kcal, the rest in grams; null is unknown. */
export interface MacrosData {
  calories: number | null
  protein: number | null
  carbs: number | null
  fat: number | null
}

/** HTML: `210 kcal · P18 · F15`; undefined where nothing is known. */
export function macrosText(t: Texts, { calories, protein, carbs, fat }: MacrosData): string | undefined {
  const amount = (value: number) =>
    new Intl.NumberFormat(t.language, { maximumFractionDigits: 0 }).format(value)
  const parts = [
    ...(calories === null ? [] : [t('review:kcal', { amount: amount(calories) })]),
    ...(protein === null ? [] : [t('review:protein', { amount: amount(protein) })]),
    ...(carbs === null ? [] : [t('review:carbs', { amount: amount(carbs) })]),
    ...(fat === null ? [] : [t('review:fat', { amount: amount(fat) })]),
  ]
  return parts.length === 0 ? undefined : parts.join(' · ')
}

const mostOfComment = 80

/** HTML: `✅ Mon 16 Nov · ⚠️ Fri 13 Nov, “less oil”`. */
export function pastText(
  t: Texts,
  verdicts: readonly { verdict: Verdict; comment: string | null; date: string }[],
): string {
  return verdicts
    .map(({ verdict, comment, date }) => {
      const values = { mark: markOf(t, verdict), date: formatDate(date, t.language) }
      return comment === null
        ? t('review:beforeOne', values)
        : t('review:beforeSaid', { ...values, comment: shortened(comment, mostOfComment) })
    })
    .join(' · ')
}
