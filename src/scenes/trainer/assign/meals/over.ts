import { goTo, step } from '../../../../bot/scene.ts'
import { digestOf } from '../../../../services/plans/digest.ts'
import { type InTheWay, askOver } from '../../../../views/mealPlans/several.ts'
import { picked } from '../../../people/answers.ts'
import { give, waysOf } from './giving.ts'
import { type UnderstoodMeals, understandMeals } from './going.ts'
import { areMealsSettled, markOf } from './preview.ts'
import { MealDraft } from './state.ts'
import { takeMeals } from './taking.ts'

/** Of the meals and of the plans that they are asked about. */
const overMark = (understood: UnderstoodMeals, ways: readonly InTheWay[]): string =>
  digestOf([markOf(understood), ways])

/** Whether new meals take the place of those that are there. */
export const over = step({
  state: MealDraft,
  show: async (ctx, draft) => {
    const understood = await understandMeals(ctx, draft)
    const ways = understood.kind === 'new' ? await waysOf(ctx, understood.all) : []
    return askOver(ctx.t, { clients: ways, mark: overMark(understood, ways) })
  },
  on: async (ctx, input, draft) => {
    const value = picked(input)
    if (value === undefined) return takeMeals(ctx, input, draft)
    if (value === 'back') return goTo(ctx, 'assign', 'meals', { ...draft, page: 1 })
    const [, how, mark] = /^(replace|keep)\.([\w-]+)$/.exec(value) ?? []
    if (how !== 'replace' && how !== 'keep') return 'pass'
    const understood = await understandMeals(ctx, draft)
    if (understood.kind === 'new') {
      const ways = await waysOf(ctx, understood.all)
      // Problems were accepted before this was asked.
      if (mark === overMark(understood, ways) && areMealsSettled(ctx, understood, true))
        return give(ctx, understood.all, how)
    }
    ctx.toast(ctx.t('stale'))
    return goTo(ctx, 'assign', 'meals', { ...draft, page: 1 })
  },
})
