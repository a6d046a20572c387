import { z } from 'zod'
import type { SpotterContext } from '../../bot/context.ts'
import type { Input } from '../../bot/input.ts'
import { type Scene, type Verdict, goTo, leave, scene, step } from '../../bot/scene.ts'
import { muscleGroups } from '../../domain/enums.ts'
import {
  browseExercises,
  countOwn,
  meantExercise,
  readExercise,
  whoIsCalled,
} from '../../services/exercises/browse.ts'
import { deleteExercise } from '../../services/exercises/change.ts'
import { addOwnExercise } from '../../services/exercises/own.ts'
import * as cards from '../../views/exercises/card.ts'
import * as lists from '../../views/exercises/lists.ts'
import * as questions from '../../views/exercises/questions.ts'
import { chosen, picked, typed, yesOrNo } from '../people/answers.ts'
import { welcomeAdmin } from '../people/front.ts'
import { saveField } from './exerciseFields.ts'

/** Longest text that is searched for. */
const longest = 200

const Listed = z.object({
  of: z.discriminatedUnion('by', [
    z.object({ by: z.literal('group'), group: z.enum(muscleGroups) }),
    z.object({ by: z.literal('own') }),
    z.object({ by: z.literal('name'), typed: z.string() }),
  ]),
  page: z.int().min(1),
})
type Listed = z.output<typeof Listed>

/** An exercise, and the list it was chosen from. */
const Chosen = z.object({ exercise: z.int(), from: Listed.nullable() })
type Chosen = z.output<typeof Chosen>

const toHome = (ctx: SpotterContext) => goTo(ctx, 'exercises', 'home')
const toList = (ctx: SpotterContext, list: Listed) => goTo(ctx, 'exercises', 'list', list)
const toCard = (ctx: SpotterContext, chosenOne: Chosen) => goTo(ctx, 'exercises', 'card', chosenOne)

/** What was meant beyond doubt is opened; else what is like it. */
async function search(ctx: SpotterContext, text: string): Promise<void> {
  const of = { by: 'name', typed: text.slice(0, longest) } as const
  const exercise = await meantExercise(ctx.turn, of.typed)
  const list: Listed = { of, page: 1 }
  return exercise === undefined ? toList(ctx, list) : toCard(ctx, { exercise, from: list })
}

/** A typed text is a name to look for, wherever exercises are looked at. */
function searchTyped(ctx: SpotterContext, input: Input): Verdict | Promise<Verdict> {
  const text = typed(input)
  return text === undefined || text === '' ? 'pass' : search(ctx, text)
}

async function open(ctx: SpotterContext, text = ''): Promise<void> {
  await welcomeAdmin(ctx)
  return text === '' ? toHome(ctx) : search(ctx, text)
}

const home = step({
  state: z.object({}),
  show: async (ctx) => lists.exercisesHome(ctx.t, await countOwn(ctx.turn)),
  on: (ctx, input) => {
    const value = picked(input)
    if (value === 'done') return leave(ctx)
    if (value === 'add') return goTo(ctx, 'exercises', 'name')
    if (value === 'mine') return toList(ctx, { of: { by: 'own' }, page: 1 })
    const group = muscleGroups.find((one) => value === `g.${one}`)
    return group ? toList(ctx, { of: { by: 'group', group }, page: 1 }) : searchTyped(ctx, input)
  },
})

const list = step({
  state: Listed,
  show: async (ctx, { of, page }) =>
    lists.exerciseList(ctx.t, { of, ...(await browseExercises(ctx.turn, of, page)) }),
  on: (ctx, input, state) => {
    const value = picked(input)
    if (value === 'back') return toHome(ctx)
    if (value === 'add')
      return state.of.by === 'name' ? named(ctx, state.of.typed) : goTo(ctx, 'exercises', 'name')
    const [, kind, number] = /^([px])(\d{1,15})$/.exec(value ?? '') ?? []
    if (kind === 'p') return toList(ctx, { ...state, page: Math.max(1, Number(number)) })
    if (kind === 'x') return toCard(ctx, { exercise: Number(number), from: state })
    return searchTyped(ctx, input)
  },
})

const card = step({
  state: Chosen,
  show: async (ctx, { exercise }) => cards.exerciseCard(ctx.t, await readExercise(ctx.turn, exercise)),
  on: (ctx, input, state) => {
    const value = picked(input)
    if (value === 'back') return state.from ? toList(ctx, state.from) : toHome(ctx)
    if (value === 'remove') return goTo(ctx, 'exercises', 'remove', state)
    const field = cards.exerciseFields.find((one) => value === `f.${one}`)
    return field ? goTo(ctx, 'exercises', 'field', { ...state, field }) : searchTyped(ctx, input)
  },
})

/** A name for an exercise of their own: one they have is opened, a new one asked about. */
async function named(ctx: SpotterContext, name: string): Promise<void> {
  const { ownId } = await whoIsCalled(ctx.turn, name)
  if (ownId === null) return goTo(ctx, 'exercises', 'group', { name })
  toCard(ctx, { exercise: ownId, from: null })
  return ctx.toast(ctx.t('exercises:hadAlready'))
}

const name = step({
  state: z.object({}),
  show: (ctx) => questions.askName(ctx.t),
  on: (ctx, input) => {
    if (picked(input) === 'back') return toHome(ctx)
    const text = typed(input)
    return text === undefined ? 'pass' : named(ctx, text)
  },
})

const group = step({
  state: z.object({ name: z.string() }),
  show: async (ctx, { name: called }) =>
    questions.askGroup(ctx.t, { name: called, ...(await whoIsCalled(ctx.turn, called)) }),
  on: async (ctx, input, { name: called }) => {
    if (picked(input) === 'back') return goTo(ctx, 'exercises', 'name')
    const muscleGroup = muscleGroups.find((one) => one === chosen(input, questions.muscleLabels(ctx.t)))
    if (!muscleGroup) {
      if (typed(input) === undefined) return 'pass'
      return ctx.notice(ctx.t('exercises:groupUnclear'))
    }
    const exercise = await addOwnExercise(ctx.turn, { name: called, muscleGroup })
    toCard(ctx, { exercise, from: { of: { by: 'own' }, page: 1 } })
    return ctx.toast(ctx.t('exercises:added', { name: called }))
  },
})

const field = step({
  state: Chosen.extend({ field: z.enum(cards.exerciseFields) }),
  show: async (ctx, { exercise, field: one }) =>
    questions.askField(ctx.t, await readExercise(ctx.turn, exercise), one),
  on: async (ctx, input, { field: one, ...state }) => {
    if (picked(input) !== 'back') {
      const outcome = await saveField(ctx, input, state.exercise, one)
      if (outcome === 'pass') return 'pass'
      if (outcome === 'unclear') return ctx.notice(ctx.t('exercises:groupUnclear'))
      ctx.toast(ctx.t('exercises:saved'))
    }
    return toCard(ctx, state)
  },
})

const remove = step({
  state: Chosen,
  show: async (ctx, { exercise }) => cards.askRemove(ctx.t, (await readExercise(ctx.turn, exercise)).name),
  on: async (ctx, input, state) => {
    const isSure = picked(input) === 'back' ? false : yesOrNo(input)
    if (isSure === undefined) return 'pass'
    if (!isSure) return toCard(ctx, state)
    const { name: called } = await readExercise(ctx.turn, state.exercise)
    await deleteExercise(ctx.turn, state.exercise)
    if (state.from) toList(ctx, state.from)
    else toHome(ctx)
    return ctx.toast(ctx.t('exercises:removed', { name: called }))
  },
})

/** `/exercises`: the library and the coach's own, to look at, to add to and to change. */
export const exercises: Scene = scene('exercises', {
  steps: { home, list, card, name, group, field, remove },
  commands: { exercises: { audience: ['trainer', 'admin'], listed: true, run: open } },
  taps: { openExercises: (ctx) => open(ctx) },
})
