import type { ReminderKind } from '../../domain/enums.ts'
import { localDate } from '../../domain/localTime.ts'
import { type Pause as Rest, courseOf } from '../../domain/reminders/patience.ts'
import { type QuietHours, quietUntil } from '../../domain/reminders/quiet.ts'
import { type Wish, hostOf } from '../../domain/reminders/once.ts'
import { usual } from '../../domain/reminders/usual.ts'
import { type Standing, keptDays, remindersOf, standingOf } from '../../domain/reminders/wishes.ts'
import { formatTimestamp } from '../../entities/types.ts'
import { requireMember } from '../access.ts'
import { Refusal } from '../errors.ts'
import { saveSettings } from '../people/settings.ts'
import type { Turn } from '../turn.ts'
import { noteAnswered } from './answering.ts'
import { takesTurns } from './held.ts'
import { postponeHeld } from './heldNote.ts'
import { takenBy } from './patience.ts'
import { endRest, ownRest } from './peace.ts'
import { replan } from './planning.ts'
import { hoursOf } from './quietGate.ts'
import { wishesOf } from './rules.ts'

/** A pause of a kind of reminder. */
export interface Pause {
  /** The last local day of it, `YYYY-MM-DD`; null: until they resume, for they were left without an answer. */
  until: string | null
}

/** One kind of reminder as the actor wants it. */
export interface OwnKind extends Standing {
  kind: ReminderKind
  pause: Pause | null
  /** The kind in whose message it is said on days on which that comes. */
  host: ReminderKind | null
}

export interface OwnReminders {
  kinds: OwnKind[]
  /** A pause of everything that asks. */
  rest: Rest | null
  quiet: QuietHours
}

/** The kinds there are for the actor. Strangers: Refusal `notAllowed`. */
function ownKinds(turn: Turn): { userId: number; kinds: readonly ReminderKind[] } {
  const { userId } = requireMember(turn)
  return { userId, kinds: remindersOf(turn.actor.role) }
}

/** Refusal `notThere` for a kind there is not for the actor. */
function requireKind(turn: Turn, kind: ReminderKind): number {
  const { userId, kinds } = ownKinds(turn)
  if (!kinds.includes(kind)) throw new Refusal('notThere')
  return userId
}

const hasTurns = (turn: Turn, userId: number): Promise<boolean> =>
  takesTurns(turn.sql, userId, localDate(turn.now, turn.actor.timeZone))

async function pauseOf(turn: Turn, userId: number, kind: ReminderKind): Promise<Pause | null> {
  if (usual[kind].conduct !== 'nudge') return null
  const taken = await takenBy(turn.sql, userId, kind, localDate(turn.now, turn.actor.timeZone))
  const course = courseOf(taken, turn.now)
  return course === 'remind' || course === 'ask' ? null : { until: taken.pausedUntil }
}

/** All reminders of the actor, and their quiet hours. Strangers: Refusal `notAllowed`. */
export async function ownReminders(turn: Turn): Promise<OwnReminders> {
  const { userId, kinds } = ownKinds(turn)
  const wishes = (await wishesOf(turn.sql, [userId])).get(userId) ?? {}
  const { quiet } = await hoursOf(turn.sql, userId, turn.actor.timeZone)
  const inTurn = await hasTurns(turn, userId)
  const own: OwnKind[] = []
  for (const kind of kinds)
    own.push({
      kind,
      ...standingOf(kind, wishes[kind], inTurn),
      pause: await pauseOf(turn, userId, kind),
      host: hostOf(kind, wishes) ?? null,
    })
  return { kinds: own, rest: (await ownRest(turn)) ?? null, quiet }
}

/** One kind of reminder of the actor's, beside their quiet hours. Refusals: `notAllowed`, `notThere`. */
export async function ownReminder(turn: Turn, kind: ReminderKind): Promise<OwnKind & { quiet: QuietHours }> {
  requireKind(turn, kind)
  const { kinds, quiet } = await ownReminders(turn)
  const own = kinds.find((one) => one.kind === kind)
  if (!own) throw new Refusal('notThere')
  return { ...own, quiet }
}

/** Keeps what the actor wants of a kind; the rest stays. Null: as usual. Refusals: `notAllowed`, `notThere`, `noDaysLeft`. */
export async function wish(turn: Turn, kind: ReminderKind, change: Partial<Wish>): Promise<void> {
  const userId = requireKind(turn, kind)
  // Whoever switches it off or on has answered, and is asked anew some other time.
  if (change.isOn !== undefined) await noteAnswered(turn, [kind])
  const days = change.weekdays && keptDays(kind, change.weekdays, await hasTurns(turn, userId))
  if (change.weekdays && days === undefined) throw new Refusal('noDaysLeft')
  const values = {
    ...(change.isOn !== undefined && { is_on: change.isOn ? 1 : 0 }),
    ...(change.time !== undefined && { time_of_day: change.time }),
    ...(days !== undefined && { weekdays: days === null ? null : days.join() }),
  }
  const at = formatTimestamp(turn.now)
  await turn.sql
    .insertInto('reminder_rules')
    .values({ user_id: userId, kind, is_on: 1, ...values, created_at: at, updated_at: at })
    .onConflict((conflict) =>
      conflict.columns(['user_id', 'kind']).doUpdateSet({ ...values, updated_at: at }),
    )
    .execute()
  await replan(turn, userId, turn.now)
}

/** A weekday (0–6, Monday first) more or less. Refusals: `notAllowed`, `notThere`, `noDaysLeft`. */
export async function wishDay(turn: Turn, kind: ReminderKind, day: number, comes: boolean): Promise<void> {
  const { weekdays } = await ownReminder(turn, kind)
  const others = (weekdays ?? []).filter((one) => one !== day)
  return wish(turn, kind, { weekdays: comes ? [...others, day] : others })
}

/**
 * Ends the pause of a kind, and with it one of all kinds: what was left without an answer before counts no more.
 * Refusals: `notAllowed`, `notThere`.
 */
export async function resume(turn: Turn, kind: ReminderKind): Promise<void> {
  const userId = requireKind(turn, kind)
  if (await ownRest(turn)) return endRest(turn)
  await noteAnswered(turn, [kind])
  await turn.sql.deleteFrom('nudge_states').where('user_id', '=', userId).where('kind', '=', kind).execute()
  await replan(turn, userId, turn.now)
}

/** Keeps the actor's quiet hours; equal ones are none. What is held for the end of the old ones comes at that of the new. */
export async function keepQuiet(turn: Turn, quiet: QuietHours): Promise<void> {
  const { userId } = requireMember(turn)
  await saveSettings(turn, { quiet_from: quiet.from, quiet_to: quiet.to })
  await postponeHeld(turn, userId, quietUntil(turn.now, turn.actor.timeZone, quiet) ?? turn.now, turn.now)
  await replan(turn, userId, turn.now)
}
