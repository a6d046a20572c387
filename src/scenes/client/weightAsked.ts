import type { SpotterContext } from '../../bot/context.ts'
import type { Input } from '../../bot/input.ts'
import { type Typed, type Verdict, goTo, step } from '../../bot/scene.ts'
import { heardAs } from '../../domain/reminders/standing.ts'
import type { TypedWeighIn } from '../../domain/weight/parse.ts'
import { weighInAsked, weighInAskedBy } from '../../services/reminders/asked.ts'
import { readWeighIn } from '../../services/weighIns/reading.ts'
import { addWeighIn, surprise } from '../../services/weighIns/weighIns.ts'
import { type AsSet, readAsSet } from '../../services/workouts/asSet.ts'
import { sayTyped } from '../../services/workouts/typed.ts'
import { askWeightOrSet } from '../../views/weight/asking.ts'
import { weighInText } from '../../views/weight/scale.ts'
import { picked } from '../people/answers.ts'
import { sayWhatCame } from './saying.ts'
import { readerOf, showCard } from './showing.ts'
import { Doubtful, type Said, read, saidNow, take, todayOf } from './weighing.ts'

/** A weight and nothing else, of today. */
function bareIn(ctx: SpotterContext, said: Said): TypedWeighIn | undefined {
  const found = read(ctx, said)
  return found.kind === 'read' && found.note === null && found.date === null ? found : undefined
}

const isClient = ({ turn }: SpotterContext): boolean => turn.actor.role === 'client' && turn.actor.isActive

/** When they last did something in the place they stand in; rows of before this was kept know no more than that it is old. */
const touchedAt = ({ conversation, place }: SpotterContext): Date | null =>
  place && (conversation.touchedAt ?? new Date(0))

/** When they last did something in the workout under way, or logged a set of it. */
export function trainedAt(ctx: SpotterContext, { trainedAt: logged }: AsSet): Date {
  const touched = ctx.place?.scene === 'workout' ? touchedAt(ctx) : null
  return touched && touched > logged ? touched : logged
}

/** Notes a weight; what they were about since it was asked for goes on. */
async function keepBeside(ctx: SpotterContext, said: Said): Promise<void> {
  const found = bareIn(ctx, said)
  if (!found || said.today !== todayOf(ctx) || (await surprise(ctx.turn, found, null))) return take(ctx, said)
  const weighIn = await readWeighIn(ctx.turn, await addWeighIn(ctx.turn, found, said.message))
  return ctx.notice(ctx.t('weight:saved', { weighed: weighInText(readerOf(ctx), weighIn, todayOf(ctx)) }))
}

const takeBy = (ctx: SpotterContext, said: Said, askedAt: Date): Promise<void> => {
  const touched = ctx.place?.scene === 'weighin' ? null : touchedAt(ctx)
  return touched && touched > askedAt ? keepBeside(ctx, said) : take(ctx, said)
}

/** A bare weight after it was asked for; see `heardAs`. One that surprises is left to whoever else has a use for it. */
export async function takeAsked(ctx: SpotterContext, { text }: Typed, isFree: boolean): Promise<boolean> {
  const said = saidNow(ctx, text.trim())
  const found = isClient(ctx) ? bareIn(ctx, said) : undefined
  const askedAt = found && (await weighInAsked(ctx.turn))
  if (!askedAt) return false
  const asSet = await readAsSet(ctx.turn, said.text)
  const heard = heardAs({
    askedAt,
    touchedAt: isFree ? null : touchedAt(ctx),
    trainedAt: asSet && trainedAt(ctx, asSet),
  })
  const isLeft = (asSet !== undefined || !isFree) && (await surprise(ctx.turn, found, null)) !== undefined
  if (heard === 'there' || isLeft) return false
  if (heard === 'either') goTo(ctx, 'weighin', 'orSet', said)
  else await takeBy(ctx, said, askedAt)
  return true
}

/** A reply to the message that asks for a weight says it, whatever else is under way. */
export async function takeReply(ctx: SpotterContext, { text, replyTo }: Typed): Promise<boolean> {
  const said = saidNow(ctx, text.trim())
  if (replyTo === null || !isClient(ctx) || read(ctx, said).kind === 'unread') return false
  const askedAt = await weighInAskedBy(ctx.turn, replyTo)
  if (askedAt) await takeBy(ctx, said, askedAt)
  return askedAt !== undefined
}

/** What is typed anew while it is asked what a number was, or the number itself as it was edited. */
async function takeAnew(ctx: SpotterContext, input: Input, asked: Said): Promise<Verdict> {
  if (input.kind !== 'text' || (input.edited && input.messageId !== asked.message)) return 'pass'
  const said = saidNow(ctx, input.text.trim())
  const found = bareIn(ctx, said)
  const isBoth = found && (await readAsSet(ctx.turn, said.text)) && !(await surprise(ctx.turn, found, null))
  if (isBoth) return goTo(ctx, 'weighin', 'orSet', said)
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
    showCard(ctx)
    return value === 'weight' ? keepBeside(ctx, said) : undefined
  },
})
