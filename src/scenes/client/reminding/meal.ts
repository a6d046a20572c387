import type { SpotterContext } from '../../../bot/context.ts'
import { type RenderPush, goTo } from '../../../bot/scene.ts'
import type { Turn } from '../../../services/turn.ts'
import { foodDayOf } from '../../../services/meals/day.ts'
import { type Logged, type MealOfDay, eatAsPlanned, findMeal, skipMeal } from '../../../services/meals/log.ts'
import type { OwnReminder } from '../../../services/reminders/answering.ts'
import { ownReminderOf } from '../../../services/reminders/ownDay.ts'
import { mealReminder } from '../../../views/reminders/meal.ts'
import { gone, sayStands } from '../mealLogging.ts'
import { type Answers, messageOf } from './answer.ts'

/** Not of what is logged already, by whomever, nor of what the plan has no more. */
export const meal: RenderPush = async (push) => {
  const own = ownReminderOf(push)
  const asked = own?.about.meal
  if (!own || !asked) return undefined
  const { timeZone } = push.actor
  const day = await foodDayOf(push.unit.sql, { userId: own.userId, timeZone }, own.about.date)
  const found = day.meals.find(({ of, id }) => of === asked.of && id === asked.id)
  return found && !found.eaten ? mealReminder(push.t, found, push.id) : undefined
}

function targetOf({ payload: { date, meal: asked } }: OwnReminder): MealOfDay | undefined {
  return asked && { date, of: asked.of, id: asked.id }
}

type Log = (turn: Turn, target: MealOfDay) => Promise<Logged | undefined>

async function log(
  ctx: SpotterContext,
  reminder: OwnReminder,
  act: Log,
  word: 'logged' | 'skippedToast',
): Promise<void> {
  const target = targetOf(reminder)
  if (!target) return ctx.toast(ctx.t('stale'))
  const logged = await act(ctx.turn, target)
  if (!logged) return gone(ctx, target.date)
  const messageId = messageOf(ctx, reminder)
  const { done } = ctx.turn
  // A message that came twice, or of which nobody knew whether it came, is done as well.
  if (messageId !== null && !done.some((one) => one.messageId === messageId))
    done.push({ kind: reminder.kind, payload: reminder.payload, messageId, how: 'done' })
  ctx.quiet()
  return sayStands(ctx, target, logged.outcome, word)
}

async function show(ctx: SpotterContext, reminder: OwnReminder): Promise<void> {
  const target = targetOf(reminder)
  if (!target) return ctx.toast(ctx.t('stale'))
  if (!(await findMeal(ctx.turn, target))) return gone(ctx, target.date)
  const { date: day, of, id } = target
  return goTo(ctx, 'meals', 'photo', { day, meal: { of, id }, eaten: null })
}

export const mealAnswers: Answers = {
  ate: (ctx, reminder) => log(ctx, reminder, (turn, target) => eatAsPlanned(turn, target), 'logged'),
  skip: (ctx, reminder) => log(ctx, reminder, (turn, target) => skipMeal(turn, target), 'skippedToast'),
  photo: show,
}
