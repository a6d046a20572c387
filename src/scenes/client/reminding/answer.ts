import type { SpotterContext } from '../../../bot/context.ts'
import type { OwnReminder } from '../../../services/reminders/answering.ts'
import { saidOf } from '../../../views/reminders/training.ts'
import type { View } from '../../../views/view.ts'

/** What a button under a reminder does; that it was answered is noted already. */
export type Answer = (ctx: SpotterContext, reminder: OwnReminder) => void | Promise<void>
export type Answers = Record<string, Answer>

/** The message that was tapped: of a reminder that may have arrived, nobody else knows it. */
export function messageOf({ input }: SpotterContext, { messageId }: OwnReminder): number | null {
  return (input.kind === 'tap' ? input.messageId : null) ?? messageId
}

/** Puts something else where the reminder stands, and no card below it. */
export function replace(ctx: SpotterContext, reminder: OwnReminder, view: View): void {
  const messageId = messageOf(ctx, reminder)
  if (messageId !== null) ctx.amend(messageId, view)
  ctx.quiet()
}

/** Puts a word where the reminder stands. */
export const say = (ctx: SpotterContext, reminder: OwnReminder, html: string): void =>
  replace(ctx, reminder, saidOf(html))

/** Its day is over: the message says so, and nothing can be tapped under it any more. */
export function over(ctx: SpotterContext, reminder: OwnReminder): void {
  const messageId = messageOf(ctx, reminder)
  const { kind, payload } = reminder
  if (messageId !== null) ctx.turn.done.push({ kind, payload, messageId, how: 'over' })
  ctx.quiet()
}

/** The message tells what became of it. */
export function outOfDate(ctx: SpotterContext): void {
  ctx.toast(ctx.t('stale'))
  ctx.quiet()
}
