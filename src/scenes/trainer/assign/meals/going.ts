import type { SpotterContext } from '../../../../bot/context.ts'
import { goTo } from '../../../../bot/scene.ts'
import { parseMealPlan } from '../../../../domain/meals/parseMealPlan.ts'
import { joinParts } from '../../../../domain/plan/parts.ts'
import { type Authorized, type CoachedClient, authorizeClient } from '../../../../services/access.ts'
import { type MealEdit, changesNothing, readMealEdit } from '../../../../services/mealPlans/edit.ts'
import { type MealDraftText, type MealReading, readMeals } from '../../../../services/mealPlans/reading.ts'
import { type StoredSeries, readCurrentSeries } from '../../../../services/mealPlans/stored.ts'
import { findClients } from '../../../../services/people/clients.ts'
import type { MealDraft } from './state.ts'

/** Meals as they were understood for one client: the days are their own. */
export interface ForClient {
  client: Authorized<CoachedClient>
  reading: MealReading
}

/** A draft as it was understood: new meals for some, or changed ones. */
export type UnderstoodMeals =
  | { kind: 'new'; all: [ForClient, ...ForClient[]] }
  | { kind: 'edit'; client: Authorized<CoachedClient>; series: StoredSeries; reading: MealEdit }

const problemsOf = (text: string): number => parseMealPlan(text, { today: '2026-01-01' }).problems.length

function textOf({ parts, brackets, choice }: MealDraft): MealDraftText {
  return {
    text: joinParts(parts, problemsOf),
    at: Math.max(0, ...parts.map(({ at }) => at)),
    brackets,
    choice,
  }
}

/** The others of the draft who are still the coach's. */
async function othersOf(ctx: SpotterContext, { client, also }: MealDraft): Promise<number[]> {
  if (also.length === 0) return []
  const mine = new Set((await findClients(ctx.turn, null)).map(({ userId }) => userId))
  return also.filter((id) => id !== client && mine.has(id))
}

/** Reads the draft's text anew. Refusals: `notThere`, `planOver`. */
export async function understandMeals(ctx: SpotterContext, draft: MealDraft): Promise<UnderstoodMeals> {
  const client = await authorizeClient(ctx.turn, draft.client)
  const text = textOf(draft)
  if (draft.edits !== null) {
    const series = await readCurrentSeries(ctx.turn, client, draft.edits)
    return { kind: 'edit', client, series, reading: await readMealEdit(ctx.turn, client, series, text) }
  }
  const all: [ForClient, ...ForClient[]] = [{ client, reading: readMeals(ctx.turn, client, text) }]
  for (const id of await othersOf(ctx, draft)) {
    const other = await authorizeClient(ctx.turn, id)
    all.push({ client: other, reading: readMeals(ctx.turn, other, text) })
  }
  return { kind: 'new', all }
}

/** Moves to the step that the draft is at. Refusals as `understandMeals`. */
export async function proceedMeals(ctx: SpotterContext, draft: MealDraft): Promise<void> {
  const understood = await understandMeals(ctx, draft)
  if (understood.kind === 'edit') {
    const { reading, client } = understood
    if (reading.plan.meals.length === 0) return goTo(ctx, 'assign', 'mealText', draft)
    if (changesNothing(reading)) {
      ctx.toast(ctx.t('mealPlans:nothingChanged'))
      return goTo(ctx, 'clients', 'one', { client: client.userId })
    }
  }
  return goTo(ctx, 'assign', 'meals', { ...draft, page: 1 })
}
