import type { Verdict } from '../../domain/enums.ts'
import { formatDate } from '../../domain/localTime.ts'
import type { MealType } from '../../domain/meals/foodDay.ts'
import { type Texts, escapeHtml, isolate } from '../../texts/texts.ts'
import { mealName } from '../meals/words.ts'
import { shortened } from '../workout/words.ts'

/** What was shown, as it goes by; no HTML. */
export type SubjectData =
  | { kind: 'meal'; name: string | null; type: MealType | null }
  | { kind: 'lift'; name: string; setNumber: number | null }

/** `Lunch`, `Bench press`: a value for the texts, which escape it. */
export function subjectName(t: Texts, subject: SubjectData): string {
  return subject.kind === 'meal' ? mealName(t, subject) : subject.name
}

/** As `subjectName`, with the set: `Bench press, set 2`; of the name `most` characters. */
export function exactName(t: Texts, subject: SubjectData, most = 200): string {
  const name = shortened(subjectName(t, subject), most)
  return subject.kind === 'meal' || subject.setNumber === null
    ? name
    : t('review:nameSet', { name, set: subject.setNumber })
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
