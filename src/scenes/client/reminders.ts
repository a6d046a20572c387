import { z } from 'zod'
import type { SpotterContext } from '../../bot/context.ts'
import { type RenderPush, type Scene, scene } from '../../bot/scene.ts'
import { type ReminderKind, pauseReasons, reminderKinds } from '../../domain/enums.ts'
import { isNudge } from '../../domain/reminders/conduct.ts'
import { noteAnswered, ownReminder } from '../../services/reminders/answering.ts'
import { endRest, resumeAll, sayWhy } from '../../services/reminders/peace.ts'
import { backAgain, paused } from '../../views/reminders/paused.ts'
import { whyNot as whyNotView } from '../../views/reminders/whyNot.ts'
import { type Answers, replace } from './reminding/answer.ts'
import { checkIn, checkInAnswers, weighIn, weighInAnswers } from './reminding/body.ts'
import { morning, morningAnswers, planEnd } from './reminding/day.ts'
import { meal, mealAnswers } from './reminding/meal.ts'
import { missed, missedAnswers, workout, workoutAnswers } from './reminding/training.ts'

const Kinds = z.object({ kinds: z.array(z.enum(reminderKinds)) })
const Reason = z.enum(pauseReasons)

const whyNot: RenderPush = async ({ actor, t, payload, id }) =>
  whyNotView(t, { kinds: Kinds.parse(payload).kinds, delivery: id, hasTrainer: actor.trainerId !== null })

const answers: Partial<Record<ReminderKind, Answers>> = {
  morning: morningAnswers,
  meal: mealAnswers,
  workout: workoutAnswers,
  missed: missedAnswers,
  weighIn: weighInAnswers,
  checkIn: checkInAnswers,
}

/** Whatever it is, it is an answer: whoever gives one is not asked why. */
async function answer(ctx: SpotterContext, delivery: number, what: string): Promise<void> {
  const reminder = await ownReminder(ctx.turn, delivery)
  await noteAnswered(ctx.turn, [reminder.kind])
  const own = new Map(Object.entries(answers[reminder.kind] ?? {})).get(what)
  return own ? own(ctx, reminder) : ctx.toast(ctx.t('stale'))
}

async function explain(ctx: SpotterContext, delivery: number, said: string): Promise<void> {
  const reminder = await ownReminder(ctx.turn, delivery)
  const reason = Reason.safeParse(said)
  if (!reason.success) return ctx.toast(ctx.t('stale'))
  const explained = await sayWhy(ctx.turn, reminder, reason.data)
  const hasTrainer = ctx.turn.actor.trainerId !== null
  return replace(ctx, reminder, paused(ctx.t, { delivery, hasTrainer, ...explained }))
}

/** Said under the answer to the question why, which turns to it, or under a card that stays. */
async function comeBack(ctx: SpotterContext, delivery: number): Promise<void> {
  const reminder = await ownReminder(ctx.turn, delivery)
  if (isNudge(reminder.kind)) {
    await resumeAll(ctx.turn, reminder)
    return replace(ctx, reminder, backAgain(ctx.t))
  }
  await endRest(ctx.turn)
  ctx.toast(ctx.t('reminders:backAgain'))
  return ctx.quiet()
}

/** Reminders that ask, and what clients answer. */
export const reminders: Scene = scene('reminders', {
  steps: {},
  taps: {
    answerReminder: (ctx, { delivery, answer: what }) => answer(ctx, delivery, what),
    sayWhy: (ctx, { delivery, reason }) => explain(ctx, delivery, reason),
    amBack: (ctx, { delivery }) => comeBack(ctx, delivery),
  },
  pushes: { whyNot, morning, workout, meal, weighIn, checkIn, missed, planEnd },
})
