import { z } from 'zod'
import type { SpotterContext } from '../../bot/context.ts'
import type { Input } from '../../bot/input.ts'
import { type Awaited, type Step, goTo, step } from '../../bot/scene.ts'
import { type Option, type OnTo, question as questionView } from '../../views/people/questions.ts'
import { isSkip, picked } from './answers.ts'

/** What may be asked, in no order. */
export const fields = [
  'name',
  'language',
  'zone',
  'units',
  'height',
  'target',
  'goals',
  'medical',
  'diet',
  'specialization',
  'bio',
  'years',
  'certification',
] as const
export type Field = (typeof fields)[number]

const clientQuestions: readonly Field[] = [
  'name',
  'language',
  'zone',
  'units',
  'height',
  'target',
  'goals',
  'medical',
  'diet',
]
const trainerQuestions: readonly Field[] = ['name', 'zone', 'specialization', 'bio', 'years', 'certification']

export const Asked = z.object({ onTo: z.enum(['next', 'review', 'settings']) })

function questionsFor(ctx: SpotterContext): readonly Field[] {
  return ctx.turn.actor.role === 'client' ? clientQuestions : trainerQuestions
}

/** The first question; the last leads to the review. */
export function beginOnboarding(ctx: SpotterContext): void {
  const [first = 'name'] = questionsFor(ctx)
  goTo(ctx, 'onboarding', first, { onTo: 'next' })
}

/** On from an answered or skipped question. */
export function goOn(ctx: SpotterContext, field: Field, onTo: OnTo): void {
  if (onTo === 'settings') return goTo(ctx, 'settings', 'menu')
  const order = questionsFor(ctx)
  const next = onTo === 'next' ? order[order.indexOf(field) + 1] : undefined
  return next && order.includes(field)
    ? goTo(ctx, 'onboarding', next, { onTo })
    : goTo(ctx, 'onboarding', 'review')
}

/** What became of an input: noted; not understood (the handler has said why); moved elsewhere; of no use here. */
export type Answer = 'noted' | 'unclear' | 'moved' | 'pass'

export interface Question {
  awaits: Awaited
  /** The question in words. */
  ask(ctx: SpotterContext): string | Promise<string>
  options?(ctx: SpotterContext): readonly Option[] | Promise<readonly Option[]>
  perRow?: number
  /** What is noted at the moment, for answers that can be removed. */
  current?(ctx: SpotterContext): Promise<string | null>
  answer(ctx: SpotterContext, input: Input, onTo: OnTo): Answer | Promise<Answer>
  clear?(ctx: SpotterContext): Promise<void>
}

/** The step of one question: shows it, takes the answer, skips, goes on. */
export function questionStep(field: Field, question: Question): Step {
  return step({
    state: Asked,
    awaits: question.awaits,
    show: async (ctx, { onTo }) =>
      questionView(ctx.t, {
        at: `onboarding.${field}`,
        html: await question.ask(ctx),
        options: (await question.options?.(ctx)) ?? [],
        ...(question.perRow !== undefined && { perRow: question.perRow }),
        onTo,
        current: onTo === 'next' ? null : ((await question.current?.(ctx)) ?? null),
      }),
    on: async (ctx, input, { onTo }) => {
      const value = picked(input)
      if (value === 'rest') return goTo(ctx, 'onboarding', 'review')
      if (value === 'back' || isSkip(input, ctx.t)) return goOn(ctx, field, onTo)
      if (value === 'clear' && question.clear) {
        await question.clear(ctx)
        return goOn(ctx, field, onTo)
      }
      const answer = await question.answer(ctx, input, onTo)
      if (answer === 'noted') return goOn(ctx, field, onTo)
      return answer === 'moved' ? undefined : answer
    },
  })
}
