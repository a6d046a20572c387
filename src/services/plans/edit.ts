import { type PlanChange, comparePlans } from '../../domain/plan/comparePlans.ts'
import { formatPlan } from '../../domain/plan/formatPlan.ts'
import { groupLetters } from '../../domain/plan/labels.ts'
import { type MeantDay, type MeantExercise, nameKey } from '../../domain/plan/meaning.ts'
import type { PlanDates } from '../../domain/plan/planDates.ts'
import type { ExerciseDraft } from '../../domain/plan/types.ts'
import { loadIn } from '../../domain/units.ts'
import type { Authorized, CoachedClient } from '../access.ts'
import { Refusal } from '../errors.ts'
import type { Turn, Units } from '../turn.ts'
import { dayOf } from './clientDay.ts'
import { type PlanReading, type PlanText, readPlanText } from './reading.ts'
import { comingPlans, runningPlans } from './running.ts'
import { type StoredDay, type StoredExercise, type StoredPlan, readPlan } from './stored.ts'

/** A plan of the client that can still be changed. Refusals: `notThere`, `planOver` when it is over or replaced. */
export async function readCurrentPlan(
  turn: Turn,
  client: Authorized<CoachedClient>,
  planId: number,
): Promise<StoredPlan> {
  const plan = await readPlan(turn, client, planId)
  const today = dayOf(turn, client)
  const current = [
    ...(await runningPlans(turn, client.userId, today)),
    ...(await comingPlans(turn, client.userId, today)),
  ]
  if (!current.some(({ id }) => id === planId)) throw new Refusal('planOver')
  return plan
}

/** The grammar's letters for the supersets of a day, whatever they are called in the file. */
function supersetLetters(day: StoredDay): Map<string, string> {
  const labels = new Set(day.exercises.flatMap(({ superset }) => superset ?? []))
  const letters = new Map<string, string>()
  for (const label of labels) letters.set(label, groupLetters[letters.size] ?? 'L')
  return letters
}

function drafts(day: StoredDay, units: Units): ExerciseDraft[] {
  const letters = supersetLetters(day)
  const places = new Map<string, number>()
  return day.exercises.map((exercise: StoredExercise) => {
    const { superset, weightKg } = exercise
    const letter = superset === null ? null : (letters.get(superset) ?? null)
    const place = letter === null ? null : (places.get(letter) ?? 0) + 1
    if (letter !== null && place !== null) places.set(letter, place)
    const typedLoad = weightKg === null ? null : { value: loadIn(weightKg, units), unit: units }
    return { ...exercise, line: 0, superset: letter, supersetOrder: place, typedLoad }
  })
}

/** A stored plan as text in the actor's unit and language, as they may send it back changed. */
export function planAsText({ actor }: Turn, plan: StoredPlan): string {
  const { name, startDate, endDate } = plan
  const days = plan.days
    .filter(({ exercises }) => exercises.length > 0)
    .map((day) => ({ ...day, line: 0, exercises: drafts(day, actor.units) }))
  const draft = { name, days, ...(startDate && { startDate }), ...(endDate && { endDate }) }
  return formatPlan(draft, actor.language)
}

/** Loads that read as the text showed them keep the very kg they had: no rounding creeps in by editing. */
function keepExact(days: readonly MeantDay[], plan: StoredPlan, units: Units): MeantDay[] {
  const exact = new Map<number, number>()
  for (const { weightKg } of plan.days.flatMap(({ exercises }) => exercises))
    if (weightKg !== null) exact.set(loadIn(weightKg, units), weightKg)
  const keep = (exercise: MeantExercise): MeantExercise => {
    const { typedLoad } = exercise
    const kg = typedLoad?.unit === units ? exact.get(typedLoad.value) : undefined
    return kg === undefined ? exercise : { ...exercise, weightKg: kg }
  }
  return days.map((day) => ({ ...day, exercises: day.exercises.map(keep) }))
}

/** What an edited text makes of a plan. */
export interface PlanEdit extends PlanReading {
  changes: PlanChange<MeantExercise>[]
}

/** When the next version goes: from today, or from the plan's start where that is still to come; the end is kept. */
function nextDates(plan: StoredPlan, dates: PlanDates, today: string): PlanDates {
  const start = dates.start < today ? today : dates.start
  const end = dates.end ?? plan.endDate
  const problem = end === null ? null : end < today ? 'over' : end < start ? 'upside-down' : null
  return { start, end, isNamed: dates.isNamed, problem }
}

const keyOf = ({ meaning, name }: MeantExercise): number | string =>
  typeof meaning === 'string' ? nameKey(name) : meaning.id

const wanted = (days: readonly MeantDay[]): MeantDay[] =>
  days
    .map((day) => ({ ...day, exercises: day.exercises.filter(({ meaning }) => meaning !== 'left out') }))
    .filter(({ exercises }) => exercises.length > 0)

/** Reads an edited text of a plan, and what it changes; both versions are read the same way. */
export async function readEdit(
  turn: Turn,
  client: Authorized<CoachedClient>,
  plan: StoredPlan,
  text: PlanText,
): Promise<PlanEdit> {
  const { units } = turn.actor
  const today = dayOf(turn, client)
  const all = plan.days.flatMap(({ exercises }) => exercises)
  const inherited = {
    exercises: new Map(all.map(({ exerciseId: id, name }) => [nameKey(name), { id, name }])),
    start: plan.startDate ?? today,
  }
  const read = async (one: PlanText) => {
    const reading = await readPlanText(turn, client, one, inherited)
    return { ...reading, days: keepExact(reading.days, plan, units), name: reading.name || plan.name }
  }
  const before = await read({ ...text, text: planAsText(turn, plan), order: null, answers: {} })
  const after = await read(text)
  const dates = nextDates(plan, after.dates, today)
  const from = plan.startDate !== null && plan.startDate > today ? plan.startDate : today
  const moved = dates.start !== from || dates.end !== plan.endDate
  const { start, end } = dates
  const changes: PlanChange<MeantExercise>[] = [
    ...comparePlans({ ...before, days: wanted(before.days) }, { ...after, days: wanted(after.days) }, keyOf),
    ...(moved ? [{ kind: 'dates' as const, start, end }] : []),
  ]
  return { ...after, dates, changes }
}
