import { expect, test } from 'vitest'
import { foodById, foodIdOf } from '../../../src/domain/food/findFood.ts'
import { foodName, readFood } from '../../../src/domain/food/readFood.ts'
import { staples } from '../../../src/domain/food/staples/index.ts'
import { foldName } from '../../../src/domain/library/foldName.ts'

const forms = staples.flatMap((food) => food.forms.map((form) => ({ food, form, id: foodIdOf(food, form) })))

/** Fibre, alcohol and acids are counted otherwise than 4/4/9. */
const otherwise = new Set(
  'beer wine-red wine-white spirits cocoa-powder oat-bran wheat-bran bran-flakes soy-protein'.split(' '),
)

test('there are some 300 foods, each with an id of its own', () => {
  expect(staples.length).toBeGreaterThanOrEqual(300)
  expect(new Set(staples.map(({ id }) => id)).size).toBe(staples.length)
  expect(new Set(forms.map(({ id }) => id)).size).toBe(forms.length)
})

test('energy is what the macros make, and nothing weighs more than it does', () => {
  const wrong = forms.filter(({ food, form: { calories, protein, carbs, fat } }) => {
    const counted = protein * 4 + carbs * 4 + fat * 9
    const isOff = !otherwise.has(food.id) && Math.abs(counted - calories) > Math.max(32, calories * 0.15)
    const isTooMuch = protein + carbs + fat > 101 || calories > 900
    return isOff || isTooMuch || Math.min(calories, protein, carbs, fat) < 0
  })
  expect(wrong.map(({ id }) => id)).toEqual([])
})

test('every value names its source, and every portion can be eaten', () => {
  expect(forms.filter(({ form }) => !/^\d{5}$/.test(form.usda)).map(({ id }) => id)).toEqual([])
  const portions = forms.flatMap(({ id, form }) =>
    Object.entries(form.portions).map(([unit, grams]) => ({ id, unit, grams })),
  )
  expect(portions.filter(({ grams }) => !(grams > 0 && grams <= 650))).toEqual([])
})

test('forms of a food are told apart by their state', () => {
  const unclear = staples.filter(
    ({ forms }) =>
      new Set(forms.map(({ state }) => state)).size < forms.length ||
      (forms.length > 1 && forms.some(({ state }) => state === null)),
  )
  expect(unclear.map(({ id }) => id)).toEqual([])
})

test('no two foods share a name', () => {
  const holders = new Map<string, Set<string>>()
  for (const { id, en, he } of staples)
    for (const name of [...en, ...he]) {
      const folded = foldName(name)
      holders.set(folded, (holders.get(folded) ?? new Set()).add(id))
    }
  expect([...holders].filter(([, ids]) => ids.size > 1).map(([name, ids]) => [name, ...ids])).toEqual([])
})

test('every food is found by each of its names, and shown by one in either language', () => {
  const lost = staples.flatMap((food) =>
    [...food.en, ...food.he]
      .filter((name) => readFood(name)?.food.id !== food.id)
      .map((name) => [food.id, name]),
  )
  expect(lost).toEqual([])
  expect(
    staples.filter((food) => !foodName(food, 'en') || !/\p{Script=Hebrew}/u.test(foodName(food, 'he'))),
  ).toEqual([])
})

test('an id leads back to its food', () => {
  expect(foodById('rice:dry')?.form.calories).toBe(365)
  expect(foodById('egg')?.food.type).toBe('protein')
  expect(foodById('manna')).toBeUndefined()
})
