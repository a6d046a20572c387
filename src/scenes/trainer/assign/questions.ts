import type { SpotterContext } from '../../../bot/context.ts'
import { type Verdict, goTo, step } from '../../../bot/scene.ts'
import { tripleOrders } from '../../../domain/plan/types.ts'
import { nearestExercises } from '../../../services/plans/reading.ts'
import * as views from '../../../views/plans/asking.ts'
import { picked } from '../../people/answers.ts'
import { proceed, take, understand } from './going.ts'
import { isName } from './material.ts'
import { showPreview } from './preview.ts'
import { type Asking, AskingState, Draft } from './state.ts'

/** In which order the numbers of `3x10x12` stand. */
export const order = step({
  state: Draft,
  show: async (ctx, draft) => {
    const understood = await understand(ctx, draft)
    const { orders } = understood.reading
    if (orders) return views.askOrder({ t: ctx.t, units: ctx.turn.actor.units }, orders)
    goTo(ctx, 'assign', 'preview', { ...draft, page: 1 })
    return showPreview(ctx, understood, 1)
  },
  on: (ctx, input, draft) => {
    const value = picked(input)
    const chosen = tripleOrders.find((one) => one === value)
    return chosen ? proceed(ctx, { ...draft, order: chosen }) : take(ctx, input, draft)
  },
})

/** Longest name that is tried, in UTF-16 units. */
const longestName = 100

/** Goes into the buttons of a question, so that a second press does not answer the next one. */
const markOf = ({ answers }: Draft): string => String(Object.keys(answers).length)

/** On to the next name that is open, or back to all of it. */
export async function askNext(ctx: SpotterContext, draft: Draft): Promise<void> {
  const { reading } = await understand(ctx, draft)
  return reading.open.length > 0
    ? goTo(ctx, 'assign', 'unknown', { ...draft, query: null })
    : proceed(ctx, draft)
}

/** The name with this key stands for an exercise, or for none. */
export function answer(
  ctx: SpotterContext,
  draft: Draft,
  key: string,
  exerciseId: number | null,
): Promise<void> {
  return askNext(ctx, { ...draft, answers: { ...draft.answers, [key]: exerciseId } })
}

async function tryName(ctx: SpotterContext, state: Asking, text: string): Promise<void> {
  const [name] = (await understand(ctx, state)).reading.open
  if (!name) return proceed(ctx, state)
  const { sure, nearest } = await nearestExercises(ctx.turn, text)
  const [best] = nearest
  if (!sure || !best) return goTo(ctx, 'assign', 'unknown', { ...state, query: text.slice(0, longestName) })
  ctx.notice(ctx.t('plans:tookExercise', { typed: name.typed, name: best.name }))
  return answer(ctx, state, name.key, best.id)
}

async function act(ctx: SpotterContext, state: Asking, value: string): Promise<Verdict> {
  const [, mark, exercise, what] = /^(\d{1,9})\.(?:e(\d{1,9})|(add|out|back))$/.exec(value) ?? []
  if (mark !== markOf(state)) return ctx.toast(ctx.t('stale'))
  if (what === 'back') return goTo(ctx, 'assign', 'preview', { ...state, page: 1 })
  const [name] = (await understand(ctx, state)).reading.open
  if (!name) return proceed(ctx, state)
  if (what === 'out') return answer(ctx, state, name.key, null)
  if (exercise !== undefined) return answer(ctx, state, name.key, Number(exercise))
  return goTo(ctx, 'assign', 'muscle', { ...state, key: name.key, name: state.query ?? name.typed })
}

/** Which exercise a typed name stands for, one name at a time. */
export const unknown = step({
  state: AskingState,
  show: async (ctx, state) => {
    const understood = await understand(ctx, state)
    const [name, ...others] = understood.reading.open
    if (!name) {
      goTo(ctx, 'assign', 'preview', { ...state, page: 1 })
      return showPreview(ctx, understood, 1)
    }
    const { query } = state
    const { nearest } = await nearestExercises(ctx.turn, query ?? name.typed)
    return views.askExercise(ctx.t, { name, left: others.length, query, nearest, mark: markOf(state) })
  },
  on: (ctx, input, state): Verdict | Promise<Verdict> => {
    const value = picked(input)
    if (value !== undefined) return act(ctx, state, value)
    return isName(ctx, state, input) ? tryName(ctx, state, input.text.trim()) : take(ctx, input, state)
  },
})
