import type { BracketMeaning } from '../../domain/meals/options.ts'
import type { MealSpan } from '../../domain/meals/span.ts'
import type { MealPlan, MealProblem, MealQuestion } from '../../domain/meals/types.ts'
import type { Texts } from '../../texts/texts.ts'
import { paged } from '../plans/paged.ts'
import { type Button, type View, rows } from '../view.ts'
import { daysText } from './days.ts'
import { headLines, planLines } from './meals.ts'
import { namesText } from './names.ts'
import { type MealReader, dayHindrance, languageLines, mealProblemText, remarkLines } from './remarks.ts'

/** Somebody who gets the meals, on days of their own. */
export interface Eater extends MealReader {
  span: MealSpan
  /** Their local day. */
  today: string
}

/** Weekly plans of other programs that a client has on those days. */
export interface WeeklyBelow {
  client: string
  titles: readonly string[]
}

export interface MealPreviewData {
  /** The first is the one the text was sent for. */
  clients: readonly [Eater, ...Eater[]]
  plan: Pick<MealPlan, 'title' | 'targets' | 'note' | 'meals'>
  problems: readonly MealProblem[]
  questions: readonly MealQuestion[]
  brackets: BracketMeaning | null
  weekly: readonly WeeklyBelow[]
  /** There are others who could get it too. */
  hasOthers: boolean
  page: number
  /** Of all that is shown: the button that accepts it carries it. */
  mark: string
}

const pick = (value: string) => ({ name: 'pick', at: 'assign.meals', value }) as const

/** What the meals are called. */
export const titleOf = (t: Texts, title: string): string => title || t('mealPlans:unnamed')

/** What stands in the way of meals. */
export function mealHindrance(
  t: Texts,
  { clients, plan, problems }: Pick<MealPreviewData, 'clients' | 'plan' | 'problems'>,
): string | undefined {
  const unread = dayHindrance(t, problems)
  if (unread !== undefined) return unread
  if (clients.some(({ span }) => span.dates.length === 0)) return t('mealPlans:noDays')
  return plan.meals.length === 0 ? t('mealPlans:noMeals') : undefined
}

/** As many clients with days of their own as are listed. */
const mostListed = 5

function dayLines(t: Texts, { clients: [first, ...others], problems }: MealPreviewData): string[] {
  if (dayHindrance(t, problems) !== undefined) return []
  const { cut, isNamed, dates } = first.span
  const differing = others.filter(({ span }) => span.dates.length > 0 && span.dates.join() !== dates.join())
  return [
    ...(dates.length === 0 ? [] : [daysText(t, first.span, first.today)]),
    ...differing
      .slice(0, mostListed)
      .map(({ name, span, today }) =>
        t('mealPlans:ofClient', { client: name, days: daysText(t, span, today) }),
      ),
    ...(differing.length > mostListed ? ['…'] : []),
    ...(isNamed ? [] : [t('mealPlans:notNamed')]),
    ...(cut === 'open' ? [t('mealPlans:cutOpen')] : cut === 'long' ? [t('mealPlans:cutLong')] : []),
  ]
}

/** What the meals take precedence over. */
function weeklyLines(t: Texts, { weekly }: MealPreviewData): string[] {
  return weekly
    .slice(0, mostListed)
    .map(({ client, titles }) => t('mealPlans:overWeekly', { client, titles: namesText(t, titles) }))
}

function mainButton(t: Texts, data: MealPreviewData): Button[] {
  const { problems, mark } = data
  if (mealHindrance(t, data) !== undefined) return []
  return problems.length > 0
    ? [{ label: t('mealPlans:assignAnyway', { count: problems.length }), action: pick(`anyway.${mark}`) }]
    : [{ label: t('mealPlans:assign'), action: pick(`assign.${mark}`), style: 'success' }]
}

/** The days that may be chosen where the text names none. */
function dayButtons(t: Texts, { clients: [{ span }], problems }: MealPreviewData): Button[] {
  if (span.isNamed || dayHindrance(t, problems) !== undefined) return []
  return [
    { label: t('mealPlans:chooseToday'), action: pick('today') },
    { label: t('mealPlans:chooseTomorrow'), action: pick('tomorrow') },
    { label: t('mealPlans:chooseWeeks'), action: pick('weeks') },
  ]
}

/** What bare numbers in brackets are, where it is not clear. */
export function bracketButtons(
  t: Texts,
  { questions, brackets }: Pick<MealPreviewData, 'questions' | 'brackets'>,
): Button[] {
  if (brackets === 'grams') return [{ label: t('mealPlans:toKcal'), action: pick('kcal') }]
  const isOpen = brackets === 'kcal' || questions.some(({ kind }) => kind === 'bracket-number')
  return isOpen ? [{ label: t('mealPlans:toGrams'), action: pick('grams') }] : []
}

/** What was understood of meals: for whom and when, each meal, the sums, then what was not understood. */
export function mealPreview(t: Texts, data: MealPreviewData): View {
  const { clients, plan, problems, page } = data
  const names = clients.map(({ name }) => name)
  const shown = paged(t, {
    at: 'assign.meals',
    head: [
      t('mealPlans:title', { name: titleOf(t, plan.title), clients: namesText(t, names) }),
      ...dayLines(t, data),
      ...weeklyLines(t, data),
      ...[mealHindrance(t, data)].filter((line) => line !== undefined),
      ...headLines(t, plan),
    ],
    lines: [
      ...planLines(t, plan),
      ...[...remarkLines(t, data), ...languageLines(t, clients, plan)].map((html) => ({ html })),
    ],
    problems: problems.map((problem) => mealProblemText(t, problem)),
    page,
  })
  const foot: Button[] = [
    ...(data.hasOthers ? [{ label: t('mealPlans:also'), action: pick('also') }] : []),
    { label: t('cancel'), action: { name: 'cancel' } },
  ]
  return {
    html: shown.html,
    buttons: [
      mainButton(t, data),
      shown.turning,
      ...rows(dayButtons(t, data), 3),
      bracketButtons(t, data),
      foot,
    ],
  }
}

/** Training or meals, where a text can be read either way. */
export function askKind(t: Texts): View {
  const to = (value: string) => ({ name: 'pick', at: 'assign.kind', value }) as const
  return {
    html: t('mealPlans:askKind'),
    buttons: [
      [
        { label: t('mealPlans:training'), action: to('training') },
        { label: t('mealPlans:meals'), action: to('meals') },
      ],
      [{ label: t('cancel'), action: { name: 'cancel' } }],
    ],
  }
}
