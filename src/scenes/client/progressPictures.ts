import { z } from 'zod'
import type { SpotterContext } from '../../bot/context.ts'
import { addDays, localDate } from '../../domain/localTime.ts'
import { periodStart, periods } from '../../domain/progress/period.ts'
import { authorizeSubject } from '../../services/access.ts'
import { readAdherence } from '../../services/progress/adherence.ts'
import { readLift } from '../../services/progress/lifts.ts'
import { readMacroWeek } from '../../services/progress/macros.ts'
import { type PhotoPair, weightNear } from '../../services/progress/photos.ts'
import { readWeightCourse } from '../../services/progress/weight.ts'
import { calendarPicture, weekStart } from '../../views/progress/calendar.ts'
import { liftPicture } from '../../views/progress/lift.ts'
import { pairPicture } from '../../views/progress/pair.ts'
import { weekPicture } from '../../views/progress/week.ts'
import { weightPicture } from '../../views/progress/weight.ts'
import { readerOf } from './showing.ts'

/** `client` null: the acting client's own; else a client of the acting coach, which every reading proves. */
export const Card = z.object({ client: z.int().nullable(), period: z.enum(periods) })
export type Card = z.output<typeof Card>

/** Whose it is, on their day, and from when on. */
export async function scopeOf(ctx: SpotterContext, { client: id, period }: Card) {
  const client = await authorizeSubject(ctx.turn, id)
  const today = localDate(ctx.turn.now, client.timeZone)
  return { client, whose: { name: client.name, today }, from: periodStart(today, period), today }
}

export async function drawWeight(ctx: SpotterContext, state: Card): Promise<void> {
  const { client, whose, from } = await scopeOf(ctx, state)
  const course = await readWeightCourse(ctx.turn, client)
  const picture = weightPicture(readerOf(ctx), { ...whose, ...course, from })
  return picture ? ctx.say(picture) : ctx.toast(ctx.t('progress:noWeight'))
}

export async function drawCalendar(ctx: SpotterContext, state: Card): Promise<void> {
  const { client, whose, from, today } = await scopeOf(ctx, state)
  const span = {
    from: from === null ? null : weekStart(ctx.t, from),
    until: addDays(weekStart(ctx.t, today), 6),
  }
  const adherence = await readAdherence(ctx.turn, client, span)
  if (!adherence) return ctx.toast(ctx.t('progress:noCalendar'))
  return ctx.say(calendarPicture(ctx.t, { ...whose, adherence }))
}

export async function drawMacros(ctx: SpotterContext, state: Card): Promise<void> {
  const { client, whose, today } = await scopeOf(ctx, state)
  const days = await readMacroWeek(ctx.turn, client, today)
  const picture = weekPicture(ctx.t, { ...whose, days })
  return picture ? ctx.say(picture) : ctx.toast(ctx.t('progress:noMacros'))
}

export async function drawPair(ctx: SpotterContext, state: Card, pair: PhotoPair): Promise<void> {
  const { client, whose } = await scopeOf(ctx, state)
  const { days } = await readWeightCourse(ctx.turn, client)
  const side = (photo: PhotoPair['before']) => ({ ...photo, kg: weightNear(days, photo.date) })
  const { pose, before, after } = pair
  ctx.say(pairPicture(readerOf(ctx), { ...whose, pose, before: side(before), after: side(after) }))
}

export async function drawLift(ctx: SpotterContext, state: Card, exerciseId: number): Promise<void> {
  const { client, whose, from } = await scopeOf(ctx, state)
  const { name: lift, measure, points } = await readLift(ctx.turn, client, exerciseId)
  const picture = liftPicture(readerOf(ctx), { ...whose, lift, measure, points, from })
  return picture ? ctx.say(picture) : ctx.toast(ctx.t('progress:noLift'))
}
