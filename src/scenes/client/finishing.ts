import { z } from 'zod'
import type { SpotterContext } from '../../bot/context.ts'
import type { Input } from '../../bot/input.ts'
import { type Step, goTo, leave, step } from '../../bot/scene.ts'
import { isPlaceLeft } from '../../bot/standing.ts'
import { readSets } from '../../domain/setInput.ts'
import { openSets } from '../../domain/workout/walk.ts'
import { addToNote, finishWorkout, noteWorkout, rateWorkout } from '../../services/workouts/finish.ts'
import { summaryOf } from '../../services/workouts/summary.ts'
import { requireWalk } from '../../services/workouts/walk.ts'
import { askFinish, askNote } from '../../views/workout/tending.ts'
import { summaryView } from '../../views/workout/summary.ts'
import { picked, typed, yesOrNo } from '../people/answers.ts'
import { mayBeMeal } from '../people/letters.ts'
import { readerOf, showCard } from './showing.ts'

const OfWorkout = z.object({ workout: z.int() })

/** Ends a workout, and shows what it came to. */
export async function end(ctx: SpotterContext, workoutId: number): Promise<void> {
  const ended = await finishWorkout(ctx.turn, workoutId)
  if (ended?.isWellAgain) ctx.toast(ctx.t('reminders:backAgain'))
  if (ended?.kept) return goTo(ctx, 'workout', 'summary', { workout: workoutId })
  leave(ctx)
  return ctx.toast(ended ? ctx.t('workout:nothingKept') : ctx.t('stale'))
}

const finish = step({
  state: OfWorkout,
  show: async (ctx) => askFinish(readerOf(ctx), openSets(await requireWalk(ctx.turn))),
  on: (ctx, input, { workout }) => {
    if (picked(input) === 'back') return showCard(ctx)
    const sure = yesOrNo(input)
    if (sure === undefined) return 'pass'
    return sure ? end(ctx, workout) : showCard(ctx)
  },
})

/**
 * What is typed below the summary is said of the workout, but for sets and food, which have places of their own. One of an
 * earlier day is no longer what somebody speaks of.
 */
function noteIn(ctx: SpotterContext, input: Input): string | undefined {
  const text = typed(input)
  if (text === undefined || text === '' || mayBeMeal(ctx) || isPlaceLeft(ctx)) return undefined
  return readSets(text, { units: ctx.turn.actor.units }).ok ? undefined : text
}

const summary = step({
  state: OfWorkout,
  show: async (ctx, { workout }) => summaryView(readerOf(ctx), await summaryOf(ctx.turn, workout)),
  on: async (ctx, input, { workout }) => {
    const value = picked(input)
    if (value === 'done') return leave(ctx)
    if (value === 'note') return goTo(ctx, 'workout', 'wnote', { workout })
    const words = noteIn(ctx, input)
    if (words !== undefined) {
      await addToNote(ctx.turn, workout, words)
      return ctx.toast(ctx.t('workout:notedOfWorkout'))
    }
    const rating = /^r([1-5])$/.exec(value ?? '')?.[1]
    if (rating === undefined) return 'pass'
    await rateWorkout(ctx.turn, workout, Number(rating))
    return ctx.toast(ctx.t('workout:rated', { rating: Number(rating) }))
  },
})

const wnote = step({
  state: OfWorkout,
  show: async (ctx, { workout }) =>
    askNote(
      readerOf(ctx),
      'wnote',
      ctx.t('workout:workoutNoteAsk'),
      (await summaryOf(ctx.turn, workout)).notes,
    ),
  on: async (ctx, input, { workout }) => {
    const text = typed(input)
    if (text === undefined && picked(input) !== 'back') return 'pass'
    goTo(ctx, 'workout', 'summary', { workout })
    if (text === undefined) return undefined
    await noteWorkout(ctx.turn, workout, text)
    return ctx.toast(ctx.t('workout:noted'))
  },
})

/** From "that is it" to the summary. */
export const finishSteps: Record<string, Step> = { finish, summary, wnote }
