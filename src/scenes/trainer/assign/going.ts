import type { SpotterContext } from '../../../bot/context.ts'
import type { Input } from '../../../bot/input.ts'
import { type Verdict, goTo } from '../../../bot/scene.ts'
import { joinParts } from '../../../domain/plan/parts.ts'
import { planKindOf } from '../../../domain/planKind.ts'
import { type Authorized, type CoachedClient, authorizeClient } from '../../../services/access.ts'
import { type PlanEdit, readCurrentPlan, readEdit } from '../../../services/plans/edit.ts'
import { type PlanReading, readPlanText } from '../../../services/plans/reading.ts'
import type { StoredPlan } from '../../../services/plans/stored.ts'
import { takeMaterial } from './material.ts'
import { proceedMeals } from './meals/going.ts'
import { mealDraftOf } from './meals/state.ts'
import type { Draft } from './state.ts'

/** A draft as it was understood: of a new plan, or of a plan's next version. */
export type Understood =
  | { kind: 'new'; client: Authorized<CoachedClient>; reading: PlanReading }
  | { kind: 'edit'; client: Authorized<CoachedClient>; plan: StoredPlan; reading: PlanEdit }

/** Reads the draft's text anew. Refusals: `notThere`, `planOver`. */
export async function understand(ctx: SpotterContext, draft: Draft): Promise<Understood> {
  const client = await authorizeClient(ctx.turn, draft.client)
  const { today, order, answers, startsMonday } = draft
  const text = { text: joinParts(draft.parts), today, order, answers, startsMonday }
  if (draft.edits === null)
    return { kind: 'new', client, reading: await readPlanText(ctx.turn, client, text) }
  const plan = await readCurrentPlan(ctx.turn, client, draft.edits)
  return { kind: 'edit', client, plan, reading: await readEdit(ctx.turn, client, plan, text) }
}

/** An edited text that says what the plan says already. */
function changesNothing(understood: Understood): boolean {
  if (understood.kind === 'new') return false
  const { changes, open, problems } = understood.reading
  return changes.length === 0 && open.length === 0 && problems.length === 0
}

/** Moves to the step that the draft is at: meals have steps of their own, and where it is unclear that is asked. */
export async function proceed(ctx: SpotterContext, draft: Draft): Promise<void> {
  const { edits, isTraining, parts } = draft
  const kind = edits === null && !isTraining ? planKindOf(joinParts(parts), ctx.turn.actor.units) : 'training'
  if (kind === 'meals') return proceedMeals(ctx, mealDraftOf(draft))
  return kind === 'unclear' ? goTo(ctx, 'assign', 'kind', draft) : proceedTraining(ctx, draft)
}

/** What is open is asked, then all of it is shown. */
async function proceedTraining(ctx: SpotterContext, draft: Draft): Promise<void> {
  const understood = await understand(ctx, draft)
  const { reading, client } = understood
  if (reading.days.length === 0) return goTo(ctx, 'assign', 'text', draft)
  if (reading.orders && draft.order === null) return goTo(ctx, 'assign', 'order', draft)
  if (changesNothing(understood)) {
    ctx.toast(ctx.t('plans:nothingChanged'))
    return goTo(ctx, 'clients', 'one', { client: client.userId })
  }
  return goTo(ctx, 'assign', 'preview', { ...draft, page: 1 })
}

/** Takes an input as the plan's text where it is one, and goes on from there. */
export async function take(ctx: SpotterContext, input: Input, draft: Draft): Promise<Verdict> {
  const taken = await takeMaterial(ctx, input, draft)
  if (taken === undefined) return 'pass'
  if (taken !== 'told') await proceed(ctx, taken)
  return undefined
}
