import { z } from 'zod'
import type { SpotterContext } from '../../../bot/context.ts'
import type { Input } from '../../../bot/input.ts'
import { goTo, leave } from '../../../bot/scene.ts'
import { type Question, feelings, questionAfter, questions } from '../../../domain/checkIn/checkIn.ts'
import { poses } from '../../../domain/enums.ts'
import { localDate } from '../../../domain/localTime.ts'
import { takeBack } from '../../../services/checkIns/answering.ts'
import { type LoosePhoto, detachPose } from '../../../services/checkIns/photos.ts'
import { readCheckIn } from '../../../services/checkIns/reading.ts'
import { looseView } from '../../../views/checkin/loose.ts'
import type { Asked } from '../../../views/checkin/questions.ts'
import { isSkip, picked } from '../../people/answers.ts'

/** The check-in's local day, and whether one answer is changed from the summary. */
export const At = z.object({
  date: z.string(),
  isChange: z.boolean(),
  /** The message that gave the last answer, whose editing corrects it. */
  by: z.object({ message: z.int(), question: z.enum(questions) }).optional(),
})
export type At = z.output<typeof At>

const feelingOf = (question: Question) => feelings.find((one) => one === question)
const poseOf = (question: Question) => poses.find((one) => one === question)

export const todayOf = ({ turn }: SpotterContext): string => localDate(turn.now, turn.actor.timeZone)

/** Whatever a check-in has no more is still kept: it is said where, and can be deleted there. */
export function sayLoose(ctx: SpotterContext, loose: readonly LoosePhoto[]): void {
  for (const photo of loose) ctx.say(looseView(ctx.t, photo))
}

/** Asks one question. */
export function ask(ctx: SpotterContext, question: Question, at: At): void {
  const feeling = feelingOf(question)
  const pose = poseOf(question)
  if (feeling) return goTo(ctx, 'checkin', 'feel', { ...at, feeling })
  if (pose) return goTo(ctx, 'checkin', 'photo', { ...at, pose })
  return goTo(ctx, 'checkin', question, at)
}

export const toSummary = (ctx: SpotterContext, date: string, by?: At['by']): void =>
  goTo(ctx, 'checkin', 'summary', { date, by })

/** What a typed answer came by; of a tap nothing is remembered. */
function answeredBy({ input }: SpotterContext, question: Question): At['by'] {
  return input.kind === 'text' && !input.edited ? { message: input.messageId, question } : undefined
}

/** On to what comes after a question: the next one, or the summary. */
export async function goOn(ctx: SpotterContext, question: Question, at: At): Promise<void> {
  const next = at.isChange ? undefined : questionAfter(question, await readCheckIn(ctx.turn, at.date))
  const by = answeredBy(ctx, question)
  return next ? ask(ctx, next, { ...at, by }) : toSummary(ctx, at.date, by)
}

function goBack(ctx: SpotterContext, question: Question, at: At): void {
  if (at.isChange) return toSummary(ctx, at.date)
  const before = questions[questions.indexOf(question) - 1]
  return before ? ask(ctx, before, at) : leave(ctx)
}

/** What the buttons under every question do, and a typed *skip*. False when it was none of them. */
export async function foot(ctx: SpotterContext, input: Input, question: Question, at: At): Promise<boolean> {
  const [verb, of] = (picked(input) ?? '').split('.')
  const isTyped = input.kind === 'text' && isSkip(input, ctx.t)
  if (isTyped || (verb === 'skip' && of === question)) await goOn(ctx, question, at)
  else if (verb === 'back' && of === question) goBack(ctx, question, at)
  else if (verb === 'clear' && of === question) {
    const pose = poseOf(question)
    if (pose) {
      sayLoose(ctx, await detachPose(ctx.turn, at.date, pose))
      ctx.toast(ctx.t('checkin:leftOut'))
    } else await takeBack(ctx.turn, at.date, question)
    await goOn(ctx, question, at)
  } else return false
  return true
}

/** What every question's card shows. */
export async function askedOf(ctx: SpotterContext, question: Question, at: At): Promise<Asked> {
  const checkIn = await readCheckIn(ctx.turn, at.date)
  return { question, ...at, today: todayOf(ctx), checkIn }
}
