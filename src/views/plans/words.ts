import type { ExerciseDraft, Problem, ProblemCode } from '../../domain/plan/types.ts'
import type { DayName } from '../../domain/plan/comparePlans.ts'
import { foldLetters } from '../../domain/library/letters.ts'
import type { MeantExercise } from '../../domain/plan/meaning.ts'
import { weekdaysAt } from '../../domain/plan/weekdays.ts'
import { formatDate } from '../../domain/localTime.ts'
import { formatLoad } from '../../domain/units.ts'
import { type Texts, escapeHtml, isolate } from '../../texts/texts.ts'
import { type Reader, targetText, timeText } from '../workout/words.ts'

/** What an exercise of a plan asks for; `typedLoad`, where known, is shown as it was typed. */
export type Asked = Pick<ExerciseDraft, 'sets' | 'reps' | 'weightKg' | 'loadText' | 'rpe' | 'restSeconds'> &
  Partial<Pick<ExerciseDraft, 'typedLoad'>>

const monday = Date.UTC(2026, 0, 5)

/** `Mon`; 0–6, Monday first. */
export function weekdayText(t: Texts, weekday: number): string {
  return new Intl.DateTimeFormat(t.language === 'en' ? 'en-GB' : t.language, {
    weekday: 'short',
    timeZone: 'UTC',
  }).format(monday + weekday * 86_400_000)
}

/** The heading of a day: `Mon · Upper`, `Mon` where its name says no more, or the name where it is taken in turn. */
export function dayText(t: Texts, { name, dayOfWeek }: DayName): string {
  if (dayOfWeek === null) return t('plans:dayInTurn', { name })
  const weekday = weekdayText(t, dayOfWeek)
  const isOnlyWeekdays = weekdaysAt(name)?.length === name.length
  return isOnlyWeekdays ? t('plans:dayInTurn', { name: weekday }) : t('plans:dayOn', { weekday, name })
}

/** A `YYYY-MM-DD` as the reader writes it, with its year where that is not the one of `today`. */
export function dateText(t: Texts, date: string, today: string): string {
  const day = formatDate(date, t.language)
  return date.slice(0, 4) === today.slice(0, 4) ? day : `${day} ${date.slice(0, 4)}`
}

function loads({ t, units }: Reader, { weightKg, loadText, typedLoad }: Asked): string[] {
  const load =
    weightKg === null ? [] : [isolate(escapeHtml(formatLoad(weightKg, units, t.language, typedLoad ?? null)))]
  if (loadText === null) return load
  if (loadText === 'bodyweight') return [...load, t('plans:bodyweight')]
  const words = loadText.replace(/\bbodyweight\b/, t('plans:bodyweight'))
  return [...load, isolate(escapeHtml(words))]
}

/** The load alone: `80 kg`, `75%`. */
export function loadsText(reader: Reader, asked: Asked): string {
  return loads(reader, asked).join(' · ')
}

/** `4 × 6–8 · 80 kg · RPE 8 · rest 2:30`, as HTML. */
export function askedText(reader: Reader, asked: Asked): string {
  const { t } = reader
  return [
    t('plans:setsOf', { sets: asked.sets, target: targetText(t, asked.reps) }),
    ...loads(reader, asked),
    ...(asked.rpe === null ? [] : [t('plans:rpe', { rpe: asked.rpe })]),
    ...(asked.restSeconds === null ? [] : [t('plans:restOf', { time: timeText(t, asked.restSeconds) })]),
  ].join(' · ')
}

/** What an exercise is called, with what was typed where that is more than another way of writing it. */
export function meantText(
  t: Texts,
  { name: typed, meaning }: Pick<MeantExercise, 'name' | 'meaning'>,
): string {
  if (meaning === 'open') return t('plans:unknown', { name: typed })
  if (meaning === 'left out') return t('plans:leftOut', { name: typed })
  const { name } = meaning
  return foldLetters(name) === foldLetters(typed)
    ? t('plans:known', { name })
    : t('plans:taken', { typed, name })
}

/** The places of supersets in a day: `A1`, empty outside them. */
export function labelsOf(exercises: readonly { superset: string | null }[]): string[] {
  const places = new Map<string, number>()
  return exercises.map(({ superset }) => {
    if (superset === null) return ''
    const place = (places.get(superset) ?? 0) + 1
    places.set(superset, place)
    return `${superset}${place}`
  })
}

const shownFound = 60

/** Where a text was not understood, and why (HTML). */
export function placeText(
  t: Texts,
  { line, column, found }: Pick<Problem, 'line' | 'column' | 'found'>,
  why: string,
): string {
  const cut =
    found.length > shownFound ? `${found.slice(0, shownFound).replace(/[\uD800-\uDBFF]$/, '')}…` : found
  return cut.trim() === ''
    ? t('plans:problemIn', { line, column, why })
    : t('plans:problemAt', { line, column, found: codeHtml(cut), why })
}

/** Where a plan was not understood, and why. */
export function problemText(t: Texts, problem: Problem): string {
  return placeText(t, problem, t(`plans:problem_${problem.code satisfies ProblemCode}`))
}

/** What was typed, as HTML that is copied without marks in it. */
export function codeHtml(typed: string): string {
  return isolate(`<code>${escapeHtml(typed)}</code>`)
}

/** A name as HTML. */
export function nameHtml(name: string): string {
  return isolate(escapeHtml(name))
}
