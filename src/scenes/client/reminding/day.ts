import type { RenderPush } from '../../../bot/scene.ts'
import { nudges } from '../../../domain/reminders/conduct.ts'
import { noteAnswered } from '../../../services/reminders/answering.ts'
import { readMorning } from '../../../services/reminders/morning.ts'
import { ownDay } from '../../../services/reminders/ownDay.ts'
import { morningCourse } from '../../../services/reminders/presence.ts'
import { endsToTell } from '../../../services/reminders/training.ts'
import { lastMorning, morningBack, morningCard, planEndNews } from '../../../views/reminders/morning.ts'
import { type Answers, replace } from './answer.ts'
import { dataFor } from './training.ts'

export const morning: RenderPush = async (push) => {
  const { actor, t } = push
  const own = ownDay(push)
  const read = own && (await readMorning(own))
  if (!read) return undefined
  // Who is ill or away has said so.
  const course = read.rest ? 'comes' : await morningCourse(own, push.id)
  if (course !== 'comes') return course === 'last' ? lastMorning(t, push.id) : undefined
  const { card, ...others } = read
  const today = dataFor(actor, card)
  return morningCard({ t, units: actor.units }, { today, delivery: push.id, ...others })
}

export const planEnd: RenderPush = async (push) => {
  const { actor, t } = push
  const own = ownDay(push)
  const ends = own && (await endsToTell(own))
  return ends && planEndNews({ t, units: actor.units }, { ...ends, hasTrainer: actor.trainerId !== null })
}

/** Whoever taps is back already: what they left without an answer goes on as well. */
export const morningAnswers: Answers = {
  again: async (ctx, reminder) => {
    await noteAnswered(ctx.turn, nudges)
    replace(ctx, reminder, morningBack(ctx.t))
  },
}
