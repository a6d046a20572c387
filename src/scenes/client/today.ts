import { z } from 'zod'
import type { SpotterContext } from '../../bot/context.ts'
import { type Scene, goTo, leave, scene, step } from '../../bot/scene.ts'
import { requireClient } from '../../services/access.ts'
import { startFree, startWorkout } from '../../services/workouts/start.ts'
import { todayCard } from '../../services/workouts/today.ts'
import type { View } from '../../views/view.ts'
import * as views from '../../views/workout/today.ts'
import { readerOf, showCard } from './showing.ts'

async function dataOf(ctx: SpotterContext): Promise<views.TodayData> {
  const { timeZone, trainerId } = ctx.turn.actor
  return { ...(await todayCard(ctx.turn)), timeZone, hasTrainer: trainerId !== null }
}

/** What a client sees who is in the middle of nothing: their day. */
export async function clientHome(ctx: SpotterContext): Promise<View> {
  return views.todayCard(readerOf(ctx), await dataOf(ctx))
}

function openToday(ctx: SpotterContext): void {
  requireClient(ctx.turn)
  leave(ctx)
}

/** A press that came too late starts nothing: how things stand says why. */
function begun(ctx: SpotterContext, isNew: boolean): void {
  if (isNew) return showCard(ctx)
  leave(ctx)
  return ctx.toast(ctx.t('stale'))
}

const days = step({
  state: z.object({}),
  show: async (ctx) => views.daysCard(readerOf(ctx), await dataOf(ctx)),
})

/** The client's day, and every way to begin a workout. */
export const today: Scene = scene('today', {
  steps: { days },
  commands: { today: { audience: ['client'], listed: true, run: openToday } },
  taps: {
    today: openToday,
    otherDay: (ctx) => goTo(ctx, 'today', 'days'),
    startDay: async (ctx, { session, newest }) => begun(ctx, await startWorkout(ctx.turn, session, newest)),
    startFree: async (ctx, { newest }) => begun(ctx, await startFree(ctx.turn, newest)),
  },
})
