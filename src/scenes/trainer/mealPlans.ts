import { z } from 'zod'
import type { SpotterContext } from '../../bot/context.ts'
import { type RenderPush, type Scene, goTo, scene, step } from '../../bot/scene.ts'
import { authorizeClient } from '../../services/access.ts'
import { mealsAsText } from '../../services/mealPlans/edit.ts'
import { endMeals } from '../../services/mealPlans/end.ts'
import { type StoredSeries, readCurrentSeries } from '../../services/mealPlans/stored.ts'
import { readOwnSeries } from '../../services/mealPlans/told.ts'
import { readWeekly } from '../../services/mealPlans/weekly.ts'
import { dayOf } from '../../services/plans/clientDay.ts'
import { askMealEnd, seriesCard } from '../../views/mealPlans/card.ts'
import type { ShownDays } from '../../views/mealPlans/days.ts'
import * as news from '../../views/mealPlans/news.ts'
import { titleOf } from '../../views/mealPlans/preview.ts'
import { weeklyCard } from '../../views/mealPlans/weekly.ts'
import { picked, yesOrNo } from '../people/answers.ts'
import { beginMealEdit, sayMealFile } from './assign/meals/text.ts'

const Series = z.object({ client: z.int(), series: z.int() })

const daysOf = ({ when, start, end, weekdays, dates }: StoredSeries): ShownDays => ({
  kind: when.kind,
  start,
  end,
  weekdays,
  dates,
})

/** Shows meals of a client with their text; a long one comes as a file. Refusals: `notThere`, `planOver`. */
export async function openSeries(ctx: SpotterContext, clientId: number, seriesId: number): Promise<void> {
  const client = await authorizeClient(ctx.turn, clientId)
  sayMealFile(ctx, mealsAsText(ctx.turn, await readCurrentSeries(ctx.turn, client, seriesId)))
  goTo(ctx, 'mealPlans', 'one', { client: clientId, series: seriesId })
}

const one = step({
  state: Series,
  show: async (ctx, state) => {
    const client = await authorizeClient(ctx.turn, state.client)
    const series = await readCurrentSeries(ctx.turn, client, state.series)
    return seriesCard(ctx.t, {
      client: client.name,
      title: series.title,
      days: daysOf(series),
      text: mealsAsText(ctx.turn, series),
      today: dayOf(ctx.turn, client),
    })
  },
  on: (ctx, input, state) => {
    const value = picked(input)
    if (value === 'back') return goTo(ctx, 'clients', 'one', { client: state.client })
    if (value === 'edit') return beginMealEdit(ctx, state.client, state.series)
    return value === 'end' ? goTo(ctx, 'mealPlans', 'end', state) : 'pass'
  },
})

const end = step({
  state: Series,
  show: async (ctx, state) => {
    const client = await authorizeClient(ctx.turn, state.client)
    const { title, dates } = await readCurrentSeries(ctx.turn, client, state.series)
    return askMealEnd(ctx.t, { title, isBegun: (dates[0] ?? '') <= dayOf(ctx.turn, client) })
  },
  on: async (ctx, input, state) => {
    const isSure = picked(input) === 'back' ? false : yesOrNo(input)
    if (isSure === undefined) return 'pass'
    if (!isSure) return goTo(ctx, 'mealPlans', 'one', state)
    const client = await authorizeClient(ctx.turn, state.client)
    const { title } = await endMeals(ctx.turn, client, state.series)
    ctx.toast(ctx.t('mealPlans:ended', { name: titleOf(ctx.t, title) }))
    return goTo(ctx, 'clients', 'one', { client: state.client })
  },
})

const weekly = step({
  state: z.object({ client: z.int(), plan: z.int(), page: z.int().min(1) }),
  show: async (ctx, { client: id, plan, page }) => {
    const client = await authorizeClient(ctx.turn, id)
    const today = dayOf(ctx.turn, client)
    return weeklyCard(ctx.t, {
      client: client.name,
      today,
      plan: await readWeekly(ctx.turn, client, plan),
      page,
    })
  },
  on: (ctx, input, state) => {
    const value = picked(input)
    if (value === 'back') return goTo(ctx, 'clients', 'one', { client: state.client })
    const page = /^p(\d{1,9})$/.exec(value ?? '')?.[1]
    return page === undefined
      ? 'pass'
      : goTo(ctx, 'mealPlans', 'weekly', { ...state, page: Math.max(1, Number(page)) })
  },
})

/** `today`: the client's local day on which it was made. */
const OfSeries = z.object({ series: z.int(), today: z.string() })
const changeKinds = ['title', 'note', 'targets', 'added', 'changed', 'removed', 'reordered'] as const
const OfChange = OfSeries.extend({
  changes: z.array(z.object({ kind: z.enum(changeKinds), name: z.string().nullable() })),
  more: z.int(),
})
const OfEnd = z.object({ trainer: z.string(), title: z.string(), lastDay: z.string().nullable() })

function newsOf(series: StoredSeries, today: string): news.MealNews {
  return { trainer: series.trainerName, title: series.title, days: daysOf(series), today }
}

const mealPlan: RenderPush = async ({ unit, actor, t, payload }) => {
  const { series: id, today } = OfSeries.parse(payload)
  const series = await readOwnSeries(unit, actor, id, today)
  return series && news.mealNews(t, { ...newsOf(series, today), meals: series.plan.meals })
}

const mealPlanChanged: RenderPush = async ({ unit, actor, t, payload }) => {
  const { series: id, today, changes, more } = OfChange.parse(payload)
  const series = await readOwnSeries(unit, actor, id, today)
  return series && news.changedMealNews(t, { ...newsOf(series, today), changes, more })
}

const mealPlanEnded: RenderPush = async ({ t, payload }) => news.endedMealNews(t, OfEnd.parse(payload))

/** Meals of clients as their coach looks after them, and what the clients are told of them. */
export const mealPlans: Scene = scene('mealPlans', {
  steps: { one, end, weekly },
  pushes: { mealPlan, mealPlanChanged, mealPlanEnded },
})
