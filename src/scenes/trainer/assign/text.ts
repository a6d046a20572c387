import type { SpotterContext } from '../../../bot/context.ts'
import { goTo, step } from '../../../bot/scene.ts'
import { authorizeClient } from '../../../services/access.ts'
import { planAsText, readCurrentPlan } from '../../../services/plans/edit.ts'
import { askText } from '../../../views/plans/asking.ts'
import { askEdit, fitsCard } from '../../../views/plans/editing.ts'
import type { View } from '../../../views/view.ts'
import { picked } from '../../people/answers.ts'
import { take, understand } from './going.ts'
import { Draft, freshDraft } from './state.ts'

/** Begins to edit a plan's text; a long one comes as a file beside the card. */
export async function beginEdit(ctx: SpotterContext, clientId: number, planId: number): Promise<void> {
  const client = await authorizeClient(ctx.turn, clientId)
  const plan = await readCurrentPlan(ctx.turn, client, planId)
  const text = planAsText(ctx.turn, plan)
  if (!fitsCard(text)) ctx.say(planFile(ctx, text))
  goTo(ctx, 'assign', 'text', await freshDraft(ctx, clientId, planId))
}

function planFile(ctx: SpotterContext, text: string) {
  return { html: ctx.t('plans:fileCaption'), file: { name: `${ctx.t('plans:fileName')}.txt`, text } }
}

async function show(ctx: SpotterContext, draft: Draft): Promise<View> {
  const understood = await understand(ctx, draft)
  const { client, reading } = understood
  const problems = draft.parts.length === 0 ? [] : reading.problems
  if (understood.kind === 'new') return askText(ctx.t, { client: client.name, problems })
  const { plan } = understood
  const text = planAsText(ctx.turn, plan)
  return askEdit(ctx.t, { client: client.name, name: plan.name, text, problems })
}

/** The plan as text: typed, pasted, forwarded, or as a file. */
export const text = step({
  state: Draft,
  show,
  on: (ctx, input, draft) => {
    const value = picked(input)
    if (value === 'client')
      return goTo(ctx, 'assign', 'client', { page: 1, query: null, parts: [], awaits: null })
    if (value === 'back') return goTo(ctx, 'clients', 'one', { client: draft.client })
    return take(ctx, input, draft)
  },
})
