import type { BracketMeaning } from '../../domain/meals/options.ts'
import type { MealPlan, MealProblem, MealQuestion } from '../../domain/meals/types.ts'
import { type Texts, isolate, escapeHtml } from '../../texts/texts.ts'
import { codeHtml, placeText } from '../plans/words.ts'

/** Where meals were not understood, and why. */
export function mealProblemText(t: Texts, problem: MealProblem): string {
  return placeText(t, problem, t(`mealPlans:problem_${problem.kind}`))
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
