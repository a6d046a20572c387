import { addDays } from '../localTime.ts'
import { fill } from './fill.ts'
import { type Part, partWords, slotsOf } from './plate.ts'
import { macroNames, type MealChoice, type MealDays, type MealOption } from './types.ts'

/** A part with where its macros would come from if they were left out. */
function optionOf(part: Part): MealOption {
  const words = partWords(part)
  const { calories, protein, carbs, fat } = part
  const { macros, filledFrom } = fill(words)
  const isFilled = filledFrom !== null && macroNames.every((name) => macros[name] === part[name])
  return { description: words, calories, protein, carbs, fat, filledFrom: isFilled ? filledFrom : null }
}

/** The choices of a meal from its parts, which come in the plan's order. */
export function choicesOf(parts: readonly Part[]): MealChoice[] {
  return slotsOf(parts).flatMap(({ options, isOptional }) => {
    const [first] = options
    return first ? [{ type: first.type, optional: isOptional, options: options.map(optionOf) }] : []
  })
}

/** Longer lists of dates do not fit a line of text. */
const mostListed = 30

/**
 * The days of a series as a text says them. Days of the stretch that are neither its own nor held by another plan
 * were never meant: then the days are listed. `dates` in order.
 */
export function daysOfSeries(
  { start, end, weekdays }: { start: string; end: string; weekdays: readonly number[] | null },
  dates: readonly string[],
  heldByOthers: ReadonlySet<string>,
): MealDays {
  const stretch = { start, isStartNamed: true, end }
  if (weekdays !== null) return { kind: 'weekdays', weekdays: [...weekdays], ...stretch }
  const own = new Set(dates)
  let isWhole = start !== end
  for (let date = start; date <= end && isWhole; date = addDays(date, 1))
    isWhole = own.has(date) || heldByOthers.has(date)
  const isListed = !isWhole && dates.length > 0 && dates.length <= mostListed
  return isListed ? { kind: 'days', dates: [...dates] } : { kind: 'range', ...stretch }
}
