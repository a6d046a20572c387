/** A city in English and in Hebrew, its IANA zone, and what else people type for it. */
export type CityRow = readonly [en: string, he: string, zone: string, ...aliases: string[]]
