import type { SpotterContext } from '../../bot/context.ts'
import type { Input } from '../../bot/input.ts'
import { goTo } from '../../bot/scene.ts'
import type { RefusalCode } from '../../domain/refusals.ts'
import type { DoneSet } from '../../domain/workout/walk.ts'
import { lastTimeAtHand } from '../../services/workouts/logSet.ts'
import { sayAnew } from '../../services/workouts/ownMessages.ts'
import type { Changed, Doubtful, Said, SaidSets } from '../../services/workouts/saying.ts'
import { sayTyped } from '../../services/workouts/typed.ts'
import { readWalk } from '../../services/workouts/walk.ts'
import { spelledText } from '../../views/workout/words.ts'
import { readerOf, showCard } from './showing.ts'
import { mayBeMeal, offerPlaces } from '../people/letters.ts'
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
  if (!edited && code !== 'out-of-range') offerPlaces(ctx)
  if (code === 'out-of-range') return ctx.notice(ctx.t('workout:outOfRange'))
  if (code === 'too-many') return ctx.notice(ctx.t('workout:tooMuchText'))
  if (edited) return ctx.notice(ctx.t('workout:unreadEdit'))
  return ctx.notice(mayBeMeal(ctx) ? ctx.t('meals:unplacedFood') : ctx.t('workout:unread'))
}

function linesOf(ctx: SpotterContext, said: Changed | SaidSets): string[] {
  const line = (
    key: 'understood' | 'corrected' | 'asBefore' | 'takenAway',
    sets: readonly DoneSet[],
  ): string[] =>
    sets.length === 0 ? [] : [ctx.t(`workout:${key}`, { name: said.item.name, sets: inWords(ctx, sets) })]
  if (said.kind === 'logged') return line('understood', said.sets)
  const { sets, asBefore, gone, added, notAdded } = said
  return [
    ...line('corrected', sets),
    ...line('asBefore', asBefore),
    ...line('takenAway', gone),
    ...line('understood', added?.sets ?? []),
    ...(notAdded > 0 ? [ctx.t('workout:notAdded', { count: notAdded })] : []),
  ]
}

/** Says what was understood, above the card as it is now. */
export async function sayWhatCame(
  ctx: SpotterContext,
  said: Exclude<Said, Doubtful>,
  edited = false,
): Promise<void> {
  if (said.kind === 'unread') return sayUnread(ctx, said.code, edited)
  ctx.outcome.label = `${said.kind} ${said.sets.length}`
  ctx.notice(linesOf(ctx, said).join('\n'))
  const fresh = said.kind === 'logged' ? said : said.added
  if (fresh) {
    const { walk, lastTime, takeAway } = fresh.logged
    if (takeAway !== null) ctx.takeAway(takeAway)
    return showCard(ctx, { walk, last: lastTime, doubtful: fresh.ambiguous })
  }
  const running = await readWalk(ctx.turn)
  if (running) return showCard(ctx, { walk: running, last: await lastTimeAtHand(ctx.turn, running) })
  const isFree = ctx.place === null || ctx.place.scene === 'workout'
  if (said.kind === 'corrected' && said.notAdded > 0 && isFree)
    goTo(ctx, 'workout', 'summary', { workout: said.walk.id })
  return undefined
}

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

const isReplyToCard = (ctx: SpotterContext, { replyTo }: Typed): boolean =>
  replyTo !== null && replyTo === ctx.conversation.presence.cardMessageId

function keepUnread(ctx: SpotterContext, input: Typed): void {
  const { messageId, text } = input
  ctx.conversation.unread = { messageId, text, toCard: isReplyToCard(ctx, input) }
}

/** Until it is answered the message is as one that was not read: it may be edited into what was meant. */
function askHowMany(ctx: SpotterContext, { item }: Doubtful, input: Typed): true {
  const { messageId, text } = input
  ctx.outcome.label = 'doubtful'
  keepUnread(ctx, input)
  goTo(ctx, 'workout', 'doubtful', { item: item.id, text, messageId })
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
      if (!(await addNamed(ctx, text))) keepUnread(ctx, input)
      return true
    }
    if (said) keepUnread(ctx, input)
  }
  if (!said) return false
  if (said.kind === 'doubtful') return askHowMany(ctx, said, input)
  await sayWhatCame(ctx, said)
  return true
}
