import { cities } from './cities.ts'

/** A time zone under the name of a place in it. */
export interface Place {
  /** IANA name. */
  zone: string
  label: string
}

const minuteMs = 60_000
const dayMinutes = 24 * 60
/** Offsets lie a quarter of an hour apart. */
const clockErrorMinutes = 7

/** Keeps letters and digits, so that `Tel-Aviv`, `São Paulo` and `new york` are found. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['׳’"״.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function cityOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}

let known: { place: Place; key: string }[] | undefined

/** Every name of every place, the big ones first. */
function places(): { place: Place; key: string }[] {
  known ??= [
    ...cities.flatMap(([zone, names]) => names.split('|').map((label) => ({ zone, label }))),
    ...Intl.supportedValuesOf('timeZone').map((zone) => ({ zone, label: cityOf(zone) })),
    { zone: 'UTC', label: 'UTC' },
  ].map((place) => ({ place, key: fold(place.label) }))
  return known
}

function oncePerZone(found: readonly Place[]): Place[] {
  return found.filter(({ zone }, index) => found.findIndex((other) => other.zone === zone) === index)
}

/** Minutes that clocks in this zone are ahead of UTC at that moment. */
function offsetMinutes(zone: string, moment: Date): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(moment)
  const read = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  const local = Date.UTC(read('year'), read('month') - 1, read('day'), read('hour'), read('minute'))
  return Math.round((local - moment.getTime()) / minuteMs)
}

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

/** How far two times of the day lie apart, around midnight too. */
function minutesApart(one: number, other: number): number {
  const apart = (((one - other) % dayMinutes) + dayMinutes) % dayMinutes
  return Math.min(apart, dayMinutes - apart)
}

/** Where clocks show this time now; they may go a few minutes wrong. */
function placesAt(clock: number, now: Date): Place[] {
  const minutes = now.getUTCHours() * 60 + now.getUTCMinutes()
  const fits = (zone: string) => minutesApart(clock, minutes + offsetMinutes(zone, now)) <= clockErrorMinutes
  const big = cities.filter(([zone]) => fits(zone))
  if (big.length > 0) return big.map(([zone, names]) => ({ zone, label: names.split('|')[0] ?? zone }))
  return Intl.supportedValuesOf('timeZone')
    .filter(fits)
    .map((zone) => ({ zone, label: cityOf(zone) }))
}

/**
 * The places somebody may mean by a city, a zone's own name, or the time on their clock; the likeliest first,
 * one for each zone. `now` is the moment at which they said it.
 */
export function findPlaces(text: string, now: Date): Place[] {
  const clock = parseClock(text)
  if (clock !== undefined) return placesAt(clock, now)
  const wanted = fold(text)
  if (wanted === '') return []
  const byZone = places().find(({ place }) => fold(place.zone) === wanted)
  if (byZone) return [byZone.place]
  const exact = places().filter(({ key }) => key === wanted)
  const found =
    exact.length > 0 || wanted.length < 3 ? exact : places().filter(({ key }) => key.startsWith(wanted))
  return oncePerZone(found.map(({ place }) => place))
}
