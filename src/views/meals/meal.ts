import { formatTime } from '../../domain/localTime.ts'
import {
  type DayMeal,
  type EatenMeal,
  type PlannedMeal,
  type Recipe,
  foodsOf,
  plannedSum,
} from '../../domain/meals/foodDay.ts'
import { type Food, sumOf } from '../../domain/meals/macros.ts'
import { type Part, type Slot, partWords, plateOf } from '../../domain/meals/plate.ts'
import { type Texts, escapeHtml, isolate } from '../../texts/texts.ts'
import { hearButton, mealVerdictLine } from '../review/news.ts'
import { type Button, type View, rows } from '../view.ts'
import { shortened } from '../workout/words.ts'
import { dayText, eatenWords, mealName, openAction, sumText } from './words.ts'

export interface MealCardData {
  /** The day it is of, and the client's today; `YYYY-MM-DD`. */
  date: string
  today: string
  /** Parts chosen of alternatives and optional ones. */
  chosen: readonly number[]
  /** The open meal that comes next, and those whose time is over. */
  next: DayMeal | undefined
  missed: readonly DayMeal[]
  timeZone: string
}

const pick = (step: string, value: string) => ({ name: 'pick', at: `meals.${step}`, value }) as const

const partName = (part: Part): string => shortened(partWords(part), 200)

function titleOf(t: Texts, meal: PlannedMeal, { date, today }: MealCardData): string {
  const when = [...(meal.time === null ? [] : [meal.time]), ...(date === today ? [] : [dayText(t, date)])]
  const name = mealName(t, meal)
  return when.length === 0
    ? t('meals:mealTitle', { name })
    : t('meals:mealAt', { name, when: when.join(' · ') })
}

function slotLines(t: Texts, slot: Slot, chosen: readonly number[]): string[] {
  const [part] = plateOf([slot], chosen)
  const [first] = slot.options
  if (!part) return first ? [t('meals:optionalOff', { food: slot.options.map(partName).join(' / ') })] : []
  const food = { food: partName(part), sum: sumText(t, sumOf([part])) }
  const others = slot.options.filter(({ id }) => id !== part.id).map(partName)
  return [
    slot.isOptional ? t('meals:optionalOn', food) : t('meals:part', food),
    ...(others.length === 0 ? [] : [t('meals:alternatives', { foods: others.join(' / ') })]),
  ]
}

/** What is on the plate; `isToCome`: and what it comes to. */
function plateLines(t: Texts, meal: PlannedMeal, chosen: readonly number[], isToCome: boolean): string[] {
  if (meal.recipe) return [t('meals:part', { food: meal.recipe.name, sum: sumText(t, sumOf([meal.recipe])) })]
  if (meal.slots.length === 0) return meal.note === null ? [t('meals:nothingOnPlate')] : []
  const lines = meal.slots.flatMap((slot) => slotLines(t, slot, chosen))
  return isToCome && foodsOf(meal, chosen).length > 1
    ? [...lines, t('meals:inAll', { sum: sumText(t, plannedSum(meal, chosen)) })]
    : lines
}

/** How a logged meal stands, with its foods; HTML. */
function stoodLines(t: Texts, eaten: EatenMeal): string[] {
  const { status, asPlanned, reason, photos, id } = eaten
  const shown = photos > 0 ? [t('meals:photos', { count: photos })] : []
  const foreign = id === null ? [t('meals:byOthers')] : []
  if (status === 'skipped')
    return [reason === null ? t('meals:stoodSkipped') : t('meals:stoodSkippedFor', { reason }), ...foreign]
  const { foods } = eaten
  const what = foods.length > 1 ? '' : eatenWords(eaten, 300)
  const lines = asPlanned || foods.length > 1 ? foods : []
  return [
    headOf(t, eaten, what),
    ...lines.map((food) => foodLine(t, food)),
    ...(isPhotoAlone(eaten) ? [] : [t('meals:inAll', { sum: sumText(t, eaten.sum) })]),
    ...shown,
    ...saidLines(t, eaten),
    ...foreign,
  ]
}

function saidLines(t: Texts, { said }: EatenMeal): string[] {
  if (!said || said.verdict === null) return []
  return [mealVerdictLine(t, { verdict: said.verdict, comment: said.comment })]
}

const hearRow = (t: Texts, eaten: EatenMeal | undefined): Button[] =>
  eaten?.said?.hasVoice ? [hearButton(t, eaten.said.review)] : []

const isPhotoAlone = ({ status, asPlanned, foods, photos }: EatenMeal): boolean =>
  status === 'eaten' && asPlanned === null && foods.length === 0 && photos > 0

const foodLine = (t: Texts, food: Food): string =>
  t('meals:part', { food: shortened(food.description, 200), sum: sumText(t, sumOf([food])) })

function headOf(t: Texts, { asPlanned, ref, photos }: EatenMeal, what: string): string {
  if (asPlanned) return t('meals:stoodAsPlanned')
  if (asPlanned === false) return what === '' ? t('meals:stoodElse') : t('meals:stoodElseWas', { what })
  if (what !== '')
    return ref !== null && photos > 0 ? t('meals:stoodShownWas', { what }) : t('meals:stoodOutside', { what })
  return ref !== null && photos > 0 ? t('meals:stoodShown') : t('meals:stoodUnsaid')
}

function slotButtons(t: Texts, slot: Slot, chosen: readonly number[]): Button[] {
  const on = new Set(plateOf([slot], chosen).map(({ id }) => id))
  if (slot.options.length < 2 && !slot.isOptional) return []
  return slot.options.map((part) => {
    const food = shortened(partName(part), 40)
    const isOn = on.has(part.id)
    const optional = isOn ? t('meals:on', { food }) : t('meals:off', { food })
    const choice = isOn ? t('meals:chosen', { food }) : t('meals:other', { food })
    return { label: slot.isOptional ? optional : choice, action: pick('meal', `c${part.id}`) }
  })
}

const isOpenTo = (eaten: EatenMeal | undefined): boolean =>
  !eaten || eaten.status === 'skipped' || (eaten.id !== null && eaten.asPlanned === null)

/**
 * What was said goes first, then the photos: a second tap on the same button takes nothing more away. Photos that the
 * trainer looked at stay.
 */
function undoButtons(t: Texts, at: 'meal' | 'logged', eaten: EatenMeal): Button[] {
  if (eaten.id === null || (isPhotoAlone(eaten) && (eaten.said?.verdict ?? null) !== null)) return []
  const action = isPhotoAlone(eaten)
    ? pick(at, `u${eaten.id}`)
    : ({ name: 'undoMeal', id: eaten.id } as const)
  return [{ label: t('meals:undo'), action }]
}

/** At most so many meals whose time is over are offered. */
const mostMissed = 2

/** What else there is to log that day. */
function besideRows(
  t: Texts,
  date: string,
  next: DayMeal | undefined,
  missed: readonly DayMeal[],
): Button[][] {
  const button = (meal: DayMeal, key: 'nextMeal' | 'openMeal'): Button => ({
    label: t(`meals:${key}`, { name: shortened(mealName(t, meal), 30) }),
    action: openAction(date, meal),
  })
  return [
    ...(next ? [[button(next, 'nextMeal')]] : []),
    ...missed.slice(0, mostMissed).map((meal) => [button(meal, 'openMeal')]),
  ]
}

function mealButtons(t: Texts, meal: DayMeal, { date, chosen, next, missed }: MealCardData): Button[][] {
  const { eaten, slots, recipe } = meal
  const asPlanned: Button = { label: t('meals:asPlanned'), action: pick('meal', 'eat'), style: 'success' }
  const isOpen = isOpenTo(eaten)
  return [
    ...(isOpen ? slots.flatMap((slot) => rows(slotButtons(t, slot, chosen), 2)) : []),
    ...(isOpen ? [[asPlanned]] : []),
    [
      { label: t('meals:somethingElse'), action: pick('meal', 'else') },
      ...(eaten ? [] : [{ label: t('meals:skipButton'), action: pick('meal', 'skip') }]),
      ...(eaten ? undoButtons(t, 'meal', eaten) : []),
    ],
    [
      { label: t('meals:photo'), action: pick('meal', 'photo') },
      ...(recipe ? [{ label: t('meals:recipe'), action: pick('meal', 'recipe') }] : []),
    ],
    hearRow(t, eaten),
    ...(eaten ? besideRows(t, date, next, missed) : []),
    [{ label: t('meals:toDay'), action: pick('meal', 'back') }],
  ]
}

/** A planned meal: what is on the plate, or what became of it. */
export function mealCard(t: Texts, meal: DayMeal, data: MealCardData): View {
  const { eaten } = meal
  const isOpen = isOpenTo(eaten)
  const blocks = [
    [
      titleOf(t, meal, data),
      ...(meal.note === null ? [] : [t('meals:note', { note: shortened(meal.note, 500) })]),
    ],
    ...(eaten ? [stoodLines(t, eaten)] : []),
    ...(isOpen ? [plateLines(t, meal, data.chosen, !eaten || isPhotoAlone(eaten))] : []),
    ...(eaten ? [] : [[t('meals:typeElse')]]),
  ]
  const html = blocks.flatMap((lines) => (lines.length === 0 ? [] : [lines.join('\n')])).join('\n\n')
  return { html, buttons: mealButtons(t, meal, data) }
}

/** Something eaten outside the plan, or under one that is gone. */
export function outsideCard(
  t: Texts,
  eaten: EatenMeal,
  { date, today, timeZone }: Pick<MealCardData, 'date' | 'today' | 'timeZone'>,
): View {
  const when = date === today ? formatTime(eaten.at, timeZone, t.language) : dayText(t, date)
  return {
    html: [t('meals:mealAt', { name: mealName(t, eaten), when }), stoodLines(t, eaten).join('\n')].join(
      '\n\n',
    ),
    buttons: [
      hearRow(t, eaten),
      [{ label: t('meals:photo'), action: pick('logged', 'photo') }, ...undoButtons(t, 'logged', eaten)],
      [{ label: t('meals:toDay'), action: pick('logged', 'back') }],
    ],
  }
}

/** How a meal is made. */
export function recipeCard(t: Texts, recipe: Recipe): View {
  const { name, description, instructions, minutes } = recipe
  const facts = [
    sumText(t, sumOf([recipe])),
    ...(minutes === null ? [] : [t('meals:minutes', { count: minutes })]),
  ]
  return {
    html: [
      [t('meals:recipeTitle', { name }), ...facts].join('\n'),
      ...(description === null ? [] : [isolate(escapeHtml(shortened(description, 1000)))]),
      ...(instructions === null ? [] : [t('meals:howTo', { text: shortened(instructions, 2500) })]),
    ].join('\n\n'),
    buttons: [[{ label: t('back'), action: pick('recipe', 'back') }]],
  }
}
