import { z } from 'zod'
import { type RenderPush, type Scene, scene } from '../../bot/scene.ts'
import { pauseReasons, reminderKinds } from '../../domain/enums.ts'
import { coachedClient } from '../../services/people/told.ts'
import { pausedNews, unansweredNews } from '../../views/reminders/coachTold.ts'

const OfClient = z.object({ client: z.int(), kind: z.enum(reminderKinds) })
const Paused = OfClient.extend({ reason: z.enum(pauseReasons), until: z.iso.date() })

const paused: RenderPush = async ({ unit, actor, t, payload }) => {
  const { client: id, ...about } = Paused.parse(payload)
  const client = await coachedClient(unit, actor, id)
  return client && { ...pausedNews(t, { client, ...about }), about: id }
}

const unanswered: RenderPush = async ({ unit, actor, t, payload }) => {
  const { client: id, kind } = OfClient.parse(payload)
  const client = await coachedClient(unit, actor, id)
  return client && { ...unansweredNews(t, { client, kind }), about: id }
}

/** What coaches hear of their clients' reminders. */
export const reminded: Scene = scene('reminded', { steps: {}, pushes: { paused, unanswered } })
