import { localDate } from '../../domain/localTime.ts'
import type { Actor, Turn } from '../turn.ts'
import type { Unit } from '../unit.ts'
import { type ReminderPayload, reminderPayload } from './payload.ts'

/** A reminder that is about to be sent, and its recipient. */
export interface Sending {
  unit: Unit
  actor: Actor
  now: Date
  payload: unknown
}

/** A reminder for a day of its recipient's, read as they would read it themselves. */
export interface OwnDay {
  turn: Turn
  userId: number
  about: ReminderPayload
}

/** Undefined where it is no reminder, or its recipient no client who may read their own. */
export function ownReminderOf({ unit, actor, now, payload }: Sending): OwnDay | undefined {
  const about = reminderPayload(payload)
  const { userId, role, isActive } = actor
  if (!about || userId === null || role !== 'client' || !isActive) return undefined
  return { turn: { ...unit, actor, now }, userId, about }
}

/** The same, while the day is still the one that it is for: after midnight, or in another zone, it says nothing. */
export function ownDay(sending: Sending): OwnDay | undefined {
  const own = ownReminderOf(sending)
  return own && localDate(sending.now, sending.actor.timeZone) === own.about.date ? own : undefined
}
