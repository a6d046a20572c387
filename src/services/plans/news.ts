import { type PlanChange, mapChange } from '../../domain/plan/comparePlans.ts'
import type { MeantExercise } from '../../domain/plan/meaning.ts'
import { formatTimestamp } from '../../entities/types.ts'
import type { Authorized, CoachedClient } from '../access.ts'
import { callOff } from '../deliveries.ts'
import { tellClient } from '../tellClient.ts'
import type { Turn } from '../turn.ts'
import { dayOf } from './clientDay.ts'
import type { NewExercise } from './write.ts'

/** The client hears of a new plan; whoever has not joined will find it when they come. */
export function tellOfPlan(turn: Turn, client: Authorized<CoachedClient>, planId: number): Promise<void> {
  return tellClient(turn, client, {
    kind: 'plan',
    about: String(planId),
    payload: { plan: planId, today: dayOf(turn, client) },
  })
}

/** An exercise as the news of a change carries it: named when it is told, in the client's language. */
export type ToldExercise = NewExercise

/** As many changes as one message holds; the rest is counted. */
const mostTold = 12

const told = ({ meaning, ...exercise }: MeantExercise): ToldExercise => {
  const { superset, sets, reps, weightKg, loadText, rpe, restSeconds, note } = exercise
  const exerciseId = typeof meaning === 'string' ? 0 : meaning.id
  return { exerciseId, superset, sets, reps, weightKg, loadText, rpe, restSeconds, note }
}

/** What a day holds they see in the plan. */
function short(change: PlanChange<MeantExercise>): PlanChange<MeantExercise> {
  return 'exercises' in change ? { ...change, exercises: [] } : change
}

/** The client hears what a new version changed. */
export function tellOfChange(
  turn: Turn,
  client: Authorized<CoachedClient>,
  planId: number,
  all: readonly PlanChange<MeantExercise>[],
): Promise<void> {
  const changes = all.slice(0, mostTold).map((change) => mapChange(short(change), told))
  return tellClient(turn, client, {
    kind: 'planChanged',
    about: String(planId),
    payload: { plan: planId, today: dayOf(turn, client), changes, more: all.length - changes.length },
  })
}

/** The client hears that a plan has ended; that it will not begin, only where they have heard of it. */
export async function tellOfEnd(
  turn: Turn,
  client: Authorized<CoachedClient>,
  plan: { id: number; name: string },
  lastDay: string | null,
): Promise<void> {
  const { fullName } = turn.actor
  if (lastDay === null && !(await callOff(turn.sql, `plan:${plan.id}`, turn.now))) return
  await tellClient(turn, client, {
    kind: 'planEnded',
    about: `${plan.id}:${formatTimestamp(turn.now)}`,
    payload: { trainer: fullName, name: plan.name, lastDay },
  })
}
