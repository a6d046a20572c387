import { zoneIsReal } from '../../domain/localTime.ts'
import { quietUntil } from '../../domain/reminders/quiet.ts'
import { requireMember } from '../access.ts'
import { endRestFor } from '../reminders/peace.ts'
import { postponeHeld } from '../reminders/heldNote.ts'
import { replan } from '../reminders/planning.ts'
import { hoursOf } from '../reminders/quietGate.ts'
import type { Turn } from '../turn.ts'
import { saveSettings } from './settings.ts'

/** Where the actor is at home, while they travel; null: where they are. IANA name. */
async function homeZone(turn: Turn): Promise<string | null> {
  const { userId } = requireMember(turn)
  const row = await turn.sql
    .selectFrom('user_settings')
    .select('home_time_zone')
    .where('user_id', '=', userId)
    .executeTakeFirst()
  const home = row?.home_time_zone ?? null
  return home !== null && zoneIsReal(home) ? home : null
}

/** The actor's days and hours are those of another zone from here on; what is held comes when their quiet hours end there. */
async function moveTo(turn: Turn, timeZone: string, home: string | null): Promise<void> {
  Intl.DateTimeFormat('en', { timeZone }).format(turn.now) // throws a RangeError
  await saveSettings(turn, { time_zone: timeZone, home_time_zone: home })
  turn.actor.timeZone = timeZone
  const { userId } = requireMember(turn)
  const { quiet } = await hoursOf(turn.sql, userId, timeZone)
  await postponeHeld(turn, userId, quietUntil(turn.now, timeZone, quiet) ?? turn.now, turn.now)
  await replan(turn, userId, turn.now)
}

/** Where the actor lives: a journey ends with it, unless it is where they are anyway. An unknown IANA name throws. */
export async function saveTimeZone(turn: Turn, timeZone: string): Promise<void> {
  return moveTo(turn, timeZone, timeZone === turn.actor.timeZone ? await homeZone(turn) : null)
}

/** Where the actor is on a journey; home is kept, however often they move on. An unknown IANA name throws. */
export async function travelTo(turn: Turn, timeZone: string): Promise<void> {
  const home = (await homeZone(turn)) ?? turn.actor.timeZone
  return moveTo(turn, timeZone, home === timeZone ? null : home)
}

/** The journey is over, and the pause of reminders for it. Whoever is at home stays there. */
export async function comeHome(turn: Turn): Promise<void> {
  const home = await homeZone(turn)
  if (home === null) return
  await moveTo(turn, home, null)
  await endRestFor(turn, 'travelling')
}
