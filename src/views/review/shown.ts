import type { MealOutcome, Verdict, mealTypes } from '../../domain/enums.ts'
import { formatDate, localDate } from '../../domain/localTime.ts'
import type { DoneSet } from '../../domain/workout/walk.ts'
import type { Texts } from '../../texts/texts.ts'
import { type Reader, askedText, setsText, shortened } from '../workout/words.ts'
import { type MacrosData, macrosText, mealName, pastText } from './words.ts'

interface PastVerdictData {
  verdict: Verdict
  comment: string | null
  date: string
}

/** A food that was planned; `choice` is shared by alternatives. */
export interface PlannedFoodData extends MacrosData {
  description: string
  isOptional: boolean
  choice: number | null
}

export interface ShownMealData extends MacrosData {
  kind: 'meal'
  name: string | null
  type: (typeof mealTypes)[number] | null
  date: string
  status: MealOutcome
  asPlanned: boolean | null
  description: string | null
  /** Foods without macros. */
  unknown: number
  planned: readonly PlannedFoodData[]
  verdicts: readonly PastVerdictData[]
}

export interface ShownLiftData {
  kind: 'lift'
  name: string
  setNumber: number | null
  date: string
  asked: {
    sets: number
    reps: string
    weight: number | null
    loadText: string | null
    rpe: number | null
  } | null
  done: readonly DoneSet[]
  /** Newest first. */
  last: readonly { at: Date; sets: readonly DoneSet[] }[]
  verdicts: readonly PastVerdictData[]
}

export type ShownData = ShownMealData | ShownLiftData

const mostOfFood = 60
const mostFoods = 8

function foodText(t: Texts, food: PlannedFoodData): string {
  const name = shortened(food.description, mostOfFood)
  const sum = macrosText(t, food)
  const words =
    sum === undefined ? t('review:food', { food: name }) : t('review:foodSum', { food: name, sum })
  return food.isOptional ? t('review:optional', { food: words }) : words
}

/** Alternatives as one: `oats or rye bread`. */
function foodsText(t: Texts, foods: readonly PlannedFoodData[]): string {
  const slots = [...Map.groupBy(foods, ({ choice }, index) => choice ?? -1 - index).values()]
  const texts = slots.map((slot) =>
    slot.map((food) => foodText(t, food)).reduce((one, other) => t('review:or', { one, other })),
  )
  return [...texts.slice(0, mostFoods), ...(texts.length > mostFoods ? ['…'] : [])].join('; ')
}

function eatenLines(t: Texts, meal: ShownMealData): string[] {
  if (meal.status === 'skipped') return [t('review:skipped')]
  const sum = macrosText(t, meal)
  const isKnown = sum !== undefined
  const least = isKnown && meal.unknown > 0 ? t('review:atLeast', { sum }) : sum
  return [
    ...(meal.asPlanned === true ? [t('review:eatenAsPlanned')] : []),
    ...(meal.description === null
      ? []
      : [t('review:eatenInstead', { what: shortened(meal.description, 200) })]),
    ...(least === undefined ? [] : [t('review:eatenSum', { sum: least })]),
  ]
}

function mealLines(t: Texts, meal: ShownMealData): string[] {
  return [
    ...(meal.planned.length === 0 ? [] : [t('review:planned', { what: foodsText(t, meal.planned) })]),
    ...eatenLines(t, meal),
  ]
}

function liftLines(reader: Reader, timeZone: string, { asked, done, last }: ShownLiftData): string[] {
  const { t } = reader
  return [
    ...(asked === null
      ? []
      : [t('review:plannedSets', { sets: asked.sets, target: askedText(reader, asked) })]),
    done.length === 0 ? t('review:notDone') : t('review:done', { sets: setsText(reader, done) }),
    ...last.map(({ at, sets }) => {
      const date = formatDate(localDate(at, timeZone), t.language)
      return t('review:lastTime', { date, sets: setsText(reader, sets) })
    }),
  ]
}

/** Who showed what, and of when. */
export function titleLine(t: Texts, client: string, shown: ShownData): string {
  const date = formatDate(shown.date, t.language)
  if (shown.kind === 'meal') return t('review:meal', { client, name: mealName(t, shown), date })
  const { name, setNumber } = shown
  return setNumber === null
    ? t('review:lift', { client, name, date })
    : t('review:liftSet', { client, name, set: setNumber, date })
}

/** What was planned and done, and what was said before; a line of HTML each. `timeZone` is the client's. */
export function shownLines(reader: Reader, timeZone: string, shown: ShownData): string[] {
  const { t } = reader
  const { verdicts } = shown
  return [
    ...(shown.kind === 'meal' ? mealLines(t, shown) : liftLines(reader, timeZone, shown)),
    ...(verdicts.length === 0 ? [] : [t('review:before', { verdicts: pastText(t, verdicts) })]),
  ]
}
