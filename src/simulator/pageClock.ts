import type { Hono } from 'hono'
import { z } from 'zod'
import { Gone, body } from './pageBody.ts'
import type { World } from './world.ts'

const mostMinutes = 7 * 24 * 60
const NewTime = z.object({
  personId: z.int().positive(),
  to: z.union([z.object({ minutes: z.int().min(1).max(mostMinutes) }), z.enum(['reminder', 'tomorrow'])]),
})

/** Asking for the time, and moving it. */
export function clockRoutes(app: Hono, world: World): void {
  const known = (personId: number): number => {
    if (!world.state.people.get(personId)) throw new Gone('there is no such person')
    return personId
  }
  app.get('/api/people/:id/zone', async (context) => {
    const personId = known(Number(context.req.param('id')))
    return context.json({ timeZone: await world.moving.zoneOf(personId) })
  })
  app.post('/api/clock', async (context) => {
    const { personId, to } = await body(context, NewTime)
    await world.moving.move(to, known(personId))
    return context.json({})
  })
}
