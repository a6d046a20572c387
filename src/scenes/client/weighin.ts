import { z } from 'zod'
import type { SpotterContext } from '../../bot/context.ts'
import { type Scene, type Verdict, goTo, leave, scene, step } from '../../bot/scene.ts'
import { localDate } from '../../domain/localTime.ts'
import { type ReadWeighIn, type TypedWeighIn, parseWeighIn } from '../../domain/weight/parse.ts'
import { requireClient } from '../../services/access.ts'
import * as weighIns from '../../services/weighIns/weighIns.ts'
import * as views from '../../views/weight/weighIn.ts'
import { picked, typed, yesOrNo } from '../people/answers.ts'
import { offerUnread } from '../people/letters.ts'
import { readerOf } from './showing.ts'

const One = z.object({ id: z.int() })
/** What was typed, the day on which it was, and the weigh-in it corrects. */
const Doubtful = z.object({ text: z.string(), today: z.string(), replaces: z.int().nullable() })

const todayOf = ({ turn }: SpotterContext): string => localDate(turn.now, turn.actor.timeZone)

const read = (ctx: SpotterContext, text: string, today = todayOf(ctx)): ReadWeighIn =>
  parseWeighIn(text, ctx.turn.actor.units, today)

async function keep(ctx: SpotterContext, typedIn: TypedWeighIn, replaces: number | null): Promise<void> {
  if (replaces !== null) await weighIns.correctWeighIn(ctx.turn, replaces, typedIn)
  const id = replaces ?? (await weighIns.addWeighIn(ctx.turn, typedIn))
  const weighed = views.weighInText(readerOf(ctx), await weighIns.readWeighIn(ctx.turn, id), todayOf(ctx))
  ctx.notice(replaces === null ? ctx.t('weight:saved', { weighed }) : ctx.t('weight:corrected', { weighed }))
  goTo(ctx, 'weighin', 'card')
}

/** Keeps what was typed, asks about it first, or says why it cannot be. */
async function take(ctx: SpotterContext, text: string, replaces: number | null = null): Promise<void> {
  const found = read(ctx, text)
  if (found.kind !== 'read') return ctx.notice(ctx.t(`weight:${found.kind}`))
  const near = await weighIns.surprise(ctx.turn, found, replaces)
  return near
    ? goTo(ctx, 'weighin', 'sure', { text, today: todayOf(ctx), replaces })
    : keep(ctx, found, replaces)
}

function open(ctx: SpotterContext, text = ''): Promise<void> | void {
  requireClient(ctx.turn)
  goTo(ctx, 'weighin', 'card')
  return text === '' ? undefined : take(ctx, text)
}

const card = step({
  state: z.object({}),
  show: async (ctx) =>
    views.weighInCard(readerOf(ctx), { ...(await weighIns.readStanding(ctx.turn)), today: todayOf(ctx) }),
  on: (ctx, input): Verdict | Promise<Verdict> => {
    const value = picked(input)
    if (value === 'back') return leave(ctx)
    const [, kind, number] = /^([fnr])(\d{1,15})$/.exec(value ?? '') ?? []
    const steps: Record<string, string> = { f: 'fix', n: 'note', r: 'remove' }
    const next = steps[kind ?? '']
    if (next !== undefined) return goTo(ctx, 'weighin', next, { id: Number(number) })
    const text = typed(input)
    // What reads as no weight may be a set of the workout under way.
    return text === undefined || read(ctx, text).kind === 'unread' ? 'pass' : take(ctx, text)
  },
})

const sure = step({
  state: Doubtful,
  show: async (ctx, { text, today, replaces }) => {
    const found = read(ctx, text, today)
    const near = found.kind === 'read' ? await weighIns.surprise(ctx.turn, found, replaces) : undefined
    if (found.kind === 'read' && near) return views.askSure(readerOf(ctx), found.kg, near, todayOf(ctx))
    return card.show(ctx, {})
  },
  on: (ctx, input, { text, today, replaces }): Verdict | Promise<Verdict> => {
    const isSure = yesOrNo(input)
    if (isSure === false) {
      goTo(ctx, 'weighin', 'card')
      return ctx.toast(ctx.t('weight:notKept'))
    }
    const found = read(ctx, text, today)
    if (isSure && found.kind === 'read') {
      const date = found.date ?? (today === todayOf(ctx) || replaces !== null ? null : today)
      return keep(ctx, { ...found, date }, replaces)
    }
    const other = typed(input)
    return other === undefined ? 'pass' : take(ctx, other, replaces)
  },
})

const fix = step({
  state: One,
  show: async (ctx, { id }) =>
    views.askCorrection(readerOf(ctx), await weighIns.readWeighIn(ctx.turn, id), todayOf(ctx)),
  on: (ctx, input, { id }): Verdict | Promise<Verdict> => {
    if (picked(input) === 'back') return goTo(ctx, 'weighin', 'card')
    const text = typed(input)
    return text === undefined ? 'pass' : take(ctx, text, id)
  },
})

const note = step({
  state: One,
  show: async (ctx, { id }) =>
    views.askWeighInNote(readerOf(ctx), await weighIns.readWeighIn(ctx.turn, id), todayOf(ctx)),
  on: async (ctx, input, { id }) => {
    const text = typed(input)
    if (text === undefined && picked(input) !== 'back') return 'pass'
    goTo(ctx, 'weighin', 'card')
    if (text === undefined) return undefined
    await weighIns.noteWeighIn(ctx.turn, id, text)
    return ctx.toast(ctx.t('weight:noteSaved'))
  },
})

const remove = step({
  state: One,
  show: async (ctx, { id }) =>
    views.askRemoval(readerOf(ctx), await weighIns.readWeighIn(ctx.turn, id), todayOf(ctx)),
  on: async (ctx, input, { id }) => {
    const isSure = yesOrNo(input)
    if (isSure === undefined) return 'pass'
    goTo(ctx, 'weighin', 'card')
    if (!isSure) return undefined
    await weighIns.removeWeighIn(ctx.turn, id)
    return ctx.toast(ctx.t('weight:removed'))
  },
})

/** What the scale says, by `/weighin` or typed under the day's card. */
export const weighin: Scene = scene('weighin', {
  steps: { card, sure, fix, note, remove },
  commands: { weighin: { audience: ['client'], listed: true, run: (ctx, args) => open(ctx, args.trim()) } },
  taps: { openWeighIn: (ctx) => open(ctx) },
  anywhere: async (ctx, input) => {
    const text = typed(input)
    if (text === undefined || ctx.turn.actor.role !== 'client' || !ctx.turn.actor.isActive) return false
    if (ctx.place?.scene === 'weighin') {
      ctx.notice(ctx.t('weight:unread'))
      offerUnread(ctx)
      return true
    }
    const found = ctx.place === null ? read(ctx, text) : undefined
    if (found?.kind !== 'read' || found.note !== null) return false
    await take(ctx, text)
    return true
  },
})
