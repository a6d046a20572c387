import { sql as text } from 'kysely'
import type { ReminderKind } from '../../domain/enums.ts'
import { localDate } from '../../domain/localTime.ts'
import { nudges } from '../../domain/reminders/conduct.ts'
import {
  type Course,
  type OpenQuestion,
  type Taken,
  courseOf,
  standsAlone,
} from '../../domain/reminders/patience.ts'
import { formatTimestamp } from '../../entities/types.ts'
import type { ClaimedDelivery } from '../deliveries.ts'
import type { Sql, Unit } from '../unit.ts'
import { askedKinds, forgetAsking, noteNudge, takenBy } from './patience.ts'
import { reminderPayload } from './payload.ts'
import { lastActed } from './presence.ts'
import { hoursOf } from './quietGate.ts'
import { wishesOf } from './rules.ts'
import { tellUnanswered } from './unanswered.ts'

/** The kinds that are asked about in place of a reminder; undefined where it is no question. */
async function askedIn(sql: Sql, deliveryId: number): Promise<readonly ReminderKind[] | undefined> {
  const { payload } = await sql
    .selectFrom('deliveries')
    .select('payload')
    .where('id', '=', deliveryId)
    .executeTakeFirstOrThrow()
  return reminderPayload(JSON.parse(payload))?.asks
}

/** They are asked why, in place of this reminder; it may be worded several times before it gets out. */
async function noteAsking(sql: Sql, deliveryId: number, kinds: readonly ReminderKind[]): Promise<void> {
  await sql
    .updateTable('deliveries')
    .set({ payload: text<string>`json_set(payload, '$.asks', json(${JSON.stringify(kinds)}))` })
    .where('id', '=', deliveryId)
    .execute()
}

/** It reminds after all: they answered before the question got out. */
async function unnoteAsking(sql: Sql, deliveryId: number): Promise<void> {
  await sql
    .updateTable('deliveries')
    .set({ payload: text<string>`json_remove(payload, '$.asks')` })
    .where('id', '=', deliveryId)
    .execute()
}

/** The question beside which somebody is asked no other. */
async function openQuestion(
  sql: Sql,
  userId: number,
  asked: readonly OpenQuestion[],
  now: Date,
): Promise<OpenQuestion | undefined> {
  const [latest] = asked.toSorted((a, b) => b.askedAt.getTime() - a.askedAt.getTime())
  return latest && standsAlone(latest, await lastActed(sql, userId), now) ? latest : undefined
}

/** A reminder that is about to be sent, and the local day of its recipient. */
interface Due {
  id: number
  userId: number
  kind: ReminderKind
  today: string
  now: Date
  /** Of whoever has none of their own, IANA. */
  defaultZone: string
}

/** One question for all kinds that came to nothing: this one, those whose question stands, and those that are next. */
async function ask({ sql }: Unit, { id, userId, kind, today, now }: Due): Promise<readonly ReminderKind[]> {
  const wishes = (await wishesOf(sql, [userId])).get(userId) ?? {}
  const named = new Map<ReminderKind, Taken>()
  for (const one of nudges) {
    const taken = await takenBy(sql, userId, one, today)
    const isSilent = taken.pausedUntil === null && courseOf(taken, now) !== 'remind'
    if (one === kind || (isSilent && wishes[one]?.isOn !== false)) named.set(one, taken)
  }
  const kinds = [...named.keys()]
  await noteAsking(sql, id, kinds)
  for (const [one, { toldAt }] of named) {
    const told_at = toldAt && formatTimestamp(toldAt)
    await noteNudge(
      sql,
      userId,
      one,
      { asked_at: formatTimestamp(now), told_at, reason: null, paused_until: null },
      now,
    )
  }
  return kinds
}

/** Says to their coach, once, which kinds they were asked about in vain. */
async function tell(unit: Unit, { userId, now, defaultZone }: Due): Promise<void> {
  const untold = (await askedKinds(unit.sql, userId)).filter(({ toldAt }) => toldAt === null)
  const kinds = nudges.filter((kind) => untold.some((one) => one.kind === kind))
  for (const kind of kinds) await noteNudge(unit.sql, userId, kind, { told_at: formatTimestamp(now) }, now)
  await tellUnanswered(unit, { clientId: userId, defaultZone }, now)
}

/** What becomes of a nudge, and the kinds that are asked about where it gives way to the question why. */
export type Taking =
  | { course: 'remind' }
  | { course: 'leave' }
  | { course: 'ask'; kinds: readonly ReminderKind[] }

async function follow(unit: Unit, due: Due, course: Course, open: OpenQuestion | undefined): Promise<Taking> {
  const { userId, kind, now } = due
  if (course === 'ask') return { course, kinds: await ask(unit, due) }
  if (course === 'tell') await tell(unit, due)
  if (course === 'join' && open) {
    const change = {
      asked_at: formatTimestamp(open.askedAt),
      told_at: open.toldAt && formatTimestamp(open.toldAt),
    }
    await noteNudge(unit.sql, userId, kind, { ...change, reason: null, paused_until: null }, now)
  }
  return course === 'remind' ? { course } : { course: 'leave' }
}

/**
 * What becomes of a nudge that would be sent now, by how its recipient took the last ones; notes that they are asked, and
 * has their coach told once.
 */
export async function takeCourse(
  unit: Unit,
  {
    id,
    recipientId: userId,
    kind,
    payload,
  }: Pick<ClaimedDelivery, 'id' | 'recipientId' | 'payload'> & { kind: ReminderKind },
  now: Date,
  defaultZone: string,
): Promise<Taking> {
  // Another program may have switched it off, or they did after they had put it off.
  if ((await wishesOf(unit.sql, [userId])).get(userId)?.[kind]?.isOn === false) return { course: 'leave' }
  const { zone } = await hoursOf(unit.sql, userId, defaultZone)
  const due: Due = { id, userId, kind, today: localDate(now, zone), now, defaultZone }
  const taken = await takenBy(unit.sql, userId, kind, due.today)
  const asked = await askedKinds(unit.sql, userId)
  // A question of before the plan they have now is none any more.
  if (taken.askedAt === null && asked.some((one) => one.kind === kind))
    await forgetAsking(unit, userId, [kind])
  const others = asked.filter((one) => one.kind !== kind)
  const isTooMuch = courseOf(taken, now) === 'ask'
  const open = isTooMuch ? await openQuestion(unit.sql, userId, others, now) : undefined
  const course = courseOf(taken, now, open)
  if (course === 'remind' && reminderPayload(payload)?.asks) await unnoteAsking(unit.sql, id)
  const kinds = course === 'leave' && taken.pausedUntil === null ? await askedIn(unit.sql, id) : undefined
  return kinds ? { course: 'ask', kinds } : follow(unit, due, course, open)
}
