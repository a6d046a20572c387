import { z } from 'zod'
import type { SpotterContext } from '../../bot/context.ts'
import type { Input } from '../../bot/input.ts'
import { type Verdict, goTo, step } from '../../bot/scene.ts'
import { mayBeFood } from '../../domain/meals/typedFood.ts'
import { requireClient } from '../../services/access.ts'
import { localDay } from '../../services/workouts/localDay.ts'
import { giveReason } from '../../services/meals/change.ts'
import { mealAtHand, readFoodDay } from '../../services/meals/day.ts'
import { findMeal } from '../../services/meals/log.ts'
import { rememberedMeals, typedBefore } from '../../services/meals/typed.ts'
import { askWhich } from '../../views/meals/day.ts'
import { askFood, askReason, askSureFood, skipReasons } from '../../views/meals/asking.ts'
import { mealName } from '../../views/meals/words.ts'
import { picked, typed, withoutCommand, yesOrNo } from '../people/answers.ts'
import { saidOfMeal } from './mealMeaning.ts'
import { takePhoto } from './mealPhotos.ts'
import {
  Day,
  OfMeal,
  Target,
  type Words,
  ate,
  dated,
  dayView,
  gone,
  openMeal,
  otherDay,
  takeWords,
  targetOf,
} from './mealLogging.ts'

const mostRemembered = 6

const Typed = z.object({ text: z.string(), messageId: z.int().nullable() })

/** What was typed as a message of its own, and its id. */
export function wordsOf(input: Input): Words | undefined {
  const text = typed(input)
  return text === undefined || input.kind !== 'text' ? undefined : { text, messageId: input.messageId }
}

/** What the message that waits for an answer says since it was edited, without the command it came with. */
function anew(input: Input, { messageId }: Words): Words | undefined {
  if (input.kind !== 'text' || !input.edited || input.messageId !== messageId) return undefined
  return { text: withoutCommand(input.text, 'meals'), messageId }
}

/** Words that are no food since they were edited wait no more. */
function notFood(ctx: SpotterContext, target: Target): void {
  ctx.notice(ctx.t('meals:unread'))
  return back(ctx, target)
}

/** Back to the meal, or to the day of what is outside any plan. */
function back(ctx: SpotterContext, { day, meal, chosen }: Target): void {
  return meal ? openMeal(ctx, day, meal, chosen) : goTo(ctx, 'meals', 'day', { day })
}

export const food = step({
  state: Target,
  awaits: 'words',
  show: async (ctx, target) => {
    const { day, meal } = target
    const found = meal ? await findMeal(ctx.turn, { date: day, ...meal }) : undefined
    if (meal && !found) {
      gone(ctx, day)
      return dayView(ctx, day)
    }
    const name = found ? mealName(ctx.t, found.meal) : null
    return askFood(ctx.t, name, await rememberedMeals(ctx.turn, mostRemembered))
  },
  on: async (ctx, input, target): Promise<Verdict> => {
    const value = picked(input)
    if (value === 'back') return back(ctx, target)
    const again = /^r(\d{1,15})$/.exec(value ?? '')?.[1]
    if (again !== undefined) {
      const meal = await typedBefore(ctx.turn, Number(again))
      return ate(ctx, target, meal, { text: meal.text, messageId: null })
    }
    const words = wordsOf(input)
    return words
      ? takeOf(ctx, target, words, { isSure: true })
      : takePhoto(ctx, input, { ...target, eaten: null })
  },
})

export const sure = step({
  state: Target.extend(Typed.shape),
  show: async (ctx, { day, meal, text }) => {
    const found = meal ? await findMeal(ctx.turn, { date: day, ...meal }) : undefined
    const isLogged = found?.meal.eaten !== undefined && found.meal.eaten.asPlanned !== null
    const instead = found && isLogged ? mealName(ctx.t, found.meal) : null
    return askSureFood(ctx.t, text, instead, otherDay(ctx, day))
  },
  on: (ctx, input, { text, messageId, ...target }): Verdict | Promise<Verdict> => {
    const isSure = yesOrNo(input)
    if (isSure) return takeWords(ctx, target, { text, messageId }, { isSure })
    if (isSure === false) {
      ctx.toast(ctx.t('meals:notKept'))
      return back(ctx, target)
    }
    const edited = anew(input, { text, messageId })
    if (edited && !mayBeFood(edited.text)) return notFood(ctx, target)
    const words = edited ?? wordsOf(input)
    return words && mayBeFood(words.text) ? takeOf(ctx, target, words) : 'pass'
  },
})

export const reason = step({
  state: OfMeal.extend({ eaten: z.int() }),
  awaits: 'words',
  show: async (ctx, state) => {
    const found = await findMeal(ctx.turn, targetOf(state))
    return askReason(ctx.t, found ? mealName(ctx.t, found.meal) : ctx.t('meals:unnamed'))
  },
  on: async (ctx, input, { day, meal, eaten }): Promise<Verdict> => {
    const value = picked(input)
    const words = wordsOf(input)
    const offered = skipReasons.find((one) => one === value)
    if (value !== 'none' && !offered && !words) return 'pass'
    const said = words && saidOfMeal(words.text)
    if (words && said?.kind === 'asPlanned') return takeWords(ctx, { day, meal }, words)
    const typedReason = said?.kind === 'skipped' ? said.reason : words?.text
    const text = offered ? ctx.t(`meals:reason_${offered}`) : (typedReason ?? '')
    const { source, messageId } = await giveReason(ctx.turn, eaten, text, words?.messageId ?? null)
    const isTold = words !== undefined && source === 'typed' && messageId !== null
    goTo(ctx, 'meals', 'meal', { day, meal, chosen: [], ...(isTold && { skipped: { messageId, eaten } }) })
    return text === '' ? undefined : ctx.toast(ctx.t('meals:reasonSaved'))
  },
})

/** Open meals of a day: of today the likeliest first, of another in its order. */
async function openMeals(ctx: SpotterContext, day: string) {
  if (day === localDay(ctx.turn).date) return mealAtHand(ctx.turn)
  const food = await readFoodDay(ctx.turn, day)
  return { day: food, meals: food.meals.filter(({ eaten }) => !eaten) }
}

/** Words of a meal; of another day's where they say that day. */
export async function takeOf(
  ctx: SpotterContext,
  target: Target,
  words: Words,
  how: { chosen?: readonly number[]; isSure?: boolean } = {},
): Promise<void> {
  const on = dated(ctx, target.day, words)
  if (on.day !== target.day) return takeAny(ctx, target.day, words, how.isSure)
  return takeWords(ctx, target, on.words, how)
}

/**
 * Words that may be of any meal of a day, or of the one they say: outside any plan where none is open, else it is
 * asked. A day alone is shown.
 */
export async function takeAny(ctx: SpotterContext, on: string, said: Words, isSure = false): Promise<void> {
  const { day, words } = dated(ctx, on, said)
  if (words.text === '') return goTo(ctx, 'meals', 'day', { day })
  const { meals } = await openMeals(ctx, day)
  if (meals.length === 0) return takeWords(ctx, { day, meal: null }, words, { isSure })
  return goTo(ctx, 'meals', 'which', { day, ...words })
}

/** Words that nothing could be made of were food, as a button says. */
export async function takeUnread(ctx: SpotterContext, message: number): Promise<void> {
  requireClient(ctx.turn)
  const { unread } = ctx.conversation
  if (unread?.messageId !== message || unread.text === undefined) return ctx.toast(ctx.t('stale'))
  ctx.conversation.unread = null
  return takeAny(ctx, localDay(ctx.turn).date, { text: unread.text, messageId: message }, true)
}

export const which = step({
  state: Day.extend(Typed.shape),
  show: async (ctx, { day, text }) => {
    const open = await openMeals(ctx, day)
    return askWhich(ctx.t, open.meals, text, otherDay(ctx, day))
  },
  on: (ctx, input, { day, ...words }): Verdict | Promise<Verdict> => {
    const value = picked(input)
    if (value === 'no') {
      ctx.toast(ctx.t('meals:notKept'))
      return goTo(ctx, 'meals', 'day', { day })
    }
    if (value === 'outside') return takeWords(ctx, { day, meal: null }, words, { isSure: true })
    const [, of, id] = /^([ep])(\d{1,15})$/.exec(value ?? '') ?? []
    if (of !== undefined) {
      const meal = { of: of === 'e' ? 'entry' : 'planned', id: Number(id) } as const
      return takeWords(ctx, { day, meal }, words)
    }
    const edited = anew(input, words)
    if (edited && !mayBeFood(edited.text)) return notFood(ctx, { day, meal: null })
    const others = edited ?? wordsOf(input)
    return others && mayBeFood(others.text) ? takeAny(ctx, day, others) : 'pass'
  },
})
