import type { SpotterContext } from '../../bot/context.ts'
import type { Input } from '../../bot/input.ts'
import { type Typed, type TypedIn, type Verdict, goTo, step } from '../../bot/scene.ts'
import { heardAs, toldBy } from '../../domain/reminders/standing.ts'
import type { TypedWeighIn } from '../../domain/weight/parse.ts'
import { weighInAsked, weighInAskedBy } from '../../services/reminders/asked.ts'
import { hasWeighed, surprise } from '../../services/weighIns/weighIns.ts'
import { type AsSet, readAsSet } from '../../services/workouts/asSet.ts'
import { sayTyped } from '../../services/workouts/typed.ts'
import { askWeightOrAnswer, askWeightOrSet } from '../../views/weight/asking.ts'
import { picked } from '../people/answers.ts'
import { offerUnread } from '../people/letters.ts'
import { sayWhatCame } from './saying.ts'
import { readerOf, showCard } from './showing.ts'
import { Doubtful, type Said, read, saidNow, take } from './weighing.ts'

/** A weight and nothing else, of today. */
function bareIn(ctx: SpotterContext, said: Said): TypedWeighIn | undefined {
  const found = read(ctx, said)
  return found.kind === 'read' && found.note === null && found.date === null ? found : undefined
}

const isClient = ({ turn }: SpotterContext): boolean => turn.actor.role === 'client' && turn.actor.isActive

/** When they last did something in the place they stand in; rows of before this was kept know no more than that it is old. */
const touchedAt = ({ conversation, place, turn }: SpotterContext): Date | null =>
  place && toldBy(conversation.touchedAt, turn.now)

function trainedAt(ctx: SpotterContext, asSet: AsSet): Date {
  const logged = toldBy(asSet.trainedAt, ctx.turn.now)
  const touched = ctx.place?.scene === 'workout' ? touchedAt(ctx) : null
  return touched && touched > logged ? touched : logged
}

/** Notes a weight; what they were about since it was asked for goes on, and so does a question, however old. */
function takeBy(ctx: SpotterContext, said: Said, askedAt: Date, { awaits }: TypedIn): Promise<void> {
  const { place } = ctx
  const touched = place?.scene === 'weighin' ? null : touchedAt(ctx)
  const goesOn = touched !== null && (awaits !== undefined || touched > askedAt)
  return take(ctx, { ...said, left: goesOn ? place : null })
}

/** A bare weight after it was asked for; see `heardAs`. One that surprises is left to whoever else has a use for it. */
export async function takeAsked(ctx: SpotterContext, { text }: Typed, at: TypedIn): Promise<boolean> {
  const said = saidNow(ctx, text.trim())
  const found = isClient(ctx) ? bareIn(ctx, said) : undefined
  const askedAt = found && (await weighInAsked(ctx.turn))
  if (!askedAt) return false
  const asSet = await readAsSet(ctx.turn, said.text)
  const left = at.awaits ? ctx.place : null
  const heard = heardAs({
    askedAt,
    touchedAt: at.isFree ? null : touchedAt(ctx),
    awaitsNumber: at.awaits === 'number',
    trainedAt: asSet && trainedAt(ctx, asSet),
  })
  const isLeft = (asSet !== undefined || !at.isFree) && (await surprise(ctx.turn, found, null)) !== undefined
  if (heard === 'there' || isLeft) return false
  if (heard === 'either') goTo(ctx, 'weighin', 'orSet', { ...said, left })
  else if (left && !(await hasWeighed(ctx.turn))) goTo(ctx, 'weighin', 'orAnswer', { ...said, left })
  else await takeBy(ctx, said, askedAt, at)
  return true
}

/** A reply to the message that asks for a weight says it, whatever else is under way. */
export async function takeReply(
  ctx: SpotterContext,
  { text, replyTo }: Typed,
  at: TypedIn,
): Promise<boolean> {
  const said = saidNow(ctx, text.trim())
  if (replyTo === null || !isClient(ctx) || read(ctx, said).kind === 'unread') return false
  const askedAt = await weighInAskedBy(ctx.turn, replyTo)
  if (askedAt) await takeBy(ctx, said, askedAt, at)
  return askedAt !== undefined
}

/** Back to what was left for a number, or to the workout. */
function goOn(ctx: SpotterContext, { left }: Said): void {
  if (left) goTo(ctx, left.scene, left.step, left.data)
  else showCard(ctx)
}

/** What is typed anew while it is asked what a number was, or the number itself as it was edited. */
async function takeAnew(ctx: SpotterContext, input: Input, asked: Said): Promise<Verdict> {
  if (input.kind !== 'text' || (input.edited && input.messageId !== asked.message)) return 'pass'
  const said = saidNow(ctx, input.text.trim())
  const found = bareIn(ctx, said)
  const isBoth = found && (await readAsSet(ctx.turn, said.text)) && !(await surprise(ctx.turn, found, null))
  if (isBoth) return goTo(ctx, 'weighin', 'orSet', { ...said, left: asked.left })
  if (input.edited) ctx.conversation.unread = { messageId: input.messageId, text: input.text, toCard: false }
  return 'pass'
}

async function keepAsSet(ctx: SpotterContext, { text, message }: Said): Promise<void> {
  const said =
    message === null
      ? undefined
      : await sayTyped(ctx.turn, { text, messageId: message, toCard: false, replyTo: null })
  if (said && said.kind !== 'doubtful') return sayWhatCame(ctx, said)
  ctx.toast(ctx.t('stale'))
  return goTo(ctx, 'weighin', 'card')
}

/** A number that may be what the scale says, or a set of a workout that was left standing: nothing is noted before that is answered. */
export const orSet = step({
  state: Doubtful,
  show: async (ctx, said) => {
    const set = await readAsSet(ctx.turn, said.text)
    return askWeightOrSet(readerOf(ctx), { text: said.text, weight: bareIn(ctx, said), set })
  },
  on: async (ctx, input, said): Promise<Verdict> => {
    const value = picked(input)
    if (value === undefined) return takeAnew(ctx, input, said)
    if (value === 'set') return keepAsSet(ctx, said)
    goOn(ctx, said)
    return value === 'weight' ? take(ctx, { ...said, left: ctx.place }) : undefined
  },
})

/**
 * A number that may be what the scale says, or the answer to a question that was left standing, of somebody who never
 * told a weight that it could be compared with.
 */
export const orAnswer = step({
  state: Doubtful,
  show: (ctx, said) => askWeightOrAnswer(readerOf(ctx), { text: said.text, weight: bareIn(ctx, said) }),
  on: (ctx, input, said): Verdict | Promise<Verdict> => {
    const value = picked(input)
    if (value === 'weight') return take(ctx, said)
    const { left } = said
    const isIt = input.kind === 'text' && (!input.edited || input.messageId === said.message)
    const anew = isIt ? saidNow(ctx, input.text.trim()) : undefined
    if (anew && bareIn(ctx, anew)) return goTo(ctx, 'weighin', 'orAnswer', { ...anew, left })
    if (value !== 'answer' && !anew) return 'pass'
    goOn(ctx, said)
    ctx.notice(ctx.t('weight:answerAgain'))
    return offerUnread(ctx)
  },
})
