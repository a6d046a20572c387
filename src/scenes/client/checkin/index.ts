import { z } from 'zod'
import type { SpotterContext } from '../../../bot/context.ts'
import { type RenderPush, type Scene, goTo, leave, scene, step } from '../../../bot/scene.ts'
import { isPlaceLeft } from '../../../bot/standing.ts'
import { goesOnAt, questions } from '../../../domain/checkIn/checkIn.ts'
import { requireClient } from '../../../services/access.ts'
import {
  compareOwn,
  listCheckIns,
  photosOfCheckIn,
  readCheckIn,
  readOneCheckIn,
} from '../../../services/checkIns/reading.ts'
import { openCheckIn } from '../../../services/checkIns/opening.ts'
import { sendCheckIn, sendingOf, toldCheckIn } from '../../../services/checkIns/sending.ts'
import { readStanding } from '../../../services/weighIns/standing.ts'
import * as views from '../../../views/checkin/summary.ts'
import { picked } from '../../people/answers.ts'
import { offerUnread } from '../../people/letters.ts'
import { readerOf } from '../showing.ts'
import { fat, feel, notes, takeAnew } from './answers.ts'
import { At, ask, toSummary, todayOf } from './going.ts'
import { keptPose, photo, posePurpose } from './photos.ts'
import { sure, weight } from './weight.ts'

/** `client` null: the acting client's own; else a client of the acting coach, which every reading proves. */
const Listed = z.object({ client: z.int().nullable(), page: z.int().min(1) })
const One = Listed.extend({ entry: z.int() })

/** Today's check-in: where it was left, or its summary. */
export async function open(ctx: SpotterContext): Promise<void> {
  requireClient(ctx.turn)
  const date = todayOf(ctx)
  const checkIn = await readCheckIn(ctx.turn, date)
  const question = checkIn?.finishedAt ? undefined : goesOnAt(checkIn)
  return question ? ask(ctx, question, { date, isChange: false }) : toSummary(ctx, date)
}

async function send(ctx: SpotterContext, date: string, seen: number): Promise<void> {
  if (!(await sendCheckIn(ctx.turn, date, seen))) return ctx.toast(ctx.t('checkin:sentAlready'))
  return ctx.toast(
    ctx.turn.actor.trainerId === null ? ctx.t('checkin:doneToast') : ctx.t('checkin:sentToast'),
  )
}

const summary = step({
  state: At.omit({ isChange: true }),
  show: async (ctx, { date }) => {
    const compared = await compareOwn(ctx.turn, date)
    const { timeZone, trainerId } = ctx.turn.actor
    return views.summaryView(readerOf(ctx), {
      date,
      compared,
      timeZone,
      today: todayOf(ctx),
      hasTrainer: trainerId !== null,
      isFast: (await readStanding(ctx.turn)).isFast,
      sending: sendingOf(compared?.checkIn.finishedAt ?? null),
    })
  },
  on: (ctx, input, { date }) => {
    const value = picked(input)
    if (value === 'leave') return leave(ctx)
    if (value === 'past') return goTo(ctx, 'checkin', 'list', { client: null, page: 1 })
    const question = questions.find((one) => one === value)
    if (question) return ask(ctx, question, { date, isChange: true })
    const seen = /^s(\d{1,15})$/.exec(value ?? '')?.[1]
    return seen === undefined ? 'pass' : send(ctx, date, Number(seen))
  },
})

const list = step({
  state: Listed,
  show: async (ctx, { client, page }) =>
    views.checkInList(readerOf(ctx), {
      today: todayOf(ctx),
      ...(await listCheckIns(ctx.turn, client, page)),
    }),
  on: async (ctx, input, { client, page }) => {
    const value = picked(input)
    if (value === 'back') return client === null ? leave(ctx) : goTo(ctx, 'clients', 'one', { client })
    const [, kind, number] = /^([ep])(\d{1,15})$/.exec(value ?? '') ?? []
    if (kind === 'p') return goTo(ctx, 'checkin', 'list', { client, page: Math.max(1, Number(number)) })
    if (kind !== 'e') return 'pass'
    const entry = Number(number)
    if (client !== null) await openCheckIn(ctx.turn, client, entry)
    return goTo(ctx, 'checkin', 'one', { client, page, entry })
  },
})

async function showPhotos(ctx: SpotterContext, client: number | null, entry: number): Promise<void> {
  const files = await photosOfCheckIn(ctx.turn, client, entry)
  if (files.length === 0) return ctx.toast(ctx.t('stale'))
  const read = await readOneCheckIn(ctx.turn, client, entry)
  return ctx.say(views.checkInPhotos(readerOf(ctx), { ...read, today: todayOf(ctx) }, files))
}

const one = step({
  state: One,
  show: async (ctx, { client, entry }) =>
    views.checkInView(readerOf(ctx), {
      today: todayOf(ctx),
      ...(await readOneCheckIn(ctx.turn, client, entry)),
    }),
  on: async (ctx, input, { client, page, entry }) => {
    const value = picked(input)
    if (value === 'photos') return showPhotos(ctx, client, entry)
    if (value === 'back' && client !== null) return goTo(ctx, 'clients', 'one', { client })
    if (value === 'back' || value === 'all') return goTo(ctx, 'checkin', 'list', { client, page })
    if (value !== 'change' || client !== null) return 'pass'
    const { checkIn, canGoOn } = await readOneCheckIn(ctx.turn, null, entry)
    return canGoOn ? toSummary(ctx, checkIn.date) : 'pass'
  },
})

const Sent = z.object({ client: z.int(), entry: z.int(), at: z.iso.datetime(), isAgain: z.boolean() })

/** A trainer hears of it. Released versions owed it as `checkIn`, which is the reminder by now. */
export const checkedIn: RenderPush = async ({ unit, actor, t, payload }) => {
  const { client, entry, at, isAgain } = Sent.parse(payload)
  const told = await toldCheckIn(unit, actor, { client, entry, at: new Date(at) })
  if (!told) return undefined
  const { checkIn: sent, before, name } = told
  const news = { checkIn: sent, before, name: name ?? '', client, isAgain, today: sent.date }
  return { ...views.checkInNews({ t, units: actor.units }, news), about: client }
}

/** `/checkin`: how a client’s week was, for their trainer; answers are kept one by one. */
export const checkin: Scene = scene('checkin', {
  steps: { weight, sure, fat, feel, photo, notes, summary, list, one },
  commands: { checkin: { audience: ['client'], listed: true, run: open } },
  taps: {
    openCheckIn: open,
    openCheckInOf: async (ctx, { client, entry }) => {
      await openCheckIn(ctx.turn, client, entry)
      return goTo(ctx, 'checkin', 'one', { client, page: 1, entry })
    },
  },
  kept: { [posePurpose]: keptPose },
  pushes: { checkedIn },
  anywhere: async (ctx, input) => {
    const { place } = ctx
    if (input.kind === 'text' && input.edited) return takeAnew(ctx, input)
    if (input.kind !== 'text' || place?.scene !== 'checkin') return false
    if (place.step !== 'weight') return false
    ctx.notice(ctx.t('weight:unread'))
    if (isPlaceLeft(ctx)) await offerUnread(ctx)
    return true
  },
})
