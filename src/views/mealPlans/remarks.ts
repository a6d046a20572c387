import type { BracketMeaning } from '../../domain/meals/options.ts'
import type { MealPlan, MealProblem, MealQuestion } from '../../domain/meals/types.ts'
import { writtenIn } from '../../domain/language.ts'
import type { Language } from '../../domain/enums.ts'
import { type Texts, isolate, escapeHtml } from '../../texts/texts.ts'
import { codeHtml, placeText } from '../plans/words.ts'
import { namesText } from './names.ts'

/** Where meals were not understood, and why. */
export function mealProblemText(t: Texts, problem: MealProblem): string {
  const { kind, meant } = problem
  return placeText(
    t,
    problem,
    meant === undefined ? t(`mealPlans:problem_${kind}`) : t('mealPlans:meantDay', { meant }),
  )
}

/** A day that cannot be read must not quietly become another: that it is to be corrected first. */
export function dayHindrance(t: Texts, problems: readonly MealProblem[]): string | undefined {
  return problems.some(({ kind }) => kind === 'date-unreadable') ? t('mealPlans:dayUnread') : undefined
}

type Assumed = Extract<MealQuestion, { kind: 'state-assumed' }>
const states = ['raw', 'dry', 'cooked'] as const

function stateText(t: Texts, { found: food, foodId }: Assumed): string {
  const state = states.find((one) => foodId.endsWith(`:${one}`))
  return state === undefined
    ? isolate(escapeHtml(food))
    : t('mealPlans:asState', { food, state: t(`mealPlans:${state}`) })
}

/** What numbers in brackets are taken for, where there are any that are not clear. */
function bracketText(
  t: Texts,
  questions: readonly MealQuestion[],
  brackets: BracketMeaning | null,
): string[] {
  if (brackets === 'grams') return [t('mealPlans:bracketsGrams')]
  const asked = questions.find(({ kind }) => kind === 'bracket-number')
  return asked ? [t('mealPlans:bracketsKcal', { found: codeHtml(asked.found) })] : []
}

/** Somebody who reads the meals. */
export interface MealReader {
  name: string
  /** Null while they have not said. */
  language: Language | null
}

/** Everything that a client reads as it was typed. */
const typedText = ({ title, note, meals }: Pick<MealPlan, 'title' | 'note' | 'meals'>): string =>
  [
    title,
    note ?? '',
    ...meals.flatMap(({ name, note: said, choices }) => [
      name,
      said ?? '',
      ...choices.flatMap(({ options }) => options.map(({ description }) => description)),
    ]),
  ].join('\n')

/** Who reads another language than the meals are written in. */
export function languageLines(
  t: Texts,
  readers: readonly MealReader[],
  plan: Pick<MealPlan, 'title' | 'note' | 'meals'>,
): string[] {
  const written = writtenIn(typedText(plan))
  const others = readers.filter(({ language }) => language !== null && language !== written)
  if (written === null || others.length === 0) return []
  const values = {
    clients: namesText(
      t,
      others.map(({ name }) => name),
    ),
    count: others.length,
  }
  return [written === 'en' ? t('mealPlans:readsHebrew', values) : t('mealPlans:readsEnglish', values)]
}

/** What was taken and is better looked at. */
export function remarkLines(
  t: Texts,
  data: {
    plan: Pick<MealPlan, 'meals'>
    questions: readonly MealQuestion[]
    brackets: BracketMeaning | null
  },
): string[] {
  const { plan, questions, brackets } = data
  const options = plan.meals.flatMap(({ choices }) => choices.flatMap((choice) => choice.options))
  const assumed = questions.filter((one) => one.kind === 'state-assumed')
  return [
    ...questions.flatMap((one) =>
      one.kind === 'macros-disagree'
        ? [t('mealPlans:disagree', { line: one.line, calories: one.calories, counted: one.counted })]
        : [],
    ),
    ...bracketText(t, questions, brackets),
    ...(options.some(({ filledFrom }) => filledFrom !== null) ? [t('mealPlans:filled')] : []),
    ...(assumed.length === 0
      ? []
      : [t('mealPlans:stateAssumed', { foods: assumed.map((one) => stateText(t, one)).join(', ') })]),
  ]
}
