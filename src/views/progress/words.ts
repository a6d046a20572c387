import { addDays, daysBetween } from '../../domain/localTime.ts'
import type { Tick } from '../../domain/pictures.ts'
import { kgPerPound, round } from '../../domain/units.ts'
import { type Texts, plainText } from '../../texts/texts.ts'
import type { Extra } from '../view.ts'
import type { Reader } from '../workout/words.ts'

/** Whose figures they are: null for the reader's own. Local days, `YYYY-MM-DD`. */
export interface Whose {
  name: string | null
  today: string
}

const at = (date: string): Date => new Date(`${date}T00:00:00Z`)
const locale = (language: string): string => (language === 'en' ? 'en-GB' : language)
const utc = { timeZone: 'UTC' } as const

/** `28 Aug – 23 Nov 2026`; one day alone is that day. */
export function spanText(t: Texts, from: string, to: string): string {
  const isOneYear = from.slice(0, 4) === to.slice(0, 4)
  const format = (date: string, year: boolean) =>
    new Intl.DateTimeFormat(locale(t.language), {
      ...utc,
      day: 'numeric',
      month: 'short',
      ...(year && { year: 'numeric' }),
    }).format(at(date))
  return from === to ? format(to, true) : `${format(from, !isOneYear)} – ${format(to, true)}`
}

/** `28 Aug`, or `Aug 2026` where days say little. */
export function dayText(t: Texts, date: string, style: 'day' | 'month' = 'day'): string {
  const parts =
    style === 'day'
      ? ({ day: 'numeric', month: 'short' } as const)
      : ({ month: 'short', year: 'numeric' } as const)
  return new Intl.DateTimeFormat(locale(t.language), { ...utc, ...parts }).format(at(date))
}

export function monthText(t: Texts, date: string): string {
  return new Intl.DateTimeFormat(locale(t.language), { ...utc, month: 'short' }).format(at(date))
}

/** `Mon`; in Hebrew the letter of the day. */
export function weekdayText(t: Texts, date: string): string {
  const weekday = t.language === 'he' ? 'narrow' : 'short'
  return new Intl.DateTimeFormat(locale(t.language), { ...utc, weekday }).format(at(date))
}

const mostTicks = 4
const longDays = 330

/** Words for some of the places between two days, both ends among them. */
export function dayTicks(t: Texts, from: string, days: number): Tick[] {
  const count = Math.min(mostTicks, days + 1)
  const style = days > longDays ? 'month' : 'day'
  return Array.from({ length: count }, (_, tick) => {
    const place = count === 1 ? 0 : Math.round((tick * days) / (count - 1))
    return { at: place, label: dayText(t, addDays(from, place), style) }
  })
}

/** Words for some of these days, which stand one after another. */
export function orderTicks(t: Texts, dates: readonly string[]): Tick[] {
  const [first = '', last = ''] = [dates[0], dates.at(-1)]
  const style = daysBetween(first, last) > longDays ? 'month' : 'day'
  const count = Math.min(mostTicks, dates.length)
  const places = Array.from({ length: count }, (_, tick) =>
    count === 1 ? 0 : Math.round((tick * (dates.length - 1)) / (count - 1)),
  )
  return places.map((place) => ({ at: place, label: dayText(t, dates[place] ?? '', style) }))
}

/** kg in the reader's unit, for drawing. */
export const drawn = ({ units }: Reader, kg: number): number =>
  round(units === 'kg' ? kg : kg / kgPerPound, 2)

/** What a sentence of the catalogue is as plain text. */
export const plain = plainText

export const directionOf = (t: Texts): 'ltr' | 'rtl' => (t.language === 'he' ? 'rtl' : 'ltr')

/** What stands under a chart's title: whose it is, and the days it covers. */
export function subtitleOf(t: Texts, { name }: Whose, span: string): string {
  return name === null ? span : plain(t('progress:ofPerson', { name, span }))
}

/** A picture with its figures in words, for who cannot see it. */
export function captioned(
  t: Texts,
  { name }: Whose,
  { title, span }: { title: string; span: string },
  lines: readonly string[],
): Pick<Extra, 'html'> {
  const head =
    name === null ? t('progress:caption', { title, span }) : t('progress:captionOf', { title, span, name })
  return { html: [head, ...lines].join('\n') }
}
