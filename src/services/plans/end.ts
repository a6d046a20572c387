import type { Authorized, CoachedClient } from '../access.ts'
import type { Turn } from '../turn.ts'
import { dayOf } from './clientDay.ts'
import { closePlan } from './closing.ts'
import { readCurrentPlan } from './edit.ts'
import { tellOfEnd } from './news.ts'

/**
 * Ends a plan with today, the client's day; one that has not begun is deleted. What was logged stays. The client is
 * told. Answers the plan's name. Refusals: `notThere`, `planOver`.
 */
export async function endPlan(
  turn: Turn,
  client: Authorized<CoachedClient>,
  planId: number,
): Promise<{ name: string }> {
  const plan = await readCurrentPlan(turn, client, planId)
  const today = dayOf(turn, client)
  const became = await closePlan(turn, plan, today)
  await tellOfEnd(turn, client, plan, became === 'ended' ? today : null)
  return { name: plan.name }
}
