import type { Authorized, CoachedClient } from '../access.ts'
import type { Turn } from '../turn.ts'
import { dayOf } from './clientDay.ts'
import { closePlan, dayBefore } from './closing.ts'
import { tellOfPlan } from './news.ts'
import { type PlanSpan, comingPlans, runningPlans } from './running.ts'
import { type NewPlan, insertPlan } from './write.ts'

/** The client's running and coming plans that share a day with a new one; `end` null: it is open. */
export async function overlappingPlans(
  turn: Turn,
  client: Authorized<CoachedClient>,
  { start, end }: { start: string; end: string | null },
): Promise<PlanSpan[]> {
  const today = dayOf(turn, client)
  const plans = [
    ...(await runningPlans(turn, client.userId, today)),
    ...(await comingPlans(turn, client.userId, today)),
  ]
  return plans.filter(
    ({ startDate, endDate }) =>
      (endDate === null || endDate >= start) && (end === null || startDate === null || startDate <= end),
  )
}

/**
 * Gives a client a plan and tells them, if they have joined. `replace`: what overlaps ends the day before.
 * Answers its id. Refusals as `insertPlan`.
 */
export async function assignPlan(
  turn: Turn,
  client: Authorized<CoachedClient>,
  plan: NewPlan,
  { replace }: { replace: boolean },
): Promise<number> {
  const others = replace
    ? await overlappingPlans(turn, client, { start: plan.startDate, end: plan.endDate })
    : []
  const id = await insertPlan(turn, client.userId, plan)
  for (const other of others) await closePlan(turn, other, dayBefore(plan.startDate))
  await tellOfPlan(turn, client, id)
  return id
}
