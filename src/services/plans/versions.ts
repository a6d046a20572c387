import type { PlanChange } from '../../domain/plan/comparePlans.ts'
import type { MeantExercise } from '../../domain/plan/meaning.ts'
import { formatTimestamp } from '../../entities/types.ts'
import type { Authorized, CoachedClient } from '../access.ts'
import type { Turn } from '../turn.ts'
import { dayOf } from './clientDay.ts'
import { closePlan, dayBefore, isLogged, removePlan } from './closing.ts'
import { readCurrentPlan } from './edit.ts'
import { tellOfChange } from './news.ts'
import type { StoredPlan } from './stored.ts'
import { type NewPlan, insertPlan } from './write.ts'

/** What the text cannot say goes on as it was: the plan's description and the days' notes. */
function handDown(old: StoredPlan, next: NewPlan): NewPlan {
  const notesOf = (name: string) => old.days.find((day) => day.name === name)?.notes ?? null
  return {
    ...next,
    description: old.description,
    days: next.days.map((day) => ({ ...day, notes: day.notes ?? notesOf(day.name) })),
  }
}

async function followOn({ sql, now }: Turn, from: number, to: number): Promise<void> {
  await sql
    .updateTable('workout_plans')
    .set({ previous_id: to, updated_at: formatTimestamp(now) })
    .where('previous_id', '=', from)
    .where('id', '!=', to)
    .execute()
}

/**
 * Stores a new version of a plan; what was logged stays with the old one, which ends the day before, or is deleted
 * when nothing was logged under it and the new one leaves no gap. The client is told. Answers the new plan's id.
 * Refusals: `notThere`, `planOver`, and those of `insertPlan`.
 */
export async function saveVersion(
  turn: Turn,
  client: Authorized<CoachedClient>,
  planId: number,
  next: NewPlan,
  changes: readonly PlanChange<MeantExercise>[],
): Promise<number> {
  const old = await readCurrentPlan(turn, client, planId)
  const kept = new Set(old.days.flatMap(({ exercises }) => exercises.map(({ exerciseId }) => exerciseId)))
  const id = await insertPlan(turn, client.userId, handDown(old, next), { previousId: old.id, kept })
  await followOn(turn, old.id, id)
  const leavesGap =
    old.startDate !== null && old.startDate < next.startDate && startsLater(turn, client, next)
  if (!leavesGap && !(await isLogged(turn, old.id))) await removePlan(turn, old.id)
  else await closePlan(turn, old, dayBefore(next.startDate))
  await tellOfChange(turn, client, id, changes)
  return id
}

function startsLater(turn: Turn, client: Authorized<CoachedClient>, { startDate }: NewPlan): boolean {
  return startDate > dayOf(turn, client)
}
