import type { SpotterContext } from '../../../../bot/context.ts'
import { type Verdict, goTo, step } from '../../../../bot/scene.ts'
import { authorizeClient } from '../../../../services/access.ts'
import { findClients } from '../../../../services/people/clients.ts'
import { askAlso } from '../../../../views/mealPlans/several.ts'
import { picked } from '../../../people/answers.ts'
import { understandMeals } from './going.ts'
import { type MealDraft, PagedMeals } from './state.ts'
import { takeMeals } from './taking.ts'

/** One commit gives all of them their days. */
const most = 20

async function toggle(ctx: SpotterContext, draft: MealDraft & { page: number }, id: number): Promise<void> {
  const isChosen = draft.also.includes(id)
  if (!isChosen) await authorizeClient(ctx.turn, id)
  if (!isChosen && draft.also.length + 1 >= most) return ctx.toast(ctx.t('mealPlans:tooMany', { most }))
  const also = isChosen ? draft.also.filter((one) => one !== id) : [...draft.also, id]
  return goTo(ctx, 'assign', 'also', { ...draft, also })
}

/** Who else gets the meals. */
export const also = step({
  state: PagedMeals,
  show: async (ctx, draft) => {
    const understood = await understandMeals(ctx, draft)
    const title = understood.kind === 'new' ? understood.all[0].reading.plan.title : understood.series.title
    const clients = (await findClients(ctx.turn, null)).filter(({ userId }) => userId !== draft.client)
    return askAlso(ctx.t, { title, clients, chosen: new Set(draft.also), page: draft.page })
  },
  on: (ctx, input, draft): Verdict | Promise<Verdict> => {
    const value = picked(input)
    if (value === undefined) return takeMeals(ctx, input, draft)
    if (value === 'done') return goTo(ctx, 'assign', 'meals', { ...draft, page: 1 })
    const [, kind, number] = /^([cp])(\d{1,9})$/.exec(value) ?? []
    if (kind === 'p') return goTo(ctx, 'assign', 'also', { ...draft, page: Math.max(1, Number(number)) })
    return kind === 'c' ? toggle(ctx, draft, Number(number)) : 'pass'
  },
})
