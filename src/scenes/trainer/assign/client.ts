import { z } from 'zod'
import type { SpotterContext } from '../../../bot/context.ts'
import { goTo, step } from '../../../bot/scene.ts'
import { requireTrainer } from '../../../services/access.ts'
import { findClients } from '../../../services/people/clients.ts'
import { clientList } from '../../../views/plans/clients.ts'
import { picked, typed } from '../../people/answers.ts'
import { welcomeAdmin } from '../../people/front.ts'
import { proceed } from './going.ts'
import { partOf } from './material.ts'
import { Part, freshDraft } from './state.ts'

const Choosing = z.object({
  page: z.int().min(1),
  /** What was typed to search by. */
  query: z.string().nullable(),
  /** A plan that came before its client was named. */
  parts: z.array(Part),
})
type Choosing = z.output<typeof Choosing>

const choosing = (ctx: SpotterContext, state: Partial<Choosing>) =>
  goTo(ctx, 'assign', 'client', { page: 1, query: null, parts: [], ...state })

/** On with the plan of a client; whose it is is proved. */
export async function planFor(ctx: SpotterContext, clientId: number, parts: Part[] = []): Promise<void> {
  await proceed(ctx, { ...(await freshDraft(ctx, clientId)), parts })
}

/** On with whoever of the coach's clients is meant, where that is clear; else asks. */
export async function chooseClient(
  ctx: SpotterContext,
  query: string | null,
  parts: Part[] = [],
): Promise<void> {
  await welcomeAdmin(ctx)
  requireTrainer(ctx.turn)
  const [only, ...others] = await findClients(ctx.turn, query)
  if (only && others.length === 0) return planFor(ctx, only.userId, parts)
  return choosing(ctx, { query, parts })
}

/** `/assign`, `/assign Anna`, and with the plan in the lines below. */
export function begin(ctx: SpotterContext, args: string): Promise<void> {
  const [, name = '', text = ''] = /^([^\n]*)\n?([\s\S]*)$/.exec(args) ?? []
  const messageId = ctx.input.kind === 'command' ? ctx.input.messageId : 0
  const parts = text.trim() === '' ? [] : [partOf(ctx, { text, messageId })]
  return chooseClient(ctx, name.trim() || null, parts)
}

/** Who the plan is for. */
export const client = step({
  state: Choosing,
  show: async (ctx, { page, query }) =>
    clientList(ctx.t, { at: 'assign.client', clients: await findClients(ctx.turn, query), query, page }),
  on: (ctx, input, state) => {
    const value = picked(input)
    if (value === 'all') return choosing(ctx, { parts: state.parts })
    const [, kind, number] = /^([cp])(\d+)$/.exec(value ?? '') ?? []
    if (kind === 'p') return choosing(ctx, { ...state, page: Math.max(1, Number(number)) })
    if (kind === 'c') return planFor(ctx, Number(number), state.parts)
    const text = typed(input)
    if (text === undefined || input.kind !== 'text') return 'pass'
    return text.includes('\n')
      ? choosing(ctx, { ...state, parts: [partOf(ctx, input)] })
      : chooseClient(ctx, text, state.parts)
  },
})
