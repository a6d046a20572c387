import type { RenderPush } from '../../../bot/scene.ts'
import { readMorning } from '../../../services/reminders/morning.ts'
import { ownDay } from '../../../services/reminders/ownDay.ts'
import { endsToTell } from '../../../services/reminders/training.ts'
import { morningCard, planEndNews } from '../../../views/reminders/morning.ts'
import { dataFor } from './training.ts'

export const morning: RenderPush = async (push) => {
  const { actor, t } = push
  const own = ownDay(push)
  const read = own && (await readMorning(own))
  if (!read) return undefined
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
