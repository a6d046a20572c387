import type { SpotterContext } from '../../bot/context.ts'
import { countNeeding } from '../../services/attention/ranked.ts'
import { countClients } from '../../services/people/clients.ts'
import { countWaiting } from '../../services/reviews/queue.ts'
import { coachHome } from '../../views/plans/home.ts'
import type { View } from '../../views/view.ts'

/** Where a coach stands when nothing else is going on. */
export async function trainerHome(ctx: SpotterContext): Promise<View> {
  const { turn } = ctx
  return coachHome(ctx.t, {
    name: turn.actor.fullName,
    clients: await countClients(turn),
    needing: await countNeeding(turn),
    waiting: await countWaiting(turn),
  })
}
