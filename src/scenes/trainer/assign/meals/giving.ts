import type { SpotterContext } from '../../../../bot/context.ts'
import { goTo } from '../../../../bot/scene.ts'
import { giveMeals, loggedDates, mealsInTheWay } from '../../../../services/mealPlans/assign.ts'
import { dayOf } from '../../../../services/plans/clientDay.ts'
import { type InTheWay, type Outcome, outcomeText } from '../../../../views/mealPlans/several.ts'
import type { ForClient } from './going.ts'

/** The plans that are in the way of new meals, of each client who has such; the very same meals are not. */
export async function waysOf(ctx: SpotterContext, all: readonly ForClient[]): Promise<InTheWay[]> {
  const ways: InTheWay[] = []
  for (const { client, reading } of all) {
    const { isSame, days } = await mealsInTheWay(ctx.turn, client, reading)
    if (isSame || days.length === 0) continue
    const logged = loggedDates(days)
    const open = days.filter(({ date }) => !logged.has(date))
    ways.push({
      name: client.name,
      today: dayOf(ctx.turn, client),
      dates: [...new Set(open.map(({ date }) => date))],
      titles: [...new Set(open.map(({ title }) => title))],
      logged: [...logged],
    })
  }
  return ways
}

/** Gives each client a series of their own, says what became of it, and goes to the first one's card. */
export async function give(
  ctx: SpotterContext,
  all: readonly [ForClient, ...ForClient[]],
  over: 'replace' | 'keep',
): Promise<void> {
  const outcomes: Outcome[] = []
  for (const { client, reading } of all) {
    const given = await giveMeals(ctx.turn, client, reading, over)
    outcomes.push({
      ...given,
      name: client.name,
      hasJoined: client.hasJoined,
      today: dayOf(ctx.turn, client),
    })
  }
  const [{ client, reading }] = all
  const { toast, notice } = outcomeText(ctx.t, reading.plan.title, outcomes)
  if (toast !== undefined) ctx.toast(toast)
  if (notice !== undefined) ctx.notice(notice)
  goTo(ctx, 'clients', 'one', { client: client.userId })
}
