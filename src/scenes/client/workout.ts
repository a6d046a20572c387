import { z } from 'zod'
import type { SpotterContext } from '../../bot/context.ts'
import { type RenderPush, type Scene, goTo, leave, scene, step } from '../../bot/scene.ts'
import { comingUp, isComplete } from '../../domain/workout/walk.ts'
import { undo } from '../../services/workouts/corrections.ts'
import { reopenWorkout } from '../../services/workouts/finish.ts'
import { lastTimeOf } from '../../services/workouts/lastTime.ts'
import { type Logged, type SetButton, logAsPlanned } from '../../services/workouts/logSet.ts'
import { adjust, skip, unskip, visit } from '../../services/workouts/navigate.ts'
import { restOf } from '../../services/workouts/rest.ts'
import { swapTyped } from '../../services/workouts/typed.ts'
import { requireWalk } from '../../services/workouts/walk.ts'
import { restPing } from '../../views/workout/card.ts'
import { setText } from '../../views/workout/words.ts'
import { doubtfulStep } from './doubtful.ts'
import { end, finishSteps } from './finishing.ts'
import { formStep, takeForm } from './form.ts'
import { freshCard, readerOf, showCard } from './showing.ts'
import { tendingSteps } from './tending.ts'
import { inWords } from './saying.ts'
import { keepRefused, takeEdited, takeTyped } from './typing.ts'

const card = step({ state: z.object({ skipped: z.int().optional() }), show: freshCard })

function sayLogged(ctx: SpotterContext, { outcome, sets, item }: Logged): void {
  ctx.outcome.label = `${outcome} ${sets.length}`
  const [first, ...more] = sets
  if (outcome === 'before') return ctx.toast(ctx.t('workout:already'))
  if (outcome === 'stale' || !first) return ctx.toast(ctx.t('stale'))
  if (more.length > 0) return ctx.toast(ctx.t('workout:loggedMany', { name: item.name, count: sets.length }))
  const set = setText(readerOf(ctx), first, { planned: item.reps })
  return ctx.toast(ctx.t('workout:logged', { name: item.name, number: first.number, set }))
}

async function log(ctx: SpotterContext, button: SetButton, all: boolean): Promise<void> {
  const logged = await logAsPlanned(ctx.turn, button, all)
  if (logged.takeAway !== null) ctx.takeAway(logged.takeAway)
  sayLogged(ctx, logged)
  showCard(ctx, { walk: logged.walk, last: logged.lastTime })
}

async function move(
  ctx: SpotterContext,
  what: 'load' | 'reps',
  { item, set, from, by }: { item: number; set: number; from: number; by: number },
): Promise<void> {
  const moved = await adjust(ctx.turn, item, what, by > 0 ? 1 : -1, { setNumber: set, value: from })
  if (!moved) ctx.toast(ctx.t('stale'))
  showCard(ctx)
}

async function takeBack(ctx: SpotterContext, setId: number): Promise<void> {
  const undone = await undo(ctx.turn, setId)
  showCard(ctx)
  if (!undone) return ctx.toast(ctx.t('stale'))
  if (undone.takeAway !== null) ctx.takeAway(undone.takeAway)
  return ctx.toast(ctx.t('workout:undone', { name: undone.item.name, number: undone.set.number }))
}

async function readOtherwise(ctx: SpotterContext, button: { set: number; shows: number }): Promise<void> {
  const swapped = await swapTyped(ctx.turn, button)
  showCard(ctx)
  if (!swapped) return ctx.toast(ctx.t('stale'))
  const { item, sets } = swapped
  return ctx.toast(ctx.t('workout:corrected', { name: item.name, sets: inWords(ctx, sets) }))
}

async function leaveOut(ctx: SpotterContext, itemId: number): Promise<void> {
  const skipped = await skip(ctx.turn, itemId)
  if (!skipped) return showCard(ctx)
  ctx.toast(ctx.t('workout:leftOut', { name: skipped.name }))
  return goTo(ctx, 'workout', 'card', { skipped: skipped.id })
}

async function doAfterAll(ctx: SpotterContext, itemId: number): Promise<void> {
  const item = await unskip(ctx.turn, itemId)
  ctx.toast(item ? ctx.t('workout:doneAfterAll', { name: item.name }) : ctx.t('stale'))
  showCard(ctx)
}

async function reopen(ctx: SpotterContext, workoutId: number): Promise<void> {
  if (await reopenWorkout(ctx.turn, workoutId)) return showCard(ctx)
  leave(ctx)
  return ctx.toast(ctx.t('stale'))
}

async function finish(ctx: SpotterContext, workoutId: number): Promise<void> {
  const walk = await requireWalk(ctx.turn)
  if (walk.id !== workoutId) {
    leave(ctx)
    return ctx.toast(ctx.t('stale'))
  }
  if (!isComplete(walk)) return goTo(ctx, 'workout', 'finish', { workout: workoutId })
  return end(ctx, workoutId)
}

const Rest = z.object({ workoutId: z.int() })

/** Worded from the rows: what is at hand may be another set by now. A workout that is over leaves nothing to say. */
const rest: RenderPush = async ({ unit, actor, t, payload }) => {
  const { workoutId } = Rest.parse(payload)
  const walk = await restOf(unit, actor, workoutId)
  const item = walk && comingUp(walk)
  if (!item || actor.userId === null) return undefined
  const last = await lastTimeOf(unit.sql, actor.userId, item.exerciseId, walk.id, walk.startedAt)
  return restPing({ t, units: actor.units }, item, last?.sets ?? [])
}

/** Walking through a workout: one live card, edited in place. */
export const workout: Scene = scene('workout', {
  steps: { card, doubtful: doubtfulStep, form: formStep, ...tendingSteps, ...finishSteps },
  taps: {
    resume: (ctx) => showCard(ctx),
    logSet: (ctx, action) => log(ctx, action, false),
    logAll: (ctx, action) => log(ctx, action, true),
    load: (ctx, action) => move(ctx, 'load', action),
    reps: (ctx, action) => move(ctx, 'reps', action),
    undoSet: (ctx, { set }) => takeBack(ctx, set),
    meantOtherwise: readOtherwise,
    skipItem: (ctx, { item }) => leaveOut(ctx, item),
    unskip: (ctx, { item }) => doAfterAll(ctx, item),
    visitItem: async (ctx, { item }) => {
      await visit(ctx.turn, item)
      showCard(ctx)
    },
    swapItem: (ctx, { item }) => goTo(ctx, 'workout', 'swap', { item, named: '' }),
    moreOf: (ctx, { item }) => goTo(ctx, 'workout', 'more', { item }),
    addToWorkout: (ctx) => goTo(ctx, 'workout', 'add', { named: '' }),
    finish: (ctx, { workout: id }) => finish(ctx, id),
    reopen: (ctx, { workout: id }) => reopen(ctx, id),
  },
  pushes: { rest },
  refused: (ctx, { code }) => keepRefused(ctx, code),
  anywhere: (ctx, input) => {
    if (input.kind === 'media') return takeForm(ctx, input)
    if (input.kind !== 'text') return false
    return input.edited ? takeEdited(ctx, input) : takeTyped(ctx, input)
  },
})
