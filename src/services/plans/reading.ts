import {
  type MeantDay,
  type Meaning,
  type NamedExercise,
  type OpenName,
  cutName,
  meantDays,
  nameKey,
  openNames,
} from '../../domain/plan/meaning.ts'
import { type PlanDates, mondayAfter, planDates } from '../../domain/plan/planDates.ts'
import { type PlanContext, parsePlan } from '../../domain/plan/parsePlan.ts'
import {
  type ExerciseDraft,
  type PlanDraft,
  type Problem,
  type TripleOrder,
  tripleOrders,
} from '../../domain/plan/types.ts'
import { type Authorized, type CoachedClient, requireTrainer } from '../access.ts'
import { type Library, ownLibrary } from '../exercises/library.ts'
import type { Turn } from '../turn.ts'
import { dayOf } from './clientDay.ts'

/** A plan's text as it came, with what its author has answered about it so far. */
export interface PlanText {
  text: string
  /** The client's local day on which it came: "from Monday" is meant from there. */
  today: string
  order: TripleOrder | null
  /** By the key of a name: the exercise it stands for, null to leave it out. */
  answers: Readonly<Record<string, number | null>>
  /** Where the text names no start: on the Monday to come instead of today. */
  startsMonday: boolean
}

/** One way of reading a line whose numbers may stand in several orders. */
export interface OrderReading {
  order: TripleOrder
  exercise: ExerciseDraft
}

/** What was understood of a plan's text. */
export interface PlanReading {
  name: string
  days: MeantDay[]
  dates: PlanDates
  /** Lines that were not taken. */
  problems: Problem[]
  /** The line whose order of numbers has to be asked, with the ways to read it. */
  orders: { line: Problem; readings: OrderReading[] } | null
  open: OpenName[]
}

/** A turn reads one text several times, to go on and to show it: the last readings are kept. Nobody changes them. */
const recent = new Map<string, ReturnType<typeof parsePlan>>()
const mostRecent = 8

function parsed(text: string, context: PlanContext): ReturnType<typeof parsePlan> {
  const key = JSON.stringify([context, text])
  const reading = recent.get(key) ?? parsePlan(text, context)
  recent.delete(key)
  recent.set(key, reading)
  for (const oldest of recent.keys()) if (recent.size > mostRecent) recent.delete(oldest)
  return reading
}

function orderReadings(text: string, line: Problem, units: 'kg' | 'lb', today: string): OrderReading[] {
  return tripleOrders.flatMap((order) => {
    const { plan } = parsed(text, { today, units, order })
    const exercise = plan?.days.flatMap((day) => day.exercises).find((one) => one.line === line.line)
    return exercise ? [{ order, exercise }] : []
  })
}

function meaningIn(
  library: Library,
  answers: PlanText['answers'],
  inherited: ReadonlyMap<string, NamedExercise> | undefined,
): (name: string) => Meaning {
  return (name) => {
    const key = nameKey(name)
    const answer = Object.hasOwn(answers, key) ? answers[key] : undefined
    if (answer === null) return 'left out'
    const answered = answer === undefined ? undefined : library.byId.get(answer)
    if (answered) return { id: answered.id, name: answered.name }
    const kept = inherited?.get(key)
    if (kept) return kept
    const { sure, candidates } = library.match(name, { limit: 1 })
    const found = sure ? candidates[0]?.entry : undefined
    return found ? { id: found.id, name: found.name } : 'open'
  }
}

/** What a version that is edited hands down: its exercises by the key of their name, and its first day. */
export interface Inherited {
  exercises: ReadonlyMap<string, NamedExercise>
  start: string
}

/**
 * Reads a plan's text for a client as the acting coach types it: loads without a unit are in the coach's, days are
 * the client's.
 */
export async function readPlanText(
  turn: Turn,
  client: Authorized<CoachedClient>,
  plan: PlanText,
  inherited?: Inherited,
): Promise<PlanReading> {
  requireTrainer(turn)
  const { units } = turn.actor
  const { text, today, order } = plan
  const read = parsed(text, { today, units, ...(order && { order }) })
  const line = read.problems.find(({ code }) => code === 'order-open')
  const draft: PlanDraft = read.plan ?? { name: '', days: [] }
  const now = dayOf(turn, client)
  const start = inherited?.start ?? (plan.startsMonday ? mondayAfter(now) : now)
  const days = meantDays(draft, meaningIn(await ownLibrary(turn), plan.answers, inherited?.exercises))
  return {
    name: cutName(draft.name),
    days,
    dates: planDates(draft, { today: now, start }),
    problems: read.problems.filter(({ code }) => code !== 'order-open'),
    orders: line ? { line, readings: orderReadings(text, line, units, today) } : null,
    open: openNames(days),
  }
}

/** The exercises nearest to a typed name, best first, and whether the first can be taken without asking. */
export async function nearestExercises(
  turn: Turn,
  typed: string,
): Promise<{ sure: boolean; nearest: NamedExercise[] }> {
  requireTrainer(turn)
  const { sure, candidates } = (await ownLibrary(turn)).match(typed, { limit: 5 })
  return { sure, nearest: candidates.map(({ entry }) => ({ id: entry.id, name: entry.name })) }
}
