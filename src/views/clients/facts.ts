import { formatDate, formatTime } from '../../domain/localTime.ts'
import { formatBodyWeight, formatHeight } from '../../domain/people/measures.ts'
import { type Texts, plainText } from '../../texts/texts.ts'
import { factsText } from '../checkin/words.ts'
import { mealsOverviewText } from '../meals/overview.ts'
import { scaleText } from '../weight/scale.ts'
import { type Reader, shortened } from '../workout/words.ts'
import type { ClientCardData } from './data.ts'

function weighedText(reader: Reader, { weighed, today }: ClientCardData): string | null {
  if (!weighed) return null
  const { t, units } = reader
  const trend = formatBodyWeight(weighed.trend, units, t.language)
  const date = formatDate(weighed.newest.date, t.language, today)
  return t('weight:coachLine', { weight: scaleText(reader, weighed.newest), date, trend })
}

function dayNoteText({ t }: Reader, { dayNote, today }: ClientCardData): string | null {
  if (!dayNote) return null
  const date = formatDate(dayNote.date, t.language, today)
  return t('weight:coachDayNoteLine', { date, note: shortened(dayNote.text, 200) })
}

function checkInLines(reader: Reader, { checkIn, today }: ClientCardData): string[] {
  if (!checkIn) return []
  const { t } = reader
  const date = formatDate(checkIn.date, t.language, today)
  const value = t('checkin:coachLine', { date, facts: factsText(reader, checkIn, false) })
  return [t('checkin:line', { label: t('checkin:coachLabel'), value })]
}

function trainingText(t: Texts, { training }: ClientCardData): string | null {
  if (!training || training.planned + training.trained === 0) return null
  const { planned, kept, trained } = training
  if (planned === 0) return t('clients:trainingFree', { count: trained })
  return trained > kept ? t('clients:trainingBesides', training) : t('clients:trainingOf', training)
}

function lastText(t: Texts, { lastTrained, today }: ClientCardData): string | null {
  const said = lastTrained.map(({ name, date, isWhole }) => {
    const values = { name: name ?? t('clients:free'), date: formatDate(date, t.language, today) }
    return plainText(isWhole ? t('clients:lastOne', values) : t('clients:lastPart', values))
  })
  return said.length === 0 ? null : said.join(', ')
}

function photosText(t: Texts, { photos, today }: ClientCardData): string | null {
  if (!photos) return null
  const { count, last } = photos
  return plainText(t('clients:photosLine', { count, date: formatDate(last, t.language, today) }))
}

function noteText(t: Texts, { note, today }: ClientCardData): string | null {
  if (!note) return null
  const values = { date: formatDate(note.date, t.language, today), text: shortened(note.text, 200) }
  return plainText(t('clients:noteLine', values))
}

/** What they told and how they are doing, a line each. */
export function factLines(reader: Reader, data: ClientCardData): string[] {
  const { t, units } = reader
  const { details, timeZone, now } = data
  const { height, targetWeight } = details
  const zone = `${timeZone} · ${formatTime(now, timeZone, t.language)}`
  const facts: [string, string | null][] = [
    [t('plans:factGoals'), details.fitnessGoals],
    [t('plans:factMedical'), details.medicalConditions],
    [t('plans:factDiet'), details.dietaryRestrictions],
    [t('plans:factHeight'), height === null ? null : formatHeight(height, units, t.language)],
    [t('plans:factTarget'), targetWeight === null ? null : formatBodyWeight(targetWeight, units, t.language)],
    [t('clients:trainingLabel'), trainingText(t, data)],
    [t('clients:lastLabel'), lastText(t, data)],
    [t('weight:coachLabel'), weighedText(reader, data)],
    [t('weight:coachDayNote'), dayNoteText(reader, data)],
    [t('meals:coachLabel'), data.meals ? mealsOverviewText(t, data.meals) : null],
    [t('clients:photosLabel'), photosText(t, data)],
    [t('clients:noteLabel'), noteText(t, data)],
    [t('plans:factUnits'), data.units],
    [t('plans:factZone'), zone],
  ]
  const lines = facts.flatMap(([label, value]) => (value === null ? [] : [t('plans:fact', { label, value })]))
  return [...lines, ...checkInLines(reader, data)]
}
