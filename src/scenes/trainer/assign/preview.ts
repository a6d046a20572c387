import type { SpotterContext } from '../../../bot/context.ts'
import { type Verdict, goTo, step } from '../../../bot/scene.ts'
import { assignPlan, overlappingPlans } from '../../../services/plans/assign.ts'
import { dayOf } from '../../../services/plans/clientDay.ts'
import { digestOf } from '../../../services/plans/digest.ts'
import type { PlanSpan } from '../../../services/plans/running.ts'
import { saveVersion } from '../../../services/plans/versions.ts'
import { type NewPlan, daysToStore } from '../../../services/plans/write.ts'
import { textsIn } from '../../../texts/texts.ts'
import { editPreview } from '../../../views/plans/editing.ts'
import { hindrance, preview as newPreview } from '../../../views/plans/preview.ts'
import { askWhere } from '../../../views/plans/where.ts'
import type { View } from '../../../views/view.ts'
import { picked } from '../../people/answers.ts'
import { type Understood, take, understand } from './going.ts'
import { Draft, Paged } from './state.ts'

/** The name it is stored under where the text gives none: its days', if they are short. */
function nameOf({ reading, client }: Understood): string {
  if (reading.name !== '') return reading.name
  const days = [...new Set(reading.days.map(({ name }) => name))].filter(Boolean).join(' / ')
  return days !== '' && days.length <= 40 ? days : textsIn(client.language)('plans:unnamedPlan')
}

function toStore(understood: Understood): NewPlan {
  const { reading, client } = understood
  const words = textsIn(client.language)
  const name = nameOf(understood)
  const days = daysToStore(reading.days, { plan: name, day: words('plans:unnamedDay') })
  const { start: startDate, end: endDate } = reading.dates
  return { name, description: null, startDate, endDate, days }
}

/** Of all that the preview shows: what is accepted is what was seen. */
function markOf(understood: Understood): string {
  const { reading, client } = understood
  const { dates, days, problems } = reading
  const edit = understood.kind === 'edit' ? [understood.plan.id, understood.reading.changes] : null
  return digestOf([client.userId, nameOf(understood), dates, days, problems, edit])
}

/** Of the preview and of the plans that it is asked about. */
const whereMark = (understood: Understood, others: readonly PlanSpan[]): string =>
  digestOf([markOf(understood), others])

/** What was understood of the draft, as the step `preview` shows it. */
export function showPreview(ctx: SpotterContext, understood: Understood, page: number): View {
  const { reading, client } = understood
  const reader = { t: ctx.t, units: ctx.turn.actor.units }
  const data = {
    ...reading,
    name: nameOf(understood),
    client: client.name,
    today: dayOf(ctx.turn, client),
    page,
    mark: markOf(understood),
  }
  return understood.kind === 'new'
    ? newPreview(reader, data)
    : editPreview(reader, { ...data, changes: understood.reading.changes })
}

/** Nothing is open, and whoever sees problems has said that it shall go without those lines. */
function isSettled(ctx: SpotterContext, { reading }: Understood, without: boolean): boolean {
  const isClear = reading.open.length === 0 && reading.orders === null && !hindrance(ctx.t, reading)
  return isClear && (reading.problems.length === 0 || without)
}

async function give(ctx: SpotterContext, understood: Understood, replace: boolean): Promise<void> {
  const { client } = understood
  const plan = toStore(understood)
  await assignPlan(ctx.turn, client, plan, { replace })
  const values = { plan: plan.name, client: client.name }
  ctx.toast(client.hasJoined ? ctx.t('plans:assigned', values) : ctx.t('plans:assignedWaiting', values))
  goTo(ctx, 'clients', 'one', { client: client.userId })
}

async function store(
  ctx: SpotterContext,
  draft: Draft,
  { without, mark }: { without: boolean; mark: string | undefined },
): Promise<void> {
  const understood = await understand(ctx, draft)
  if (mark !== markOf(understood) || !isSettled(ctx, understood, without)) return ctx.toast(ctx.t('stale'))
  const { client, reading } = understood
  if (understood.kind === 'edit') {
    const { plan, reading: edit } = understood
    await saveVersion(ctx.turn, client, plan.id, toStore(understood), edit.changes)
    ctx.toast(ctx.t('plans:saved', { client: client.name }))
    return goTo(ctx, 'clients', 'one', { client: client.userId })
  }
  const others = await overlappingPlans(ctx.turn, client, reading.dates)
  return others.length > 0 ? goTo(ctx, 'assign', 'where', draft) : give(ctx, understood, false)
}

/** What was understood, and what is still open. */
export const preview = step({
  state: Paged,
  show: async (ctx, draft) => showPreview(ctx, await understand(ctx, draft), draft.page),
  on: (ctx, input, draft): Verdict | Promise<Verdict> => {
    const value = picked(input)
    if (value === undefined) return take(ctx, input, draft)
    const [, how, mark] = /^(assign|anyway)\.([\w-]+)$/.exec(value) ?? []
    if (how !== undefined) return store(ctx, draft, { without: how === 'anyway', mark })
    if (value === 'open') return goTo(ctx, 'assign', 'unknown', { ...draft, query: null })
    if (value === 'monday' || value === 'today')
      return goTo(ctx, 'assign', 'preview', { ...draft, startsMonday: value === 'monday' })
    const page = /^p(\d{1,9})$/.exec(value)?.[1]
    return page === undefined
      ? 'pass'
      : goTo(ctx, 'assign', 'preview', { ...draft, page: Math.max(1, Number(page)) })
  },
})

/** Whether the new plan takes the place of what goes on at that time. */
export const where = step({
  state: Draft,
  show: async (ctx, draft) => {
    const understood = await understand(ctx, draft)
    const { client, reading } = understood
    const plans = await overlappingPlans(ctx.turn, client, reading.dates)
    return askWhere(ctx.t, {
      client: client.name,
      plans,
      start: reading.dates.start,
      today: dayOf(ctx.turn, client),
      mark: whereMark(understood, plans),
    })
  },
  on: async (ctx, input, draft) => {
    const value = picked(input)
    if (value === undefined) return take(ctx, input, draft)
    if (value === 'back') return goTo(ctx, 'assign', 'preview', { ...draft, page: 1 })
    const [, how, mark] = /^(replace|beside)\.([\w-]+)$/.exec(value) ?? []
    if (how === undefined) return 'pass'
    const understood = await understand(ctx, draft)
    const others = await overlappingPlans(ctx.turn, understood.client, understood.reading.dates)
    // Problems were accepted before this was asked.
    if (mark === whereMark(understood, others) && isSettled(ctx, understood, true))
      return give(ctx, understood, how === 'replace')
    ctx.toast(ctx.t('stale'))
    return goTo(ctx, 'assign', 'preview', { ...draft, page: 1 })
  },
})
