import type { Language } from '../enums.ts'
import { foldLetters } from '../library/letters.ts'
import type { Named } from '../library/nameFinder.ts'
import { buildNameIndex, type NameIndex } from '../library/nameIndex.ts'
import { zoneIsReal } from '../localTime.ts'
import { africa } from './cities/africa.ts'
import { americas } from './cities/americas.ts'
import { asia } from './cities/asia.ts'
import type { CityRow } from './cities/city.ts'
import { europe } from './cities/europe.ts'
import { israel } from './cities/israel.ts'
import { oceania } from './cities/oceania.ts'

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

function named(zone: string): Place {
  const city = cityOf(zone)
  return { city: { en: city, he: city }, zone }
}

/** Every name of every city listed by hand. */
const listed = (): Named<Place>[] =>
  cityRows.flatMap(([en, he, zone, ...aliases]) => {
    const item: Place = { city: { en, he }, zone }
    return [en, he, ...aliases].map((name) => ({ item, folded: foldLetters(name) }))
  })

/** The cities that the time zone database names its zones after: `America/Argentina/La_Rioja` is La Rioja. */
function ofDatabase(known: readonly Named<Place>[]): Named<Place>[] {
  const zones = new Map(
    [...new Set(cityRows.map(([, , zone]) => zone))].map((zone) => [zone, canonical(zone)]),
  )
  const places = new Map(known.map(({ item, folded }) => [`${zones.get(item.zone)} ${folded}`, item]))
  return Intl.supportedValuesOf('timeZone').map((zone) => {
    const folded = foldLetters(cityOf(zone))
    return { item: places.get(`${zone} ${folded}`) ?? named(zone), folded }
  })
}

interface Atlas {
  index: NameIndex<Place>
  /** By the canonical name of the zone, for who types that. */
  byZone: ReadonlyMap<string, Place>
}

let atlas: Atlas | undefined

function buildAtlas(): Atlas {
  const known = listed()
  const ofZones = ofDatabase(known)
  return {
    index: buildNameIndex([...known, ...ofZones]),
    byZone: new Map(ofZones.map(({ item }) => [canonical(item.zone), item])),
  }
}

/** A zone by its own name, legacy ones included: `europe/berlin`, `US/Pacific`, `UTC`. */
function zoneNamed(typed: string, { byZone }: Atlas): Place | undefined {
  const name = typed.trim().replaceAll(' ', '_')
  if (!/^(?:utc|gmt|[a-z]\w+\/\S+)$/i.test(name) || !zoneIsReal(name)) return undefined
  return byZone.get(canonical(name)) ?? named(canonical(name))
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
  atlas ??= buildAtlas()
  const zone = zoneNamed(typed, atlas)
  if (zone) return [{ ...zone, exact: true }].slice(0, limit)
  const found = atlas.index.rank(foldLetters(typed.slice(0, longest)))
  return worthShowing(found.map(({ item, misspelt }) => ({ ...item, exact: misspelt === 0 }))).slice(0, limit)
}
