import type { RenderPush } from '../../../bot/scene.ts'
import { isFresh } from '../../../domain/checkIn/checkIn.ts'
import { askLater, nextDayAsked } from '../../../services/reminders/answering.ts'
import { hasWeighedOn, lastCheckInOf } from '../../../services/reminders/facts.ts'
import { isWeighInInCard } from '../../../services/reminders/morning.ts'
import { ownDay, ownReminderOf } from '../../../services/reminders/ownDay.ts'
import { reminderPayload } from '../../../services/reminders/payload.ts'
import { checkInReminder, putOff, weighInReminder } from '../../../views/reminders/body.ts'
import { checkedIn, open as openCheckIn } from '../checkin/index.ts'
import { open as openWeighIn } from '../weighin.ts'
import { type Answer, type Answers, outOfDate, replace } from './answer.ts'

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

/** They do it some other time: that day, or else the next one on which they are asked. The thing itself stays a tap away. */
const later =
  (kind: 'weighIn' | 'checkIn'): Answer =>
  async (ctx, reminder) => {
    if (reminder.payload.reads === 'done') return outOfDate(ctx)
    const { turn, t } = ctx
    const at = (await askLater(turn, reminder)) ?? null
    const nextOn = at ? null : ((await nextDayAsked(turn, kind)) ?? null)
    const { timeZone } = turn.actor
    return replace(ctx, reminder, putOff(t, { kind, delivery: reminder.id, timeZone, at, nextOn }))
  }

export const weighInAnswers: Answers = { open: (ctx) => openWeighIn(ctx), later: later('weighIn') }
export const checkInAnswers: Answers = { open: (ctx) => openCheckIn(ctx), later: later('checkIn') }
