import { setImmediate as giveWay } from 'node:timers/promises'
import type { MikroORM } from '@mikro-orm/sqlite'
import { addDays, localDate, zoneOr } from '../../domain/localTime.ts'
import type { Wishes } from '../../domain/reminders/once.ts'
import { type Held, clientSlots, coachSlots } from '../../domain/reminders/slots.ts'
import { formatTimestamp } from '../../entities/types.ts'
import { type Sql, type Unit, inUnit } from '../unit.ts'
import { prunedThrough } from '../deliveryPruning.ts'
import { heldOn } from './held.ts'
import { forgetLost } from './lost.ts'
import { wishesOf } from './rules.ts'
import { type PlannedSlot, writeSlots } from './slotRows.ts'

/** Somebody whose reminders are made. */
interface Planned {
  userId: number
  role: 'client' | 'coach'
  /** IANA name */
  zone: string
  /** The last of their local days that is made already; null: none. */
  through: string | null
}

/** Days ahead of the present one whose reminders are made. */
const daysAhead = 1
/** People planned in one transaction: others wait for it. */
const perUnit = 100

const people = (sql: Sql) =>
  sql
    .selectFrom('users as u')
    .innerJoin('telegram_accounts as a', 'a.user_id', 'u.id')
    .leftJoin('user_settings as s', 's.user_id', 'u.id')
    .leftJoin('reminder_horizons as h', 'h.user_id', 'u.id')
    .select(['u.id', 'u.role', 's.time_zone', 'h.planned_through'])
    .where('u.is_active', '=', 1)
    .where('a.chat_state', '=', 'reachable')

type Row = Awaited<ReturnType<ReturnType<typeof people>['execute']>>[number]

function plannedOf(row: Row, defaultZone: string): Planned {
  const { id, role, time_zone, planned_through } = row
  return {
    userId: id,
    role: role === 'client' ? 'client' : 'coach',
    zone: zoneOr(time_zone, defaultZone),
    through: planned_through,
  }
}

/**
 * The days of people that are to be made, people by day: each day is read for all of them at once. None up to `pruned`:
 * it may have been sent already.
 */
function byDay(those: readonly Planned[], now: Date, pruned: string | undefined): Map<string, Planned[]> {
  const days = new Map<string, Planned[]>()
  for (const one of those) {
    const today = localDate(now, one.zone)
    const last = addDays(today, daysAhead)
    const { through } = one
    const first = through !== null && through >= today && through < last ? addDays(through, 1) : today
    for (let date = first; date <= last; date = addDays(date, 1)) {
      if (pruned !== undefined && date <= pruned) continue
      const ofDay = days.get(date) ?? []
      ofDay.push(one)
      days.set(date, ofDay)
    }
  }
  return days
}

async function slotsFor(sql: Sql, those: readonly Planned[], now: Date): Promise<PlannedSlot[]> {
  const wishes = await wishesOf(
    sql,
    those.map(({ userId }) => userId),
  )
  const slots: PlannedSlot[] = []
  for (const [date, ofDay] of byDay(those, now, await prunedThrough(sql))) {
    const clients = ofDay.flatMap(({ role, userId }) => (role === 'client' ? [userId] : []))
    const held: Map<number, Held> = await heldOn(sql, clients, date)
    for (const { userId, role, zone } of ofDay) {
      const wished: Wishes = wishes.get(userId) ?? {}
      const day = held.get(userId)
      const made = role === 'client' ? (day ? clientSlots(wished, date, day) : []) : coachSlots(wished, date)
      for (const slot of made) slots.push({ userId, zone, slot })
    }
  }
  return slots
}

async function noteHorizon(sql: Sql, those: readonly Planned[], now: Date): Promise<void> {
  if (those.length === 0) return
  await sql
    .insertInto('reminder_horizons')
    .values(
      those.map(({ userId, zone }) => ({
        user_id: userId,
        planned_through: addDays(localDate(now, zone), daysAhead),
      })),
    )
    .onConflict((conflict) =>
      conflict
        .column('user_id')
        .doUpdateSet((eb) => ({ planned_through: eb.ref('excluded.planned_through') })),
    )
    .execute()
}

async function plan(unit: Pick<Unit, 'sql' | 'due'>, those: readonly Planned[], now: Date): Promise<void> {
  await writeSlots(unit, await slotsFor(unit.sql, those, now), now)
  await noteHorizon(unit.sql, those, now)
}

/** A horizon of somebody whose reminders are to be made anew. */
const undone = '0001-01-01'

/**
 * Has somebody's reminders made anew, after a change of their hours, zone or plans, in the unit that changes it: what was
 * not sent goes, and what was sent for a local day is not sent again for it. The planner makes them right after the commit.
 */
export async function replan(
  { sql, due }: Pick<Unit, 'sql' | 'due'>,
  userId: number,
  now: Date,
): Promise<void> {
  const gone = await sql
    .deleteFrom('deliveries')
    .where('recipient_id', '=', userId)
    .where('local_date', 'is not', null)
    .where('state', '=', 'due')
    // What has perhaps arrived, and waits to be sent once more, is not made anew.
    .where('attempts', '=', 0)
    .where('due_at', '>', formatTimestamp(now))
    // What they put off themselves is in no rule: nobody would make it again.
    .where('dedupe_key', 'not like', '%:later')
    .returning(['recipient_id', 'payload'])
    .execute()
  await forgetLost(sql, gone)
  await sql
    .insertInto('reminder_horizons')
    .values({ user_id: userId, planned_through: undone })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet({ planned_through: undone }))
    .execute()
  due.at = due.at === null || now < due.at ? now : due.at
}

/** How far a round of planning came. */
export interface PlanningRound {
  /** People whose days were made. */
  planned: number
  /** The earliest of what was made. */
  due: Date | null
}

/** The earlier of two moments; null is none. */
export const earlier = (one: Date | null, other: Date | null): Date | null =>
  one === null || (other !== null && other < one) ? other : one

/** Rounds over some people at a time, until `some` has no next. Others' turns come in between. */
async function inRounds(
  some: (after: number) => Promise<PlanningRound & { next: number | undefined }>,
): Promise<PlanningRound> {
  const round: PlanningRound = { planned: 0, due: null }
  for (let after: number | undefined = 0; after !== undefined;) {
    const { next, planned, due } = await some(after)
    round.planned += planned
    round.due = earlier(round.due, due)
    // Statements on this connection never wait: without this nobody else would get a word in.
    await giveWay()
    after = next
  }
  return round
}

/** Makes the reminders of those who are to be made anew. */
export function planUndone(orm: MikroORM, now: Date, defaultZone: string): Promise<PlanningRound> {
  return inRounds((after) =>
    planSome(orm, now, defaultZone, (query) =>
      query.where('h.planned_through', '=', undone).where('u.id', '>', after),
    ),
  )
}

/**
 * Makes the reminders of everybody whose next local day is not made yet, some people to a transaction, so that others'
 * turns come in between. Called every hour and at start; a call that is missed costs nothing but time.
 */
export function planAll(orm: MikroORM, now: Date, defaultZone: string): Promise<PlanningRound> {
  return inRounds((after) => planSome(orm, now, defaultZone, (query) => query.where('u.id', '>', after)))
}

function planSome(
  orm: MikroORM,
  now: Date,
  defaultZone: string,
  those: (query: ReturnType<typeof people>) => ReturnType<typeof people>,
): Promise<PlanningRound & { next: number | undefined }> {
  return inUnit(orm, 'reminders.plan', async (unit) => {
    const rows = await those(people(unit.sql)).orderBy('u.id').limit(perUnit).execute()
    const wanting = rows
      .map((row) => plannedOf(row, defaultZone))
      // A horizon further away is from a clock that was ahead.
      .filter(({ through, zone }) => through !== addDays(localDate(now, zone), daysAhead))
    await plan(unit, wanting, now)
    const next = rows.length < perUnit ? undefined : rows.at(-1)?.id
    return { next, planned: wanting.length, due: unit.due.at }
  })
}
