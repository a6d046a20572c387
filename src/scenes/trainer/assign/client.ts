import { z } from 'zod'
import type { SpotterContext } from '../../../bot/context.ts'
import type { Input } from '../../../bot/input.ts'
import { type Verdict, goTo, step } from '../../../bot/scene.ts'
import { headOfPlan } from '../../../domain/meals/oneLine.ts'
import { readsAsMealPlan } from '../../../domain/meals/parseMealPlan.ts'
import { readsAsPlan } from '../../../domain/plan/parsePlan.ts'
import { joinParts } from '../../../domain/plan/parts.ts'
import { planKindOf } from '../../../domain/planKind.ts'
import { isCoach, requireTrainer } from '../../../services/access.ts'
import { findClients, namedClients } from '../../../services/people/clients.ts'
import { clientList } from '../../../views/clients/list.ts'
import { readerOf } from '../../client/showing.ts'
import { picked } from '../../people/answers.ts'
import { welcomeAdmin } from '../../people/front.ts'
import { proceed } from './going.ts'
import { fetchText, isName, isTextFile, partOf, takeLoose } from './material.ts'
import { Part, freshDraft } from './state.ts'

const Choosing = z.object({
  page: z.int().min(1),
  /** What was typed to search by. */
  query: z.string().nullable(),
  /** A plan that came before its client was named, */
  parts: z.array(Part),
  /** or the message with the file that holds it. */
  awaits: z.int().nullable(),
})
type Choosing = z.output<typeof Choosing>

/** A plan that has no client yet. */
type Loose = Pick<Choosing, 'parts' | 'awaits'>
const nothing: Loose = { parts: [], awaits: null }

const choosing = (ctx: SpotterContext, state: Partial<Choosing>) =>
  goTo(ctx, 'assign', 'client', { page: 1, query: null, ...nothing, ...state })

/** On with the plan of a client; whose it is is proved. */
export async function planFor(ctx: SpotterContext, clientId: number, loose = nothing): Promise<void> {
  await proceed(ctx, { ...(await freshDraft(ctx, clientId)), ...loose })
}

/** On with whoever of the coach's clients is meant, where that is clear; else asks. */
async function chooseClient(ctx: SpotterContext, query: string | null, loose = nothing): Promise<void> {
  await welcomeAdmin(ctx)
  requireTrainer(ctx.turn)
  const [only, ...others] = await findClients(ctx.turn, query)
  if (only && others.length === 0) return planFor(ctx, only.userId, loose)
  const named = query === null ? await namedBy(ctx, loose) : undefined
  const [one, ...more] = named?.people ?? []
  if (one && more.length === 0) return planFor(ctx, one.userId, loose)
  return choosing(ctx, { query: named?.word ?? query, ...loose })
}

/** The clients whom meals name above them: `Anna, meals from tomorrow`. */
async function namedBy(ctx: SpotterContext, { parts }: Loose): ReturnType<typeof namedClients> {
  const [first] = parts
  if (!first || planKindOf(joinParts(parts), ctx.turn.actor.units) !== 'meals') return undefined
  return namedClients(ctx.turn, headOfPlan(first.text))
}

/** `/assign`, `/assign Anna`, and with the plan in the lines below. */
export async function begin(ctx: SpotterContext, args: string): Promise<void> {
  const messageId = ctx.input.kind === 'command' ? ctx.input.messageId : 0
  const plan = (text: string): Loose =>
    text.trim() === '' ? nothing : { ...nothing, parts: [partOf(ctx, { text, messageId })] }
  const [, name = '', text = ''] = /^([^\n]*)\n?([\s\S]*)$/.exec(args) ?? []
  await welcomeAdmin(ctx)
  // Where nobody is called like the first line, the plan begins there.
  const isPlan = text.trim() !== '' || isPlanText(ctx, name)
  if (isPlan && (await findClients(ctx.turn, name)).length === 0) return chooseClient(ctx, null, plan(args))
  return chooseClient(ctx, name.trim() || null, plan(text))
}

/** Whether a text that nobody asked for is training or meals. */
export function isPlanText(ctx: SpotterContext, text: string): boolean {
  return readsAsPlan(text, ctx.turn.actor.units) || readsAsMealPlan(text)
}

/** Takes a plan that a coach sends out of the blue: lines with several exercises or foods, or a text file. */
export async function takeLoosePlan(ctx: SpotterContext, input: Input): Promise<boolean> {
  if (!isCoach(ctx.turn)) return false
  if (input.kind === 'file' && isTextFile(input)) {
    const messageId = await fetchText(ctx, input)
    if (messageId !== undefined) await chooseClient(ctx, null, { ...nothing, awaits: messageId })
    return true
  }
  if (input.kind !== 'text' || input.edited || !isPlanText(ctx, input.text)) return false
  await chooseClient(ctx, null, { ...nothing, parts: [partOf(ctx, input)] })
  return true
}

/** A message while it is asked who the plan is for: a name, or (more of) the plan. */
async function takeMessage(ctx: SpotterContext, input: Input, state: Choosing): Promise<Verdict> {
  const { parts, awaits } = state
  const isPlan = input.kind === 'text' && isPlanText(ctx, input.text)
  if (!isPlan && isName(ctx, state, input)) return chooseClient(ctx, input.text.trim(), { parts, awaits })
  const taken = await takeLoose(ctx, input, state)
  if (taken === undefined) return 'pass'
  if (taken === 'told') return undefined
  if (parts.length > 0 && taken.parts.length > 0) ctx.notice(ctx.t('plans:textTaken'))
  return state.query === null ? chooseClient(ctx, null, taken) : choosing(ctx, { ...state, ...taken })
}

/** Who the plan is for. */
export const client = step({
  state: Choosing,
  show: async (ctx, { page, query, parts }) =>
    clientList(readerOf(ctx), {
      at: 'assign.client',
      clients: await findClients(ctx.turn, query),
      query,
      page,
      keepsText: parts.length > 0,
      now: ctx.turn.now,
    }),
  on: (ctx, input, state): Verdict | Promise<Verdict> => {
    const value = picked(input)
    if (value === undefined) return takeMessage(ctx, input, state)
    const { parts, awaits } = state
    if (value === 'all') return choosing(ctx, { parts, awaits })
    const [, kind, number] = /^([cp])(\d{1,9})$/.exec(value) ?? []
    if (kind === 'p') return choosing(ctx, { ...state, page: Math.max(1, Number(number)) })
    return kind === 'c' ? planFor(ctx, Number(number), { parts, awaits }) : 'pass'
  },
})
