import type { SpotterContext } from '../../../../bot/context.ts'
import { type Verdict, goTo, step } from '../../../../bot/scene.ts'
import { spanChoices } from '../../../../domain/meals/span.ts'
import type { CoachedClient } from '../../../../services/access.ts'
import { saveMealEdit } from '../../../../services/mealPlans/edit.ts'
import { weeklyOn } from '../../../../services/mealPlans/weekly.ts'
import { findClients } from '../../../../services/people/clients.ts'
import { dayOf } from '../../../../services/plans/clientDay.ts'
import { digestOf } from '../../../../services/plans/digest.ts'
import { editHindrance, mealEditPreview } from '../../../../views/mealPlans/editing.ts'
import {
  type Eater,
  type WeeklyBelow,
  mealHindrance,
  mealPreview,
} from '../../../../views/mealPlans/preview.ts'
import type { View } from '../../../../views/view.ts'
import { picked } from '../../../people/answers.ts'
import { give, waysOf } from './giving.ts'
import { type ForClient, type UnderstoodMeals, understandMeals } from './going.ts'
import { type MealDraft, PagedMeals } from './state.ts'
import { takeMeals } from './taking.ts'

/** Whoever has not joined has not said what they read. */
const readerOf = ({ name, language, hasJoined }: CoachedClient) => ({
  name,
  language: hasJoined ? language : null,
})

type NewMeals = Extract<UnderstoodMeals, { kind: 'new' }>

function eatersOf(ctx: SpotterContext, { all: [first, ...others] }: NewMeals): [Eater, ...Eater[]] {
  const eater = ({ client, reading }: ForClient): Eater => ({
    ...readerOf(client),
    span: reading.span,
    today: dayOf(ctx.turn, client),
  })
  return [eater(first), ...others.map(eater)]
}

/** Of all that the preview shows: what is accepted is what was seen. */
export function markOf(understood: UnderstoodMeals): string {
  if (understood.kind === 'edit') {
    const { series, reading } = understood
    const { plan, dates, from, problems, changes } = reading
    return digestOf([series.id, series.plan, plan, dates, from, problems, changes])
  }
  const { all } = understood
  const [{ reading }] = all
  const days = all.map((one) => [one.client.userId, one.reading.span.dates])
  return digestOf([days, reading.plan, reading.problems])
}

/** What was understood of meals, as the step `meals` shows it. */
async function showMeals(
  ctx: SpotterContext,
  understood: UnderstoodMeals,
  { brackets, page }: { brackets: MealDraft['brackets']; page: number },
): Promise<View> {
  const shown = { brackets, page, mark: markOf(understood) }
  if (understood.kind === 'edit') {
    const { client, series, reading } = understood
    const today = dayOf(ctx.turn, client)
    return mealEditPreview(ctx.t, {
      ...reading,
      ...shown,
      client: readerOf(client),
      today,
      title: series.title,
    })
  }
  const [{ reading }] = understood.all
  const hasOthers = (await findClients(ctx.turn, null)).length > 1
  const weekly: WeeklyBelow[] = []
  for (const { client, reading: own } of understood.all) {
    const plans = await weeklyOn(ctx.turn, client, own.span.dates)
    if (plans.length > 0) weekly.push({ client: client.name, titles: plans.map(({ name }) => name) })
  }
  return mealPreview(ctx.t, { ...reading, ...shown, clients: eatersOf(ctx, understood), weekly, hasOthers })
}

/** Nothing stands in the way, and whoever sees problems has said that it shall go without those lines. */
export function areMealsSettled(ctx: SpotterContext, understood: UnderstoodMeals, without: boolean): boolean {
  const reading = understood.kind === 'edit' ? understood.reading : understood.all[0].reading
  const hindrance =
    understood.kind === 'edit'
      ? editHindrance(ctx.t, understood.reading)
      : mealHindrance(ctx.t, { ...reading, clients: eatersOf(ctx, understood) })
  return hindrance === undefined && (reading.problems.length === 0 || without)
}

async function store(
  ctx: SpotterContext,
  draft: MealDraft,
  { without, mark }: { without: boolean; mark: string | undefined },
): Promise<void> {
  const understood = await understandMeals(ctx, draft)
  if (mark !== markOf(understood) || !areMealsSettled(ctx, understood, without))
    return ctx.toast(ctx.t('stale'))
  if (understood.kind === 'edit') {
    const { client, series, reading } = understood
    await saveMealEdit(ctx.turn, client, series.id, reading)
    ctx.toast(ctx.t('mealPlans:saved', { client: client.name }))
    return goTo(ctx, 'clients', 'one', { client: client.userId })
  }
  const ways = await waysOf(ctx, understood.all)
  return ways.length > 0 ? goTo(ctx, 'assign', 'over', draft) : give(ctx, understood.all, 'replace')
}

/** What was understood of meals. */
export const meals = step({
  state: PagedMeals,
  show: async (ctx, draft) => showMeals(ctx, await understandMeals(ctx, draft), draft),
  on: (ctx, input, draft): Verdict | Promise<Verdict> => {
    const value = picked(input)
    if (value === undefined) return takeMeals(ctx, input, draft)
    const [, how, mark] = /^(assign|anyway)\.([\w-]+)$/.exec(value) ?? []
    if (how !== undefined) return store(ctx, draft, { without: how === 'anyway', mark })
    if (value === 'also') return goTo(ctx, 'assign', 'also', { ...draft, page: 1 })
    const choice = spanChoices.find((one) => one === value)
    if (choice) return goTo(ctx, 'assign', 'meals', { ...draft, choice })
    if (value === 'kcal' || value === 'grams')
      return goTo(ctx, 'assign', 'meals', { ...draft, brackets: value })
    const page = /^p(\d{1,9})$/.exec(value)?.[1]
    return page === undefined
      ? 'pass'
      : goTo(ctx, 'assign', 'meals', { ...draft, page: Math.max(1, Number(page)) })
  },
})
