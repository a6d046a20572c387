import { describe, expect, test } from 'vitest'
import { parseMealPlan, readsAsMealPlan } from '../../../src/domain/meals/parseMealPlan.ts'
import { digest, readAs, today } from './digest.ts'

/** The lines of meals, without macros. */
const mealsOf = (typed: string): string => readAs(typed).replaceAll(/ \{[^}]*\}/g, '')

describe('a meal, its time and its first foods in one line', () => {
  test.each([
    [
      'Lunch 13:00: chicken breast 150g / tuna can, 150g cooked rice',
      '# Lunch @13:00\nprotein: chicken breast 150g | tuna can\ncarb: 150g cooked rice',
    ],
    ['Lunch: chicken / tuna can, 150g rice', '# Lunch\nprotein: chicken | tuna can\ncarb: 150g rice'],
    ['Dinner 19 - salmon', '# Dinner @19:00\nprotein: salmon'],
    ['Dinner 19 – salmon 200g\nsalad', '# Dinner @19:00\nprotein: salmon 200g\nvegetable: salad'],
    ['Dinner 19 salmon 200g', '# Dinner @19:00\nprotein: salmon 200g'],
    ['Lunch 13.00\nsalmon 200g', '# Lunch @13:00\nprotein: salmon 200g'],
    ['Lunch 13.30: salmon 200g', '# Lunch @13:30\nprotein: salmon 200g'],
    ['Dinner 7.45 salmon 200g', '# Dinner @19:45\nprotein: salmon 200g'],
    ['צהריים ב13.30: חזה עוף 150 גרם', '# צהריים @13:30\nprotein: חזה עוף 150 גרם'],
    ['Snack 17:\nyogurt', '# Snack @17:00\nprotein: yogurt'],
    ['Snack 17: yogurt', '# Snack @17:00\nprotein: yogurt'],
    ['Snack at 10: yogurt', '# Snack @10:00\nprotein: yogurt'],
    ['Meal 5: yogurt', '# Meal 5\nprotein: yogurt'],
    ['Breakfast 8 eggs', '# Breakfast\nprotein: 8 eggs'],
    ['Dinner 20 almonds', '# Dinner\nfat: 20 almonds'],
    ['snack yogurt or apple', '# snack\nprotein: yogurt | apple'],
    ['צהריים ב13: חזה עוף 150 גרם', '# צהריים @13:00\nprotein: חזה עוף 150 גרם'],
    ['ערב 20:00 קוטג׳, סלט', '# ערב @20:00\nprotein: קוטג׳\nvegetable: סלט'],
    ['ביניים בננה ויוגורט', '# ביניים\nfruit: בננה\nprotein: יוגורט'],
    ['ארוחת צהרים 13:00 200 גרם עוף', '# ארוחת צהרים @13:00\nprotein: 200 גרם עוף'],
  ])('%s', (typed, expected) => {
    expect(mealsOf(typed)).toBe(expected)
  })
})

test.each([
  ['for 3 days', '~2026-11-25..2026-11-27'],
  ['for the next 10 days', '~2026-11-25..2026-12-04'],
  ['next 2 days', '~2026-11-25..2026-11-26'],
  ['from Monday for 5 days', '2026-11-30..2026-12-04'],
  ['tomorrow, for 2 days', '2026-11-26..2026-11-27'],
  ['Mon, Wed for 14 days', '[02] ~2026-11-25..2026-12-08'],
  ['למשך 3 ימים', '~2026-11-25..2026-11-27'],
  ['ליומיים', '~2026-11-25..2026-11-26'],
])('days that are counted: %s', (head, expected) => {
  expect(readAs(`${head}\nLunch: salmon 200g`).split('\n')[0]).toBe(expected)
})

test.each(['3 days a week', 'for 3 days a week', 'למשך 3 ימים בשבוע'])('%s is no stretch', (head) => {
  expect(readAs(`Cutting, ${head}\nLunch: salmon 200g`).split('\n')[0]).not.toContain('..')
})

test('misspelled meals begin meals, with foods in the line or without', () => {
  expect(
    mealsOf(
      'brekfast 8 3 eggs\nlanch: 200g beef\nsnak yogurt or apple\ndiner 19 salmon 200g\nארוחת צוהריים\nסלט\nארוחת בקר 2 ביצים',
    ),
  ).toBe(
    `# brekfast @08:00
protein: 3 eggs
# lanch
protein: 200g beef
# snak
protein: yogurt | apple
# diner @19:00
protein: salmon 200g
# ארוחת צוהריים
vegetable: סלט
# ארוחת בקר
protein: 2 ביצים`,
  )
  expect(mealsOf('Lunch\nbunch of grapes 100g\nsuper greens 50g')).not.toContain('# bunch')
})

test.each([
  ['cottage cheese 5% half cup', 'cottage-5', 110],
  ["קוטג' 5% חצי כוס", 'cottage-5', 110],
  ["חצי כוס קוטג' 5%", 'cottage-5', 110],
  ['rice (half a cup)', 'rice:cooked', 103],
])('%s has macros', (typed, filledFrom, calories) => {
  const { meals } = parseMealPlan(`Snack\n${typed}`, { today })
  expect(meals[0]?.choices).toHaveLength(1)
  expect(meals[0]?.choices[0]?.options).toMatchObject([{ filledFrom, calories }])
})

describe('what is left of the line above the meals is a title only where a word is left', () => {
  test.each([
    ['ממחר ל-3 שבועות, 1800 קלוריות', '2026-11-26..2026-12-16 · 1800'],
    ['תפריט לאנה ממחר ל-3 שבועות', '2026-11-26..2026-12-16'],
    ['Meals from tomorrow, about 1800 kcal', '2026-11-26.. · 1800'],
    ['anna meals from tomorrow', '2026-11-26..'],
    ['Anna, meals', ''],
    ["Anna's meal plan for today", '2026-11-25'],
    ['Meals for Anna on wed and fri only', '[24] ~2026-11-25..'],
    ['Anna, cutting, from tomorrow, about 1800 kcal', 'cutting · 2026-11-26.. · 1800'],
    ['Cutting plan for Anna, tomorrow', 'Cutting plan · 2026-11-26'],
    ['תפריט חיטוב לאנה ממחר', 'תפריט חיטוב · 2026-11-26..'],
    ['דג, מחר', 'דג · 2026-11-26'],
    ['Annapurna diet tomorrow', 'Annapurna diet · 2026-11-26'],
  ])('%s', (typed, expected) => {
    const { meals: _, ...plan } = parseMealPlan(`${typed}\nBreakfast\nother: x`, {
      today,
      names: ['Anna Levi', 'אנה'],
    })
    expect(digest({ ...plan, meals: [] })).toBe(expected)
  })
})

describe('a day that is misspelled is never today, nor no day: it is pointed at', () => {
  test.each([
    ['anna meals from tommorow', 'tommorow', 'tomorrow'],
    ['anna meals tommorow', 'tommorow', 'tomorrow'],
    ['Cutting tmrw', 'tmrw', 'tomorrow'],
    ['Cutting, from mondey for 4 weeks', 'mondey', 'monday'],
    ['Cutting, every day until Fridy', 'Fridy', 'friday'],
    ['Cutting on wendsday and friday', 'wendsday', 'wednesday'],
    ['Cutting from Septmber 3', 'Septmber', 'september'],
    ['תפריט חיטוב ליום ראשון ושלשי', 'שלשי', 'שלישי'],
    ['Cutting, starting 1 Decmber', 'Decmber', 'december'],
    ['תפריט חיטוב מיום רבעיי', 'רבעיי', 'רביעי'],
    ['תפריט חיטוב ממכר', 'ממכר', 'מחר'],
  ])('%s', (typed, found, meant) => {
    const { problems } = parseMealPlan(`${typed}\nBreakfast\nother: x`, { today })
    expect(problems.map((one) => [one.kind, one.found, one.meant])).toEqual([
      ['date-unreadable', found, meant],
    ])
  })

  test.each([
    'Sunny diet tomorrow',
    'Mondial, today',
    'Dairy free, from Monday',
    'Toddler meals, tomorrow',
    'תפריט ראשוני, מחר',
    'ארוחות לשבוע הבא',
  ])('%s is left alone', (typed) => {
    expect(parseMealPlan(`${typed}\nBreakfast\nother: x`, { today }).problems).toEqual([])
  })

  test('the day after tomorrow is no other', () => {
    expect(readAs('the day after tomorrow\nBreakfast\nother: x')).toContain('2026-11-27')
    expect(readAs('ממחרתיים ל-3 ימים\nBreakfast\nother: x')).toContain('2026-11-27')
  })
})

describe('a plan in one line', () => {
  test.each([
    [
      'Anna meals on wed and fri only: lunch 14:00 200g beef, salad',
      '[24] ~2026-11-25..\n# lunch @14:00\nprotein: 200g beef\nvegetable: salad',
    ],
    [
      'Tomorrow: breakfast 8 3 eggs, toast; lunch 13:00: chicken 150g, rice 100g. Dinner 19 - salmon',
      '2026-11-26\n# breakfast @08:00\nprotein: 3 eggs\ncarb: toast\n# lunch @13:00\nprotein: chicken 150g\ncarb: rice 100g\n# Dinner @19:00\nprotein: salmon',
    ],
    [
      'לאנה ממחר: בוקר 8:00 3 ביצים, ערב 20:00 קוטג׳ 5% חצי כוס',
      '2026-11-26..\n# בוקר @08:00\nprotein: 3 ביצים\n# ערב @20:00\nprotein: קוטג׳ 5% חצי כוס',
    ],
  ])('%s', (typed, expected) => {
    expect(readsAsMealPlan(typed)).toBe(true)
    const read = parseMealPlan(typed, { today, names: ['Anna', 'אנה'] })
    expect(digest(read).replaceAll(/ \{[^}]*\}/g, '')).toBe(expected)
  })

  test.each([
    'How was lunch?',
    'See you at lunch: 13:00',
    'Lunch was good, thank you',
    'Note: dinner with Tom',
  ])('%s is none', (typed) => {
    expect(readsAsMealPlan(typed)).toBe(false)
  })
})

describe('a line of nothing but targets', () => {
  test.each([
    'about 1800 cal 130 protien\nBreakfast\n3 eggs',
    'Breakfast\n3 eggs\nabout 1800 cal 130 protien',
    'Breakfast\n3 eggs\n\n1800 kcal, 130 protein a day',
    'Breakfast\n3 eggs 215 kcal\n1800 kcal 130g protein',
  ])('%s', (typed) => {
    const { targets, meals, problems } = parseMealPlan(typed, { today })
    expect(targets).toMatchObject({ calories: 1800, protein: 130 })
    expect(problems).toEqual([])
    expect(meals[0]?.choices).toHaveLength(1)
    expect(meals[0]?.choices[0]?.options[0]?.calories).toBe(215)
  })

  test('macros that fit a food are of the food above', () => {
    expect(readAs('Lunch\nstew\nabout 500 kcal P30')).toBe('# Lunch\nother: stew {500 P30}')
    expect(readAs('Lunch\npizza\n1200 kcal')).toBe('# Lunch\ncarb: pizza {1200}')
  })
})
