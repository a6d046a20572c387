import type { BracketMeaning } from '../../domain/meals/options.ts'
import type { Gone, MealChange } from '../../domain/meals/compareMeals.ts'
import type { MealSpan } from '../../domain/meals/span.ts'
import { isAnyKnown } from '../../domain/meals/macroText.ts'
import type { MealPlan, MealProblem, MealQuestion } from '../../domain/meals/types.ts'
import { type Texts, escapeHtml } from '../../texts/texts.ts'
import { fitsCard } from '../plans/editing.ts'
import { type Line, paged } from '../plans/paged.ts'
import { dateText } from '../plans/words.ts'
import type { Button, View } from '../view.ts'
import { daysText } from './days.ts'
import { macrosText, sumText } from './macros.ts'
import { mealLines, short } from './meals.ts'
import { bracketButtons, titleOf } from './preview.ts'
import { type MealReader, dayHindrance, languageLines, mealProblemText, remarkLines } from './remarks.ts'
import { sumMeals } from '../../domain/meals/sums.ts'

export interface MealEditData {
  client: MealReader
  /** The client's local day. */
  today: string
  title: string
  plan: Pick<MealPlan, 'title' | 'note' | 'meals' | 'targets'>
  span: MealSpan
  /** The first day that may change. */
  from: string
  /** The first day that does. */
  firstDay: string
  /** There are days before that one. */
  hasBegun: boolean
  dates: readonly string[]
  others: readonly string[]
  isMoved: boolean
  changes: readonly MealChange[]
  problems: readonly MealProblem[]
  questions: readonly MealQuestion[]
  brackets: BracketMeaning | null
  page: number
  mark: string
}

const pick = (value: string) => ({ name: 'pick', at: 'assign.meals', value }) as const

/** What is there no more, below the meal that had it. */
function goneLines(t: Texts, { foods, note }: Gone): Line[] {
  return [
    ...foods.map((food) => ({ html: t('mealPlans:changeGone', { what: short(food) }) })),
    ...(note === null ? [] : [{ html: t('mealPlans:changeGoneNote', { note: short(note) }) }]),
  ]
}

function changeLines(t: Texts, change: MealChange): Line[] {
  const { kind } = change
  if (kind === 'title')
    return [{ html: t('mealPlans:changeTitle', { after: titleOf(t, change.after ?? '') }) }]
  if (kind === 'note')
    return [
      {
        html:
          change.after === null
            ? t('mealPlans:changeNoNote')
            : t('mealPlans:changeNote', { after: change.after }),
      },
    ]
  if (kind === 'targets') {
    const { before, after } = change
    const now = isAnyKnown(after)
      ? t('mealPlans:changeTargets', { after: macrosText(t, after) })
      : t('mealPlans:changeNoTargets')
    return [
      {
        html: isAnyKnown(before) ? t('mealPlans:changeWas', { now, before: macrosText(t, before) }) : now,
      },
    ]
  }
  if (kind === 'removed')
    return [{ html: t('mealPlans:changeRemoved', { name: change.name }) }, ...goneLines(t, change.gone)]
  if (kind === 'reordered') return [{ html: t('mealPlans:changeReordered') }]
  const [first, ...more] = 'meal' in change ? mealLines(t, change.meal) : []
  const meal = first?.html ?? ''
  const html =
    kind === 'added' ? t('mealPlans:changeAdded', { meal }) : t('mealPlans:changeChanged', { meal })
  return [{ html }, ...more, ...(kind === 'changed' ? goneLines(t, change.gone) : [])]
}

/** What stands in the way of changed meals. */
export function editHindrance(
  t: Texts,
  { plan, dates, problems }: Pick<MealEditData, 'plan' | 'dates' | 'problems'>,
): string | undefined {
  const unread = dayHindrance(t, problems)
  if (unread !== undefined) return unread
  if (plan.meals.length === 0) return t('mealPlans:noMeals')
  return dates.length === 0 ? t('mealPlans:noDaysLeft') : undefined
}

function mainButton(t: Texts, data: MealEditData): Button[] {
  const { problems, changes, isMoved, mark } = data
  if (editHindrance(t, data) !== undefined || (changes.length === 0 && !isMoved)) return []
  return problems.length > 0
    ? [{ label: t('mealPlans:saveAnyway', { count: problems.length }), action: pick(`anyway.${mark}`) }]
    : [{ label: t('mealPlans:save'), action: pick(`assign.${mark}`), style: 'success' }]
}

/** What an edited text changes of meals, then what was not understood of it. */
export function mealEditPreview(t: Texts, data: MealEditData): View {
  const {
    client,
    today,
    title,
    plan,
    span,
    from,
    dates,
    others,
    isMoved,
    changes,
    problems,
    page,
    firstDay,
    hasBegun,
  } = data
  const days = { ...span, start: span.start < from ? from : span.start, dates }
  const first = { from: dateText(t, firstDay, today) }
  const nothing = changes.length === 0 && !isMoved ? [{ html: t('mealPlans:nothingElse') }] : []
  const shown = paged(t, {
    at: 'assign.meals',
    head: [
      t('mealPlans:changesTitle', { name: titleOf(t, title), client: client.name }),
      ...[editHindrance(t, data)].filter((line) => line !== undefined),
    ],
    lines: [
      ...nothing,
      ...(isMoved && dates.length > 0 ? [{ html: daysText(t, days, today) }] : []),
      ...changes.flatMap((change) => changeLines(t, change)),
      { html: '' },
      { html: t('mealPlans:day', { sum: sumText(t, sumMeals(plan.meals), plan.targets) }) },
      { html: hasBegun ? t('mealPlans:changesFrom', first) : t('mealPlans:changesFromStart', first) },
      ...(others.length > 0 ? [{ html: t('mealPlans:othersKeep', { count: others.length }) }] : []),
      ...[...remarkLines(t, data), ...languageLines(t, [client], plan)].map((html) => ({ html })),
    ],
    problems: problems.map((problem) => mealProblemText(t, problem)),
    page,
  })
  const cancel: Button = { label: t('cancel'), action: { name: 'cancel' } }
  return {
    html: shown.html,
    buttons: [mainButton(t, data), shown.turning, bracketButtons(t, data), [cancel]],
  }
}

/** Problems that are listed above a question. */
const mostListed = 10

/** Asks for the changed text of meals; with what was wrong where nothing could be read. */
export function askMealEdit(
  t: Texts,
  data: { client: string; title: string; text: string; problems: readonly MealProblem[] },
): View {
  const { client, title, text, problems } = data
  const name = titleOf(t, title)
  const unread =
    problems.length === 0
      ? []
      : [
          t('mealPlans:nothingUnderstood'),
          ...problems.slice(0, mostListed).map((problem) => mealProblemText(t, problem)),
          '',
        ]
  const html = fitsCard(text)
    ? `${t('mealPlans:editTitle', { name, client })}\n<pre>${escapeHtml(text)}</pre>`
    : t('mealPlans:editFile', { name, client })
  return {
    html: [...unread, html].join('\n'),
    buttons: [
      [
        { label: t('back'), action: { name: 'pick', at: 'assign.mealText', value: 'back' } },
        { label: t('cancel'), action: { name: 'cancel' } },
      ],
    ],
  }
}
