import type { BracketMeaning } from '../../domain/meals/options.ts'
import { parseMealPlan } from '../../domain/meals/parseMealPlan.ts'
import { type MealSpan, type SpanChoice, spanOf } from '../../domain/meals/span.ts'
import type { MealDays, MealPlan, MealPlanText } from '../../domain/meals/types.ts'
import { localDate } from '../../domain/localTime.ts'
import { cutName } from '../../domain/plan/meaning.ts'
import type { Authorized, CoachedClient } from '../access.ts'
import { dayOf } from '../plans/clientDay.ts'
import type { Turn } from '../turn.ts'

/** Meals as they were typed, with what their author has answered about them so far. */
export interface MealDraftText {
  text: string
  /** When it came, ms since 1970: "from Monday" is meant from there. */
  at: number
  /** What bare numbers in brackets are; null while nobody said. */
  brackets: BracketMeaning | null
  /** The days, where the text names none. */
  choice: SpanChoice
}

/** What was understood of meals for one client. */
export interface MealReading extends Pick<MealPlanText, 'problems' | 'questions'> {
  plan: Pick<MealPlan, 'title' | 'targets' | 'note' | 'meals'>
  span: MealSpan
}

/** What a text leaves to the series it is edited from. */
export interface InheritedDays {
  /** Where it names no days. */
  when: MealDays
  /** Where it names no end. */
  end: string
}

/** A turn reads one text several times: the last readings are kept. Nobody changes them. */
const recent = new Map<string, MealPlanText>()
const mostRecent = 24

function parsed(
  text: string,
  today: string,
  names: readonly string[],
  brackets: BracketMeaning | null,
): MealPlanText {
  const key = JSON.stringify([text, today, names, brackets])
  const reading = recent.get(key) ?? parseMealPlan(text, { today, names, ...(brackets && { brackets }) })
  recent.delete(key)
  recent.set(key, reading)
  for (const oldest of recent.keys()) if (recent.size > mostRecent) recent.delete(oldest)
  return reading
}

/** Reads meals for a client: days are meant in the client's zone, from the day on which the text came. */
export function readMeals(
  turn: Turn,
  client: Authorized<CoachedClient>,
  { text, at, brackets, choice }: MealDraftText,
  inherited?: InheritedDays,
): MealReading {
  // Of an edited text, all of the title was meant.
  const names = inherited ? [] : [client.name]
  const read = parsed(text, localDate(new Date(at), client.timeZone), names, brackets)
  const { targets, note, problems, questions } = read
  const context = { today: dayOf(turn, client), choice, ...(inherited && { openEnd: inherited.end }) }
  return {
    plan: { title: cutName(read.title), targets, note, meals: read.meals.map(named) },
    span: spanOf(read.when ?? inherited?.when ?? null, context),
    problems,
    questions,
  }
}

/** A meal is called something, and not too long. */
const named = <M extends { name: string; timeOfDay: string | null }>(meal: M): M => ({
  ...meal,
  name: cutName(meal.name.trim()) || (meal.timeOfDay ?? '–'),
})
