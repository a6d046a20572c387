import { addDays } from '../localTime.ts'
import type { ComponentType } from '../enums.ts'
import { fill } from './fill.ts'
import { type Macros, macroNames, type MealChoice, type MealDays, type MealOption } from './types.ts'

/** A part of a meal as it is stored. */
export interface StoredPart extends Macros {
  type: ComponentType
  description: string | null
  isOptional: boolean
  /** A number shared by alternatives of each other; null: parts of the same type are. */
  choice: number | null
}

/** A part with where its macros would come from if they were left out. */
function optionOf({ type, description, ...part }: StoredPart): MealOption {
  const words = description?.trim() || type
  const { calories, protein, carbs, fat } = part
  const { macros, filledFrom } = fill(words)
  const isFilled = filledFrom !== null && macroNames.every((name) => macros[name] === part[name])
  return { description: words, calories, protein, carbs, fat, filledFrom: isFilled ? filledFrom : null }
}

const groupOf = ({ type, choice, isOptional }: StoredPart): string =>
  choice === null ? `${type} ${isOptional ? 'optional' : ''}` : String(choice)

/** The choices of a meal from its parts, which come in the plan's order. */
export function choicesOf(parts: readonly StoredPart[]): MealChoice[] {
  return [...Map.groupBy(parts, groupOf).values()].flatMap((options) => {
    const [first] = options
    return first
      ? [
          {
            type: first.type,
            optional: options.every(({ isOptional }) => isOptional),
            options: options.map(optionOf),
          },
        ]
      : []
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
