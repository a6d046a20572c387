import { z } from 'zod'
import type { SpotterContext } from '../../bot/context.ts'
import type { Input } from '../../bot/input.ts'
import { type Scene, type Verdict, goTo, scene, step } from '../../bot/scene.ts'
import { isDate } from '../../domain/localTime.ts'
import { authorizeClient, requireTrainer } from '../../services/access.ts'
import { readClientFoodDay } from '../../services/meals/day.ts'
import { mealsOverview } from '../../services/meals/overview.ts'
import { findClients, readClientDetails } from '../../services/people/clients.ts'
import { overviewsOf } from '../../services/people/overviews.ts'
import { otherDays } from '../../services/mealPlans/others.ts'
import { currentSeries } from '../../services/mealPlans/stored.ts'
import { weeklyPlans } from '../../services/mealPlans/weekly.ts'
import { dayOf } from '../../services/plans/clientDay.ts'
import { readCurrentPlan } from '../../services/plans/edit.ts'
import { endPlan } from '../../services/plans/end.ts'
import { comingPlans, runningPlans } from '../../services/plans/running.ts'
import { countWaiting } from '../../services/reviews/queue.ts'
import { lastCheckIn } from '../../services/checkIns/reading.ts'
import { lastDayNote } from '../../services/weighIns/diary.ts'
import { lastWeighed } from '../../services/weighIns/standing.ts'
import { coachFoodDay } from '../../views/meals/day.ts'
import { clientCard, clientList, clientsOnPage } from '../../views/plans/clients.ts'
import { storedDays } from '../../views/plans/days.ts'
import { askEnd, planCard } from '../../views/plans/planCard.ts'
import { picked, typed, yesOrNo } from '../people/answers.ts'
import { welcomeAdmin } from '../people/front.ts'
import { isPlanText, planFor } from './assign/client.ts'
import { take } from './assign/going.ts'
import { freshDraft } from './assign/state.ts'
import { beginEdit } from './assign/text.ts'
import { openSeries } from './mealPlans.ts'

const Client = z.object({ client: z.int() })
const Plan = Client.extend({ plan: z.int(), page: z.int().min(1) })

async function open(ctx: SpotterContext, name: string): Promise<void> {
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

const list = step({
  state: z.object({ query: z.string().nullable(), page: z.int().min(1) }),
  show: async (ctx, { query, page }) => {
    const clients = await findClients(ctx.turn, query)
    const overviews = await overviewsOf(ctx.turn, clientsOnPage(clients, page).shown)
    return clientList(ctx.t, { at: 'clients.list', clients, query, page, overviews })
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

/** What reads as a plan is one for the client whose card is open. */
async function takePlan(ctx: SpotterContext, input: Input, client: number): Promise<Verdict> {
  const isPlan = input.kind === 'text' && !input.edited && isPlanText(ctx, input.text)
  return isPlan || input.kind === 'file' ? take(ctx, input, await freshDraft(ctx, client)) : 'pass'
}

async function openFood(ctx: SpotterContext, id: number): Promise<void> {
  const date = dayOf(ctx.turn, await authorizeClient(ctx.turn, id))
  return goTo(ctx, 'clients', 'food', { client: id, date })
}

/** What a client ate, day by day. */
const food = step({
  state: Client.extend({ date: z.iso.date() }),
  show: async (ctx, { client: id, date }) => {
    const client = await authorizeClient(ctx.turn, id)
    return coachFoodDay(
      ctx.t,
      client.name,
      await readClientFoodDay(ctx.turn, client, date),
      dayOf(ctx.turn, client),
    )
  },
  on: (ctx, input, { client }) => {
    const value = picked(input)
    if (value === 'back') return goTo(ctx, 'clients', 'one', { client })
    const date = /^d(\d{4}-\d\d-\d\d)$/.exec(value ?? '')?.[1]
    return date !== undefined && isDate(date) ? goTo(ctx, 'clients', 'food', { client, date }) : 'pass'
  },
})

const one = step({
  state: Client,
  show: async (ctx, { client: id }) => {
    const client = await authorizeClient(ctx.turn, id)
    const today = dayOf(ctx.turn, client)
    return clientCard(
      { t: ctx.t, units: ctx.turn.actor.units },
      {
        ...client,
        details: await readClientDetails(ctx.turn, client),
        weighed: await lastWeighed(ctx.turn, client),
        waiting: await countWaiting(ctx.turn, id),
        dayNote: await lastDayNote(ctx.turn, client, today),
        checkIn: await lastCheckIn(ctx.turn, client),
        meals: await mealsOverview(ctx.turn, client),
        running: await runningPlans(ctx.turn, id, today),
        coming: await comingPlans(ctx.turn, id, today),
        series: await currentSeries(ctx.turn, client),
        otherDays: await otherDays(ctx.turn, client),
        weekly: await weeklyPlans(ctx.turn, client),
        today,
        now: ctx.turn.now,
      },
    )
  },
  on: async (ctx, input, { client }) => {
    const value = picked(input)
    if (value === undefined) return takePlan(ctx, input, client)
    if (value === 'back') return goTo(ctx, 'clients', 'list', { query: null, page: 1 })
    if (value === 'new') return planFor(ctx, client)
    if (value === 'food') return openFood(ctx, client)
    if (value === 'progress') return goTo(ctx, 'progress', 'card', { client, period: 'quarter' })
    if (value === 'history') return goTo(ctx, 'history', 'list', { client, page: 1 })
    const [, kind, number] = /^([pemw])(\d{1,9})$/.exec(value) ?? []
    if (kind === 'e') return beginEdit(ctx, client, Number(number))
    if (kind === 'm') return openSeries(ctx, client, Number(number))
    if (kind === 'w') return goTo(ctx, 'mealPlans', 'weekly', { client, plan: Number(number), page: 1 })
    return kind === 'p' ? goTo(ctx, 'clients', 'plan', { client, plan: Number(number), page: 1 }) : 'pass'
  },
})

const plan = step({
  state: Plan,
  show: async (ctx, state) => {
    const client = await authorizeClient(ctx.turn, state.client)
    const stored = await readCurrentPlan(ctx.turn, client, state.plan)
    const today = dayOf(ctx.turn, client)
    return planCard(
      { t: ctx.t, units: ctx.turn.actor.units },
      { client: client.name, plan: stored, days: storedDays(stored.days), today, page: state.page },
    )
  },
  on: (ctx, input, state) => {
    const value = picked(input)
    if (value === 'back') return goTo(ctx, 'clients', 'one', { client: state.client })
    if (value === 'edit') return beginEdit(ctx, state.client, state.plan)
    if (value === 'end') return goTo(ctx, 'clients', 'end', state)
    const page = /^p(\d{1,9})$/.exec(value ?? '')?.[1]
    return page === undefined
      ? 'pass'
      : goTo(ctx, 'clients', 'plan', { ...state, page: Math.max(1, Number(page)) })
  },
})

const end = step({
  state: Plan,
  show: async (ctx, state) => {
    const client = await authorizeClient(ctx.turn, state.client)
    return askEnd(ctx.t, await readCurrentPlan(ctx.turn, client, state.plan), dayOf(ctx.turn, client))
  },
  on: async (ctx, input, state) => {
    const isSure = picked(input) === 'back' ? false : yesOrNo(input)
    if (isSure === undefined) return 'pass'
    if (!isSure) return goTo(ctx, 'clients', 'plan', state)
    const client = await authorizeClient(ctx.turn, state.client)
    const { name } = await endPlan(ctx.turn, client, state.plan)
    ctx.toast(ctx.t('plans:ended', { name }))
    return goTo(ctx, 'clients', 'one', { client: state.client })
  },
})

/** `/clients`: a coach's clients, what they told, and what they train by. */
export const clients: Scene = scene('clients', {
  steps: { list, one, food, plan, end },
  commands: { clients: { audience: ['trainer', 'admin'], listed: true, run: open } },
  taps: {
    openClients: (ctx) => open(ctx, ''),
    openClient: async (ctx, { client }) => {
      await authorizeClient(ctx.turn, client)
      return goTo(ctx, 'clients', 'one', { client })
    },
  },
})
