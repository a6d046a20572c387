import { z } from 'zod'
import type { SpotterContext } from '../../../../bot/context.ts'
import { spanChoices } from '../../../../domain/meals/span.ts'
import { authorizeClient } from '../../../../services/access.ts'
import { type Draft, Part } from '../state.ts'

/** Meals as the coach typed them, and what they answered so far; nothing of it is stored as meals. */
export const MealDraft = z.object({
  client: z.int(),
  /** Others who get them too. */
  also: z.array(z.int()),
  /** The series whose text is edited; null for new meals. */
  edits: z.int().nullable(),
  parts: z.array(Part),
  /** The message with the file that is being fetched. */
  awaits: z.int().nullable(),
  brackets: z.enum(['kcal', 'grams']).nullable(),
  /** The days, where the text names none. */
  choice: z.enum(spanChoices),
})
export type MealDraft = z.output<typeof MealDraft>

/** As `MealDraft`, at a page of what is shown. */
export const PagedMeals = MealDraft.extend({ page: z.int().min(1) })

const nothing = { also: [], brackets: null, choice: 'today' } as const

/** A text that turned out to be meals. */
export function mealDraftOf({ client, parts, awaits }: Draft): MealDraft {
  return { ...nothing, also: [], client, edits: null, parts, awaits }
}

/** A draft with nothing in it, to edit meals of a client of the coach's. Refusal `notThere` for others. */
export async function freshMealEdit(
  ctx: SpotterContext,
  clientId: number,
  seriesId: number,
): Promise<MealDraft> {
  const client = await authorizeClient(ctx.turn, clientId)
  return { ...nothing, also: [], client: client.userId, edits: seriesId, parts: [], awaits: null }
}
