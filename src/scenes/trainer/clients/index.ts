import { type Scene, goTo, scene } from '../../../bot/scene.ts'
import { authorizeClient } from '../../../services/access.ts'
import { food } from './food.ts'
import { list, open } from './list.ts'
import { one } from './one.ts'
import { end, plan } from './plan.ts'

/** `/clients`: a coach's clients, what they told, and what they train by. */
export const clients: Scene = scene('clients', {
  beside: 'clientPhotos',
  steps: { list, one, food, plan, end },
  commands: { clients: { audience: ['trainer', 'admin'], listed: true, run: open } },
  taps: {
    openClients: (ctx) => open(ctx, ''),
    openClient: async (ctx, { client }) => {
      await authorizeClient(ctx.turn, client)
      return goTo(ctx, 'clients', 'one', { client })
    },
  },
})
