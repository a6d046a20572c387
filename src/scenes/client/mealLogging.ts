import { z } from 'zod'
import type { SpotterContext } from '../../bot/context.ts'
import { goTo } from '../../bot/scene.ts'
import { addDays } from '../../domain/localTime.ts'
import type { DayMeal, MealRef } from '../../domain/meals/foodDay.ts'
import { foodOfDay } from '../../domain/meals/saidDay.ts'
import { isDoubtfulFood } from '../../domain/meals/typedFood.ts'
import { isComingDay, readComingDay, readFoodDay, requireLogDay } from '../../services/meals/day.ts'
import {
  type Logged,
  type MealOfDay,
  type Said,
  byTap,
  eatAsPlanned,
  eatElse,
  eatOutside,
  findMeal,
  skipMeal,
} from '../../services/meals/log.ts'
import { type TypedMeal, readTyped } from '../../services/meals/typed.ts'
import type { View } from '../../views/view.ts'
import { comingDayCard } from '../../views/meals/coming.ts'
import { foodDayCard } from '../../views/meals/day.ts'
import { dayText, mealName } from '../../views/meals/words.ts'
import { shortened } from '../../views/workout/words.ts'
import { localDay } from '../../services/workouts/localDay.ts'
import { saidOfMeal } from './mealMeaning.ts'

export const Ref = z.object({ of: z.enum(['entry', 'planned']), id: z.int() })
export const Day = z.object({ day: z.string() })
/** A meal of a day; null for one outside any plan. */
export const Target = Day.extend({ meal: Ref.nullable() })
export const OfMeal = Day.extend({ meal: Ref })
export type Target = z.output<typeof Target>

/** What was typed, and the message that said it. */
export interface Words {
  text: string
  messageId: number | null
}

export const todayOf = ({ turn }: SpotterContext): string => localDay(turn).date
export const targetOf = ({ day, meal }: z.output<typeof OfMeal>): MealOfDay => ({ date: day, ...meal })
const saidBy = ({ messageId }: Words): Said => ({ source: messageId === null ? 'tap' : 'typed', messageId })

/** The day that words say and the rest of them; else that on which they were said. Refusal `mealDayOver`. */
export function dated(ctx: SpotterContext, day: string, words: Words): { day: string; words: Words } {
  const today = todayOf(ctx)
  const said = foodOfDay(words.text, today)
  if (!said) return { day, words }
  const on = said.date ?? addDays(today, 1)
  requireLogDay(ctx.turn, on)
  return { day: on, words: { ...words, text: said.text } }
}

/** A day in words where it is not today. */
export const otherDay = (ctx: SpotterContext, day: string): string | null =>
  day === todayOf(ctx) ? null : dayText(ctx.t, day)

export async function dayView(ctx: SpotterContext, day: string): Promise<View> {
  if (isComingDay(ctx.turn, day))
    return comingDayCard(ctx.t, await readComingDay(ctx.turn, day), todayOf(ctx))
  return foodDayCard(ctx.t, await readFoodDay(ctx.turn, day), todayOf(ctx))
}

/** The plan of the day has the meal no more: the day as it is, and a word. */
export function gone(ctx: SpotterContext, day: string): void {
  if (!ctx.outcome.toast) ctx.toast(ctx.t('meals:planChanged'))
  goTo(ctx, 'meals', 'day', { day })
}

export const openMeal = (
  ctx: SpotterContext,
  day: string,
  { of, id }: MealRef,
  chosen: number[] = [],
): void => goTo(ctx, 'meals', 'meal', { day, meal: { of, id }, chosen })

async function nameOf(ctx: SpotterContext, target: MealOfDay): Promise<string> {
  const found = await findMeal(ctx.turn, target)
  return found ? mealName(ctx.t, found.meal) : ctx.t('meals:unnamed')
}

/** Says how a meal stands after a tap or a word. */
async function sayStands(
  ctx: SpotterContext,
  target: MealOfDay,
  outcome: Logged['outcome'],
  word: 'logged' | 'skippedToast',
): Promise<void> {
  ctx.outcome.label = `meal ${outcome}`
  const name = await nameOf(ctx, target)
  ctx.toast(outcome === 'already' ? ctx.t('meals:already', { name }) : ctx.t(`meals:${word}`, { name }))
}

/** Ate it as planned, with what was chosen. */
export async function ateAsPlanned(
  ctx: SpotterContext,
  target: MealOfDay,
  chosen: readonly number[] = [],
  said = byTap,
): Promise<void> {
  const logged = await eatAsPlanned(ctx.turn, target, chosen, said)
  if (!logged) return gone(ctx, target.date)
  openMeal(ctx, target.date, target)
  return sayStands(ctx, target, logged.outcome, 'logged')
}

/** Skipped it; why is asked once that is stored. */
export async function skipped(
  ctx: SpotterContext,
  target: MealOfDay,
  reason: string | null = null,
  said = byTap,
): Promise<void> {
  const logged = await skipMeal(ctx.turn, target, reason, said)
  if (!logged) return gone(ctx, target.date)
  const { date, of, id } = target
  if (logged.outcome === 'already' || reason !== null || logged.id === null) openMeal(ctx, date, target)
  else goTo(ctx, 'meals', 'reason', { day: date, meal: { of, id }, eaten: logged.id })
  return sayStands(ctx, target, logged.outcome, 'skippedToast')
}

/** Says that it is noted, and for which day where that is not today. */
export function sayKept(ctx: SpotterContext, day: string, { text }: TypedMeal): void {
  const what = shortened(text, 300)
  const other = otherDay(ctx, day)
  ctx.notice(other === null ? ctx.t('meals:saved', { what }) : ctx.t('meals:savedOn', { what, day: other }))
}

/** Stores what was eaten, and shows it. */
export async function ate(
  ctx: SpotterContext,
  { day, meal }: Target,
  typed: TypedMeal,
  words: Words,
): Promise<void> {
  const said = saidBy(words)
  if (meal) {
    const logged = await eatElse(ctx.turn, { date: day, ...meal }, typed, said)
    if (!logged) return gone(ctx, day)
    openMeal(ctx, day, meal)
  } else {
    const id = await eatOutside(ctx.turn, day, typed, said)
    goTo(ctx, 'meals', 'logged', { day, eaten: id })
  }
  return words.messageId === null ? ctx.toast(ctx.t('meals:loggedOutside')) : sayKept(ctx, day, typed)
}

const isSaid = ({ eaten }: DayMeal): boolean => eaten !== undefined && eaten.asPlanned !== null

/**
 * Words about a meal: as planned, skipped, or what was eaten instead. What may be something else, and what would take
 * the place of a logged meal, is asked about; `isSure` once that was answered.
 */
export async function takeWords(
  ctx: SpotterContext,
  target: Target,
  words: Words,
  { chosen = [], isSure = false }: { chosen?: readonly number[]; isSure?: boolean } = {},
): Promise<void> {
  const { day, meal } = target
  const said = saidOfMeal(words.text)
  if (meal && said.kind === 'asPlanned')
    return ateAsPlanned(ctx, { date: day, ...meal }, chosen, saidBy(words))
  if (meal && said.kind === 'skipped') return skipped(ctx, { date: day, ...meal }, said.reason, saidBy(words))
  const typed = said.kind === 'food' ? await readTyped(ctx.turn, words.text) : ({ kind: 'unread' } as const)
  if ('kind' in typed) return ctx.notice(ctx.t(`meals:${typed.kind}`))
  const found = meal ? await findMeal(ctx.turn, { date: day, ...meal }) : undefined
  if (meal && !found) return gone(ctx, day)
  if (!isSure && (isDoubtfulFood(words.text) || (found && isSaid(found.meal))))
    return goTo(ctx, 'meals', 'sure', { ...target, ...words })
  return ate(ctx, target, typed, words)
}
