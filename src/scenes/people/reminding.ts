import { z } from 'zod'
import type { SpotterContext } from '../../bot/context.ts'
import type { Input } from '../../bot/input.ts'
import { type Scene, type Verdict, goTo, scene, step } from '../../bot/scene.ts'
import { type ReminderKind, reminderKinds } from '../../domain/enums.ts'
import { type QuietHours, noQuiet, usualQuiet } from '../../domain/reminders/quiet.ts'
import { readQuietHours, readWish } from '../../domain/reminders/said.ts'
import * as rules from '../../services/reminders/ownRules.ts'
import { endRest } from '../../services/reminders/peace.ts'
import { ownReminder, ownReminders } from '../../views/reminders/own.ts'
import { quietHours } from '../../views/reminders/quiet.ts'
import { means, picked, typed } from './answers.ts'

const Kind = z.enum(reminderKinds)
const toList = (ctx: SpotterContext) => goTo(ctx, 'reminding', 'list')

async function comeBack(ctx: SpotterContext): Promise<void> {
  await endRest(ctx.turn)
  return ctx.toast(ctx.t('reminders:backAgain'))
}

const list = step({
  state: z.object({}),
  show: async (ctx) => ownReminders(ctx.t, await rules.ownReminders(ctx.turn)),
  on: (ctx, input) => {
    const value = picked(input)
    if (value === 'back') return goTo(ctx, 'settings', 'menu')
    if (value === 'resume') return comeBack(ctx)
    if (value === 'quiet') return goTo(ctx, 'reminding', 'quiet')
    const kind = Kind.safeParse(value)
    return kind.success ? goTo(ctx, 'reminding', 'one', { kind: kind.data }) : 'pass'
  },
})

/** What a button of the card changes. */
async function takePick(ctx: SpotterContext, kind: ReminderKind, value: string): Promise<Verdict> {
  const { turn } = ctx
  if (value === 'on' || value === 'off') return rules.wish(turn, kind, { isOn: value === 'on' })
  if (value === 'usual') return rules.wish(turn, kind, { time: null, weekdays: null })
  if (value === 'resume') {
    await rules.resume(turn, kind)
    return ctx.toast(ctx.t('reminders:resumed'))
  }
  const [, hour, minute] = /^t([01]\d|2[0-3])([0-5]\d)$/.exec(value) ?? []
  if (hour !== undefined) return rules.wish(turn, kind, { time: `${hour}:${minute}` })
  const [, sign, day] = /^(with|without)([0-6])$/.exec(value) ?? []
  return sign === undefined ? 'pass' : rules.wishDay(turn, kind, Number(day), sign === 'with')
}

/** What was typed into the card: on, off, an hour, days. */
async function takeWords(ctx: SpotterContext, kind: ReminderKind, text: string): Promise<Verdict> {
  const { turn, t } = ctx
  if (means(text, 'reminders:onWords')) return rules.wish(turn, kind, { isOn: true })
  if (means(text, 'reminders:offWords')) return rules.wish(turn, kind, { isOn: false })
  const { time, hasDays, isOn } = await rules.ownReminder(turn, kind)
  const said = readWish(text)
  if (said?.time !== undefined && time === null) return ctx.notice(t('reminders:mealHours'))
  if (said?.weekdays && !hasDays) return ctx.notice(t('reminders:daysOfPlan'))
  // Whoever gives a time wants it to come.
  if (said) return rules.wish(turn, kind, isOn ? said : { ...said, isOn: true })
  const unclear = time === null ? 'daysUnclear' : !hasDays ? 'hourUnclear' : 'hourDaysUnclear'
  ctx.notice(t(`reminders:${unclear}`))
  return 'unclear'
}

const one = step({
  state: z.object({ kind: Kind }),
  awaits: 'number',
  show: async (ctx, { kind }) => {
    const { quiet, ...own } = await rules.ownReminder(ctx.turn, kind)
    return ownReminder(ctx.t, own, quiet)
  },
  on: async (ctx, input, { kind }) => {
    const value = picked(input)
    if (value === 'back') return toList(ctx)
    if (value !== undefined) return takePick(ctx, kind, value)
    const text = typed(input)
    return text === undefined ? 'pass' : takeWords(ctx, kind, text)
  },
})

/** The quiet hours an input names; null where it is typed and names none. */
function hoursIn(input: Input): QuietHours | null | undefined {
  const value = picked(input)
  if (value === 'usual') return usualQuiet
  if (value !== undefined) return value === 'off' ? noQuiet : undefined
  const text = typed(input)
  if (text === undefined) return undefined
  return means(text, 'reminders:offWords') ? noQuiet : (readQuietHours(text) ?? null)
}

const quiet = step({
  state: z.object({}),
  awaits: 'number',
  show: async (ctx) => quietHours(ctx.t, (await rules.ownReminders(ctx.turn)).quiet),
  on: async (ctx, input) => {
    if (picked(input) === 'back') return toList(ctx)
    const hours = hoursIn(input)
    if (hours === undefined) return 'pass'
    if (hours === null) {
      ctx.notice(ctx.t('reminders:quietUnclear'))
      return 'unclear'
    }
    await rules.keepQuiet(ctx.turn, hours)
    return toList(ctx)
  },
})

async function open(ctx: SpotterContext): Promise<void> {
  await rules.ownReminders(ctx.turn)
  toList(ctx)
}

/** What somebody is reminded of, when, and when not. */
export const reminding: Scene = scene('reminding', {
  steps: { list, one, quiet },
  taps: { openReminders: open },
})
