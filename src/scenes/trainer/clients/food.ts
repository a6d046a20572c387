import { z } from 'zod'
import type { SpotterContext } from '../../../bot/context.ts'
import { goTo, step } from '../../../bot/scene.ts'
import { isDate } from '../../../domain/localTime.ts'
import { authorizeClient } from '../../../services/access.ts'
import { readClientFoodDay } from '../../../services/meals/day.ts'
import { dayOf } from '../../../services/plans/clientDay.ts'
import { coachFoodDay } from '../../../views/meals/day.ts'
import { picked } from '../../people/answers.ts'
import { Client } from './state.ts'

/** The food of a client's today. */
export async function openFood(ctx: SpotterContext, id: number): Promise<void> {
  const date = dayOf(ctx.turn, await authorizeClient(ctx.turn, id))
  return goTo(ctx, 'clients', 'food', { client: id, date })
}

/** What a client ate, day by day. */
export const food = step({
  state: Client.extend({ date: z.iso.date() }),
  show: async (ctx, { client: id, date }) => {
    const client = await authorizeClient(ctx.turn, id)
    return coachFoodDay(
      ctx.t,
      client.name,
      await readClientFoodDay(ctx.turn, client, date),
      dayOf(ctx.turn, client),
    )
  },
  on: (ctx, input, { client }) => {
    const value = picked(input)
    if (value === 'back') return goTo(ctx, 'clients', 'one', { client })
    const date = /^d(\d{4}-\d\d-\d\d)$/.exec(value ?? '')?.[1]
    return date !== undefined && isDate(date) ? goTo(ctx, 'clients', 'food', { client, date }) : 'pass'
  },
})
