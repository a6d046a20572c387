import { sql as text } from 'kysely'
import type { PauseReason, ReminderKind } from '../../domain/enums.ts'
import { addDays, localDate } from '../../domain/localTime.ts'
import { nudges } from '../../domain/reminders/conduct.ts'
import { type Pause, pauseFor, restOfAll, restsAll } from '../../domain/reminders/patience.ts'
import { formatTimestamp } from '../../entities/types.ts'
import { requireMember } from '../access.ts'
import { owe } from '../deliveries.ts'
import type { Turn } from '../turn.ts'
import type { Unit } from '../unit.ts'
import { type OwnReminder, noteAnswered } from './answering.ts'
import { bringBack } from './bringBack.ts'
import { askedKinds, noteNudge, pausesOf } from './patience.ts'
import { replan } from './planning.ts'

const todayOf = ({ now, actor }: Turn): string => localDate(now, actor.timeZone)

/** The actor's pause of everything that asks; undefined when there is none today. Strangers: Refusal `notAllowed`. */
export async function ownRest(turn: Turn): Promise<Pause | undefined> {
  const { userId } = requireMember(turn)
  return restOfAll(await pausesOf(turn.sql, userId), todayOf(turn))
}

/** What told their coach of a rest that lasts says on which day it ended: they were not away from then on. */
async function noteEnded({ sql }: Turn, userId: number, today: string): Promise<void> {
  await sql
    .updateTable('deliveries')
    .set({ payload: text<string>`json_set(payload, '$.ended', ${addDays(today, -1)})` })
    .where('dedupe_key', '>=', `paused:${userId}:`)
    .where('dedupe_key', '<', `paused:${userId};`)
    .where(text<boolean>`payload ->> '$.until' >= ${today} and payload ->> '$.ended' is null`)
    .execute()
}

/** The actor is back: no kind is paused any more, and what was left without an answer before counts no more. */
export async function endRest(turn: Turn): Promise<void> {
  const { userId } = requireMember(turn)
  await noteAnswered(turn, nudges)
  await noteEnded(turn, userId, todayOf(turn))
  await turn.sql.deleteFrom('nudge_states').where('user_id', '=', userId).execute()
}

/** What shows that a pause for this reason is over ends it. False: there is none. */
export async function endRestFor(turn: Turn, reason: PauseReason): Promise<boolean> {
  if ((await ownRest(turn))?.reason !== reason) return false
  await endRest(turn)
  return true
}

/** What comes of somebody's reason. */
export interface Explained {
  /** The kinds it was said of. */
  kinds: readonly ReminderKind[]
  reason: PauseReason
  /** The last local day of the pause, `YYYY-MM-DD`; null: reminders go on. */
  until: string | null
}

type Told = Pick<Explained, 'kinds'> & Omit<Pause, 'kind'>

async function tellCoach(turn: Turn, { id }: OwnReminder, { kinds, reason, until }: Told): Promise<void> {
  const { now, actor } = turn
  const { userId: client, trainerId } = actor
  if (trainerId === null) return
  const about = restsAll(reason) ? { client, reason, until } : { client, reason, until, kinds }
  await owe(
    turn,
    {
      key: restsAll(reason) ? `paused:${client}:${reason}:${until}` : `paused:${id}`,
      kind: 'paused',
      recipientId: trainerId,
      payload: about,
      dueAt: now,
      expiresAt: new Date(now.getTime() + 24 * 3_600_000),
      valuable: true,
    },
    now,
  )
}

/** The kinds that a question is about: those it named, and those that came to nothing since and did not ask again. */
async function meantBy(turn: Turn, userId: number, { kind, payload }: OwnReminder): Promise<ReminderKind[]> {
  const standing = (await askedKinds(turn.sql, userId)).map((one) => one.kind)
  const meant = new Set([kind, ...(payload.asks ?? []), ...standing])
  return nudges.filter((one) => meant.has(one))
}

/**
 * Why reminders of some kinds come to nothing: they pause accordingly, all kinds for whoever is ill or away, and the coach
 * hears it once. Said again while it is so, of whichever kind, it changes nothing; another word on the same ones does. What
 * goes on and gave way to the question comes after all, while it is worth it.
 */
export async function sayWhy(turn: Turn, reminder: OwnReminder, reason: PauseReason): Promise<Explained> {
  const { userId } = requireMember(turn)
  const { now } = turn
  const kinds = await meantBy(turn, userId, reminder)
  const standing = await ownRest(turn)
  if (standing?.reason === reason) return { ...standing, kinds }
  const until = pauseFor(reason, todayOf(turn))
  if (restsAll(reason) || (standing && reason === 'fine')) await endRest(turn)
  else await noteAnswered(turn, kinds)
  const change = { reason, paused_until: until, asked_at: null, told_at: formatTimestamp(now) }
  // One row says it for all kinds.
  for (const kind of restsAll(reason) ? [reminder.kind] : kinds)
    await noteNudge(turn.sql, userId, kind, change, now)
  const rest = await ownRest(turn)
  // Whoever is ill is not less so for being busy with something.
  if (rest && rest.reason !== reason) return { ...rest, kinds }
  if (until !== null) await tellCoach(turn, reminder, { kinds, reason, until })
  else await bringBack(turn, userId, kinds)
  return { kinds, reason, until }
}

/** Ends the pause that was the answer to a question: of all kinds it was about, or of everything. */
export async function resumeAll(turn: Turn, { kind, payload }: OwnReminder): Promise<void> {
  const { userId } = requireMember(turn)
  if (await ownRest(turn)) return endRest(turn)
  const kinds = payload.asks ?? [kind]
  await noteAnswered(turn, kinds)
  await turn.sql.deleteFrom('nudge_states').where('user_id', '=', userId).where('kind', 'in', kinds).execute()
  await replan(turn, userId, turn.now)
}

/** Whether a client still has the pause their coach is to hear of, or heard of. `timeZone`: theirs. */
export async function isStillPaused(
  { sql }: Pick<Unit, 'sql'>,
  { userId, timeZone, now }: { userId: number; timeZone: string; now: Date },
  { reason, until }: Pick<Pause, 'reason' | 'until'>,
): Promise<boolean> {
  const pauses = until < localDate(now, timeZone) ? [] : await pausesOf(sql, userId)
  return pauses.some((one) => one.reason === reason && one.until === until)
}
