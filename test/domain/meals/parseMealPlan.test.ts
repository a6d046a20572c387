import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mealTextLimit, most } from '../../../src/domain/meals/limits.ts'
import { parseMealPlan, readsAsMealPlan } from '../../../src/domain/meals/parseMealPlan.ts'
import { readAs, today } from './digest.ts'
import { typedHeadings, typedLines, typedTexts } from './typedMeals.ts'

const read = (text: string) => parseMealPlan(text, { today })

describe('lines', () => {
  test.each(typedLines)('%s', (typed, expected) => {
    expect(readAs(`Breakfast\n${typed}`).replace('# Breakfast\n', '')).toBe(expected)
  })
})

describe('headings', () => {
  test.each(typedHeadings)('%s', (typed, expected) => {
    const said = readAs(`${typed}\nBreakfast\nother: x`)
    expect(said.replace('\n# Breakfast\nother: x {}', '').replace('# Breakfast\nother: x {}\n', '')).toBe(
      expected,
    )
  })
})

describe('texts', () => {
  test.each(typedTexts)('%s', (typed, expected) => {
    expect(readAs(typed)).toBe(expected)
  })
})

describe('an hour without minutes behind a meal', () => {
  const headOf = (typed: string) => readAs(`${typed}\nother: x`).split('\n')[0]

  test.each([
    ['Breakfast 8', '# Breakfast @08:00'],
    ['breakfast at 8:', '# breakfast @08:00'],
    ['Lunch 13', '# Lunch @13:00'],
    ['Lunch 13 "slowly"', '# Lunch @13:00 "slowly"'],
    ['Dinner 7', '# Dinner @19:00'],
    ['Dinner 20', '# Dinner @20:00'],
    ['ארוחת בוקר 8', '# ארוחת בוקר @08:00'],
    ['ארוחת ערב ב-7', '# ארוחת ערב @19:00'],
  ])('%s', (typed, expected) => {
    expect(headOf(typed)).toBe(expected)
  })

  test.each([
    'Breakfast 1',
    'Breakfast 2',
    'Breakfast 4',
    'Meal 5',
    'Meal 6',
    'Snack 8',
    'ארוחה 6',
    'Lunch 24',
  ])('%s is a name', (typed) => {
    expect(headOf(typed)).toBe(`# ${typed}`)
  })

  test('each hour of the day is the one that was typed, and reads as with minutes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Breakfast', 'Lunch', 'ארוחת צהריים'),
        fc.integer({ min: 5, max: 23 }),
        (meal, hour) => {
          expect(headOf(`${meal} ${hour}`)).toBe(headOf(`${meal} ${hour}:00`))
        },
      ),
    )
  })
})

test('misspelled words of the language are understood, and foods are left alone', () => {
  const typed = `Brekfast 8:00
protien: 3 eggs
vegtables?: cucumber
diner
fat: 1 tbsp olive oil
purée: 100 g`
  expect(readAs(typed)).toBe(`# Brekfast @08:00
protein: 3 eggs {215 P19 C1.1 F14 ← egg}
vegetable?: cucumber {}
# diner
fat: 1 tbsp olive oil {119 P0 C0 F14 ← olive-oil}
other: purée: 100 g {}`)
})

test('the plan of the issue, exactly', () => {
  const plan = read(typedTexts[0]?.[0] ?? '')
  const unknown = { protein: null, carbs: null, fat: null }
  expect(plan).toEqual({
    title: 'Cutting',
    targets: { calories: 2100, protein: 160, carbs: 200, fat: 70 },
    when: { kind: 'range', start: '2026-11-30', isStartNamed: true, end: '2026-12-27' },
    note: null,
    meals: [
      {
        name: 'Breakfast',
        timeOfDay: '08:00',
        note: null,
        choices: [
          {
            type: 'protein',
            optional: false,
            options: [
              { description: '3 eggs', calories: 210, protein: 18, carbs: null, fat: 15, filledFrom: null },
            ],
          },
          {
            type: 'carb',
            optional: false,
            options: [
              { description: '60g oats', calories: 230, protein: 8, carbs: 40, fat: 4, filledFrom: null },
              {
                description: '2 slices rye bread',
                calories: 180,
                protein: 6,
                carbs: 34,
                fat: 2,
                filledFrom: null,
              },
            ],
          },
          {
            type: 'fruit',
            optional: true,
            options: [{ description: '1 apple', ...unknown, calories: 80, carbs: 20, filledFrom: null }],
          },
        ],
      },
      {
        name: 'Lunch',
        timeOfDay: '13:00',
        note: 'salad first',
        choices: [
          {
            type: 'protein',
            optional: false,
            options: [
              {
                description: '150g chicken breast',
                calories: 248,
                protein: 47,
                carbs: 0,
                fat: 5.4,
                filledFrom: 'chicken-breast:cooked',
              },
            ],
          },
        ],
      },
    ],
    problems: [],
    questions: [
      {
        line: 7,
        column: 10,
        length: 19,
        found: '150g chicken breast',
        kind: 'state-assumed',
        foodId: 'chicken-breast:cooked',
      },
    ],
  })
})

test('bare numbers in brackets are asked about once, and read as answered', () => {
  const text = 'Breakfast\nrice (210)\npasta (150)\ntuna (100)'
  expect(read(text).questions.map(({ kind, line, column }) => [kind, line, column])).toEqual([
    ['bracket-number', 2, 6],
  ])
  const inGrams = parseMealPlan(text, { today, brackets: 'grams' })
  expect(inGrams.questions.filter(({ kind }) => kind === 'bracket-number')).toEqual([])
  expect(inGrams.meals[0]?.choices.map(({ options }) => options[0]?.description)).toEqual([
    'rice 210g',
    'pasta 150g',
    'tuna 100g',
  ])
  expect(inGrams.meals[0]?.choices[0]?.options[0]?.calories).toBe(273)
})

test('macros that cannot all be right are asked about', () => {
  const { questions, meals } = read('Lunch\nstew 300 kcal P50 C50 F20')
  expect(questions).toMatchObject([
    { kind: 'macros-disagree', calories: 300, counted: 580, line: 2, column: 1 },
  ])
  expect(meals[0]?.choices[0]?.options[0]).toMatchObject({ calories: 300, protein: 50 })
})

test('what a plan is, and what is none', () => {
  expect(readsAsMealPlan('Breakfast\n3 eggs\n60g oats')).toBe(true)
  expect(readsAsMealPlan('ארוחת בוקר\n3 ביצים\n60 גרם שיבולת שועל')).toBe(true)
  expect(readsAsMealPlan('Day A\nSquat 3x8\nBench 3x8')).toBe(false)
  expect(readsAsMealPlan('Hello!\nHow are you?\nSee you tomorrow')).toBe(false)
  expect(readsAsMealPlan('3 eggs')).toBe(false)
})

test('too much is said to be too much, and what fits is kept', () => {
  expect(read('x'.repeat(mealTextLimit + 1)).problems).toMatchObject([{ kind: 'too-long' }])
  expect(read(`Breakfast\n3 eggs\n${'x'.repeat(501)}`).problems).toMatchObject([
    { kind: 'line-too-long', line: 3, column: 1, length: 501 },
  ])
  const meals = read(Array.from({ length: most.meals + 1 }, (_, at) => `Meal ${at + 1}\n3 eggs`).join('\n'))
  expect(meals.meals).toHaveLength(most.meals)
  expect(meals.problems).toMatchObject([{ kind: 'too-much', line: most.meals * 2 + 1 }])
  const choices = read(`Lunch\n${'an apple\n'.repeat(most.choices + 2)}`)
  expect(choices.meals[0]?.choices).toHaveLength(most.choices)
  expect(choices.problems.map(({ kind }) => kind)).toEqual(['too-much', 'too-much'])
  const options = read(`Lunch\nfruit: ${Array.from({ length: most.options + 1 }, () => 'apple').join(' | ')}`)
  expect(options.meals[0]?.choices[0]?.options).toHaveLength(most.options)
  expect(options.problems.map(({ kind }) => kind)).toEqual(['too-much'])
})

const words = fc.constantFrom(
  ...'Breakfast|Lunch 13:00|protein:|fruit?:|3 eggs|60g oats|| |210 kcal|P18|C40 F4|(210)|"note"|or|,|+|[x]|[|]|25:99|Mon|from|1 Dec|until|every day|4 weeks|ארוחת ערב|חלבון:|150 גרם|חזה עוף|קל׳|ח׳18|או|ו|½|?|/|-|#|**|🔥|note:|\t'.split(
    '|',
  ),
  '|',
  '\n',
  '\n',
)
const junk = fc
  .array(fc.oneof({ weight: 4, arbitrary: words }, fc.string({ unit: 'binary', maxLength: 8 })), {
    maxLength: 60,
  })
  .map((parts) => parts.join(' '))

test('whatever is typed: nothing is thrown, and every problem points into the text', () => {
  fc.assert(
    fc.property(junk, (text) => {
      const { problems, questions, meals } = read(text)
      const lines = text.split(/\r\n|[\n\r\u2028\u2029]/)
      for (const { line, column, length } of [...problems, ...questions]) {
        const typed = lines[line - 1]
        expect(typed).toBeDefined()
        expect(column - 1 + length).toBeLessThanOrEqual((typed ?? '').length)
      }
      for (const { choices } of meals) {
        expect(choices.length).toBeGreaterThan(0)
        for (const { options } of choices) {
          expect(options.length).toBeGreaterThan(0)
          for (const { description } of options) expect(description.trim()).not.toBe('')
        }
      }
    }),
    { numRuns: 300 },
  )
})

test.each([
  ['digits', '1'.repeat(499)],
  ['fractions', '1/'.repeat(249)],
  ['brackets', '['.repeat(499)],
  ['round brackets', '('.repeat(499)],
  ['quotes', '"a '.repeat(166)],
  ['bars', '|a'.repeat(249)],
  ['kcal', '210 kcal '.repeat(55)],
  ['letters', 'P'.repeat(499)],
  ['spaces', `a${' '.repeat(490)}b`],
  ['dashes', '- '.repeat(249)],
  ['weekdays', 'Mon, '.repeat(99)],
  ['dates', '1 Dec - '.repeat(62)],
  ['words', 'abcdefgh '.repeat(55)],
  ['commas', 'an egg, '.repeat(62)],
  ['Hebrew', 'ו2 ביצים '.repeat(55)],
])('a text full of %s is read in time', (_, line) => {
  const text = `${line}\nBreakfast\n${`${line}\n`.repeat(Math.floor(60_000 / (line.length + 1)))}`
  const begun = performance.now()
  read(text)
  expect(performance.now() - begun).toBeLessThan(4000)
})
