import { z } from 'zod'
import type { SpotterContext } from '../../bot/context.ts'
import type { Input } from '../../bot/input.ts'
import { type Step, goTo, step } from '../../bot/scene.ts'
import { nameAndSets } from '../../domain/workout/nameAndSets.ts'
import { addExercise, exercisesNamed } from '../../services/workouts/exercises.ts'
import { sayTyped } from '../../services/workouts/typed.ts'
import { requireWalk } from '../../services/workouts/walk.ts'
import * as views from '../../views/workout/tending.ts'
import { picked } from '../people/answers.ts'
import { askHowMany, sayWhatCame } from './saying.ts'
import { readerOf, showCard } from './showing.ts'

/** What was typed, and its message: it may tell of sets behind the name. */
const Named = z.object({ named: z.string(), messageId: z.int().optional() })

const partsOf = (ctx: SpotterContext, text: string) => nameAndSets(text, ctx.turn.actor.units)

async function addIt(
  ctx: SpotterContext,
  exerciseId: number,
  { named, messageId }: z.output<typeof Named>,
): Promise<void> {
  const { name } = await addExercise(ctx.turn, exerciseId)
  const { sets } = partsOf(ctx, named)
  if (sets === '' || messageId === undefined) {
    ctx.toast(ctx.t('workout:added', { name }))
    return showCard(ctx)
  }
  const said = await sayTyped(ctx.turn, { text: sets, messageId, toCard: false, replyTo: null })
  if (said?.kind === 'doubtful') return void askHowMany(ctx, said, { text: sets, messageId })
  return said ? sayWhatCame(ctx, said) : showCard(ctx)
}

/** Adds the exercise of that name with the sets told behind it, or asks which one is meant. False when there is none like it. */
export async function addNamed(
  ctx: SpotterContext,
  { text, messageId }: Pick<Extract<Input, { kind: 'text' }>, 'text' | 'messageId'>,
): Promise<boolean> {
  const whole = await exercisesNamed(ctx.turn, text)
  const called = whole.found.find((one) => one.name.toLowerCase() === text.trim().toLowerCase())
  if (called) {
    await addIt(ctx, called.id, { named: text })
    return true
  }
  const { sure, found } = await exercisesNamed(ctx.turn, partsOf(ctx, text).name)
  const [first] = found
  const named = { named: text, messageId }
  if (!first) ctx.notice(ctx.t('workout:noSuchExercise'))
  else if (sure) await addIt(ctx, first.id, named)
  else goTo(ctx, 'workout', 'add', named)
  return first !== undefined
}

/** Asks for an exercise to add, or which one is meant. */
export const addStep: Step = step({
  state: Named,
  show: async (ctx, { named }) => {
    await requireWalk(ctx.turn)
    const { found } = named === '' ? { found: [] } : await exercisesNamed(ctx.turn, partsOf(ctx, named).name)
    const title = named === '' ? ctx.t('workout:addTitle') : ctx.t('workout:whichOne')
    return views.exercisesView(readerOf(ctx), 'add', title, found)
  },
  on: async (ctx, input, state) => {
    const value = picked(input)
    if (value === 'back') return showCard(ctx)
    const chosen = /^x(\d{1,9})$/.exec(value ?? '')?.[1]
    if (chosen !== undefined) return addIt(ctx, Number(chosen), state)
    if (input.kind !== 'text' || input.edited) return 'pass'
    await addNamed(ctx, input)
    return undefined
  },
})
