import { type RenderPush, type Scene, scene } from '../../bot/scene.ts'
import { addDays, mondayOf } from '../../domain/localTime.ts'
import { isCoach } from '../../services/access.ts'
import { whoNeedsMe } from '../../services/attention/ranked.ts'
import { readWeek } from '../../services/attention/week.ts'
import { reminderPayload } from '../../services/reminders/payload.ts'
import { briefView } from '../../views/attention/brief.ts'
import { weekView } from '../../views/attention/week.ts'

/** Who coaches no more hears nothing. */
const brief: RenderPush = async ({ unit, actor, t, now }) => {
  const turn = { ...unit, actor, now }
  const needing = isCoach(turn) ? await whoNeedsMe(turn) : []
  return needing.length === 0 ? undefined : briefView({ t, units: actor.units }, needing, now)
}

/** The last whole week before its day. */
const week: RenderPush = async ({ unit, actor, t, payload, now }) => {
  const about = reminderPayload(payload)
  const turn = { ...unit, actor, now }
  if (!about || !isCoach(turn)) return undefined
  const monday = addDays(mondayOf(about.date), -7)
  const clients = await readWeek(turn, monday)
  return clients.length === 0 ? undefined : weekView({ t, units: actor.units }, clients, monday)
}

/** What coaches hear in the morning, and on Mondays. */
export const briefs: Scene = scene('briefs', { steps: {}, pushes: { brief, week } })
