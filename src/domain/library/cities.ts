import type { Language } from '../enums.ts'
import { africa } from './cities/africa.ts'
import { americas } from './cities/americas.ts'
import { asia } from './cities/asia.ts'
import type { CityRow } from './cities/city.ts'
import { europe } from './cities/europe.ts'
import { israel } from './cities/israel.ts'
import { oceania } from './cities/oceania.ts'
import { foldLetters } from './letters.ts'
import type { Named } from './nameFinder.ts'
import { buildNameIndex, type NameIndex } from './nameIndex.ts'

export interface Place {
  /** English stands for Hebrew where only the time zone database knows the place. */
  city: Readonly<Record<Language, string>>
  /** IANA name, known to this machine. */
  zone: string
}

export interface FoundZone extends Place {
  /** This is its name; the others are only like what was typed. */
  exact: boolean
}

/** The cities listed by hand, nearer ones first. */
export const cityRows: readonly CityRow[] = [
  ...israel,
  ...europe,
  ...americas,
  ...asia,
  ...africa,
  ...oceania,
]

/** A zone has several names: Asia/Kolkata is Asia/Calcutta. */
const canonical = (zone: string): string =>
  new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone

const cityOf = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')

/** A zone's name belongs to the city that it is named after. */
function listed(): Named<Place>[] {
  return cityRows.flatMap(([en, he, zone, ...aliases]) => {
    const item: Place = { city: { en, he }, zone }
    const names = [en, he, ...aliases].map(foldLetters)
    if (names.includes(foldLetters(cityOf(zone)))) names.push(foldLetters(zone))
    return names.map((folded) => ({ item, folded }))
  })
}

/** The time zone database's own names and cities: `America/Argentina/La_Rioja` is La Rioja. */
function ofDatabase(known: readonly Named<Place>[]): Named<Place>[] {
  const zones = new Map(
    [...new Set(cityRows.map(([, , zone]) => zone))].map((zone) => [zone, canonical(zone)]),
  )
  const places = new Map(known.map(({ item, folded }) => [`${zones.get(item.zone)} ${folded}`, item]))
  return Intl.supportedValuesOf('timeZone').flatMap((zone) => {
    const name = cityOf(zone)
    const folded = foldLetters(name)
    const item = places.get(`${zone} ${folded}`) ?? { city: { en: name, he: name }, zone }
    return [folded, foldLetters(zone)].map((key) => ({ item, folded: key }))
  })
}

let index: NameIndex<Place> | undefined

function buildPlaces(): NameIndex<Place> {
  const known = listed()
  return buildNameIndex([...known, ...ofDatabase(known)])
}

/** Longer than any city's name. */
const longest = 60

/** Those of the very name alone, where there are any; else one of each zone is enough. */
function worthShowing(found: readonly FoundZone[]): readonly FoundZone[] {
  const exact = found.filter((place) => place.exact)
  if (exact.length > 0) return exact
  return found.filter(({ zone }, at) => found.findIndex((place) => place.zone === zone) === at)
}

/**
 * The time zone of a city, country or IANA name typed in English or Hebrew, best first, forgiving typos: where
 * some have the very name, only those; empty when nothing is like it. `limit` is 5 unless said. Never throws. The first call takes some 50 ms longer.
 */
export function findZones(typed: string, { limit = 5 }: { limit?: number } = {}): FoundZone[] {
  index ??= buildPlaces()
  const found = index.rank(foldLetters(typed.slice(0, longest)))
  return worthShowing(found.map(({ item, misspelt }) => ({ ...item, exact: misspelt === 0 }))).slice(0, limit)
}
