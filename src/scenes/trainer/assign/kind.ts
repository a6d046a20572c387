import { step } from '../../../bot/scene.ts'
import { askKind } from '../../../views/mealPlans/preview.ts'
import { chosen } from '../../people/answers.ts'
import { proceed, take } from './going.ts'
import { proceedMeals } from './meals/going.ts'
import { mealDraftOf } from './meals/state.ts'
import { Draft } from './state.ts'

/** A label as it is typed: without its picture. */
const wordOf = (label: string): string => label.replace(/^[^\p{L}]+/u, '')

/** Whether a text that can be read either way is training or meals. */
export const kind = step({
  state: Draft,
  show: (ctx) => askKind(ctx.t),
  on: (ctx, input, draft) => {
    const labels = { training: wordOf(ctx.t('mealPlans:training')), meals: wordOf(ctx.t('mealPlans:meals')) }
    const said = chosen(input, labels)
    if (said === 'training') return proceed(ctx, { ...draft, isTraining: true })
    return said === 'meals' ? proceedMeals(ctx, mealDraftOf(draft)) : take(ctx, input, draft)
  },
})
