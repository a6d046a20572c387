import { z } from 'zod'
import type { SpotterContext } from '../../../bot/context.ts'
import { goTo, step } from '../../../bot/scene.ts'
import { requireTrainer } from '../../../services/access.ts'
import { findRanked } from '../../../services/attention/ranked.ts'
import { findClients } from '../../../services/people/clients.ts'
import { overviewsOf } from '../../../services/people/overviews.ts'
import { clientList, clientsOnPage } from '../../../views/clients/list.ts'
import { readerOf } from '../../client/showing.ts'
import { picked, typed } from '../../people/answers.ts'
import { welcomeAdmin } from '../../people/front.ts'

/** All clients, or those who are called so. */
export async function open(ctx: SpotterContext, name: string): Promise<void> {
  await welcomeAdmin(ctx)
  requireTrainer(ctx.turn)
  return search(ctx, name === '' ? null : name)
}

/** The one who is meant, else everybody whose name is like it. */
async function search(ctx: SpotterContext, query: string | null): Promise<void> {
  const [only, ...others] = query === null ? [] : await findClients(ctx.turn, query)
  return only && others.length === 0
    ? goTo(ctx, 'clients', 'one', { client: only.userId })
    : goTo(ctx, 'clients', 'list', { query, page: 1 })
}

/** The coach's clients, whoever needs them most first. */
export const list = step({
  state: z.object({ query: z.string().nullable(), page: z.int().min(1) }),
  show: async (ctx, { query, page }) => {
    const clients = await findRanked(ctx.turn, query)
    const overviews = await overviewsOf(ctx.turn, clientsOnPage(clients, page).shown)
    const { now } = ctx.turn
    return clientList(readerOf(ctx), { at: 'clients.list', clients, query, page, overviews, now })
  },
  on: (ctx, input, { query }) => {
    const value = picked(input)
    if (value === 'all') return goTo(ctx, 'clients', 'list', { query: null, page: 1 })
    const [, kind, number] = /^([cp])(\d{1,9})$/.exec(value ?? '') ?? []
    if (kind === 'p') return goTo(ctx, 'clients', 'list', { query, page: Math.max(1, Number(number)) })
    if (kind === 'c') return goTo(ctx, 'clients', 'one', { client: Number(number) })
    const text = typed(input)
    return text === undefined || text.includes('\n') ? 'pass' : search(ctx, text)
  },
})
