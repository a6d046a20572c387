import { z } from 'zod'
import type { SpotterContext } from '../../bot/context.ts'
import type { Input } from '../../bot/input.ts'
import { type Step, goTo, step } from '../../bot/scene.ts'
import { readSets } from '../../domain/setInput.ts'
import { likelySet } from '../../domain/workout/shown.ts'
import { adjustLogged, correctSet, removeSet, setOf } from '../../services/workouts/corrections.ts'
import {
  exercisesNamed,
  noteExercise,
  rateExercise,
  swapExercise,
  swapsFor,
} from '../../services/workouts/exercises.ts'
import { walkWith } from '../../services/workouts/navigate.ts'
import { correctionOf } from '../../services/workouts/saying.ts'
import { correctTapped } from '../../services/workouts/typed.ts'
import { requireWalk } from '../../services/workouts/walk.ts'
import * as views from '../../views/workout/tending.ts'
import { picked, typed } from '../people/answers.ts'
import { addStep } from './adding.ts'
import { readerOf, showCard } from './showing.ts'

const OfItem = z.object({ item: z.int() })
const SwapState = z.object({ item: z.int(), named: z.string() })

/** The number after a letter: `r3`, `x120`. */
function numbered(value: string | undefined, letter: string): number | undefined {
  const found = value === undefined ? null : /^([a-z])(\d{1,9})$/.exec(value)
  return found?.[1] === letter ? Number(found[2]) : undefined
}

const back = (ctx: SpotterContext): void => showCard(ctx)

async function takeRating(ctx: SpotterContext, item: number, value: string | undefined): Promise<boolean> {
  const rating = numbered(value, 'r')
  if (rating !== undefined) {
    await rateExercise(ctx.turn, item, rating)
    ctx.toast(ctx.t('workout:rated', { rating }))
    return true
  }
  const rpe = numbered(value, 'e')
  if (rpe === undefined || rpe < 1 || rpe > 10) return false
  await correctTapped(ctx.turn, item, { rpe })
  ctx.toast(ctx.t('workout:rpeNoted', { rpe }))
  return true
}

const more = step({
  state: OfItem,
  show: async (ctx, { item: id }) => {
    const { item } = await walkWith(ctx.turn, id)
    return views.moreView(readerOf(ctx), { item, last: item.done.at(-1) })
  },
  on: async (ctx, input, { item }) => {
    const value = picked(input)
    if (value === 'back') return back(ctx)
    if (value === 'edit') return goTo(ctx, 'workout', 'sets', { item })
    if (value === 'note') return goTo(ctx, 'workout', 'note', { item })
    if (value === 'form') {
      const { item: shown } = await walkWith(ctx.turn, item)
      return goTo(ctx, 'workout', 'form', { item, set: likelySet(shown) })
    }
    if (value === 'add') return goTo(ctx, 'workout', 'add', { named: '' })
    if (value === 'finish') {
      const walk = await requireWalk(ctx.turn)
      return goTo(ctx, 'workout', 'finish', { workout: walk.id })
    }
    return (await takeRating(ctx, item, value)) ? undefined : 'pass'
  },
})

const note = step({
  state: OfItem,
  show: async (ctx, { item: id }) => {
    const { item } = await walkWith(ctx.turn, id)
    return views.askNote(readerOf(ctx), 'note', ctx.t('workout:noteAsk', { name: item.name }), item.comment)
  },
  on: async (ctx, input, { item }) => {
    if (picked(input) === 'back') return goTo(ctx, 'workout', 'more', { item })
    const text = typed(input)
    if (text === undefined) return 'pass'
    await noteExercise(ctx.turn, item, text)
    ctx.toast(ctx.t('workout:noted'))
    return back(ctx)
  },
})

const sets = step({
  state: OfItem,
  show: async (ctx, { item }) => views.setsView(readerOf(ctx), (await walkWith(ctx.turn, item)).item),
  on: (ctx, input, { item }) => {
    const value = picked(input)
    if (value === 'back') return back(ctx)
    const set = numbered(value, 's')
    return set === undefined ? 'pass' : goTo(ctx, 'workout', 'set', { item, set })
  },
})

const OneSet = z.object({ item: z.int(), set: z.int() })

/** A step of ± from what the button showed; a second press of the same card does nothing. */
async function moveSet(ctx: SpotterContext, state: z.output<typeof OneSet>, value: string): Promise<boolean> {
  const [, what, by, from] = /^(load|reps)([+-])\.(-?\d{1,9})$/.exec(value) ?? []
  if (what === undefined) return false
  const direction = by === '+' ? 1 : -1
  const moved = await adjustLogged(
    ctx.turn,
    state,
    what === 'load' ? 'load' : 'reps',
    direction,
    Number(from),
  )
  if (!moved) ctx.toast(ctx.t('stale'))
  return true
}

async function retype(ctx: SpotterContext, input: Input, { item: id, set: number }: z.output<typeof OneSet>) {
  const text = typed(input)
  if (text === undefined) return 'pass'
  const { walk, item } = await walkWith(ctx.turn, id)
  const set = setOf(item, number)
  const reading = readSets(text, {
    units: ctx.turn.actor.units,
    target: { reps: item.reps, weightKg: set.weight ?? item.weight },
  })
  const [read, ...others] = reading.ok ? reading.sets : []
  if (!read || others.length > 0 || read.setNumber !== undefined) return ctx.notice(ctx.t('workout:unread'))
  const messageId = input.kind === 'text' ? input.messageId : 0
  await correctSet(ctx.turn, walk, item, set, correctionOf(read), messageId)
  return goTo(ctx, 'workout', 'sets', { item: id })
}

const set = step({
  state: OneSet,
  show: async (ctx, { item: id, set: number }) => {
    const { item } = await walkWith(ctx.turn, id)
    return views.setView(readerOf(ctx), item, setOf(item, number))
  },
  on: async (ctx, input, state) => {
    const value = picked(input)
    if (value === undefined) return retype(ctx, input, state)
    goTo(ctx, 'workout', 'sets', { item: state.item })
    if (value === 'back') return undefined
    if (value === 'remove') {
      const { walk, item } = await walkWith(ctx.turn, state.item)
      await removeSet(ctx.turn, walk, item, setOf(item, state.set))
      return ctx.toast(ctx.t('workout:removed'))
    }
    goTo(ctx, 'workout', 'set', state)
    return (await moveSet(ctx, state, value)) ? undefined : 'pass'
  },
})

async function swapTo(ctx: SpotterContext, item: number, exerciseId: number): Promise<void> {
  const { name } = await swapExercise(ctx.turn, item, exerciseId)
  ctx.toast(ctx.t('workout:swapped', { name }))
  showCard(ctx)
}

const swap = step({
  state: SwapState,
  show: async (ctx, { item: id, named }) => {
    const { item, instead } = await swapsFor(ctx.turn, id)
    const { name } = item
    if (named !== '') {
      const { found } = await exercisesNamed(ctx.turn, named)
      return views.exercisesView(readerOf(ctx), 'swap', ctx.t('workout:whichOne'), found)
    }
    const title =
      instead.length > 0 ? ctx.t('workout:swapTitle', { name }) : ctx.t('workout:swapNone', { name })
    return views.exercisesView(readerOf(ctx), 'swap', title, instead)
  },
  on: async (ctx, input, { item }) => {
    const value = picked(input)
    if (value === 'back') return back(ctx)
    const chosen = numbered(value, 'x')
    if (chosen !== undefined) return swapTo(ctx, item, chosen)
    const text = typed(input)
    if (text === undefined) return 'pass'
    const { sure, found } = await exercisesNamed(ctx.turn, text)
    const [first] = found
    if (!first) return ctx.notice(ctx.t('workout:noSuchExercise'))
    return sure ? swapTo(ctx, item, first.id) : goTo(ctx, 'workout', 'swap', { item, named: text })
  },
})

/** From the card to what is done about an exercise, and back. */
export const tendingSteps: Record<string, Step> = { more, note, sets, set, swap, add: addStep }
