import { z } from 'zod'
import type { SpotterContext } from '../../bot/context.ts'
import { awaitMedia, type MediaInput } from '../../bot/media.ts'
import { type Scene, type Step, type Verdict, goTo, leave, onKept, scene, step } from '../../bot/scene.ts'
import { type ShownSet, likelySet, setsShown } from '../../domain/workout/shown.ts'
import type { WalkItem } from '../../domain/workout/walk.ts'
import { Refusal } from '../../services/errors.ts'
import * as form from '../../services/photos/form.ts'
import { formChoices, formLines, setOfMessage } from '../../services/photos/formReading.ts'
import { exercisesNamed } from '../../services/workouts/exercises.ts'
import { walkWith } from '../../services/workouts/navigate.ts'
import { readWalk } from '../../services/workouts/walk.ts'
import * as views from '../../views/form/form.ts'
import { picked, typed } from '../people/answers.ts'
import { showCard } from './showing.ts'
import { progressMeaning } from './checkin/meaning.ts'
import { mealMeaning } from './mealPhotos.ts'
import { type PhotoMeaning, askWhat } from './photos.ts'

const purpose = 'form'
const Target = z.union([
  z.object({ item: z.int(), set: z.int().nullable() }),
  z.object({ exercise: z.int() }),
])

const saidSet = /(?:^|[\s,])(?:set|סט)\s*#?(\d{1,2})(?!\d)/iu

function setSaid(caption: string, item: WalkItem): number | undefined {
  const set = Number(saidSet.exec(caption)?.[1] ?? 0)
  return set >= 1 && set <= Math.max(item.sets, item.done.length) ? set : undefined
}

function awaitForm(ctx: SpotterContext, input: MediaInput, target: form.FormTarget): Promise<boolean> {
  return awaitMedia(ctx, input, { name: purpose, about: target }, ['picture', 'clip'])
}

/** A photo or clip in the middle of a workout shows the set it answers, while resting the one just done, else the lift at hand. */
export async function takeForm(ctx: SpotterContext, input: MediaInput): Promise<boolean> {
  if (ctx.turn.actor.role !== 'client') return false
  const answered = input.replyTo === null ? undefined : await setOfMessage(ctx.turn, input.replyTo)
  if (answered) {
    await awaitForm(ctx, input, answered)
    return true
  }
  const isInWorkout = ctx.place?.scene === 'workout'
  const walk = isInWorkout ? await readWalk(ctx.turn) : undefined
  const [likely] = walk ? setsShown(walk, ctx.turn.now) : []
  if (!likely) return false
  const { item } = likely
  await awaitForm(ctx, input, { item: item.id, set: setSaid(input.caption, item) ?? likelySet(item) })
  return true
}

/** While resting, what was taken for the set just done may be of the one that comes next. */
async function nextThan(ctx: SpotterContext, target: form.FormTarget): Promise<ShownSet | undefined> {
  const walk = await readWalk(ctx.turn)
  const [done, next] = walk ? setsShown(walk, ctx.turn.now) : []
  return 'item' in target && target.item === done?.item.id ? next : undefined
}

function tell(ctx: SpotterContext, shown: form.FormShown, next?: ShownSet): void {
  ctx.notice(views.shownText(ctx.t, shown))
  ctx.offer(views.nextRow(ctx.t, shown, next), views.shownRow(ctx.t, shown))
}

/** In the workout: asks for it, says of which set it is, and tells what is there. */
export const formStep: Step = step({
  state: z.object({ item: z.int(), set: z.int().nullable() }),
  show: async (ctx, { item: id, set }) => {
    const { item } = await walkWith(ctx.turn, id)
    return views.formStep(ctx.t, {
      name: item.name,
      sets: Math.max(item.sets, item.done.length),
      set,
      lines: await formLines(ctx.turn, id),
    })
  },
  on: async (ctx, input, state): Promise<Verdict> => {
    const value = picked(input)
    if (value === 'back') return showCard(ctx)
    const set = /^s(\d{1,2})$/.exec(value ?? '')?.[1]
    if (set !== undefined)
      return goTo(ctx, 'workout', 'form', { ...state, set: Number(set) === 0 ? null : Number(set) })
    if (input.kind !== 'media') return 'pass'
    await awaitForm(ctx, input, state)
    return undefined
  },
})

const Which = z.object({ photo: z.int(), query: z.string() })
const WhichSet = z.object({ photo: z.int(), item: z.int() })

/** Out of the questions: back into the workout where one is under way. */
async function back(ctx: SpotterContext): Promise<void> {
  if (await readWalk(ctx.turn)) showCard(ctx)
  else leave(ctx)
}

async function move(ctx: SpotterContext, photo: number, target: form.FormTarget): Promise<void> {
  const shown = await form.moveForm(ctx.turn, photo, target)
  await back(ctx)
  tell(ctx, shown)
}

const which = step({
  state: Which,
  show: async (ctx, { query }) =>
    views.whichLift(ctx.t, {
      choices: await formChoices(ctx.turn),
      found: query === '' ? [] : (await exercisesNamed(ctx.turn, query)).found,
      query,
    }),
  on: async (ctx, input, { photo }): Promise<Verdict> => {
    const [, kind, number] = /^([ix])(\d{1,15})$/.exec(picked(input) ?? '') ?? []
    if (kind === 'i') return goTo(ctx, 'form', 'set', { photo, item: Number(number) })
    if (kind === 'x') return move(ctx, photo, { exercise: Number(number) })
    if (picked(input) === 'other') {
      await form.unsortForm(ctx.turn, photo)
      await back(ctx)
      return askWhat(ctx, photo, [mealMeaning, progressMeaning, formMeaning], { isAll: true })
    }
    const text = typed(input)
    if (text === undefined || text === '') return 'pass'
    const { sure, found } = await exercisesNamed(ctx.turn, text)
    const [only] = found
    return sure && only
      ? move(ctx, photo, { exercise: only.id })
      : goTo(ctx, 'form', 'which', { photo, query: text.slice(0, 100) })
  },
})

const set = step({
  state: WhichSet,
  show: async (ctx, { item }) => {
    const choice = (await formChoices(ctx.turn)).find((one) => one.item === item)
    if (!choice) throw new Refusal('notThere')
    return views.whichSet(ctx.t, choice)
  },
  on: (ctx, input, { photo, item }): Verdict | Promise<Verdict> => {
    const value = picked(input)
    if (value === 'back') return goTo(ctx, 'form', 'which', { photo, query: '' })
    const number = /^s(\d{1,2})$/.exec(value ?? '')?.[1]
    if (number === undefined) return 'pass'
    return move(ctx, photo, { item, set: Number(number) === 0 ? null : Number(number) })
  },
})

/** Photos and clips of how a lift is done: kept, and put before the trainer. */
export const formScene: Scene = scene('form', {
  steps: { which, set },
  kept: {
    [purpose]: onKept({
      about: Target,
      kept: async (ctx, event, target) => {
        const shown = await form.addForm(ctx.turn, event, target)
        return tell(ctx, shown, await nextThan(ctx, target))
      },
    }),
  },
  taps: {
    moveForm: (ctx, { photo }) => goTo(ctx, 'form', 'which', { photo, query: '' }),
    formOfSet: async (ctx, { photo, item, set }) =>
      tell(ctx, await form.moveForm(ctx.turn, photo, { item, set })),
    removeForm: async (ctx, { photo }) => {
      await form.removeForm(ctx.turn, photo)
      ctx.toast(ctx.t('form:takenBack'))
    },
  },
})

/** What came without a word may show a lift: the one at hand, or any other. */
export const formMeaning: PhotoMeaning = {
  name: purpose,
  offers: async (ctx) => {
    const walk = await readWalk(ctx.turn)
    return [
      ...(walk ? setsShown(walk, ctx.turn.now) : []).map(({ item, set }) => ({
        label: ctx.t('form:offer', { name: item.name, set }),
        value: `i${item.id}.${set}`,
      })),
      { label: ctx.t('form:choose'), value: 'which' },
    ]
  },
  take: async (ctx, found, value) => {
    const photo = found[0]?.id ?? 0
    const [, item, number] = /^i(\d{1,15})\.(\d{1,3})$/.exec(value) ?? []
    if (item === undefined) return goTo(ctx, 'form', 'which', { photo, query: '' })
    return tell(ctx, await form.moveForm(ctx.turn, photo, { item: Number(item), set: Number(number) }))
  },
}
