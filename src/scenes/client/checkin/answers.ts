import { z } from 'zod'
import type { SpotterContext } from '../../../bot/context.ts'
import type { Input } from '../../../bot/input.ts'
import { type Verdict, step } from '../../../bot/scene.ts'
import {
  type Feeling,
  type Question,
  type Rating,
  feelings,
  ratings,
  saidNumber,
} from '../../../domain/checkIn/checkIn.ts'
import { rateWeek, tellFat, tellNotes } from '../../../services/checkIns/answering.ts'
import type { Texts } from '../../../texts/texts.ts'
import * as views from '../../../views/checkin/questions.ts'
import { ratingText } from '../../../views/checkin/words.ts'
import { shortened } from '../../../views/workout/words.ts'
import { picked, typed } from '../../people/answers.ts'
import { readerOf } from '../showing.ts'
import { At, askedOf, foot, goOn } from './going.ts'

const percent = /^(\d{1,3}(?:[.,]\d{1,2})?)\s*%?$/

function fatIn(text: string): number | undefined {
  const found = Number(percent.exec(text)?.[1]?.replace(',', '.') ?? 0)
  return found < 2 || found > 75 ? undefined : found
}

export const fat = step({
  state: At,
  awaits: 'number',
  show: async (ctx, at) => views.askFat(readerOf(ctx), await askedOf(ctx, 'fat', at)),
  on: async (ctx, input, at): Promise<Verdict> => {
    if (await foot(ctx, input, 'fat', at)) return undefined
    const text = typed(input)
    if (text === undefined) return 'pass'
    const found = fatIn(text)
    if (found === undefined) {
      ctx.notice(ctx.t('checkin:fatUnread'))
      return 'unclear'
    }
    await tellFat(ctx.turn, at.date, found)
    return goOn(ctx, 'fat', at)
  },
})

/** A rating tapped for this feeling, or typed: as a number, or in the word of its button. */
function ratingOf(t: Texts, input: Input, feeling: Feeling): Rating | undefined {
  const [, tapped, of] = /^r([1-5])\.(\w+)$/.exec(picked(input) ?? '') ?? []
  if (of === feeling) return ratings.find((rating) => String(rating) === tapped)
  return ratingIn(t, typed(input), feeling)
}

function ratingIn(t: Texts, text: string | undefined, feeling: Feeling): Rating | undefined {
  const said = text?.toLowerCase()
  const isSaid = (rating: Rating) =>
    said === String(saidNumber(feeling, rating)) || said === ratingText(t, feeling, rating).toLowerCase()
  return ratings.find(isSaid)
}

export const feel = step({
  state: At.extend({ feeling: z.enum(feelings) }),
  awaits: 'number',
  show: async (ctx, { feeling, ...at }) =>
    views.askRating(readerOf(ctx), await askedOf(ctx, feeling, at), feeling),
  on: async (ctx, input, { feeling, ...at }): Promise<Verdict> => {
    if (await foot(ctx, input, feeling, at)) return undefined
    const rating = ratingOf(ctx.t, input, feeling)
    if (rating === undefined) {
      if (typed(input) === undefined) return 'pass'
      ctx.notice(ctx.t('checkin:rateUnread'))
      return 'unclear'
    }
    await rateWeek(ctx.turn, at.date, feeling, rating)
    return goOn(ctx, feeling, at)
  },
})

export const notes = step({
  state: At,
  awaits: 'words',
  show: async (ctx, at) => views.askNotes(readerOf(ctx), await askedOf(ctx, 'notes', at)),
  on: async (ctx, input, at): Promise<Verdict> => {
    if (await foot(ctx, input, 'notes', at)) return undefined
    const text = typed(input)
    if (text === undefined) return 'pass'
    await tellNotes(ctx.turn, at.date, text)
    return goOn(ctx, 'notes', at)
  },
})

type Message = Extract<Input, { kind: 'text' }>

/** Writes an answer again; false for words that are none. */
async function answerAnew(ctx: SpotterContext, date: string, question: Question, text: string) {
  const { turn, t } = ctx
  const feeling = feelings.find((one) => one === question)
  const rating = feeling && ratingIn(t, text, feeling)
  const bodyFat = question === 'fat' ? fatIn(text) : undefined
  if (feeling && rating !== undefined) await rateWeek(turn, date, feeling, rating)
  else if (bodyFat !== undefined) await tellFat(turn, date, bodyFat)
  else if (question === 'notes' && text !== '') await tellNotes(turn, date, text)
  else return false
  return true
}

/** In a check-in a changed message gives the last answer anew; any other is said not to count. */
export async function takeAnew(ctx: SpotterContext, { text, messageId }: Message): Promise<boolean> {
  const { place } = ctx
  if (place?.scene !== 'checkin') return false
  const { date, by } = At.partial().safeParse(place.data).data ?? {}
  const words = text.trim()
  const isIt = date !== undefined && by?.message === messageId
  const isTaken = isIt && (await answerAnew(ctx, date, by.question, words))
  const answer = shortened(words, 300)
  ctx.notice(isTaken ? ctx.t('checkin:corrected', { answer }) : ctx.t('editUnheard'))
  return true
}
