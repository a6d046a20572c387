import { z } from 'zod'
import { type RenderPush, type Scene, scene } from '../../bot/scene.ts'
import { pauseReasons, reminderKinds } from '../../domain/enums.ts'
import { coachedClient } from '../../services/people/told.ts'
import { isTold } from '../../services/reminders/briefing.ts'
import { isStillSilent, toldPlanEnd } from '../../services/reminders/coachFacts.ts'
import { isStillPaused } from '../../services/reminders/peace.ts'
import { pausedNews, planEndsNews, silentNews, unansweredNews } from '../../views/reminders/coachTold.ts'

const OfClient = z.object({ client: z.int(), kinds: z.array(z.enum(reminderKinds)) })
const Paused = OfClient.extend({
  kinds: OfClient.shape.kinds.optional(),
  reason: z.enum(pauseReasons),
  until: z.iso.date(),
})

/** Nothing to say of a client who is back by then. */
const paused: RenderPush = async ({ unit, actor, t, payload }) => {
  const { client: id, kinds, ...about } = Paused.parse(payload)
  const client = await coachedClient(unit, actor, id)
  if (!client || !(await isStillPaused(unit, id, about))) return undefined
  return { ...pausedNews(t, { client, kinds, ...about }), about: id }
}

const unanswered: RenderPush = async ({ unit, actor, t, payload }) => {
  const { client: id, kinds } = OfClient.parse(payload)
  const client = await coachedClient(unit, actor, id)
  return client && { ...unansweredNews(t, { client, kinds }), about: id }
}

const PlanEnds = z.object({ client: z.int(), plan: z.int() })
const Silent = z.object({ client: z.int(), since: z.iso.date() })

/** While briefs come, they tell it. */
const unlessTold =
  (render: RenderPush): RenderPush =>
  async (push) => {
    const { unit, actor, id } = push
    return actor.userId !== null && (await isTold(unit.sql, actor.userId, id)) ? undefined : render(push)
  }

const planEnds: RenderPush = async ({ unit, actor, t, payload }) => {
  const { client: id, plan } = PlanEnds.parse(payload)
  const client = await coachedClient(unit, actor, id)
  const told = client && (await toldPlanEnd(unit, id, plan))
  return told && { ...planEndsNews(t, { client, ...told }), about: id }
}

const wentSilent: RenderPush = async ({ unit, actor, t, payload }) => {
  const { client: id, since } = Silent.parse(payload)
  const client = await coachedClient(unit, actor, id)
  const isSilent = client && (await isStillSilent(unit, client, since))
  return isSilent ? { ...silentNews(t, { client, since }), about: id } : undefined
}

/** What coaches hear of their clients' reminders. */
export const reminded: Scene = scene('reminded', {
  steps: {},
  pushes: { paused, unanswered, planEnds: unlessTold(planEnds), wentSilent: unlessTold(wentSilent) },
})
