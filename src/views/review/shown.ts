import type { MealOutcome, Verdict } from '../../domain/enums.ts'
import { formatDate, localDate } from '../../domain/localTime.ts'
import type { MealType } from '../../domain/meals/foodDay.ts'
import { type Sum, sumOf } from '../../domain/meals/macros.ts'
import { type Part, type Slot, partWords } from '../../domain/meals/plate.ts'
import type { DoneSet } from '../../domain/workout/walk.ts'
import type { Texts } from '../../texts/texts.ts'
import { type Reader, askedText, setsText, shortened } from '../workout/words.ts'
import { mealName, sumText } from '../meals/words.ts'
import { pastText } from './words.ts'

interface PastVerdictData {
  verdict: Verdict
  comment: string | null
  date: string
}

export interface ShownMealData {
  kind: 'meal'
  name: string | null
  type: MealType | null
  date: string
  status: MealOutcome
  /** Null while nobody said. */
  asPlanned: boolean | null
  /** What was eaten; null where nobody said. */
  eaten: string | null
  sum: Sum
  planned: readonly Slot[]
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

function foodText(t: Texts, part: Part): string {
  const food = shortened(partWords(part), mostOfFood)
  return t('review:foodSum', { food, sum: sumText(t, sumOf([part])) })
}

/** Alternatives as one: `oats or rye bread`. */
function slotText(t: Texts, { options, isOptional }: Slot): string {
  const food = options.map((part) => foodText(t, part)).reduce((one, other) => t('review:or', { one, other }))
  return isOptional ? t('review:optional', { food }) : food
}

function foodsText(t: Texts, slots: readonly Slot[]): string {
  const texts = slots.slice(0, mostFoods).map((slot) => slotText(t, slot))
  return [...texts, ...(slots.length > mostFoods ? ['…'] : [])].join('; ')
}

/** Where the plan leaves a choice, what was chosen. */
function asPlannedText(t: Texts, eaten: string | null, planned: readonly Slot[]): string {
  const isChoice = planned.some(({ options, isOptional }) => isOptional || options.length > 1)
  return isChoice && eaten !== null
    ? t('review:eatenOfChoice', { what: shortened(eaten, 200) })
    : t('review:eatenAsPlanned')
}

/** Of a photo alone nothing is known. */
function eatenLines(t: Texts, { status, asPlanned, eaten, sum, planned }: ShownMealData): string[] {
  if (status === 'skipped') return [t('review:skipped')]
  if (asPlanned === null && eaten === null) return []
  return [
    ...(asPlanned === true ? [asPlannedText(t, eaten, planned)] : []),
    ...(asPlanned !== true && eaten !== null
      ? [t('review:eatenInstead', { what: shortened(eaten, 200) })]
      : []),
    t('review:eatenSum', { sum: sumText(t, sum) }),
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
