import { z } from 'zod'
import type { SpotterContext } from '../../bot/context.ts'
import { type Scene, goTo, leave, scene, step } from '../../bot/scene.ts'
import { requireClient } from '../../services/access.ts'
import { Refusal } from '../../services/errors.ts'
import { bodyToday } from '../../services/day/body.ts'
import { mealAtHand } from '../../services/meals/day.ts'
import { ownPlan } from '../../services/workouts/ownPlan.ts'
import { type Start, startFree, startWorkout } from '../../services/workouts/start.ts'
import { todayCard } from '../../services/workouts/today.ts'
import type { View } from '../../views/view.ts'
import { ownPlanView } from '../../views/workout/plan.ts'
import * as views from '../../views/workout/today.ts'
import { picked } from '../people/answers.ts'
import { readerOf, showCard } from './showing.ts'

async function dataOf(ctx: SpotterContext): Promise<views.TodayData> {
  const { timeZone, trainerId } = ctx.turn.actor
  return { ...(await todayCard(ctx.turn)), timeZone, hasTrainer: trainerId !== null }
}

/** What a client sees who stands nowhere else: their day, in mid-workout too. */
export async function clientHome(ctx: SpotterContext): Promise<View> {
  const data = await dataOf(ctx)
  const [food, body] = [await mealAtHand(ctx.turn), await bodyToday(ctx.turn)]
  return views.todayCard(readerOf(ctx), { ...data, food, body })
}

function openToday(ctx: SpotterContext): void {
  requireClient(ctx.turn)
  leave(ctx)
}

/** A second press leads to the workout that the first one started. Any other late one: how things stand says why. */
function begun(ctx: SpotterContext, start: Start): void {
  if (start === 'running') ctx.toast(ctx.t('workout:begunAlready'))
  if (start !== 'stale') return showCard(ctx)
  leave(ctx)
  return ctx.toast(ctx.t('stale'))
}

const day = step({
  state: z.object({ session: z.int() }),
  show: async (ctx, { session }) => {
    const data = await dataOf(ctx)
    const one = data.days.find(({ sessionId }) => sessionId === session)
    if (!one) throw new Refusal('notThere')
    return views.dayCard(readerOf(ctx), data, one)
  },
})

const plan = step({
  state: z.object({ plan: z.int(), page: z.int().min(1) }),
  show: async (ctx, { plan: id, page }) => ownPlanView(readerOf(ctx), await ownPlan(ctx.turn, id), page),
  on: (ctx, input, { plan: id }) => {
    const page = /^p(\d{1,4})$/.exec(picked(input) ?? '')?.[1]
    return page === undefined
      ? 'pass'
      : goTo(ctx, 'today', 'plan', { plan: id, page: Math.max(1, Number(page)) })
  },
})

const days = step({
  state: z.object({}),
  show: async (ctx) => views.daysCard(readerOf(ctx), await dataOf(ctx)),
})

/** The client's day, and every way to begin a workout. */
export const today: Scene = scene('today', {
  steps: { days, day, plan },
  commands: { today: { audience: ['client'], listed: true, run: openToday } },
  taps: {
    today: openToday,
    otherDay: (ctx) => goTo(ctx, 'today', 'days'),
    openDay: (ctx, { session }) => goTo(ctx, 'today', 'day', { session }),
    openPlan: (ctx, { plan: id }) => goTo(ctx, 'today', 'plan', { plan: id, page: 1 }),
    startDay: async (ctx, { session, newest }) => begun(ctx, await startWorkout(ctx.turn, session, newest)),
    startFree: async (ctx, { newest }) => begun(ctx, await startFree(ctx.turn, newest)),
  },
})
