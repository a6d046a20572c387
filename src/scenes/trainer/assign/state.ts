import { z } from 'zod'
import type { SpotterContext } from '../../../bot/context.ts'
import { tripleOrders } from '../../../domain/plan/types.ts'
import { authorizeClient } from '../../../services/access.ts'
import { dayOf } from '../../../services/plans/clientDay.ts'

export const Part = z.object({
  messageId: z.int(),
  /** When it was sent, ms since 1970. */
  at: z.number(),
  text: z.string(),
})
export type Part = z.output<typeof Part>

/** What the coach typed and answered so far; nothing of it is stored as a plan. */
export const Draft = z.object({
  client: z.int(),
  /** The plan whose text is edited; null for a new plan. */
  edits: z.int().nullable(),
  parts: z.array(Part),
  /** The client's day on which the text came: "from Monday" is meant from there. */
  today: z.string(),
  /** The message with the file that is being fetched. */
  awaits: z.int().nullable(),
  order: z.enum(tripleOrders).nullable(),
  /** By the key of a name: the exercise it stands for, null to leave it out. */
  answers: z.record(z.string(), z.int().nullable()),
  startsMonday: z.boolean(),
  /** Said to be training, where it may be meals as well. */
  isTraining: z.boolean().default(false),
})
export type Draft = z.output<typeof Draft>

/** As `Draft`, at a page of what is shown. */
export const Paged = Draft.extend({ page: z.int().min(1) })

/** A draft with nothing in it, for a client of the coach. Refusal `notThere` for others. */
export async function freshDraft(
  ctx: SpotterContext,
  clientId: number,
  edits: number | null = null,
): Promise<Draft> {
  const client = await authorizeClient(ctx.turn, clientId)
  return {
    client: client.userId,
    edits,
    parts: [],
    today: dayOf(ctx.turn, client),
    awaits: null,
    order: null,
    answers: {},
    startsMonday: false,
    isTraining: false,
  }
}

/** As `Draft`, while a name is asked about. */
export const AskingState = Draft.extend({
  /** Another name that was tried for it. */
  query: z.string().nullable(),
})
export type Asking = z.output<typeof AskingState>
