import { type MealChange, compareMeals } from '../../domain/meals/compareMeals.ts'
import { formatMealPlan } from '../../domain/meals/formatMealPlan.ts'
import { addDays } from '../../domain/localTime.ts'
import type { Authorized, CoachedClient } from '../access.ts'
import { Refusal } from '../errors.ts'
import { dayOf } from '../plans/clientDay.ts'
import type { Turn } from '../turn.ts'
import { loggedDates } from './assign.ts'
import { tellOfMealChange } from './news.ts'
import { type MealDraftText, type MealReading, readMeals } from './reading.ts'
import { type StoredSeries, readCurrentSeries } from './stored.ts'
import { type TakenDay, removeDays, takenDays } from './taken.ts'
import { insertSeries } from './write.ts'

/** Meals as text in the actor's language, as they may send it back changed. */
export function mealsAsText({ actor }: Turn, { plan, when }: Pick<StoredSeries, 'plan' | 'when'>): string {
  return formatMealPlan({ ...plan, when }, actor.language)
}

/** What an edited text makes of meals from a day on. */
export interface MealEdit extends MealReading {
  /** Today, or tomorrow where something of today was logged. */
  from: string
  /** The first day that changes. */
  firstDay: string
  /** The meals have days before that one. */
  hasBegun: boolean
  /** The days that have the changed meals. */
  dates: string[]
  /** Days of the text that have another plan, and keep it. */
  others: string[]
  changes: MealChange[]
  /** It is for other days than before. */
  isMoved: boolean
  /** The plans that go. */
  replaced: TakenDay[]
}

/** The first day that may change. */
async function firstDay(
  turn: Turn,
  client: Authorized<CoachedClient>,
  { id }: StoredSeries,
): Promise<string> {
  const today = dayOf(turn, client)
  const taken = await takenDays(turn, client, [today])
  return taken.some(({ seriesId, isLogged }) => seriesId === id && isLogged) ? addDays(today, 1) : today
}

/** Reads an edited text of meals, and what it changes of the days to come. */
export async function readMealEdit(
  turn: Turn,
  client: Authorized<CoachedClient>,
  series: StoredSeries,
  text: MealDraftText,
): Promise<MealEdit> {
  const reading = readMeals(turn, client, text, { when: series.when, end: series.end })
  const from = await firstDay(turn, client, series)
  const wanted = reading.span.dates.filter((date) => date >= from)
  const before = series.dates.filter((date) => date >= from)
  const own = await takenDays(turn, client, before)
  const logged = loggedDates(own)
  const replaced = own.filter(({ seriesId, date }) => seriesId === series.id && !logged.has(date))
  const gone = new Set(replaced.map(({ id }) => id))
  const left = (await takenDays(turn, client, wanted)).filter(({ id }) => !gone.has(id))
  const held = new Set(left.map(({ date }) => date))
  const dates = wanted.filter((date) => !held.has(date))
  const was = replaced.map(({ date }) => date)
  const begins = [...dates, ...was].toSorted()[0] ?? from
  return {
    ...reading,
    from,
    firstDay: begins,
    hasBegun: series.dates.some((date) => date < begins),
    dates,
    others: [...held],
    changes: compareMeals(series.plan, reading.plan),
    isMoved: was.join() !== dates.join(),
    replaced,
  }
}

/** Whether a text says what the meals say already. */
export function changesNothing({ changes, isMoved, problems }: MealEdit): boolean {
  return changes.length === 0 && !isMoved && problems.length === 0
}

/**
 * Stores changed meals for the days from `edit.from` on; days before, and days on which something was logged, keep
 * what they had. The client is told. Refusals: `notThere`, `planOver`, `emptyPlan`, `datesOver` without a day.
 */
export async function saveMealEdit(
  turn: Turn,
  client: Authorized<CoachedClient>,
  seriesId: number,
  edit: MealEdit,
): Promise<void> {
  const { plan, span, dates, from, changes, replaced } = edit
  const series = await readCurrentSeries(turn, client, seriesId)
  if (plan.meals.length === 0) throw new Refusal('emptyPlan')
  if (dates.length === 0) throw new Refusal('datesOver')
  const start = span.start < from ? from : span.start
  const id = await insertSeries(turn, client.userId, {
    plan,
    span: { ...span, start },
    dates,
    previousId: series.id,
  })
  await removeDays(turn, replaced)
  await tellOfMealChange(turn, client, id, changes)
}
