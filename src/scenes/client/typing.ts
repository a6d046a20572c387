import type { SpotterContext } from '../../bot/context.ts'
import type { Input } from '../../bot/input.ts'
import type { RefusalCode } from '../../domain/refusals.ts'
import { sayAnew } from '../../services/workouts/ownMessages.ts'
import { sayTyped } from '../../services/workouts/typed.ts'
import { readWalk } from '../../services/workouts/walk.ts'
import { mayBeMeal } from '../people/letters.ts'
import { askHowMany, isReplyToCard, keepUnread, sayWhatCame } from './saying.ts'
import { addNamed } from './adding.ts'

type Typed = Extract<Input, { kind: 'text' }>

/**
 * A changed message says anew what it logged or corrected. One that a workout could not take may be readable now: then
 * it is taken. Any other is none of ours.
 */
export async function takeEdited(ctx: SpotterContext, input: Typed): Promise<boolean> {
  if (ctx.turn.actor.role !== 'client') return false
  const { text, messageId, replyTo } = input
  const anew = await sayAnew(ctx.turn, messageId, text)
  const { unread } = ctx.conversation
  const isUnread = !anew && unread?.messageId === messageId
  const said = isUnread ? await sayTyped(ctx.turn, { text, messageId, replyTo, toCard: unread.toCard }) : anew
  if (!said || (isUnread && said.kind === 'unread')) return false
  if (said.kind === 'doubtful') return askHowMany(ctx, said, input)
  if (isUnread) ctx.conversation.unread = null
  await sayWhatCame(ctx, said, true)
  return true
}

const refusedTyped: readonly RefusalCode[] = ['typeIt', 'noSuchSet', 'notSoMany', 'tooManySets']

/** Typed sets that were refused count as unread: they may be edited into something that can be taken. */
export function keepRefused(ctx: SpotterContext, code: RefusalCode): void {
  const { input } = ctx
  if (input.kind === 'text' && !input.edited && refusedTyped.includes(code)) keepUnread(ctx, input)
}

const isNoSet = (code: string): boolean => code === 'not-understood' || code === 'empty'

/** Where something else is open during a workout, words that are no set are about that. */
const isElsewhere = ({ place }: SpotterContext): boolean => place !== null && place.scene !== 'workout'

/** Typed words while a workout is under way; false when none is, and for what was said to another card. */
export async function takeTyped(ctx: SpotterContext, input: Typed): Promise<boolean> {
  if (ctx.turn.actor.role !== 'client') return false
  const { text, messageId, replyTo } = input
  const said = await sayTyped(ctx.turn, { text, messageId, replyTo, toCard: isReplyToCard(ctx, input) })
  if (said?.kind === 'unread' && isNoSet(said.code) && isElsewhere(ctx)) return false
  if (said === undefined || said.kind === 'unread') {
    const walk = await readWalk(ctx.turn)
    if (!walk) return false
    if (walk.sessionId === null && said?.code !== 'out-of-range' && !mayBeMeal(ctx)) {
      if (!(await addNamed(ctx, input))) keepUnread(ctx, input)
      return true
    }
    if (said) keepUnread(ctx, input)
  }
  if (!said) return false
  if (said.kind === 'doubtful') return askHowMany(ctx, said, input)
  await sayWhatCame(ctx, said)
  return true
}
