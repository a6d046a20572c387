import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { eatenTextLimit, readEaten } from '../../../src/domain/meals/eaten.ts'

const total = (text: string): string => {
  const { description, foods, total: all, isTotalTyped, problems, questions } = readEaten(text)
  const { calories, protein, carbs, fat } = all
  const macros = `${calories ?? '?'} P${protein ?? '?'} C${carbs ?? '?'} F${fat ?? '?'}`
  const notes = [...problems, ...questions].map(({ kind }) => ` !${kind}`).join('')
  return `${description} · ${macros}${isTotalTyped ? ' typed' : ''} · ${foods.map(({ filledFrom }) => filledFrom ?? '–').join(', ')}${notes.replaceAll(' !state-assumed', '')}`
}

test.each([
  ['2 eggs and toast 350 kcal', '2 eggs and toast · 350 P? C? F? typed · egg, –'],
  ['2 eggs and 1 toast', '2 eggs and 1 toast · 221 P15.4 C15.7 F10.6 · egg, toast'],
  ['שווארמה בפיתה 700', 'שווארמה בפיתה · 700 P? C? F? typed · –'],
  ['pizza', 'pizza · ? P? C? F? · –'],
  ['2 slices of pizza', '2 slices of pizza · 569 P24 C71 F21 · pizza'],
  [
    '200g rice, 150g chicken breast',
    '200g rice, 150g chicken breast · 508 P52.4 C56 F6 · rice:cooked, chicken-breast:cooked',
  ],
  ['200g rice, some stew', '200g rice, some stew · ? P? C? F? · rice:cooked, –'],
  ['chicken 150', 'chicken 150 · ? P? C? F? · – !number-unclear'],
  ['burger and fries (950)', 'burger and fries · 950 P? C? F? typed · –'],
  ['big mac 540 kcal P25 C45 F28', 'big mac · 540 P25 C45 F28 typed · –'],
  ['stew P25 C45 F28', 'stew · 532 P25 C45 F28 typed · –'],
  ['eggs 3', 'eggs 3 · 215 P19 C1.1 F14 · egg'],
  ['[my own] stew 700', '[my own] stew · 700 P? C? F? typed · –'],
  ['600 kcal', ' · 600 P? C? F? typed · '],
  ['2 ביצים וטוסט 350 קל', '2 ביצים וטוסט · 350 P? C? F? typed · egg, toast'],
  ['קפה ועוגה 300 קלוריות', 'קפה ועוגה · 300 P? C? F? typed · –, –'],
  [
    '200 גרם אורז ו-150 גרם חזה עוף',
    '200 גרם אורז ו-150 גרם חזה עוף · 508 P52.4 C56 F6 · rice:cooked, chicken-breast:cooked',
  ],
  ['סלט יווני עם פטה', 'סלט יווני עם פטה · ? P? C? F? · –'],
  [
    '3 eggs\n2 slices rye bread\ncoffee with milk 40 kcal',
    '3 eggs, 2 slices rye bread, coffee with milk · 421 P? C? F? · egg, bread-rye, –',
  ],
  ['', ' · ? P? C? F? · '],
  ['stew 9999 kcal', 'stew · ? P? C? F? · – !out-of-range'],
])('%s', (text, expected) => {
  expect(total(text)).toBe(expected)
})

const foods = (text: string): string[] =>
  readEaten(text).foods.map(({ description, calories }) => `${description} ${calories ?? '?'}`)

test.each([
  [
    '2 bananas; handful of nuts, 0.5l milk 3% 300 kcal',
    ['2 bananas 210', 'handful of nuts 166', '0.5l milk 3% 300'],
  ],
  ['2 bananas, 3 eggs, 1 apple 80 kcal', ['2 bananas 210', '3 eggs 215', '1 apple 80']],
  ['1 cucumber, 200g rice 260 kcal', ['1 cucumber 15', '200g rice 260']],
  ['0,5 l milk; 1,5 dl cream', ['0,5 l milk 315', '1,5 dl cream 513']],
  ['pizza 600 kcal P30, C40', ['pizza 600']],
  ['pizza 600 kcal; P30; C40', ['pizza 600']],
  ['pizza 600 kcal, coke 140 kcal', ['pizza 600', 'coke 140']],
  ['soup, bread and an ice cream', ['soup ?', 'bread ?', 'an ice cream ?']],
  ['soup + some stew', ['soup ?', 'some stew ?']],
  ['stew+2 bananas', ['stew ?', '2 bananas 210']],
  ['mac and cheese', ['mac and cheese ?']],
  ['steak, medium', ['steak, medium ?']],
  ['steak, cooked rice', ['steak ?', 'cooked rice ?']],
  ['pizza, with cheese and olives', ['pizza, with cheese and olives ?']],
  ['salad (lettuce; tomato), bread', ['salad (lettuce; tomato) ?', 'bread ?']],
  ['שווארמה, קולה', ['שווארמה ?', 'קולה ?']],
  ['שתי בננות; חופן אגוזים', ['שתי בננות 210', 'חופן אגוזים 166']],
])('%s: a food each', (text, expected) => {
  expect(foods(text)).toEqual(expected)
})

test.each([
  ['3 eggs 70 kcal each', ['3 eggs 210']],
  ['3 x 70 kcal eggs', ['3 x eggs 210']],
  ['3x70 kcal eggs', ['3x eggs 210']],
  ['egg 70 kcal x3', ['egg x3 210']],
  ['3 eggs à 70 kcal', ['3 eggs 210']],
  ['3 eggs @70 kcal', ['3 eggs 210']],
  ['3 eggs x 70 kcal', ['3 eggs 210']],
  ['3 eggs (70 kcal each)', ['3 eggs 210']],
  ['3 eggs each 70 kcal', ['3 eggs 210']],
  ['3 ביצים 70 קל כל אחת', ['3 ביצים 210']],
  ['3 תפוחים 80 קלוריות לכל אחד', ['3 תפוחים 240']],
  ['pizza 300 kcal x 2, coke 140 kcal', ['pizza x 2 600', 'coke 140']],
  ['3 eggs, 2 toasts 80 kcal each', ['3 eggs 215', '2 toasts 160']],
  ['3 eggs 70 kcal each and 2 toasts 80 kcal each', ['3 eggs 210', '2 toasts 160']],
  ['2 slices of bread 80 kcal each', ['2 slices of bread 160']],
  // How many there are is unknown, and so is the energy.
  ['eggs 70 kcal each', ['eggs ?']],
  ['2-3 eggs 70 kcal each', ['2-3 eggs ?']],
  ['200g rice 130 kcal each', ['200g rice ?']],
  // What is weighed, or was counted before all of its energy, is no number of pieces.
  ['tortilla 70 kcal x 100g', ['tortilla x 100g 70']],
  ['egg x3 210 kcal', ['egg x3 210']],
  ['3 x eggs 210 kcal', ['3 x eggs 210']],
  ['2 steaks 200g each 300 kcal', ['2 steaks 200g each 300']],
])('%s: energy of a piece counts for each', (text, expected) => {
  expect(foods(text)).toEqual(expected)
})

test('however it is said that macros are of a piece, they count as often as there are pieces', () => {
  const way = fc.constantFrom<(n: number, macros: string) => string>(
    (n, macros) => `${n} cakes ${macros} each`,
    (n, macros) => `${n} x ${macros} cake`,
    (n, macros) => `cake ${macros} x${n}`,
    (n, macros) => `${n} cakes à ${macros}`,
    (n, macros) => `${n} עוגות ${macros} כל אחת`,
  )
  const some = fc.record({
    calories: fc.integer({ min: 1, max: 5000 }),
    protein: fc.integer({ min: 1, max: 60 }),
  })
  fc.assert(
    fc.property(way, fc.integer({ min: 2, max: 99 }), some, (say, n, { calories, protein }) => {
      const { foods, problems } = readEaten(say(n, `${calories} kcal P${protein}`))
      const known = (value: number, most: number) => (value > most ? null : value)
      const expected = { calories: known(n * calories, 5000), protein: known(n * protein, 500) }
      expect(foods).toMatchObject([expected])
      expect(problems.length > 0).toBe(Object.values(expected).includes(null))
    }),
  )
})

test('more foods than anybody eats at once are not read at all, however they are divided', () => {
  for (const divider of ['\n', ';', ', ', ' + ']) {
    const listed = (count: number) => readEaten(Array<string>(count).fill('1 egg').join(divider))
    expect(listed(50)).toMatchObject({ foods: { length: 50 }, problems: [] })
    expect(listed(51)).toMatchObject({ foods: [], problems: [{ kind: 'too-much' }] })
  }
  const lines = (count: number) => readEaten(`${'1 egg, '.repeat(24)}1 egg\n`.repeat(count))
  expect([lines(2), lines(3)]).toMatchObject([{ problems: [] }, { problems: [{ kind: 'too-much' }] }])
})

test.each(['a\n', 'ab\n', 'a;', 'ab\n\n'])('a thousand characters of %j hold nobody up', (part) => {
  const took = [1, 2, 3].map((again) => {
    const text = `${again}${part}`.repeat(Math.floor(eatenTextLimit / (part.length + 1)))
    const at = performance.now()
    readEaten(text)
    return performance.now() - at
  })
  expect(Math.min(...took)).toBeLessThan(100)
})

test('as many foods as were listed, however they are divided', () => {
  const food = fc.constantFrom('2 bananas', '0,5 l milk', '0.5l milk 3%', '3 eggs', 'handful of nuts')
  const divider = fc.constantFrom('; ', ';', ', ', ',', '\n', ' + ', ' and ')
  fc.assert(
    fc.property(food, fc.array(fc.tuple(divider, food), { maxLength: 8 }), (first, others) => {
      const read = readEaten(others.reduce<string>((text, [by, next]) => `${text}${by}${next}`, first))
      const listed: string[] = [first, ...others.map(([, next]) => next)]
      expect(read.foods.map(({ description }) => description)).toEqual(listed)
    }),
  )
})

test('too long is said to be too long', () => {
  expect(readEaten('x'.repeat(eatenTextLimit + 1)).problems.map(({ kind }) => kind)).toEqual(['too-long'])
})

test('nothing that is typed makes it throw, or the sum more than its parts', () => {
  const part = fc.oneof(
    fc.constantFrom('3 eggs', '350 kcal', 'and', ',', '\n', '(200)', '700', 'ו', 'פיצה', '|'),
    fc.string({ maxLength: 6 }),
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
      const { foods, total: all, isTotalTyped } = readEaten(parts.join(' '))
      if (isTotalTyped || all.calories === null) return
      expect(all.calories).toBe(foods.reduce((sum, { calories }) => sum + (calories ?? 0), 0))
    }),
    { numRuns: 200 },
  )
})
