import { z } from 'zod'
import { type RenderPush, type Scene, scene } from '../../bot/scene.ts'
import { pauseReasons, reminderKinds } from '../../domain/enums.ts'
import { coachedClient } from '../../services/people/told.ts'
import { isCoach } from '../../services/access.ts'
import { doMealsEnd } from '../../services/mealPlans/ending.ts'
import { isTold, noteTold } from '../../services/reminders/briefing.ts'
import { isStillSilent, toldPlanEnd } from '../../services/reminders/coachFacts.ts'
import { isStillPaused } from '../../services/reminders/peace.ts'
import { waitingUnanswered } from '../../services/reminders/unanswered.ts'
import {
  backNews,
  mealsEndNews,
  pausedNews,
  planEndsNews,
  silentNews,
  unansweredNews,
} from '../../views/reminders/coachTold.ts'

const Paused = z.object({
  client: z.int(),
  kinds: z.array(z.enum(reminderKinds)).optional(),
  reason: z.enum(pauseReasons),
  until: z.iso.date(),
})

/** Nothing to send of a client who is back by then; whoever opens what was sent reads that they are. */
const paused: RenderPush = async ({ unit, actor, t, payload, now, isOpened }) => {
  const { client: id, kinds, ...about } = Paused.parse(payload)
  const client = await coachedClient(unit, actor, id)
  if (!client) return undefined
  if (!(await isStillPaused(unit, { ...client, now }, about)))
    return isOpened ? backNews(t, client, about.until) : undefined
  return { ...pausedNews(t, { client, kinds, ...about }), about: id }
}

/** One message tells all that wait to be told by then. */
const unanswered: RenderPush = async ({ unit, actor, t, id, now }) => {
  const { userId: coachId } = actor
  if (coachId === null || !isCoach({ ...unit, actor, now })) return undefined
  const { clients, told } = await waitingUnanswered(unit.sql, { coachId, id }, now)
  const [first, ...others] = clients
  if (!first || !told.includes(id)) return undefined
  await noteTold(unit, id, { news: told, week: false })
  return unansweredNews(t, [first, ...others])
}

const MealsEnd = z.object({ client: z.int(), until: z.iso.date() })
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

const mealsEnd: RenderPush = async ({ unit, actor, t, payload }) => {
  const { client: id, until } = MealsEnd.parse(payload)
  const client = await coachedClient(unit, actor, id)
  const isTrue = client && (await doMealsEnd(unit, id, until))
  return isTrue ? { ...mealsEndNews(t, { client, until }), about: id } : undefined
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
  pushes: {
    paused,
    unanswered: unlessTold(unanswered),
    planEnds: unlessTold(planEnds),
    mealsEnd: unlessTold(mealsEnd),
    wentSilent: unlessTold(wentSilent),
  },
})
