import { z } from 'zod'
import type { Input } from '../../../bot/input.ts'
import { type Verdict, step } from '../../../bot/scene.ts'
import { type Feeling, type Rating, feelings, ratings, saidNumber } from '../../../domain/checkIn/checkIn.ts'
import { rateWeek, tellFat, tellNotes } from '../../../services/checkIns/answering.ts'
import type { Texts } from '../../../texts/texts.ts'
import * as views from '../../../views/checkin/questions.ts'
import { ratingText } from '../../../views/checkin/words.ts'
import { picked, typed } from '../../people/answers.ts'
import { readerOf } from '../showing.ts'
import { At, askedOf, foot, goOn } from './going.ts'

const percent = /^(\d{1,3}(?:[.,]\d{1,2})?)\s*%?$/

export const fat = step({
  state: At,
  show: async (ctx, at) => views.askFat(readerOf(ctx), await askedOf(ctx, 'fat', at)),
  on: async (ctx, input, at): Promise<Verdict> => {
    if (await foot(ctx, input, 'fat', at)) return undefined
    const text = typed(input)
    if (text === undefined) return 'pass'
    const found = Number(percent.exec(text)?.[1]?.replace(',', '.') ?? 0)
    if (found < 2 || found > 75) return ctx.notice(ctx.t('checkin:fatUnread'))
    await tellFat(ctx.turn, at.date, found)
    return goOn(ctx, 'fat', at)
  },
})

/** A rating tapped for this feeling, or typed: as a number, or in the word of its button. */
function ratingOf(t: Texts, input: Input, feeling: Feeling): Rating | undefined {
  const [, tapped, of] = /^r([1-5])\.(\w+)$/.exec(picked(input) ?? '') ?? []
  if (of === feeling) return ratings.find((rating) => String(rating) === tapped)
  const said = typed(input)?.toLowerCase()
  const isSaid = (rating: Rating) =>
    said === String(saidNumber(feeling, rating)) || said === ratingText(t, feeling, rating).toLowerCase()
  return ratings.find(isSaid)
}

export const feel = step({
  state: At.extend({ feeling: z.enum(feelings) }),
  show: async (ctx, { feeling, ...at }) =>
    views.askRating(readerOf(ctx), await askedOf(ctx, feeling, at), feeling),
  on: async (ctx, input, { feeling, ...at }): Promise<Verdict> => {
    if (await foot(ctx, input, feeling, at)) return undefined
    const rating = ratingOf(ctx.t, input, feeling)
    if (rating === undefined)
      return typed(input) === undefined ? 'pass' : ctx.notice(ctx.t('checkin:rateUnread'))
    await rateWeek(ctx.turn, at.date, feeling, rating)
    return goOn(ctx, feeling, at)
  },
})

export const notes = step({
  state: At,
  show: async (ctx, at) => views.askNotes(readerOf(ctx), await askedOf(ctx, 'notes', at)),
  on: async (ctx, input, at): Promise<Verdict> => {
    if (await foot(ctx, input, 'notes', at)) return undefined
    const text = typed(input)
    if (text === undefined) return 'pass'
    await tellNotes(ctx.turn, at.date, text)
    return goOn(ctx, 'notes', at)
  },
})
