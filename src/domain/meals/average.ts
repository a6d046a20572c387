import type { MacroName, Macros } from './types.ts'

/** What was eaten on a local day (`YYYY-MM-DD`); null where nobody knows. */
export interface CountedDay {
  date: string
  eaten: Macros
}

/** The days that an average of one macro is over: those that are known and over; today alone where there are none. */
export function averagedDays<D extends CountedDay>(days: readonly D[], name: MacroName, today: string): D[] {
  const known = days.filter(({ eaten }) => eaten[name] !== null)
  const over = known.filter(({ date }) => date !== today)
  return over.length > 0 ? over : known
}

export const meanOf = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : values.reduce((sum, one) => sum + one, 0) / values.length

/** kcal, or grams, a day: the one average that a client and their coach read. Undefined where nothing is known. */
export const averageOf = (days: readonly CountedDay[], name: MacroName, today: string): number | undefined =>
  meanOf(averagedDays(days, name, today).flatMap(({ eaten }) => eaten[name] ?? []))
