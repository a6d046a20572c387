import { parseMealPlan } from '../../../src/domain/meals/parseMealPlan.ts'
import type { Macros, MealDays, MealPlanText } from '../../../src/domain/meals/types.ts'

/** A Wednesday. */
export const today = '2026-11-25'

const macros = ({ calories, protein, carbs, fat }: Macros): string =>
  [
    calories !== null && `${calories}`,
    protein !== null && `P${protein}`,
    carbs !== null && `C${carbs}`,
    fat !== null && `F${fat}`,
  ]
    .filter(Boolean)
    .join(' ')

function days(when: MealDays | null): string {
  if (!when) return ''
  if (when.kind === 'days') return when.dates.join(' ')
  const stretch = `${when.isStartNamed ? '' : '~'}${when.start}..${when.end ?? ''}`
  return when.kind === 'range' ? stretch : `[${when.weekdays.join('')}] ${stretch}`
}

/** What was read, in few lines: easier to judge than the objects. */
export function digest({ title, targets, when, note, meals, problems, questions }: MealPlanText): string {
  const lines = meals.flatMap((meal) => [
    `# ${meal.name}${meal.timeOfDay ? ` @${meal.timeOfDay}` : ''}${meal.note === null ? '' : ` "${meal.note}"`}`,
    ...meal.choices.map(
      ({ type, optional, options }) =>
        `${type}${optional ? '?' : ''}: ${options
          .map(
            (option) =>
              `${option.description} {${macros(option)}${option.filledFrom ? ` ← ${option.filledFrom}` : ''}}`,
          )
          .join(' | ')}`,
    ),
  ])
  const head = [title, days(when), macros(targets), note && `"${note}"`].filter(Boolean).join(' · ')
  return [
    ...(head === '' ? [] : [head]),
    ...lines,
    ...problems.map(({ kind, line, column, length, found }) =>
      `! ${kind} ${line}:${column}+${length} ${found}`.trim(),
    ),
    ...questions
      .filter(({ kind }) => kind !== 'state-assumed')
      .map(({ kind, line, column, found }) => `? ${kind} ${line}:${column} ${found}`),
  ].join('\n')
}

/** The digest of a text. */
export const readAs = (text: string): string => digest(parseMealPlan(text, { today }))
