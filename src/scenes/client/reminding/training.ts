import type { SpotterContext } from '../../../bot/context.ts'
import type { RenderPush } from '../../../bot/scene.ts'
import { formatTime } from '../../../domain/localTime.ts'
import { type OwnReminder, askLater, noteSaid } from '../../../services/reminders/answering.ts'
import { ownDay } from '../../../services/reminders/ownDay.ts'
import { missedToOffer, workoutDue } from '../../../services/reminders/training.ts'
import { localDay } from '../../../services/workouts/localDay.ts'
import type { TodayCard } from '../../../services/workouts/today.ts'
import type { Actor } from '../../../services/turn.ts'
import { missedReminder, workoutReminder, workoutWhen } from '../../../views/reminders/training.ts'
import type { TodayData } from '../../../views/workout/today.ts'
import { type Answer, type Answers, over, replace, say } from './answer.ts'

export const dataFor = ({ timeZone, trainerId }: Actor, card: TodayCard): TodayData => ({
  ...card,
  timeZone,
  hasTrainer: trainerId !== null,
})

export const workout: RenderPush = async (push) => {
  const { actor, t, id } = push
  const own = ownDay(push)
  const card = own && (await workoutDue(own.turn))
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
    if (reminder.payload.date === localDay(ctx.turn).date) return answer(ctx, reminder)
    return over(ctx, reminder)
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

export const missedAnswers: Answers = {
  skip: ofToday(async (ctx, reminder) => {
    await noteSaid(ctx.turn, reminder, 'skip')
    return say(ctx, reminder, ctx.t('reminders:missedSkipped'))
  }),
}
