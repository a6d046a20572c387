import type { SpotterContext } from '../../../../bot/context.ts'
import { goTo, step } from '../../../../bot/scene.ts'
import { authorizeClient } from '../../../../services/access.ts'
import { mealsAsText } from '../../../../services/mealPlans/edit.ts'
import { readCurrentSeries } from '../../../../services/mealPlans/stored.ts'
import { askMealEdit } from '../../../../views/mealPlans/editing.ts'
import { fitsCard } from '../../../../views/plans/editing.ts'
import { picked } from '../../../people/answers.ts'
import { understandMeals } from './going.ts'
import { MealDraft, freshMealEdit } from './state.ts'
import { takeMeals } from './taking.ts'

/** The meals' text as a file beside the card, where it is too long for it. */
export function sayMealFile(ctx: SpotterContext, text: string): void {
  if (fitsCard(text)) return
  ctx.say({
    html: ctx.t('mealPlans:fileCaption'),
    file: { name: `${ctx.t('mealPlans:fileName')}.txt`, text },
  })
}

/** Begins to edit the text of a client's meals. Refusals: `notThere`, `planOver`. */
export async function beginMealEdit(ctx: SpotterContext, clientId: number, seriesId: number): Promise<void> {
  const client = await authorizeClient(ctx.turn, clientId)
  sayMealFile(ctx, mealsAsText(ctx.turn, await readCurrentSeries(ctx.turn, client, seriesId)))
  goTo(ctx, 'assign', 'mealText', await freshMealEdit(ctx, clientId, seriesId))
}

/** The changed text of meals: typed, pasted, or as a file. */
export const mealText = step({
  state: MealDraft,
  show: async (ctx, draft) => {
    const client = await authorizeClient(ctx.turn, draft.client)
    const series = await readCurrentSeries(ctx.turn, client, draft.edits ?? 0)
    const { title } = series
    const understood = await understandMeals(ctx, draft)
    const problems = understood.kind === 'edit' && draft.parts.length > 0 ? understood.reading.problems : []
    return askMealEdit(ctx.t, {
      client: client.name,
      title,
      text: mealsAsText(ctx.turn, series),
      problems,
    })
  },
  on: (ctx, input, draft) => {
    if (picked(input) === 'back') return goTo(ctx, 'clients', 'one', { client: draft.client })
    return takeMeals(ctx, input, draft)
  },
})
