import { z } from 'zod'
import type { SpotterContext } from '../../bot/context.ts'
import type { Input } from '../../bot/input.ts'
import { goTo } from '../../bot/scene.ts'
import { localDate } from '../../domain/localTime.ts'
import { type ReadWeighIn, type TypedWeighIn, parseWeighIn } from '../../domain/weight/parse.ts'
import type { Place } from '../../services/conversation.ts'
import { readWeighIn, weighInOfMessage } from '../../services/weighIns/reading.ts'
import { addWeighIn, correctWeighIn, surprise } from '../../services/weighIns/weighIns.ts'
import { ownText, weighInText } from '../../views/weight/scale.ts'
import { withoutCommand } from '../people/answers.ts'
import { readerOf } from './showing.ts'

type Message = Extract<Input, { kind: 'text' }>

const Left = z.object({ scene: z.string(), step: z.string(), version: z.int(), data: z.unknown() })

/** What was typed and by which message, the day on which it was, the weigh-in it corrects, and what goes on below. */
export const Doubtful = z.object({
  text: z.string(),
  today: z.string(),
  replaces: z.int().nullable(),
  message: z.int().nullable().default(null),
  left: Left.nullable().default(null),
})

/** Typed words that may be a weigh-in. */
export interface Said {
  text: string
  /** The local day on which they were said, `YYYY-MM-DD`. */
  today: string
  message: number | null
  /** The weigh-in that they correct. */
  replaces: number | null
  /** The place that was left for it, where that goes on. */
  left: Place | null
}

export const todayOf = ({ turn }: SpotterContext): string => localDate(turn.now, turn.actor.timeZone)

export const read = (ctx: SpotterContext, { text, today }: Pick<Said, 'text' | 'today'>): ReadWeighIn =>
  parseWeighIn(text, ctx.turn.actor.units, today)

export const saidNow = (ctx: SpotterContext, text: string, replaces: number | null = null): Said => ({
  text,
  today: todayOf(ctx),
  message: 'messageId' in ctx.input ? ctx.input.messageId : null,
  replaces,
  left: null,
})

/** An edit of an older message while something else is being done: that goes on. */
const isAside = ({ input, place }: SpotterContext): boolean =>
  input.kind === 'text' && input.edited && place !== null && place.scene !== 'weighin'

export async function keep(
  ctx: SpotterContext,
  found: TypedWeighIn,
  { message, replaces, left }: Said,
): Promise<void> {
  if (replaces !== null) await correctWeighIn(ctx.turn, replaces, found, message)
  const said = replaces ?? (await addWeighIn(ctx.turn, found, message))
  if (!left && !isAside(ctx)) return goTo(ctx, 'weighin', 'card', { said, isCorrection: replaces !== null })
  const weighed = weighInText(readerOf(ctx), await readWeighIn(ctx.turn, said), todayOf(ctx))
  if (left) ctx.place = left
  return ctx.notice(
    replaces === null ? ctx.t('weight:saved', { weighed }) : ctx.t('weight:corrected', { weighed }),
  )
}

/** Says why something was not kept; what the card said of the one before is not repeated. */
export function decline(ctx: SpotterContext, why: string): void {
  if (ctx.place?.scene === 'weighin' && ctx.place.step === 'card') goTo(ctx, 'weighin', 'card')
  ctx.notice(why)
}

/** A question of its own would take away the one that is open. */
async function leaveAsItWas(ctx: SpotterContext, found: TypedWeighIn, replaces: number): Promise<void> {
  const weighed = weighInText(readerOf(ctx), await readWeighIn(ctx.turn, replaces), todayOf(ctx))
  ctx.notice(ctx.t('weight:surprisingEdit', { weight: ownText(readerOf(ctx), found), weighed }))
}

/** Keeps what was typed, asks about it first, or says why it cannot be. */
export async function take(ctx: SpotterContext, said: Said): Promise<void> {
  const found = read(ctx, said)
  if (found.kind !== 'read') {
    return decline(ctx, ctx.t(`weight:${found.kind}`))
  }
  // Said on an earlier day, without naming one, it is that day's weight.
  const isLate = found.date === null && said.replaces === null && said.today !== todayOf(ctx)
  const dated = isLate ? { ...found, date: said.today } : found
  const near = await surprise(ctx.turn, dated, said.replaces)
  if (!near) return keep(ctx, dated, said)
  if (said.replaces !== null && isAside(ctx)) return leaveAsItWas(ctx, dated, said.replaces)
  return goTo(ctx, 'weighin', 'sure', said)
}

/** What an edited message says now, read on the day on which it was sent. */
function saidThen(ctx: SpotterContext, { text, messageId: message }: Message, replaces: number | null): Said {
  const sentAt = ctx.editedMessage?.date
  const at = sentAt === undefined ? ctx.turn.now : new Date(sentAt * 1000)
  const bare = withoutCommand(text, 'weighin')
  return { text: bare, today: localDate(at, ctx.turn.actor.timeZone), message, replaces, left: null }
}

/**
 * A changed message of the client's own corrects the weigh-in that it said. One that was not taken, and is the newest,
 * is taken now.
 */
export async function takeEdited(ctx: SpotterContext, input: Message): Promise<boolean> {
  const told = await weighInOfMessage(ctx.turn, input.messageId)
  if (told) {
    const said = saidThen(ctx, input, told.id)
    if (read(ctx, said).kind !== 'unread') await take(ctx, said)
    else decline(ctx, ctx.t('weight:unreadEdit', { weighed: weighInText(readerOf(ctx), told, todayOf(ctx)) }))
    return true
  }
  const isNewest = input.messageId === ctx.conversation.presence.typedMessageId
  const said = saidThen(ctx, input, null)
  if (ctx.place?.scene !== 'weighin' || !isNewest || read(ctx, said).kind === 'unread') return false
  const asked = ctx.place.step === 'sure' ? Doubtful.safeParse(ctx.place.data).data : undefined
  if (ctx.conversation.unread?.messageId === input.messageId) ctx.conversation.unread = null
  await take(ctx, { ...said, replaces: asked?.replaces ?? null, left: asked?.left ?? null })
  return true
}
