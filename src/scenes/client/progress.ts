import { z } from 'zod'
import type { SpotterContext } from '../../bot/context.ts'
import { type Scene, type Verdict, goTo, leave, scene, step } from '../../bot/scene.ts'
import { addDays, localDate } from '../../domain/localTime.ts'
import { periodStart, periods } from '../../domain/progress/period.ts'
import { authorizeSubject, requireClient } from '../../services/access.ts'
import { readAdherence } from '../../services/progress/adherence.ts'
import { listLifts, readLift } from '../../services/progress/lifts.ts'
import { readMacroWeek } from '../../services/progress/macros.ts'
import { readOverview } from '../../services/progress/overview.ts'
import { type PhotoPair, readPhotoPairs, weightNear } from '../../services/progress/photos.ts'
import { readWeightCourse } from '../../services/progress/weight.ts'
import { calendarPicture, weekStart } from '../../views/progress/calendar.ts'
import { askPose, liftList, progressCard } from '../../views/progress/card.ts'
import { liftPicture } from '../../views/progress/lift.ts'
import { pairPicture } from '../../views/progress/pair.ts'
import { weekPicture } from '../../views/progress/week.ts'
import { weightPicture } from '../../views/progress/weight.ts'
import { picked } from '../people/answers.ts'
import { readerOf } from './showing.ts'

/** `client` null: the acting client's own; else a client of the acting coach, which every reading proves. */
const Card = z.object({ client: z.int().nullable(), period: z.enum(periods) })
type Card = z.output<typeof Card>
const Lifts = Card.extend({ page: z.int().min(1) })

/** Whose it is, on their day, and from when on. */
async function scopeOf(ctx: SpotterContext, { client: id, period }: Card) {
  const client = await authorizeSubject(ctx.turn, id)
  const today = localDate(ctx.turn.now, client.timeZone)
  return { client, whose: { name: client.name, today }, from: periodStart(today, period), today }
}

async function drawWeight(ctx: SpotterContext, state: Card): Promise<void> {
  const { client, whose, from } = await scopeOf(ctx, state)
  const course = await readWeightCourse(ctx.turn, client)
  const picture = weightPicture(readerOf(ctx), { ...whose, ...course, from })
  return picture ? ctx.say(picture) : ctx.toast(ctx.t('progress:noWeight'))
}

async function drawCalendar(ctx: SpotterContext, state: Card): Promise<void> {
  const { client, whose, from, today } = await scopeOf(ctx, state)
  const span = {
    from: from === null ? null : weekStart(ctx.t, from),
    until: addDays(weekStart(ctx.t, today), 6),
  }
  const adherence = await readAdherence(ctx.turn, client, span)
  if (!adherence) return ctx.toast(ctx.t('progress:noCalendar'))
  return ctx.say(calendarPicture(ctx.t, { ...whose, adherence }))
}

async function drawMacros(ctx: SpotterContext, state: Card): Promise<void> {
  const { client, whose, today } = await scopeOf(ctx, state)
  const days = await readMacroWeek(ctx.turn, client, today)
  const picture = weekPicture(ctx.t, { ...whose, days })
  return picture ? ctx.say(picture) : ctx.toast(ctx.t('progress:noMacros'))
}

async function drawPair(ctx: SpotterContext, state: Card, pair: PhotoPair): Promise<void> {
  const { client, whose } = await scopeOf(ctx, state)
  const { days } = await readWeightCourse(ctx.turn, client)
  const side = (photo: PhotoPair['before']) => ({ ...photo, kg: weightNear(days, photo.date) })
  const { pose, before, after } = pair
  ctx.say(pairPicture(readerOf(ctx), { ...whose, pose, before: side(before), after: side(after) }))
}

const pairsOf = async (ctx: SpotterContext, state: Card): Promise<PhotoPair[]> => {
  const { client, from } = await scopeOf(ctx, state)
  return readPhotoPairs(ctx.turn, client, from)
}

/** Draws the only side there is, or asks from which. */
async function openPair(ctx: SpotterContext, state: Card): Promise<void> {
  const [only, ...others] = await pairsOf(ctx, state)
  if (!only) return ctx.toast(ctx.t('progress:noPair'))
  return others.length === 0 ? drawPair(ctx, state, only) : goTo(ctx, 'progress', 'poses', state)
}

async function openLifts(ctx: SpotterContext, state: Card): Promise<void> {
  const { client } = await scopeOf(ctx, state)
  const lifts = await listLifts(ctx.turn, client)
  return lifts.length === 0
    ? ctx.toast(ctx.t('progress:noLifts'))
    : goTo(ctx, 'progress', 'lifts', { ...state, page: 1 })
}

const back = (ctx: SpotterContext, { client }: Card): void =>
  client === null ? leave(ctx) : goTo(ctx, 'clients', 'one', { client })

const card = step({
  state: Card,
  show: async (ctx, state) => {
    const { client, whose } = await scopeOf(ctx, state)
    return progressCard(readerOf(ctx), {
      ...(await readOverview(ctx.turn, client)),
      ...whose,
      period: state.period,
    })
  },
  on: (ctx, input, state): Verdict | Promise<Verdict> => {
    const value = picked(input)
    const period = periods.find((one) => one === value)
    if (period) return goTo(ctx, 'progress', 'card', { ...state, period })
    if (value === 'weight') return drawWeight(ctx, state)
    if (value === 'lifts') return openLifts(ctx, state)
    if (value === 'calendar') return drawCalendar(ctx, state)
    if (value === 'macros') return drawMacros(ctx, state)
    if (value === 'pair') return openPair(ctx, state)
    return value === 'back' ? back(ctx, state) : 'pass'
  },
})

const cardState = ({ client, period }: Card): Card => ({ client, period })

async function drawLift(ctx: SpotterContext, state: Card, exerciseId: number): Promise<void> {
  const { client, whose, from } = await scopeOf(ctx, state)
  const { name: lift, measure, points } = await readLift(ctx.turn, client, exerciseId)
  const picture = liftPicture(readerOf(ctx), { ...whose, lift, measure, points, from })
  return picture ? ctx.say(picture) : ctx.toast(ctx.t('progress:noLift'))
}

const lifts = step({
  state: Lifts,
  show: async (ctx, state) => {
    const { client } = await scopeOf(ctx, state)
    const { page } = state
    return liftList(readerOf(ctx), { name: client.name, lifts: await listLifts(ctx.turn, client), page })
  },
  on: (ctx, input, state): Verdict | Promise<Verdict> => {
    const value = picked(input) ?? ''
    if (value === 'back') return goTo(ctx, 'progress', 'card', cardState(state))
    const [, kind, number] = /^([lp])(\d{1,15})$/.exec(value) ?? []
    if (kind === 'p') return goTo(ctx, 'progress', 'lifts', { ...state, page: Math.max(1, Number(number)) })
    return kind === 'l' ? drawLift(ctx, state, Number(number)) : 'pass'
  },
})

const poses = step({
  state: Card,
  show: async (ctx, state) =>
    askPose(
      readerOf(ctx),
      (await pairsOf(ctx, state)).map(({ pose }) => pose),
    ),
  on: async (ctx, input, state) => {
    const value = picked(input)
    if (value === 'back') return goTo(ctx, 'progress', 'card', state)
    const pair = (await pairsOf(ctx, state)).find(({ pose }) => (pose ?? 'other') === value)
    return pair ? drawPair(ctx, state, pair) : 'pass'
  },
})

function openOwn(ctx: SpotterContext): void {
  requireClient(ctx.turn)
  goTo(ctx, 'progress', 'card', { client: null, period: 'quarter' })
}

/** Pictures of progress: a client's own by `/progress`, a coach's client's from the client's card. */
export const progress: Scene = scene('progress', {
  steps: { card, lifts, poses },
  commands: { progress: { audience: ['client'], listed: true, run: openOwn } },
  taps: { openProgress: openOwn },
})
