import type { SpotterContext } from '../../bot/context.ts'
import { type Typed, type TypedIn, goTo } from '../../bot/scene.ts'
import { isWorkoutLeft } from '../../domain/leftStanding.ts'
import { plausibleWeight } from '../../services/weighIns/plausible.ts'
import { readAsSet } from '../../services/workouts/asSet.ts'
import { saidNow, take, todayOf } from './weighing.ts'
import { trainedAt } from './weightAsked.ts'

/** A number under a workout that was left may be a weight, though nobody asked for one: it is no set before they say so. */
export async function askOfLeft(ctx: SpotterContext, { text }: Typed, at: TypedIn): Promise<boolean> {
  const said = saidNow(ctx, text.trim())
  if (!at.isFree || !(await plausibleWeight(ctx.turn, said.text))) return false
  const asSet = await readAsSet(ctx.turn, said.text)
  const { now, actor } = ctx.turn
  if (!asSet || !isWorkoutLeft(trainedAt(ctx, asSet), now, actor.timeZone)) return false
  goTo(ctx, 'weighin', 'orSet', { ...said, left: at.awaits ? ctx.place : null })
  return true
}

/** What nothing else could be made of is a weight after all, of the day on which it was typed; what they are about goes on. */
export function takeUnread(ctx: SpotterContext, button: { message: number; day: string }): Promise<void> {
  const { unread } = ctx.conversation
  const { message, day } = button
  if (unread?.messageId !== message || unread.text === undefined || day > todayOf(ctx)) {
    ctx.toast(ctx.t('stale'))
    return Promise.resolve()
  }
  ctx.conversation.unread = null
  const left = ctx.place?.scene === 'weighin' ? null : ctx.place
  return take(ctx, { ...saidNow(ctx, unread.text.trim()), message, today: day, left })
}
