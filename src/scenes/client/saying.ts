import type { SpotterContext } from '../../bot/context.ts'
import type { Input } from '../../bot/input.ts'
import { goTo } from '../../bot/scene.ts'
import type { DoneSet } from '../../domain/workout/walk.ts'
import { lastTimeAtHand } from '../../services/workouts/logSet.ts'
import type { Changed, Doubtful, Said, SaidSets } from '../../services/workouts/saying.ts'
import { readWalk } from '../../services/workouts/walk.ts'
import { spelledText } from '../../views/workout/words.ts'
import { mayBeMeal, offerPlaces } from '../people/letters.ts'
import { readerOf, showCard } from './showing.ts'

type Typed = Extract<Input, { kind: 'text' }>

/** `set 1: 8 × 60 kg; set 2: …` */
export function inWords(ctx: SpotterContext, sets: readonly DoneSet[]): string {
  return sets
    .map((set) => ctx.t('workout:numberedSet', { number: set.number, set: spelledText(readerOf(ctx), set) }))
    .join('; ')
}

async function sayUnread(
  ctx: SpotterContext,
  code: Extract<Said, { kind: 'unread' }>['code'],
  edited: boolean,
): Promise<void> {
  ctx.outcome.label = `unread ${code}`
  if (!edited && code !== 'out-of-range') await offerPlaces(ctx)
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

/** It replies to the card. */
export const isReplyToCard = (ctx: SpotterContext, { replyTo }: Pick<Typed, 'replyTo'>): boolean =>
  replyTo !== null && replyTo === ctx.conversation.presence.cardMessageId

export function keepUnread(ctx: SpotterContext, input: Pick<Typed, 'messageId' | 'text' | 'replyTo'>): void {
  const { messageId, text } = input
  ctx.conversation.unread = { messageId, text, toCard: isReplyToCard(ctx, input) }
}

/** Until it is answered the message is as one that was not read: it may be edited into what was meant. */
export function askHowMany(
  ctx: SpotterContext,
  { item }: Doubtful,
  { messageId, text, replyTo = null }: Pick<Typed, 'messageId' | 'text'> & Partial<Pick<Typed, 'replyTo'>>,
): true {
  ctx.outcome.label = 'doubtful'
  keepUnread(ctx, { messageId, text, replyTo })
  goTo(ctx, 'workout', 'doubtful', { item: item.id, text, messageId })
  return true
}
