import { type RenderPush, type Scene, scene } from '../../bot/scene.ts'
import { type Brief, briefOf } from '../../domain/attention/brief.ts'
import { addDays, mondayOf } from '../../domain/localTime.ts'
import { hostOn } from '../../domain/reminders/once.ts'
import { isCoach } from '../../services/access.ts'
import { type RankedClient, whoNeedsMe } from '../../services/attention/ranked.ts'
import { type CoachedWeek, readWeek } from '../../services/attention/week.ts'
import { hasWeekCome, isWeekTold, noteTold, untoldNews } from '../../services/reminders/briefing.ts'
import { reminderPayload } from '../../services/reminders/payload.ts'
import { wishesOf } from '../../services/reminders/rules.ts'
import type { Turn } from '../../services/turn.ts'
import { briefView, briefWithWeek } from '../../views/attention/brief.ts'
import { mostLines, weekView } from '../../views/attention/week.ts'
import { messageLimit } from '../../views/view.ts'

interface Week {
  clients: CoachedWeek[]
  /** `YYYY-MM-DD` */
  monday: string
}

/** The last whole week before a local day; undefined where nothing is to be told of it. */
async function weekBefore(turn: Turn, date: string): Promise<Week | undefined> {
  const monday = addDays(mondayOf(date), -7)
  const clients = await readWeek(turn, monday)
  return clients.length === 0 ? undefined : { clients, monday }
}

/** The week that stands under the brief of a local day. */
async function weekUnder(turn: Turn, coachId: number, date: string): Promise<Week | undefined> {
  const wishes = (await wishesOf(turn.sql, [coachId])).get(coachId) ?? {}
  if (hostOn('week', wishes, date) !== 'brief' || (await hasWeekCome(turn.sql, coachId, date)))
    return undefined
  return weekBefore(turn, date)
}

async function readBrief(turn: Turn, coachId: number): Promise<Brief<RankedClient> | undefined> {
  const needing = await whoNeedsMe(turn)
  return needing.length === 0 ? undefined : briefOf(needing, await untoldNews(turn.sql, coachId))
}

/** Who coaches no more hears nothing. */
const brief: RenderPush = async ({ unit, actor, t, id, payload, now }) => {
  const turn = { ...unit, actor, now }
  const { userId } = actor
  const read = userId !== null && isCoach(turn) ? await readBrief(turn, userId) : undefined
  if (userId === null || !read) return undefined
  const about = reminderPayload(payload)
  const week = about && (await weekUnder(turn, userId, about.date))
  const reader = { t, units: actor.units }
  const alone = briefView(reader, read, now)
  const both = week && briefWithWeek(reader, alone, week)
  await noteTold(unit, id, { news: read.told, week: both !== undefined })
  return both ?? alone
}

/** Not where a brief has told it. */
const week: RenderPush = async ({ unit, actor, t, payload, now }) => {
  const about = reminderPayload(payload)
  const turn = { ...unit, actor, now }
  const { userId } = actor
  if (!about || userId === null || !isCoach(turn)) return undefined
  if (await isWeekTold(unit.sql, userId, about.date)) return undefined
  const read = await weekBefore(turn, about.date)
  return read && weekView({ t, units: actor.units }, read, { lines: mostLines, characters: messageLimit })
}

/** What coaches hear in the morning, and on Mondays. */
export const briefs: Scene = scene('briefs', { steps: {}, pushes: { brief, week } })
