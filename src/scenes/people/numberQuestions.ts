import type { SpotterContext } from '../../bot/context.ts'
import type { Input } from '../../bot/input.ts'
import {
  type ClientDetails,
  readProfile,
  saveClientDetails,
  saveTrainerDetails,
} from '../../services/people/profile.ts'
import { picked, typed } from './answers.ts'
import { formatBodyWeight, formatHeight, parseBodyWeight, parseHeight } from '../../domain/people/measures.ts'
import type { Answer, Question } from './questions.ts'

/** Reads a typed number; where it is none, `unclear` says what one looks like. */
async function takeNumber(
  ctx: SpotterContext,
  input: Input,
  read: (text: string) => number | undefined,
  unclear: string,
  save: (value: number) => Promise<void>,
): Promise<Answer> {
  const text = picked(input) ?? typed(input)
  if (text === undefined) return 'pass'
  const value = read(text)
  if (value === undefined) {
    ctx.notice(unclear)
    return 'unclear'
  }
  await save(value)
  return 'noted'
}

async function detailsOf(ctx: SpotterContext): Promise<Partial<ClientDetails>> {
  return (await readProfile(ctx.turn)).client ?? {}
}

export const height: Question = {
  awaits: 'number',
  ask: (ctx) => (ctx.turn.actor.units === 'kg' ? ctx.t('people:askHeightCm') : ctx.t('people:askHeightFt')),
  current: async (ctx) => {
    const { height: cm } = await detailsOf(ctx)
    return cm ? formatHeight(cm, ctx.turn.actor.units, ctx.t.language) : null
  },
  answer: (ctx, input) =>
    takeNumber(
      ctx,
      input,
      (text) => parseHeight(text, ctx.turn.actor.units),
      ctx.t('people:heightUnclear'),
      (cm) => saveClientDetails(ctx.turn, { height: cm }),
    ),
  clear: (ctx) => saveClientDetails(ctx.turn, { height: null }),
}

export const target: Question = {
  awaits: 'number',
  ask: (ctx) => (ctx.turn.actor.units === 'kg' ? ctx.t('people:askTargetKg') : ctx.t('people:askTargetLb')),
  current: async (ctx) => {
    const { targetWeight: kg } = await detailsOf(ctx)
    return kg ? formatBodyWeight(kg, ctx.turn.actor.units, ctx.t.language) : null
  },
  answer: (ctx, input) =>
    takeNumber(
      ctx,
      input,
      (text) => parseBodyWeight(text, ctx.turn.actor.units),
      ctx.t('people:targetUnclear', { example: ctx.turn.actor.units === 'kg' ? '68.5' : '150' }),
      (kg) => saveClientDetails(ctx.turn, { targetWeight: kg }),
    ),
  clear: (ctx) => saveClientDetails(ctx.turn, { targetWeight: null }),
}

function readYears(text: string): number | undefined {
  return /^\d{1,3}$/.test(text) && Number(text) <= 100 ? Number(text) : undefined
}

export const years: Question = {
  awaits: 'number',
  ask: (ctx) => ctx.t('people:askYears'),
  options: () => ['1', '2', '3', '5', '10', '15'].map((value) => ({ value, label: value })),
  perRow: 6,
  current: async (ctx) => {
    const { trainer } = await readProfile(ctx.turn)
    return trainer?.yearsOfExperience?.toString() ?? null
  },
  answer: (ctx, input) =>
    takeNumber(ctx, input, readYears, ctx.t('people:yearsUnclear'), (yearsOfExperience) =>
      saveTrainerDetails(ctx.turn, { yearsOfExperience }),
    ),
  clear: (ctx) => saveTrainerDetails(ctx.turn, { yearsOfExperience: null }),
}
