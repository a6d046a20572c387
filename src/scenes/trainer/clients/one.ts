import type { SpotterContext } from '../../../bot/context.ts'
import type { Input } from '../../../bot/input.ts'
import { type Verdict, goTo, step } from '../../../bot/scene.ts'
import { authorizeClient } from '../../../services/access.ts'
import { needNoAnswer } from '../../../services/letters/letters.ts'
import { readLatestPhotos } from '../../../services/photos/latest.ts'
import { dayOf } from '../../../services/plans/clientDay.ts'
import { clientCard } from '../../../views/clients/card.ts'
import { latestPhotos } from '../../../views/clients/notes.ts'
import { readerOf } from '../../client/showing.ts'
import { picked } from '../../people/answers.ts'
import { isPlanText, planFor } from '../assign/client.ts'
import { take } from '../assign/going.ts'
import { freshDraft } from '../assign/state.ts'
import { beginEdit } from '../assign/text.ts'
import { openSeries } from '../mealPlans.ts'
import { readCard } from './card.ts'
import { openFood } from './food.ts'
import { Client } from './state.ts'

/** What reads as a plan is one for the client whose card is open. */
async function takePlan(ctx: SpotterContext, input: Input, client: number): Promise<Verdict> {
  const isPlan = input.kind === 'text' && !input.edited && isPlanText(ctx, input.text)
  return isPlan || input.kind === 'file' ? take(ctx, input, await freshDraft(ctx, client)) : 'pass'
}

/** The latest photos come beside the card. */
async function showPhotos(ctx: SpotterContext, id: number): Promise<void> {
  const client = await authorizeClient(ctx.turn, id)
  const latest = await readLatestPhotos(ctx.turn, client)
  if (!latest) return ctx.toast(ctx.t('stale'))
  return ctx.say(latestPhotos(ctx.t, { ...client, ...latest, today: dayOf(ctx.turn, client) }))
}

async function needsNoAnswer(ctx: SpotterContext, client: number, letter: number): Promise<void> {
  await needNoAnswer(ctx.turn, client, letter)
  return ctx.toast(ctx.t('attention:noAnswerToast'))
}

/** A client's card. */
export const one = step({
  state: Client,
  show: async (ctx, { client }) => clientCard(readerOf(ctx), await readCard(ctx.turn, client)),
  on: async (ctx, input, { client }) => {
    const value = picked(input)
    if (value === undefined) return takePlan(ctx, input, client)
    if (value === 'back') return goTo(ctx, 'clients', 'list', { query: null, page: 1 })
    if (value === 'new') return planFor(ctx, client)
    if (value === 'food') return openFood(ctx, client)
    if (value === 'progress') return goTo(ctx, 'progress', 'card', { client, period: 'quarter' })
    if (value === 'photos') return showPhotos(ctx, client)
    if (value === 'notes') return goTo(ctx, 'clientNotes', 'list', { client, page: 1 })
    if (value === 'history') return goTo(ctx, 'history', 'list', { client, page: 1 })
    const [, kind, number] = /^([pemwr])(\d{1,9})$/.exec(value) ?? []
    if (kind === 'r') return needsNoAnswer(ctx, client, Number(number))
    if (kind === 'e') return beginEdit(ctx, client, Number(number))
    if (kind === 'm') return openSeries(ctx, client, Number(number))
    if (kind === 'w') return goTo(ctx, 'mealPlans', 'weekly', { client, plan: Number(number), page: 1 })
    return kind === 'p' ? goTo(ctx, 'clients', 'plan', { client, plan: Number(number), page: 1 }) : 'pass'
  },
})
