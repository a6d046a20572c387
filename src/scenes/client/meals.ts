import { z } from 'zod'
import type { SpotterContext } from '../../bot/context.ts'
import type { Input } from '../../bot/input.ts'
import { type Scene, type Verdict, goTo, scene, step } from '../../bot/scene.ts'
import { localTime } from '../../domain/localTime.ts'
import { openBeside } from '../../domain/meals/foodDay.ts'
import { choose } from '../../domain/meals/plate.ts'
import { mayBeFood, tellsEnergy } from '../../domain/meals/typedFood.ts'
import { requireClient } from '../../services/access.ts'
import { Refusal } from '../../services/errors.ts'
import { type OwnMeal, detachPhotos, ownMeal, undoMeal } from '../../services/meals/change.ts'
import {
  comingDays,
  daysBack,
  isComingDay,
  isLogDay,
  readFoodDay,
  requireLogDay,
} from '../../services/meals/day.ts'
import { type MealOfDay, findMeal } from '../../services/meals/log.ts'
import { foodDaysCard } from '../../views/meals/day.ts'
import { mealCard, outsideCard, recipeCard } from '../../views/meals/meal.ts'
import { picked } from '../people/answers.ts'
import { food, reason, sure, takeAny, takeOf, takeUnread, which, wordsOf } from './mealAsking.ts'
import { askOfEach, keptMeal, nameOf, photo, takePhoto } from './mealPhotos.ts'
import { takeAsked } from './mealAsked.ts'
import { takeEditedMeal } from './mealEdits.ts'
import {
  Day,
  OpenMeal,
  Ref,
  ateAsPlanned,
  dayView,
  gone,
  openMeal,
  skipped,
  targetOf,
  todayOf,
} from './mealLogging.ts'

const openDay = (ctx: SpotterContext, day: string): void => {
  requireClient(ctx.turn)
  if (!isComingDay(ctx.turn, day)) requireLogDay(ctx.turn, day)
  goTo(ctx, 'meals', 'day', { day })
}

const day = step({
  state: Day,
  show: (ctx, state) => dayView(ctx, state.day),
  on: (ctx, input, state): Verdict | Promise<Verdict> => {
    const value = picked(input)
    if (value === 'days') return goTo(ctx, 'meals', 'days')
    if (isComingDay(ctx.turn, state.day)) return takeDay(ctx, value) ? undefined : 'pass'
    if (value === 'outside') return goTo(ctx, 'meals', 'food', { day: state.day, meal: null })
    const eaten = /^o(\d{1,15})$/.exec(value ?? '')?.[1]
    if (eaten !== undefined) return goTo(ctx, 'meals', 'logged', { day: state.day, eaten: Number(eaten) })
    return takeDay(ctx, value) ? undefined : takeFood(ctx, input, state.day)
  },
})

function takeDay(ctx: SpotterContext, value: string | undefined): boolean {
  const date = /^d(\d{4}-\d{2}-\d{2})$/.exec(value ?? '')?.[1]
  if (date !== undefined) openDay(ctx, date)
  return date !== undefined
}

/** Words with a letter in them; numbers alone are a weight or a set. */
function takeFood(ctx: SpotterContext, input: Input, on: string): Verdict | Promise<Verdict> {
  const words = wordsOf(input)
  return words && mayBeFood(words.text) ? takeAny(ctx, on, words) : 'pass'
}

const days = step({
  state: z.object({}),
  show: async (ctx) =>
    foodDaysCard(ctx.t, { today: todayOf(ctx), daysBack, coming: await comingDays(ctx.turn) }),
  on: (ctx, input) => {
    const value = picked(input)
    if (value === 'back') return openDay(ctx, todayOf(ctx))
    return takeDay(ctx, value) ? undefined : 'pass'
  },
})

const meal = step({
  state: OpenMeal,
  show: async (ctx, state) => {
    const found = await findMeal(ctx.turn, targetOf(state))
    if (!found) {
      gone(ctx, state.day)
      return dayView(ctx, state.day)
    }
    const { timeZone } = ctx.turn.actor
    const today = todayOf(ctx)
    const time = state.day === today ? localTime(ctx.turn.now, timeZone) : null
    const beside = openBeside(found.day.meals, found.meal, time)
    const data = { date: state.day, today, chosen: state.chosen, ...beside, timeZone }
    return mealCard(ctx.t, found.meal, data)
  },
  on: async (ctx, input, { chosen, ...state }): Promise<Verdict> => {
    const target = targetOf(state)
    const value = picked(input)
    if (value === 'eat') return ateAsPlanned(ctx, target, chosen)
    if (value === 'skip') return skipped(ctx, target)
    if (value === 'else') return goTo(ctx, 'meals', 'food', { ...state, chosen })
    if (value === 'photo') return goTo(ctx, 'meals', 'photo', { ...state, chosen, eaten: null })
    if (value === 'recipe') return goTo(ctx, 'meals', 'recipe', { ...state, chosen })
    if (value === 'back') return openDay(ctx, state.day)
    const shown = /^u(\d{1,15})$/.exec(value ?? '')?.[1]
    if (shown !== undefined) return takePhotosBack(ctx, Number(shown))
    const part = /^c(\d{1,15})$/.exec(value ?? '')?.[1]
    if (part !== undefined) return chosePart(ctx, target, chosen, Number(part))
    const words = wordsOf(input)
    if (!words) return takePhoto(ctx, input, { ...state, chosen, eaten: null })
    return mayBeFood(words.text) ? takeOf(ctx, state, words, { chosen }) : 'pass'
  },
})

async function chosePart(
  ctx: SpotterContext,
  target: MealOfDay,
  chosen: readonly number[],
  part: number,
): Promise<void> {
  const found = await findMeal(ctx.turn, target)
  if (!found) return gone(ctx, target.date)
  return openMeal(ctx, target.date, target, choose(found.meal.slots, chosen, part))
}

const recipe = step({
  state: OpenMeal,
  show: async (ctx, state) => {
    const found = await findMeal(ctx.turn, targetOf(state))
    if (!found?.meal.recipe) throw new Refusal('notThere')
    return recipeCard(ctx.t, found.meal.recipe)
  },
  on: (ctx, input, state) =>
    picked(input) === 'back' ? openMeal(ctx, state.day, state.meal, state.chosen) : 'pass',
})

const logged = step({
  state: Day.extend({ eaten: z.int() }),
  show: async (ctx, { day: date, eaten }) => {
    const { others } = await readFoodDay(ctx.turn, date)
    const one = others.find(({ id }) => id === eaten)
    if (!one) throw new Refusal('notThere')
    return outsideCard(ctx.t, one, { date, today: todayOf(ctx), timeZone: ctx.turn.actor.timeZone })
  },
  on: (ctx, input, state): Verdict | Promise<Verdict> => {
    if (picked(input) === 'back') return openDay(ctx, state.day)
    if (picked(input) === 'photo') return goTo(ctx, 'meals', 'photo', { ...state, meal: null })
    if (picked(input) === `u${state.eaten}`) return takePhotosBack(ctx, state.eaten)
    if (input.kind === 'media') return takePhoto(ctx, input, { ...state, meal: null })
    return takeFood(ctx, input, state.day)
  },
})

/** What a button names, as far as it can be a meal at all. */
function claimed({ day: date, of, meal: id }: { day: string; of: string; meal: number }): MealOfDay {
  const ref = Ref.safeParse({ of, id })
  if (!ref.success) throw new Refusal('notThere')
  return { date, ...ref.data }
}

/** To a meal as it is by now, or to its day. */
async function showAgain(ctx: SpotterContext, { id, date, ref }: OwnMeal, isGone: boolean): Promise<void> {
  if (ref && (await findMeal(ctx.turn, { date, ...ref }))) return openMeal(ctx, date, ref)
  return isGone ? openDay(ctx, date) : goTo(ctx, 'meals', 'logged', { day: date, eaten: id })
}

async function takeBack(ctx: SpotterContext, id: number): Promise<void> {
  const meal = await ownMeal(ctx.turn, id)
  requireLogDay(ctx.turn, meal.date)
  const name = await nameOf(ctx, meal)
  const undone = await undoMeal(ctx.turn, id)
  ctx.toast(undone ? ctx.t('meals:undone', { name }) : ctx.t('stale'))
  return showAgain(ctx, meal, undone !== undefined && meal.photos === 0)
}

/** Its photos are of no meal any more, but for those that the trainer looked at. */
async function takePhotosBack(ctx: SpotterContext, id: number): Promise<void> {
  const meal = await ownMeal(ctx.turn, id)
  const name = await nameOf(ctx, meal)
  const { photos, isGone } = await detachPhotos(ctx.turn, id)
  await askOfEach(ctx, photos)
  ctx.toast(ctx.t('meals:undone', { name }))
  return showAgain(ctx, meal, isGone)
}

/** The client's food: what is planned, what was eaten, today and for a week back; what is planned for days to come. */
export const meals: Scene = scene('meals', {
  steps: { day, days, meal, recipe, food, sure, reason, logged, which, photo },
  commands: {
    meals: {
      audience: ['client'],
      listed: true,
      run: async (ctx, args) => {
        openDay(ctx, todayOf(ctx))
        if (args.trim() === '' || ctx.input.kind !== 'command') return
        await takeAny(ctx, todayOf(ctx), { text: args.trim(), messageId: ctx.input.messageId })
      },
    },
  },
  taps: {
    openMeals: (ctx) => openDay(ctx, todayOf(ctx)),
    openMealDay: (ctx, { day: date }) =>
      openDay(ctx, isComingDay(ctx.turn, date) || isLogDay(ctx.turn, date) ? date : todayOf(ctx)),
    openMeal: async (ctx, action) => {
      const target = claimed(action)
      return (await findMeal(ctx.turn, target)) ? openMeal(ctx, target.date, target) : gone(ctx, target.date)
    },
    ateAsPlanned: (ctx, action) => ateAsPlanned(ctx, claimed(action)),
    skipMeal: (ctx, action) => skipped(ctx, claimed(action)),
    undoMeal: (ctx, { id }) => takeBack(ctx, id),
    logUnread: (ctx, { message }) => takeUnread(ctx, message),
  },
  kept: { meal: keptMeal },
  asked: takeAsked,
  anywhere: async (ctx, input) => {
    if (input.kind !== 'text' || ctx.turn.actor.role !== 'client' || !ctx.turn.actor.isActive) return false
    if (input.edited) return takeEditedMeal(ctx, input)
    const words = ctx.place === null ? wordsOf(input) : undefined
    if (!words || !tellsEnergy(words.text)) return false
    await takeAny(ctx, todayOf(ctx), words)
    return true
  },
})
