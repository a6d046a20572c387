import { addDays } from '../localTime.ts'
import { type Pose, poses } from '../enums.ts'
import type { TypedWeight } from '../weight/parse.ts'

/** How a week felt; 1 is worst, 5 is best: of hunger and stress, 5 is least. */
export const feelings = ['sleep', 'energy', 'hunger', 'stress'] as const
export type Feeling = (typeof feelings)[number]
export const ratings = [1, 2, 3, 4, 5] as const
export type Rating = (typeof ratings)[number]

/** Turns a rating into the number that people say, and back: to them 5 is most of it, of hunger and stress too. */
export function saidNumber(feeling: Feeling, rating: Rating): Rating {
  const isTurned = feeling === 'hunger' || feeling === 'stress'
  return isTurned ? (ratings.toReversed()[rating - 1] ?? rating) : rating
}

/** What one day's check-in tells so far. */
export interface CheckIn extends Record<Feeling, Rating | null> {
  id: number
  /** The client's local day, `YYYY-MM-DD`. */
  date: string
  kg: number | null
  /** The weight as it was typed; null where nobody knows. */
  typed: TypedWeight | null
  weighInId: number | null
  /** Per cent. */
  bodyFat: number | null
  notes: string | null
  poses: readonly Pose[]
  /** When it went to the trainer. */
  finishedAt: Date | null
  /** Begun in our chat; false where nobody knows. */
  begunHere: boolean
}

/** What a check-in asks, in order. */
export const questions = ['weight', 'fat', ...feelings, ...poses, 'notes'] as const
export type Question = (typeof questions)[number]

export function isAnswered(checkIn: CheckIn, question: Question): boolean {
  if (question === 'weight') return checkIn.kg !== null
  if (question === 'fat') return checkIn.bodyFat !== null
  if (question === 'front' || question === 'side' || question === 'back')
    return checkIn.poses.includes(question)
  return checkIn[question] !== null
}

/** The question after one; undefined after the last. `known`: what has an answer along with it is not asked. */
export function questionAfter(question: Question, known?: CheckIn): Question | undefined {
  const next = questions[questions.indexOf(question) + 1]
  return next === 'fat' && known && isAnswered(known, 'fat') ? questionAfter('fat') : next
}

/** Where a check-in that was left goes on: after its last answer. Undefined when the last question has one. */
export function goesOnAt(checkIn: CheckIn | undefined): Question | undefined {
  if (!checkIn) return questions[0]
  const last = questions.findLast((question) => isAnswered(checkIn, question))
  return last === undefined ? questions[0] : questionAfter(last, checkIn)
}

/** Written by our bot, as far as the row tells: others know neither feelings nor weigh-ins. */
const isOurs = (checkIn: CheckIn): boolean =>
  checkIn.begunHere ||
  checkIn.finishedAt !== null ||
  checkIn.weighInId !== null ||
  checkIn.poses.length > 0 ||
  feelings.some((feeling) => checkIn[feeling] !== null)

/** What a check-in of today goes on in: a row with a weight from elsewhere stands for itself. */
export const canGoOn = (checkIn: CheckIn): boolean => isOurs(checkIn) || checkIn.kg === null

const saysNothing = ({ kg, bodyFat, notes }: CheckIn): boolean => kg === null && bodyFat === null && !notes

/**
 * Begun and not sent. `today`: the client's local day, on which a row that may be either counts as one begun; one that
 * says nothing was begun on whatever day.
 */
export const isDraft = (checkIn: CheckIn, today: string): boolean =>
  checkIn.finishedAt === null &&
  (isOurs(checkIn) || saysNothing(checkIn) || (checkIn.kg === null && checkIn.date === today))

/** The one before it by its day, of those that count; `all` oldest first. */
export function checkInBefore(all: readonly CheckIn[], { date, id }: CheckIn): CheckIn | undefined {
  return all.findLast((one) => one.date < date || (one.date === date && one.id < id))
}

const freshDays = 3

/** Whether nobody need ask for another yet. Local days `YYYY-MM-DD`. */
export const isFresh = (last: string | undefined, today: string): boolean =>
  last !== undefined && addDays(last, freshDays) >= today

/** Whether a week has gone by since the last one; whoever never did one is not pressed. Local days `YYYY-MM-DD`. */
export const isDue = (last: string | undefined, today: string): boolean =>
  last !== undefined && addDays(last, 7) <= today
