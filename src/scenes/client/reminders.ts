import { z } from 'zod'
import type { SpotterContext } from '../../bot/context.ts'
import { type RenderPush, type Scene, scene } from '../../bot/scene.ts'
import { pauseReasons, reminderKinds } from '../../domain/enums.ts'
import { hasWeighedOn } from '../../services/reminders/facts.ts'
import { noteAnswered, ownReminder, sayWhy } from '../../services/reminders/answering.ts'
import { reminderPayload } from '../../services/reminders/payload.ts'
import { paused } from '../../views/reminders/paused.ts'
import { weighInReminder } from '../../views/reminders/weighIn.ts'
import { whyNot as whyNotView } from '../../views/reminders/whyNot.ts'

const Kind = z.object({ kind: z.enum(reminderKinds) })
const Reason = z.enum(pauseReasons)

const whyNot: RenderPush = async ({ t, payload, id }) =>
  whyNotView(t, { kind: Kind.parse(payload).kind, delivery: id })

const weighIn: RenderPush = async ({ unit, actor, t, payload, id }) => {
  const about = reminderPayload(payload)
  if (!about || actor.userId === null) return undefined
  const isDone = await hasWeighedOn(unit.sql, actor.userId, about.date, actor.timeZone)
  return isDone ? undefined : weighInReminder(t, id)
}

/** Later is an answer: whoever gives it is not asked why. */
async function answer(ctx: SpotterContext, delivery: number, what: string): Promise<void> {
  const reminder = await ownReminder(ctx.turn, delivery)
  await noteAnswered(ctx.turn, reminder)
  if (what === 'later') {
    ctx.toast(ctx.t('reminders:later'))
    return ctx.quiet()
  }
  return ctx.toast(ctx.t('stale'))
}

async function explain(ctx: SpotterContext, delivery: number, said: string): Promise<void> {
  const reminder = await ownReminder(ctx.turn, delivery)
  const reason = Reason.safeParse(said)
  if (!reason.success) return ctx.toast(ctx.t('stale'))
  const until = await sayWhy(ctx.turn, reminder, reason.data)
  if (reminder.messageId !== null)
    ctx.amend(reminder.messageId, paused(ctx.t, { kind: reminder.kind, reason: reason.data, until }))
  return ctx.quiet()
}

/** Reminders that ask, and what clients answer. */
export const reminders: Scene = scene('reminders', {
  steps: {},
  taps: {
    answerReminder: (ctx, { delivery, answer: what }) => answer(ctx, delivery, what),
    sayWhy: (ctx, { delivery, reason }) => explain(ctx, delivery, reason),
  },
  pushes: { whyNot, weighIn },
})
