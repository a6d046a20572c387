import type { SpotterContext } from '../../../bot/context.ts'
import type { RenderPush } from '../../../bot/scene.ts'
import { addDays, formatDate, formatTime } from '../../../domain/localTime.ts'
import { type OwnReminder, askLater, noteSaid } from '../../../services/reminders/answering.ts'
import { ownDay } from '../../../services/reminders/ownDay.ts'
import { missedToOffer, workoutDue } from '../../../services/reminders/training.ts'
import { localDay } from '../../../services/workouts/localDay.ts'
import { type TodayCard, todayCard } from '../../../services/workouts/today.ts'
import type { Actor } from '../../../services/turn.ts'
import { missedReminder, workoutReminder, workoutWhen } from '../../../views/reminders/training.ts'
import type { TodayData } from '../../../views/workout/today.ts'
import { type Answer, type Answers, outOfDate, replace, say } from './answer.ts'

export const dataFor = ({ timeZone, trainerId }: Actor, card: TodayCard): TodayData => ({
  ...card,
  timeZone,
  hasTrainer: trainerId !== null,
})

export const workout: RenderPush = async (push) => {
  const { actor, t, id } = push
  const own = ownDay(push)
  const card = own && (await workoutDue(own))
  return card && workoutReminder({ t, units: actor.units }, dataFor(actor, card), id)
}

export const missed: RenderPush = async (push) => {
  const { actor, t, id } = push
  const own = ownDay(push)
  const card = own && (await missedToOffer(own))
  return card && missedReminder({ t, units: actor.units }, dataFor(actor, card), id)
}

/** Of a day that is over nothing can be put off any more. */
const ofToday =
  (answer: Answer): Answer =>
  (ctx, reminder) => {
    const { date, reads } = reminder.payload
    if (reads === 'done') return outOfDate(ctx)
    if (date === localDay(ctx.turn).date) return answer(ctx, reminder)
    return say(ctx, reminder, ctx.t('reminders:workoutOver', { date: formatDate(date, ctx.t.language) }))
  }

async function putOff(ctx: SpotterContext, reminder: OwnReminder): Promise<void> {
  await noteSaid(ctx.turn, reminder, 'tomorrow')
  return say(ctx, reminder, ctx.t('reminders:workoutTomorrow'))
}

async function laterToday(ctx: SpotterContext, reminder: OwnReminder): Promise<void> {
  const at = await askLater(ctx.turn, reminder)
  if (!at) return putOff(ctx, reminder)
  const time = formatTime(at, ctx.turn.actor.timeZone, ctx.t.language)
  return say(ctx, reminder, ctx.t('reminders:workoutLater', { time }))
}

async function notToday(ctx: SpotterContext, reminder: OwnReminder): Promise<void> {
  await noteSaid(ctx.turn, reminder, 'no')
  return say(ctx, reminder, ctx.t('reminders:workoutNot'))
}

export const workoutAnswers: Answers = {
  when: ofToday((ctx, reminder) => replace(ctx, reminder, workoutWhen(ctx.t, reminder.id))),
  later: ofToday(laterToday),
  tomorrow: ofToday(putOff),
  no: ofToday(notToday),
}

/** However late: as long as it is open. */
async function skipMissed(ctx: SpotterContext, reminder: OwnReminder): Promise<void> {
  if (reminder.payload.reads === 'done') return outOfDate(ctx)
  const missedOn = addDays(reminder.payload.date, -1)
  const isOpen = (await todayCard(ctx.turn)).missed.some(({ date }) => date === missedOn)
  const isSkipped = isOpen || reminder.payload.said === 'skip'
  if (isOpen) await noteSaid(ctx.turn, reminder, 'skip')
  const date = formatDate(missedOn, ctx.t.language)
  return say(ctx, reminder, ctx.t(isSkipped ? 'reminders:missedSkipped' : 'reminders:missedOver', { date }))
}

export const missedAnswers: Answers = { skip: skipMissed }
