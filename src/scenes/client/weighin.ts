import { z } from 'zod'
import type { SpotterContext } from '../../bot/context.ts'
import type { Input } from '../../bot/input.ts'
import { type Scene, type Verdict, goTo, leave, scene, step } from '../../bot/scene.ts'
import { requireClient } from '../../services/access.ts'
import { readDayNote } from '../../services/weighIns/diary.ts'
import { readWeighIn } from '../../services/weighIns/reading.ts'
import { readStanding } from '../../services/weighIns/standing.ts'
import * as weighIns from '../../services/weighIns/weighIns.ts'
import * as asking from '../../views/weight/asking.ts'
import { weighInCard } from '../../views/weight/weighIn.ts'
import { picked, typed, yesOrNo } from '../people/answers.ts'
import { offerUnread } from '../people/letters.ts'
import { dayNote, openDayNote } from './dayNote.ts'
import { readerOf } from './showing.ts'
import { orAnswer, orSet, takeAsked, takeReply } from './weightAsked.ts'
import { Doubtful, decline, keep, read, saidNow, take, takeEdited, todayOf } from './weighing.ts'

const One = z.object({ id: z.int() })
/** `said`: the weigh-in that was just written down, or corrected. */
const Card = z.object({ said: z.int().optional(), isCorrection: z.boolean().default(false) })

export function open(ctx: SpotterContext, text = ''): Promise<void> | void {
  requireClient(ctx.turn)
  goTo(ctx, 'weighin', 'card')
  return text === '' ? undefined : take(ctx, saidNow(ctx, text))
}

const card = step({
  state: Card,
  show: async (ctx, { said, isCorrection }) => {
    const today = todayOf(ctx)
    const standing = await readStanding(ctx.turn)
    const weighed = said === undefined ? undefined : await weighIns.findWeighIn(ctx.turn, said)
    return weighInCard(readerOf(ctx), {
      ...standing,
      today,
      dayNote: await readDayNote(ctx.turn, today),
      said: weighed && { weighed, isCorrection, ofDay: await weighIns.countOn(ctx.turn, weighed.date) },
    })
  },
  on: (ctx, input): Verdict | Promise<Verdict> => {
    const value = picked(input)
    if (value === 'back') return leave(ctx)
    const [, kind, number] = /^([fnr])(\d{1,15})$/.exec(value ?? '') ?? []
    const steps: Record<string, string> = { f: 'fix', n: 'note', r: 'remove' }
    const next = steps[kind ?? '']
    if (next !== undefined) return goTo(ctx, 'weighin', next, { id: Number(number) })
    const text = typed(input)
    // What reads as no weight may be a set of the workout under way.
    if (text === undefined || read(ctx, saidNow(ctx, text)).kind === 'unread') return 'pass'
    return take(ctx, saidNow(ctx, text))
  },
})

const sure = step({
  state: Doubtful,
  show: async (ctx, said) => {
    const found = read(ctx, said)
    const near = found.kind === 'read' ? await weighIns.surprise(ctx.turn, found, said.replaces) : undefined
    if (found.kind === 'read' && near) {
      const replaced =
        said.replaces === null ? undefined : await weighIns.findWeighIn(ctx.turn, said.replaces)
      const date = found.date ?? replaced?.date ?? said.today
      return asking.askSure(readerOf(ctx), { ...found, date }, near, todayOf(ctx))
    }
    return card.show(ctx, { isCorrection: false })
  },
  on: (ctx, input, said): Verdict | Promise<Verdict> => {
    const isSure = yesOrNo(input)
    if (isSure === false) {
      if (said.left) ctx.place = said.left
      else goTo(ctx, 'weighin', 'card')
      return ctx.toast(ctx.t('weight:notKept'))
    }
    const found = read(ctx, said)
    if (isSure && found.kind === 'read') {
      const date = found.date ?? (said.today === todayOf(ctx) || said.replaces !== null ? null : said.today)
      return keep(ctx, { ...found, date }, said)
    }
    const other = typed(input)
    return other === undefined
      ? 'pass'
      : take(ctx, { ...saidNow(ctx, other, said.replaces), left: said.left })
  },
})

const fix = step({
  state: One,
  show: async (ctx, { id }) =>
    asking.askCorrection(readerOf(ctx), await readWeighIn(ctx.turn, id), todayOf(ctx)),
  on: (ctx, input, { id }): Verdict | Promise<Verdict> => {
    if (picked(input) === 'back') return goTo(ctx, 'weighin', 'card')
    const text = typed(input)
    return text === undefined ? 'pass' : take(ctx, saidNow(ctx, text, id))
  },
})

const note = step({
  state: One,
  show: async (ctx, { id }) =>
    asking.askWeighInNote(readerOf(ctx), await readWeighIn(ctx.turn, id), todayOf(ctx)),
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
    asking.askRemoval(readerOf(ctx), await readWeighIn(ctx.turn, id), todayOf(ctx)),
  on: async (ctx, input, { id }) => {
    const isSure = yesOrNo(input)
    if (isSure === undefined) return 'pass'
    goTo(ctx, 'weighin', 'card')
    if (!isSure) return undefined
    await weighIns.removeWeighIn(ctx.turn, id)
    return ctx.toast(ctx.t('weight:removed'))
  },
})

async function takeAnywhere(ctx: SpotterContext, input: Input): Promise<boolean> {
  if (input.kind !== 'text' || ctx.turn.actor.role !== 'client' || !ctx.turn.actor.isActive) return false
  if (input.edited) return takeEdited(ctx, input)
  if (ctx.place?.scene === 'weighin') {
    decline(ctx, ctx.t('weight:unread'))
    offerUnread(ctx)
    return true
  }
  const said = saidNow(ctx, input.text.trim())
  const found = ctx.place === null ? read(ctx, said) : undefined
  if (found?.kind !== 'read' || found.note !== null) return false
  await take(ctx, said)
  return true
}

/** What the scale says, by `/weighin` or typed under the day's card. */
export const weighin: Scene = scene('weighin', {
  steps: { card, sure, orSet, orAnswer, fix, note, remove, day: dayNote },
  commands: { weighin: { audience: ['client'], listed: true, run: (ctx, args) => open(ctx, args.trim()) } },
  taps: { openWeighIn: (ctx) => open(ctx), openDayNote },
  replied: takeReply,
  asked: takeAsked,
  anywhere: takeAnywhere,
})
