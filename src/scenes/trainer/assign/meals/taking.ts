import type { SpotterContext } from '../../../../bot/context.ts'
import type { Input } from '../../../../bot/input.ts'
import type { Verdict } from '../../../../bot/scene.ts'
import { joinParts } from '../../../../domain/plan/parts.ts'
import { planKindOf } from '../../../../domain/planKind.ts'
import { proceed } from '../going.ts'
import { takeLoose } from '../material.ts'
import { freshDraft } from '../state.ts'
import { proceedMeals } from './going.ts'
import type { MealDraft } from './state.ts'

/** Takes an input as the meals' text where it is one, and goes on from there; it may have become training. */
export async function takeMeals(ctx: SpotterContext, input: Input, draft: MealDraft): Promise<Verdict> {
  const taken = await takeLoose(ctx, input, draft)
  if (taken === undefined) return 'pass'
  if (taken === 'told') return undefined
  const kind = planKindOf(joinParts(taken.parts), ctx.turn.actor.units)
  const isOther = draft.edits === null && (kind === 'training' || kind === 'neither')
  if (isOther) await proceed(ctx, { ...(await freshDraft(ctx, draft.client)), ...taken })
  else await proceedMeals(ctx, { ...draft, ...taken, brackets: null })
  return undefined
}
