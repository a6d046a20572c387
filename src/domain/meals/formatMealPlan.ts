import type { Language } from '../enums.ts'
import { addDays } from '../localTime.ts'
import { fill } from './fill.ts'
import { isAnyKnown } from './macroText.ts'
import { parseMealPlan } from './parseMealPlan.ts'
import {
  type Macros,
  macroNames,
  type MealChoice,
  type MealDays,
  type MealOption,
  type MealPlan,
  type MealText,
  type Stretch,
  unknownMacros,
} from './types.ts'
import { typeWords } from './words.ts'

/** The words of the language of plans that are written out; all of them are read in either language. */
const words = {
  en: {
    weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    everyDay: 'every day',
    on: 'on',
    from: 'from',
    until: 'until',
    weeks: (count: number) => `for ${count} weeks`,
    meal: 'Meal:',
    note: 'note:',
    kcal: ' kcal',
    protein: 'P',
    carbs: 'C',
    fat: 'F',
  },
  he: {
    weekdays: ['יום שני', 'יום שלישי', 'יום רביעי', 'יום חמישי', 'יום שישי', 'יום שבת', 'יום ראשון'],
    everyDay: 'כל יום',
    on: 'בתאריך',
    from: 'מתאריך',
    until: 'עד',
    weeks: (count: number) => `למשך ${count} שבועות`,
    meal: 'ארוחה:',
    note: 'הערה:',
    kcal: ' קל׳',
    protein: 'ח׳',
    carbs: 'פ׳',
    fat: 'ש׳',
  },
} as const satisfies Record<Language, unknown>
type Words = (typeof words)[Language]

const bracketed = (text: string): string => `[${text.replaceAll('[', '(').replaceAll(']', ')')}]`

/** Known macros as they are typed: `210 kcal P18 C5 F15`; the calories of three macros alone are left unknown. */
export function formatMacros(macros: Macros, language: Language): string {
  const say = words[language]
  const { calories, protein, carbs, fat } = macros
  const isWhole = protein !== null && carbs !== null && fat !== null
  return [
    calories !== null ? `${calories}${say.kcal}` : isWhole ? `?${say.kcal}` : null,
    protein !== null && `${say.protein}${protein}`,
    carbs !== null && `${say.carbs}${carbs}`,
    fat !== null && `${say.fat}${fat}`,
  ]
    .filter((part) => typeof part === 'string')
    .join(' ')
}

const sameMacros = (one: Macros, other: Macros): boolean =>
  macroNames.every((name) => one[name] === other[name])

/** Macros that reading the description would not give by itself. */
function macrosToSay(option: MealOption, language: Language): string {
  const filled = fill(option.description)
  if (
    option.filledFrom !== null &&
    option.filledFrom === filled.filledFrom &&
    sameMacros(option, filled.macros)
  )
    return ''
  if (isAnyKnown(option)) return ` ${formatMacros(option, language)}`
  return filled.filledFrom === null ? '' : ` ?${words[language].kcal}`
}

const plainChoice = ({ type, optional, options }: MealChoice): string =>
  JSON.stringify([
    type,
    optional,
    options.map(({ description, ...macros }) => [description, macroNames.map((name) => macros[name])]),
  ])

function readChoiceLine(line: string): string | undefined {
  const { meals, problems } = parseMealPlan(`Breakfast\n${line}\nother: x`, { today: someDay })
  const [meal, ...more] = meals
  const whole =
    more.length === 0 && problems.length === 0 && meal?.name === 'Breakfast' && meal.choices.length === 2
  const [read] = meal?.choices ?? []
  return whole && meal.note === null && read ? plainChoice(read) : undefined
}

const someDay = '2026-01-01'

/** A choice in a line of its own; descriptions that would be read as something else stand in brackets. */
function choiceLine(choice: MealChoice, language: Language): string {
  const { type, optional, options } = choice
  const write = (name: (option: MealOption) => string) =>
    `${typeWords[type][language]}${optional ? '?' : ''}: ${options
      .map((option) => `${name(option)}${macrosToSay(option, language)}`)
      .join(' | ')}`
  const plain = write(({ description }) => description)
  return readChoiceLine(plain) === plainChoice(choice)
    ? plain
    : write(({ description }) => bracketed(description))
}

const isQuotable = (note: string): boolean =>
  !/["“”„״«»\n[\]]/u.test(note) && note.trim() === note && note !== ''

function noteLines(note: string, { note: mark }: Words): string[] {
  return note.split('\n').map((line) => `${mark} ${bracketed(line)}`)
}

function headLine(meal: MealText, say: Words): string {
  const { name, timeOfDay, note } = meal
  const quote = note !== null && isQuotable(note) ? ` "${note}"` : ''
  const time = timeOfDay === null ? '' : ` ${timeOfDay}`
  const ways = [...(name === timeOfDay ? [name] : []), `${name}${time}`].map((way) => `${way}${quote}`)
  const plain = ways.find((way) => {
    const { meals, problems } = parseMealPlan(`Breakfast\nother: x\n\n${way}\nother: x`, { today: someDay })
    const read = meals[1]
    const sameNote = read?.note === (quote ? note : null)
    return (
      problems.length === 0 &&
      read?.name === name &&
      read.timeOfDay === timeOfDay &&
      sameNote &&
      isFirstToo(way, meal)
    )
  })
  return plain ?? `${say.meal} ${bracketed(name)}${time}${quote}`
}

/** Whether a heading opens a meal where nothing stands above it, too. */
function isFirstToo(way: string, { name }: MealText): boolean {
  const { meals, title } = parseMealPlan(`${way}\nother: x`, { today: someDay })
  return title === '' && meals[0]?.name === name
}

function mealBlock(meal: MealText, language: Language): string {
  const say = words[language]
  const more = meal.note !== null && !isQuotable(meal.note) ? noteLines(meal.note, say) : []
  return [headLine(meal, say), ...more, ...meal.choices.map((choice) => choiceLine(choice, language))].join(
    '\n',
  )
}

function stretch({ start, isStartNamed, end }: Stretch, say: Words): string {
  if (isStartNamed) return `${say.from} ${start}${end === null ? '' : ` ${say.until} ${end}`}`
  if (end === null) return ''
  for (let weeks = 2; weeks <= 104; weeks++)
    if (addDays(start, weeks * 7 - 1) === end) return say.weeks(weeks)
  return `${say.until} ${end}`
}

function daysText(when: MealDays, say: Words): string {
  if (when.kind === 'days') return `${say.on} ${when.dates.join(', ')}`
  const days = when.kind === 'range' ? say.everyDay : when.weekdays.map((day) => say.weekdays[day]).join(', ')
  return `${days} ${stretch(when, say)}`.trim()
}

/** A title in brackets where anything else would be read out of it. */
function titleText(title: string): string {
  if (title === '') return ''
  const read = parseMealPlan(`${title}\n\nBreakfast\nother: x`, { today: someDay })
  const isPlain =
    read.title === title &&
    read.when === null &&
    read.note === null &&
    sameMacros(read.targets, unknownMacros)
  return isPlain && read.problems.length === 0 && read.meals.length === 1 ? title : bracketed(title)
}

function headingLines({ title, when, targets, note }: MealPlan, language: Language): string {
  const say = words[language]
  const parts = [titleText(title), when ? daysText(when, say) : '', formatMacros(targets, language)]
  return [parts.filter((part) => part !== '').join(', '), ...(note === null ? [] : noteLines(note, say))]
    .filter((line) => line !== '')
    .join('\n')
}

/**
 * A plan as text that `parseMealPlan` reads back as the same plan, with the same `today`. Macros that were filled in
 * are left out where they would be filled in again; unknown ones that would be are written as `? kcal`.
 */
export function formatMealPlan(plan: MealPlan, language: Language = 'en'): string {
  const blocks = [headingLines(plan, language), ...plan.meals.map((meal) => mealBlock(meal, language))]
  return blocks.filter((block) => block !== '').join('\n\n')
}
