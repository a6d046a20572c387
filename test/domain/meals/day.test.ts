import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type DayMeal,
  type EatenMeal,
  type PlannedMeal,
  assemble,
  likeliest,
  openBeside,
} from '../../../src/domain/meals/foodDay.ts'
import { addUp, sumOf } from '../../../src/domain/meals/macros.ts'
import { type Macros, macroNames } from '../../../src/domain/meals/types.ts'
import { type Part, choose, plateOf, slotsOf } from '../../../src/domain/meals/plate.ts'
import { remembered } from '../../../src/domain/meals/remembered.ts'
import { isDoubtfulFood, mayBeFood, readTypedFood } from '../../../src/domain/meals/typedFood.ts'

const known = fc.option(fc.integer({ min: 0, max: 900 }))
const macros: fc.Arbitrary<Macros> = fc.record({ calories: known, protein: known, carbs: known, fat: known })

test('sums: what is unknown is never counted as nothing, and the order does not matter', () => {
  fc.assert(
    fc.property(fc.array(macros), fc.array(macros), (some, others) => {
      const sum = sumOf([...some, ...others])
      expect(addUp([sumOf(others), sumOf(some)])).toEqual(sum)
      expect(sum.unknown.calories).toBe(
        [...some, ...others].filter(({ calories }) => calories === null).length,
      )
      for (const name of macroNames)
        expect(sum[name] === null).toBe(sum.unknown[name] === some.length + others.length)
    }),
  )
})

const parts: fc.Arbitrary<Part[]> = fc
  .array(
    fc.record({
      type: fc.constantFrom('protein', 'carb', 'fat', 'other'),
      isOptional: fc.boolean(),
      choice: fc.option(fc.integer({ min: 0, max: 3 })),
      description: fc.constant('food'),
      macros,
    }),
    { maxLength: 12 },
  )
  .map((list) => list.map(({ macros: of, ...part }, id) => ({ ...part, ...of, id: id + 1 })))

test('a plate: one of each choice, the optional ones only when chosen; a second tap takes those off again', () => {
  fc.assert(
    fc.property(parts, fc.array(fc.integer({ min: 1, max: 14 }), { maxLength: 8 }), (all, taps) => {
      const slots = slotsOf(all)
      expect(slots.flatMap(({ options }) => options).length).toBe(all.length)
      let chosen: number[] = []
      for (const id of taps) {
        const before = chosen
        chosen = choose(slots, chosen, id)
        const slot = slots.find(({ options }) => options.some((one) => one.id === id))
        const isOn = plateOf(slots, chosen).some((one) => one.id === id)
        expect(slot === undefined || isOn !== (slot.isOptional && before.includes(id))).toBe(true)
      }
      const plate = plateOf(slots, chosen)
      for (const { options, isOptional } of slots) {
        const on = options.filter((option) => plate.includes(option))
        expect(on.length === 1 || (isOptional && on.length === 0)).toBe(true)
      }
    }),
  )
})

const meal = (id: number, name: string, time: string | null = null): PlannedMeal => ({
  of: 'entry',
  id,
  name,
  type: null,
  time,
  note: null,
  slots: [],
  recipe: null,
})

const eaten = (id: number, of: number | null, more: Partial<EatenMeal> = {}): EatenMeal => ({
  id,
  ref: of === null ? null : { of: 'entry', id: of },
  name: null,
  type: null,
  status: 'eaten',
  asPlanned: true,
  description: null,
  foods: [],
  sum: sumOf([{ calories: 100, protein: null, carbs: null, fat: null }]),
  reason: null,
  photos: 0,
  said: null,
  at: new Date(0),
  isOfOlderPlan: false,
  ...more,
})

test('every meal that was eaten is on the day once, beside its plan or by itself', () => {
  const entries = fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 8 })
  fc.assert(
    fc.property(entries, (ids) => {
      const logged = ids.map((of, index) =>
        eaten(index + 1, of, { status: index % 3 === 0 ? 'skipped' : 'eaten' }),
      )
      const day = assemble([meal(1, 'A'), meal(2, 'B'), meal(3, 'C')], logged)
      const shown = [...day.meals.flatMap((one) => one.eaten ?? []), ...day.others]
      expect(new Set(shown)).toEqual(new Set(logged))
      expect(shown).toHaveLength(logged.length)
      const calories = logged.filter(({ status }) => status === 'eaten').length * 100
      expect(day.sum.calories ?? 0).toBe(calories)
    }),
  )
})

test('a meal of an older plan for the day counts for its namesake, one of another day does not', () => {
  const older = eaten(1, 8, { name: 'Breakfast', isOfOlderPlan: true })
  const yesterday = eaten(2, 9, { name: 'Lunch' })
  const { meals, others } = assemble([meal(1, 'BREAKFAST'), meal(2, 'Lunch')], [older, yesterday])
  expect(meals.map((one) => one.eaten?.id)).toEqual([1, undefined])
  expect(others).toEqual([yesterday])
})

const open = (id: number, time: string | null): DayMeal => ({ ...meal(id, `M${id}`, time), eaten: undefined })

test('the meal at hand is the open one nearest in time; without times, by its place in the day', () => {
  const day = [open(1, '08:00'), open(2, '13:00'), open(3, null), { ...open(4, '21:00'), eaten: eaten(9, 4) }]
  const ids = (time: string) => likeliest(day, time).map(({ id }) => id)
  expect(ids('10:20')).toEqual([1, 2, 3])
  expect(ids('10:40')).toEqual([2, 1, 3])
  expect(ids('22:00')).toEqual([3, 2, 1])

  const beside = (after: DayMeal | undefined, time: string | null) => {
    const { next, missed } = openBeside(day, after ?? open(0, null), time)
    return [next?.id, missed.map(({ id }) => id)]
  }
  // On a day that is over they follow one another.
  expect(beside(day[1], null)).toEqual([3, []])
  expect(beside(day[3], null)).toEqual([1, []])
  expect(openBeside([open(1, null)], open(1, null), null).next).toBeUndefined()
  // Today what is next goes by the clock, and what is over is not next.
  expect(beside(day[1], '07:00')).toEqual([1, []])
  expect(beside(day[1], '10:00')).toEqual([1, []])
  expect(beside(day[1], '10:01')).toEqual([3, [1]])
  expect(beside(day[3], '17:30')).toEqual([3, [1, 2]])
  expect(beside(day[3], '19:16')).toEqual([undefined, [1, 2, 3]])
  expect(beside(day[2], '17:30')).toEqual([undefined, [1, 2]])
})

test('what is eaten often and was eaten lately is remembered first, once, in its newest words', () => {
  const now = new Date('2026-11-23T12:00:00Z')
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000)
  const uses = [
    { id: 1, text: 'Pizza', at: ago(60) },
    { id: 2, text: 'pizza!', at: ago(61) },
    { id: 3, text: 'Soup', at: ago(3) },
    { id: 4, text: 'salad', at: ago(2) },
    { id: 5, text: 'SOUP', at: ago(9) },
    { id: 6, text: '…', at: ago(0) },
  ]
  expect(remembered(uses, now).map(({ text }) => text)).toEqual(['Soup', 'salad', 'Pizza'])
})

test('typed food never throws, and no food is without words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const read = readTypedFood(text)
      const isSaid = ({ description }: { description: string }) => description.trim() !== ''
      expect(read.kind !== 'read' || read.foods.every(isSaid)).toBe(true)
    }),
  )
})

test.each(['82.4', '82.4 kg', '8x60', '8 × 60kg rpe 8', '3х8', '45s', '12 חזרות 60 ק"ג', '181 lb'])(
  '%s is no food',
  (text) => {
    expect(mayBeFood(text)).toBe(false)
  },
)

test.each(['ex', 'tea', '60g oats', 'pizza 2x', 'ביצה', '2 eggs'])('%s may be food', (text) => {
  expect(mayBeFood(text)).toBe(true)
})

test.each([
  ['I feel sick', true],
  ['can I have pizza', true],
  ['תודה רבה', true],
  ['יש לי כאב בטן', true],
  ['I ate two eggs', false],
  ['ice cream', false],
  ['Hikari rice', false],
  ['מהיר', false],
])('“%s” is asked about: %s', (text, isDoubtful) => {
  expect(isDoubtfulFood(text)).toBe(isDoubtful)
})
