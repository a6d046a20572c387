import { type CheckIn, type Feeling, type Rating, feelings } from '../../domain/checkIn/checkIn.ts'
import type { WeightUnit } from '../../domain/enums.ts'
import { formatPercent, formatWeight, kgPerPound, round } from '../../domain/units.ts'
import { type Texts, escapeHtml, isolate, plainText, signed } from '../../texts/texts.ts'
import { ownText, scaleText } from '../weight/scale.ts'
import { type Reader, shortened } from '../workout/words.ts'

const mostNotes = 1500

const capital = { sleep: 'Sleep', energy: 'Energy', hunger: 'Hunger', stress: 'Stress' } as const

export const askFeeling = (t: Texts, feeling: Feeling): string => t(`checkin:ask${capital[feeling]}`)

/** What a rating says of a feeling: `well`, `hardly any`. */
export const ratingText = (t: Texts, feeling: Feeling, rating: Rating): string =>
  t(`checkin:${feeling}${rating}`)

const percentText = (t: Texts, value: number): string => t('checkin:percent', { value: formatPercent(value) })

/** The weight to who reads: a client's own as it was typed, to a coach in the coach's unit. */
function weightText(reader: Reader, checkIn: CheckIn, isOwn: boolean): string | null {
  const { kg, typed } = checkIn
  if (kg === null) return null
  return isolate(
    escapeHtml(isOwn ? ownText(reader, { kg, typed }) : scaleText(reader, { kg, typed })),
    reader.t.language,
  )
}

/** How the week felt: `😴 Sleep: well`. */
function feltText(t: Texts, checkIn: CheckIn): string[] {
  return feelings.flatMap((feeling) => {
    const rating = checkIn[feeling]
    return rating === null
      ? []
      : [t('checkin:line', { label: t(`checkin:${feeling}`), value: ratingText(t, feeling, rating) })]
  })
}

/** The whole of it in one line. HTML. */
export function factsText(reader: Reader, checkIn: CheckIn, isOwn: boolean): string {
  const { t } = reader
  const { bodyFat, notes } = checkIn
  const facts = [
    ...[weightText(reader, checkIn, isOwn) ?? []].flat(),
    ...(bodyFat === null ? [] : [percentText(t, bodyFat)]),
    ...feltText(t, checkIn),
  ]
  if (facts.length > 0) return facts.join(' · ')
  return notes === null ? t('checkin:unsaid') : isolate(escapeHtml(shortened(notes, 80)))
}

/** With its sign, or that there is none. Both in the reader's own numbers. */
function changeText(t: Texts, by: number, words: (amount: number) => string): string {
  const amount = round(Math.abs(by), 1)
  return amount === 0 ? t('checkin:same') : t('checkin:by', { amount: signed(words(amount), by) })
}

const inUnit = (kg: number, unit: WeightUnit): number => (unit === 'kg' ? kg : kg / kgPerPound)

const weightWords =
  (t: Texts, unit: WeightUnit) =>
  (amount: number): string =>
    formatWeight(amount, unit, t.language, { most: 1 })

/** An answer of each question as HTML, and what changed since the check-in before; null where there is none. */
export function answersOf(
  reader: Reader,
  checkIn: CheckIn,
  before: CheckIn | undefined,
  isOwn: boolean,
): Record<'weight' | 'fat' | 'photos' | 'notes' | Feeling, string | null> {
  const { t, units } = reader
  const withChange = (value: string | null, change: string | undefined) =>
    value === null || change === undefined ? value : t('checkin:changed', { value, change })
  const { kg, bodyFat, notes, poses } = checkIn
  const [kgBefore, fatBefore] = [before?.kg ?? null, before?.bodyFat ?? null]
  const weightChange =
    kg === null || kgBefore === null
      ? undefined
      : changeText(t, inUnit(kg - kgBefore, units), weightWords(t, units))
  const fatChange =
    bodyFat === null || fatBefore === null
      ? undefined
      : changeText(t, bodyFat - fatBefore, (count) => plainText(t('checkin:points', { count })))
  const felt = (feeling: Feeling): string | null => {
    const rating = checkIn[feeling]
    if (rating === null) return null
    const was = before?.[feeling] ?? rating
    const change = was === rating ? undefined : t('checkin:was', { value: ratingText(t, feeling, was) })
    return withChange(ratingText(t, feeling, rating), change)
  }
  return {
    weight: withChange(weightText(reader, checkIn, isOwn), weightChange),
    fat: withChange(bodyFat === null ? null : percentText(t, bodyFat), fatChange),
    sleep: felt('sleep'),
    energy: felt('energy'),
    hunger: felt('hunger'),
    stress: felt('stress'),
    photos: poses.length === 0 ? null : poses.map((pose) => t(`checkin:${pose}`)).join(', '),
    notes: notes === null ? null : isolate(escapeHtml(shortened(notes, mostNotes))),
  }
}
