import type { RenderPush } from '../../../bot/scene.ts'
import { isFresh } from '../../../domain/checkIn/checkIn.ts'
import { hasWeighedOn, lastCheckInOf } from '../../../services/reminders/facts.ts'
import { isWeighInInCard } from '../../../services/reminders/morning.ts'
import { ownDay, ownReminderOf } from '../../../services/reminders/ownDay.ts'
import { reminderPayload } from '../../../services/reminders/payload.ts'
import { checkInReminder, weighInReminder } from '../../../views/reminders/body.ts'
import { checkedIn, open as openCheckIn } from '../checkin/index.ts'
import { open as openWeighIn } from '../weighin.ts'
import { type Answers, later } from './answer.ts'

export const weighIn: RenderPush = async (push) => {
  const { unit, actor, t, id } = push
  const own = ownReminderOf(push)
  if (!own || (await hasWeighedOn(unit.sql, own.userId, own.about.date, actor.timeZone))) return undefined
  if (await isWeighInInCard(own)) return undefined
  return weighInReminder({ t, units: actor.units }, id)
}

export const checkIn: RenderPush = async (push) => {
  // A trainer's news of a check-in went by this kind in released versions.
  if (!reminderPayload(push.payload)) return checkedIn(push)
  const own = ownDay(push)
  if (!own) return undefined
  const { date } = own.about
  const { sent, isBegun } = await lastCheckInOf(own.turn, own.userId, date)
  return isFresh(sent, date) ? undefined : checkInReminder(push.t, { delivery: push.id, isBegun })
}

export const weighInAnswers: Answers = { open: (ctx) => openWeighIn(ctx), later }
export const checkInAnswers: Answers = { open: (ctx) => openCheckIn(ctx), later }
