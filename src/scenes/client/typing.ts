import type { SpotterContext } from '../../bot/context.ts'
import type { Input } from '../../bot/input.ts'
import type { DoneSet } from '../../domain/workout/walk.ts'
import { lastTimeAtHand } from '../../services/workouts/logSet.ts'
import { type Said, correctMessage, sayTyped } from '../../services/workouts/typed.ts'
import { readWalk } from '../../services/workouts/walk.ts'
import { spelledText } from '../../views/workout/words.ts'
import { readerOf, showCard } from './showing.ts'
import { addNamed } from './tending.ts'

type Typed = Extract<Input, { kind: 'text' }>

/** `set 1: 8 × 60 kg; set 2: …` */
export function inWords(ctx: SpotterContext, sets: readonly DoneSet[]): string {
  return sets
    .map((set) => ctx.t('workout:numberedSet', { number: set.number, set: spelledText(readerOf(ctx), set) }))
    .join('; ')
}

function sayUnread(
  ctx: SpotterContext,
  code: Extract<Said, { kind: 'unread' }>['code'],
  edited: boolean,
): void {
  ctx.outcome.label = `unread ${code}`
  if (code === 'out-of-range') return ctx.notice(ctx.t('workout:outOfRange'))
  if (code === 'too-many') return ctx.notice(ctx.t('workout:tooMuchText'))
  return ctx.notice(edited ? ctx.t('workout:unreadEdit') : ctx.t('workout:unread'))
}

/** Says what was understood, above the card as it is now. */
export async function sayWhatCame(ctx: SpotterContext, said: Said, edited = false): Promise<void> {
  if (said.kind === 'unread') return sayUnread(ctx, said.code, edited)
  const { sets, item } = said
  ctx.outcome.label = `${said.kind} ${sets.length}`
  if (said.kind === 'logged') {
    const { walk, lastTime, takeAway } = said.logged
    if (takeAway !== null) ctx.takeAway(takeAway)
    ctx.notice(ctx.t('workout:understood', { name: item.name, sets: inWords(ctx, sets) }))
    return showCard(ctx, { walk, last: lastTime, doubtful: said.ambiguous })
  }
  const words = { name: item.name, sets: inWords(ctx, sets) }
  ctx.notice(sets.length > 0 ? ctx.t('workout:corrected', words) : ctx.t('workout:removedAll', words))
  const running = await readWalk(ctx.turn)
  if (running) showCard(ctx, { walk: running, last: await lastTimeAtHand(ctx.turn, running) })
  return undefined
}

/**
 * A changed message says anew what it logged. The newest one may not have been readable before: then it logs now.
 * Any other is none of ours.
 */
export async function takeEdited(ctx: SpotterContext, { text, messageId }: Typed): Promise<boolean> {
  if (ctx.turn.actor.role !== 'client') return false
  const corrected = await correctMessage(ctx.turn, messageId, text, messageId)
  const isNewest = messageId === ctx.conversation.presence.typedMessageId
  const fresh = { text, messageId, toCard: false, replyTo: null }
  const said = corrected ?? (isNewest ? await sayTyped(ctx.turn, fresh) : undefined)
  if (!said || (!corrected && said.kind === 'unread')) return false
  await sayWhatCame(ctx, said, true)
  return true
}

/** Typed words while a workout is under way; false when none is. */
export async function takeTyped(ctx: SpotterContext, input: Typed): Promise<boolean> {
  if (ctx.turn.actor.role !== 'client') return false
  const { text, messageId, replyTo } = input
  const { cardMessageId } = ctx.conversation.presence
  const toCard = replyTo !== null && replyTo === cardMessageId
  const said = await sayTyped(ctx.turn, { text, messageId, toCard, replyTo })
  if (said === undefined || said.kind === 'unread') {
    const walk = await readWalk(ctx.turn)
    if (!walk) return false
    if (walk.sessionId === null && said?.code !== 'out-of-range') {
      await addNamed(ctx, text)
      return true
    }
  }
  if (!said) return false
  await sayWhatCame(ctx, said)
  return true
}
