import type { SpotterContext } from '../../../bot/context.ts'
import { type RenderPush, goTo } from '../../../bot/scene.ts'
import type { Turn } from '../../../services/turn.ts'
import { foodDayOf, isLogDay } from '../../../services/meals/day.ts'
import { type Logged, type MealOfDay, eatAsPlanned, findMeal, skipMeal } from '../../../services/meals/log.ts'
import type { OwnReminder } from '../../../services/reminders/answering.ts'
import { ownReminderOf } from '../../../services/reminders/ownDay.ts'
import { timedName } from '../../../views/reminders/done.ts'
import { mealReminder } from '../../../views/reminders/meal.ts'
import { gone } from '../mealLogging.ts'
import { type Answer, type Answers, messageOf, over } from './answer.ts'

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

type Asked = NonNullable<OwnReminder['payload']['meal']>

const targetOf = ({ of, id }: Asked, date: string): MealOfDay => ({ date, of, id })

type Log = (turn: Turn, target: MealOfDay) => Promise<Logged | undefined>

/** A message that came twice, or of which nobody knew whether it came, reads so as well. */
function readDone(ctx: SpotterContext, reminder: OwnReminder, { status }: Logged): void {
  const { done } = ctx.turn
  const messageId = messageOf(ctx, reminder)
  if (messageId !== null && !done.some((one) => one.messageId === messageId))
    done.push({
      kind: reminder.kind,
      payload: reminder.payload,
      messageId,
      how: status === 'skipped' ? 'skipped' : 'done',
    })
}

const log =
  (act: Log): Answer =>
  async (ctx, reminder) => {
    const { date, meal: asked } = reminder.payload
    if (!asked) return ctx.toast(ctx.t('stale'))
    if (!isLogDay(ctx.turn, date)) return over(ctx, reminder)
    const logged = await act(ctx.turn, targetOf(asked, date))
    if (!logged) return gone(ctx, date)
    readDone(ctx, reminder, logged)
    ctx.outcome.label = `meal ${logged.outcome}`
    ctx.quiet()
    const { outcome, status } = logged
    const said = status === 'skipped' ? 'skipped' : outcome === 'already' ? 'already' : 'logged'
    return ctx.toast(ctx.t(`reminders:${said}`, { name: timedName(ctx.t, asked) }))
  }

const show: Answer = async (ctx, reminder) => {
  const { date, meal: asked } = reminder.payload
  if (!asked) return ctx.toast(ctx.t('stale'))
  if (!isLogDay(ctx.turn, date)) return over(ctx, reminder)
  if (!(await findMeal(ctx.turn, targetOf(asked, date)))) return gone(ctx, date)
  const { of, id } = asked
  return goTo(ctx, 'meals', 'photo', { day: date, meal: { of, id }, eaten: null })
}

export const mealAnswers: Answers = {
  ate: log((turn, target) => eatAsPlanned(turn, target)),
  skip: log((turn, target) => skipMeal(turn, target)),
  photo: show,
}
