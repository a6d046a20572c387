import { z } from 'zod'
import type { SpotterContext } from '../../bot/context.ts'
import { type Scene, type Verdict, goTo, leave, scene, step } from '../../bot/scene.ts'
import { periods } from '../../domain/progress/period.ts'
import { requireClient } from '../../services/access.ts'
import { listLifts } from '../../services/progress/lifts.ts'
import { readOverview } from '../../services/progress/overview.ts'
import { type PhotoPair, readPhotoPairs } from '../../services/progress/photos.ts'
import { askPose, liftList, progressCard } from '../../views/progress/card.ts'
import { picked } from '../people/answers.ts'
import {
  Card,
  drawCalendar,
  drawLift,
  drawMacros,
  drawPair,
  drawWeight,
  scopeOf,
} from './progressPictures.ts'
import { readerOf } from './showing.ts'

const Lifts = Card.extend({ page: z.int().min(1) })

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
