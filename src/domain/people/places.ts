import { localTime } from '../localTime.ts'
import { type FoundZone, cityRows, findZones } from './cities.ts'

const dayMinutes = 24 * 60
/** Offsets lie a quarter of an hour apart. */
const clockErrorMinutes = 7
const mostFound = 30

/** `14:32`, `14.32`, `2:32 pm` as minutes of the day. */
function parseClock(text: string): number | undefined {
  const found = /^(\d{1,2})[:.](\d{2})\s*([ap])?\.?(?:m\.?)?$/i.exec(text.trim())
  if (!found) return undefined
  const [, hourText, minuteText, half] = found
  const hour = Number(hourText)
  const minute = Number(minuteText)
  if (minute > 59 || hour > (half ? 12 : 23) || (half && hour === 0)) return undefined
  const shift = half ? (hour % 12) - hour + (half.toLowerCase() === 'p' ? 12 : 0) : 0
  return (hour + shift) * 60 + minute
}

/** Whether somebody meant the time on a clock, one that cannot be included. */
export const isLikeClock = (text: string): boolean => /^\d{1,2}[:.]\d{2}(?!\d)/.test(text.trim())

/** How far two times of the day lie apart, around midnight too. */
function minutesApart(one: number, other: number): number {
  const apart = (((one - other) % dayMinutes) + dayMinutes) % dayMinutes
  return Math.min(apart, dayMinutes - apart)
}

function minutesIn(zone: string, now: Date): number {
  const [hour, minute] = localTime(now, zone).split(':')
  return Number(hour) * 60 + Number(minute)
}

function oncePerZone(found: readonly FoundZone[]): FoundZone[] {
  return found.filter(({ zone }, index) => found.findIndex((other) => other.zone === zone) === index)
}

/** How many cities of it are listed: more where more people live who use this. */
const citiesIn = (zone: string): number => cityRows.filter((row) => row[2] === zone).length

/** Each zone under its first city, the biggest first. */
const zonesBySize = oncePerZone(cityRows.map(([en, he, zone]) => ({ city: { en, he }, zone, exact: false })))
  .map((place) => ({ place, size: citiesIn(place.zone) }))
  .toSorted((a, b) => b.size - a.size)
  .map(({ place }) => place)

/** Where clocks show this time now; they may go a few minutes wrong. */
function placesAt(clock: number, now: Date): FoundZone[] {
  const fits = (zone: string) => minutesApart(clock, minutesIn(zone, now)) <= clockErrorMinutes
  const big = zonesBySize.filter(({ zone }) => fits(zone))
  if (big.length > 0) return big
  return Intl.supportedValuesOf('timeZone')
    .filter(fits)
    .flatMap((zone) => findZones(zone, { limit: 1 }))
}

/**
 * The places somebody may mean by a city, a zone's own name, or the time on their clock; the likeliest first,
 * one for each zone. `now` is the moment at which they said it.
 */
export function findPlaces(text: string, now: Date): FoundZone[] {
  const clock = parseClock(text)
  return clock === undefined ? oncePerZone(findZones(text, { limit: mostFound })) : placesAt(clock, now)
}
