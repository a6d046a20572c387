import { z } from 'zod'
import type { SpotterContext } from '../../../bot/context.ts'
import type { Input } from '../../../bot/input.ts'
import { type Verdict, goTo, step } from '../../../bot/scene.ts'
import { type TypedWeighIn, parseWeighIn } from '../../../domain/weight/parse.ts'
import { takeWeighIn, tellWeight, weighInOfCheckIn } from '../../../services/checkIns/answering.ts'
import { hasOthers } from '../../../services/checkIns/reading.ts'
import { surprise, weighInOn } from '../../../services/weighIns/weighIns.ts'
import * as views from '../../../views/checkin/questions.ts'
import { weighInText } from '../../../views/weight/scale.ts'
import { picked, typed, yesOrNo } from '../../people/answers.ts'
import { readerOf } from '../showing.ts'
import { At, askedOf, foot, goOn, todayOf } from './going.ts'

/** What was typed, and by which message. */
const Doubtful = At.extend({ text: z.string(), message: z.int().nullable() })
type Doubtful = z.output<typeof Doubtful>

const read = (ctx: SpotterContext, { text, date }: Pick<Doubtful, 'text' | 'date'>) =>
  parseWeighIn(text, ctx.turn.actor.units, date)

async function keep(ctx: SpotterContext, found: TypedWeighIn, said: Doubtful): Promise<void> {
  const weighIn = await tellWeight(ctx.turn, said.date, found, said.message)
  ctx.notice(ctx.t('weight:saved', { weighed: weighInText(readerOf(ctx), weighIn, todayOf(ctx)) }))
  return goOn(ctx, 'weight', said)
}

/** The weight next to it that makes it doubtful, of the check-in's own day. */
async function doubtOf(ctx: SpotterContext, found: TypedWeighIn, { date }: Doubtful) {
  const replaced = await weighInOfCheckIn(ctx.turn, date)
  return surprise(ctx.turn, { kg: found.kg, date: replaced === null ? date : null }, replaced)
}

async function take(ctx: SpotterContext, said: Doubtful): Promise<void> {
  const found = read(ctx, said)
  if (found.kind !== 'read') return ctx.notice(ctx.t(`weight:${found.kind}`))
  if (found.date !== null && found.date !== said.date) return ctx.notice(ctx.t('checkin:otherDay'))
  return (await doubtOf(ctx, found, said)) ? goTo(ctx, 'checkin', 'sure', said) : keep(ctx, found, said)
}

const messageOf = (input: Input): number | null => (input.kind === 'text' ? input.messageId : null)

export const weight = step({
  state: At,
  awaits: 'number',
  show: async (ctx, at) =>
    views.askWeight(readerOf(ctx), await askedOf(ctx, 'weight', at), {
      weighIn: await weighInOn(ctx.turn, at.date),
      hasPast: await hasOthers(ctx.turn, at.date),
    }),
  on: async (ctx, input, at): Promise<Verdict> => {
    const value = picked(input)
    if (value === 'past') return goTo(ctx, 'checkin', 'list', { client: null, page: 1 })
    const id = /^w(\d{1,15})$/.exec(value ?? '')?.[1]
    if (id !== undefined) {
      await takeWeighIn(ctx.turn, at.date, Number(id))
      return goOn(ctx, 'weight', at)
    }
    if (await foot(ctx, input, 'weight', at)) return undefined
    const text = typed(input)
    // What reads as no weight may be a set of the workout under way.
    if (text === undefined || read(ctx, { text, date: at.date }).kind === 'unread') return 'pass'
    return take(ctx, { ...at, text, message: messageOf(input) })
  },
})

export const sure = step({
  state: Doubtful,
  awaits: 'number',
  show: async (ctx, said) => {
    const found = read(ctx, said)
    const near = found.kind === 'read' ? await doubtOf(ctx, found, said) : undefined
    return found.kind === 'read' && near
      ? views.askSureWeight(readerOf(ctx), { ...found, date: said.date }, near, todayOf(ctx))
      : weight.show(ctx, said)
  },
  on: (ctx, input, said): Verdict | Promise<Verdict> => {
    const { date, isChange } = said
    const isSure = yesOrNo(input)
    if (isSure === false) {
      ctx.toast(ctx.t('weight:notKept'))
      return goTo(ctx, 'checkin', 'weight', { date, isChange })
    }
    const found = read(ctx, said)
    if (isSure && found.kind === 'read') return keep(ctx, found, said)
    // The message that is asked about may be edited instead.
    const isAnew = input.kind === 'text' && (!input.edited || input.messageId === said.message)
    return isAnew ? take(ctx, { date, isChange, text: input.text.trim(), message: input.messageId }) : 'pass'
  },
})
