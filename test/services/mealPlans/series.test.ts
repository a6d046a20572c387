import { expect, test } from 'vitest'
import { formatMealPlan } from '../../../src/domain/meals/formatMealPlan.ts'
import { parseMealPlan } from '../../../src/domain/meals/parseMealPlan.ts'
import { authorizeClient } from '../../../src/services/access.ts'
import { type Given, giveMeals, mealsInTheWay } from '../../../src/services/mealPlans/assign.ts'
import { mealsAsText, readMealEdit, saveMealEdit } from '../../../src/services/mealPlans/edit.ts'
import { endMeals } from '../../../src/services/mealPlans/end.ts'
import { readMeals } from '../../../src/services/mealPlans/reading.ts'
import { currentSeries, readCurrentSeries } from '../../../src/services/mealPlans/stored.ts'
import { readWeekly } from '../../../src/services/mealPlans/weekly.ts'
import { addClient } from '../../../src/services/people/records.ts'
import type { Turn } from '../../../src/services/turn.ts'
import { typedTexts } from '../../domain/meals/typedMeals.ts'
import { insert } from '../../support/everything.ts'
import { dana, practice, yossi } from '../people/practice.ts'

const made = practice()
const today = '2026-11-24'

const newClient = () => made.as(dana, (turn) => addClient(turn, made.trainers.dana, { name: 'Anna' }))
const draft = (text: string) => ({ text, at: made.now.getTime(), brackets: null, choice: 'today' }) as const

async function given(
  turn: Turn,
  clientId: number,
  text: string,
  over: 'replace' | 'keep' = 'replace',
): Promise<Given> {
  const client = await authorizeClient(turn, clientId)
  return giveMeals(turn, client, readMeals(turn, client, draft(text)), over)
}
const give = (clientId: number, text: string, over: 'replace' | 'keep' = 'replace') =>
  made.as(dana, (turn) => given(turn, clientId, text, over))

const texts = (clientId: number) =>
  made.as(dana, async (turn) => {
    const client = await authorizeClient(turn, clientId)
    const series = await currentSeries(turn, client)
    const read = []
    for (const { id } of series) read.push(mealsAsText(turn, await readCurrentSeries(turn, client, id)))
    return read
  })

const edit = (clientId: number, seriesId: number, text: string) =>
  made.as(dana, async (turn) => {
    const client = await authorizeClient(turn, clientId)
    const series = await readCurrentSeries(turn, client, seriesId)
    const read = await readMealEdit(turn, client, series, draft(text))
    if (read.changes.length > 0 || read.isMoved) await saveMealEdit(turn, client, seriesId, read)
    return read
  })

const readable = typedTexts
  .map(([text]) => text)
  .filter((text) => parseMealPlan(text, { today }).meals.length > 0)

test.each(readable)('comes back as it was given: %s', async (text) => {
  const anna = await newClient()
  const when = { kind: 'range', start: '2026-12-01', isStartNamed: true, end: '2026-12-05' } as const
  const asGiven = formatMealPlan({ ...parseMealPlan(text, { today }), when })
  await give(anna, asGiven)
  expect(await texts(anna)).toEqual([asGiven])
  // The exported text again: nothing changes.
  const before = made.rows('select * from meal_plans')
  expect(await give(anna, asGiven)).toMatchObject({ isSame: true, given: [] })
  const [{ id } = { id: 0 }] = made.rows('select id from meal_series') as { id: number }[]
  expect(await edit(anna, id, asGiven)).toMatchObject({ changes: [], isMoved: false })
  expect(made.rows('select * from meal_plans')).toEqual(before)
})

test.each([
  ['on 2026-12-01, 2026-12-03, 2026-12-09', 3],
  ['on 2026-12-01', 1],
  ['Mon, Wed from 2026-11-30 until 2026-12-27', 8],
  ['every day from 2026-12-01 until 2027-01-15', 46],
])('days come back as they were said: %s', async (days, count) => {
  const anna = await newClient()
  await give(anna, `Base, ${days}, 2000 kcal\n\nBreakfast\nprotein: 3 eggs`)
  expect(await texts(anna)).toEqual([`Base, ${days}, 2000 kcal\n\nBreakfast\nprotein: 3 eggs`])
  expect(made.rows('select id from meal_plans')).toHaveLength(count)
})

const largest = `Everything, every day from 2026-12-01 until 2027-12-31\n${Array.from(
  { length: 12 },
  (_, meal) =>
    `\nMeal: [Meal ${meal}]\n${Array.from({ length: 20 }, (__, food) => `other: [food ${food}] 100 kcal`).join('\n')}`,
).join('\n')}`

test('the largest: 120 days of 12 meals of 20 foods in one go, and each day whole', async () => {
  const anna = await newClient()
  const began = performance.now()
  const { given: dates } = await give(anna, largest)
  expect(performance.now() - began).toBeLessThan(8000)
  expect(dates).toHaveLength(120)
  const [counts] =
    made.rows(`select (select count(*) from meal_plans) as days, (select count(*) from meal_entries) as meals,
    (select count(*) from meal_components) as foods`)
  expect(counts).toEqual({ days: 120, meals: 1440, foods: 28_800 })
  const perDay = made.rows(`select count(*) as foods, min(c.order_index) as first, max(c.order_index) as last
    from meal_components c join meal_entries e on e.id = c.meal_entry_id group by e.meal_plan_id, e.order_index`)
  expect(new Set(perDay.map((row) => JSON.stringify(row)))).toEqual(
    new Set(['{"foods":20,"first":0,"last":19}']),
  )
})

const month = 'Month, every day from 2026-11-30 until 2026-12-27\n\nBreakfast\nprotein: 3 eggs'
const days = () =>
  made.rows(
    `select meal_series_id as series, count(*) as days, min(date) as "first", max(date) as "last" from meal_plans
     group by meal_series_id order by meal_series_id`,
  )
const series = () => made.rows('select id, start_date, end_date, previous_id from meal_series order by id')

test('new meals in the middle: the old ones go on before and after, and neither is said to be for each other’s days', async () => {
  const anna = await newClient()
  await give(anna, month)
  const week = 'Easy week, every day from 2026-12-07 until 2026-12-13\n\nLunch\nprotein: 200g salmon'
  await give(anna, week)
  expect(days()).toEqual([
    { series: 1, days: 21, first: '2026-11-30', last: '2026-12-27' },
    { series: 2, days: 7, first: '2026-12-07', last: '2026-12-13' },
  ])
  expect(await texts(anna)).toEqual([month, week])
})

test('new meals that cover all: the old series is gone, those that followed it follow what was before', async () => {
  const anna = await newClient()
  await give(anna, month)
  await give(anna, month.replace('3 eggs', '4 eggs'))
  expect(series()).toMatchObject([{ id: 2, previous_id: null }])
  await give(anna, 'Later, every day from 2026-12-14 until 2027-01-03\n\nLunch\nprotein: 200g salmon')
  expect(series()).toEqual([
    { id: 2, start_date: '2026-11-30', end_date: '2026-12-13', previous_id: null },
    { id: 3, start_date: '2026-12-14', end_date: '2027-01-03', previous_id: 2 },
  ])
})

test('only the free days', async () => {
  const anna = await newClient()
  await give(anna, 'Fish, on 2026-12-01\n\nLunch\nprotein: 200g salmon')
  const kept = await give(anna, month, 'keep')
  expect(kept).toMatchObject({ left: ['2026-12-01'], logged: [] })
  expect(kept.given).toHaveLength(27)
  expect(await texts(anna)).toEqual([month, 'Fish, on 2026-12-01\n\nLunch\nprotein: 200g salmon'])
})

const entryOn = (date: string): number =>
  (
    made.rows(
      'select e.id from meal_entries e join meal_plans d on d.id = e.meal_plan_id where d.date = ?',
      date,
    )[0] as { id: number }
  ).id

const eat = (client: number, date: string) =>
  insert(made.db.outsider(), 'eaten_meals', {
    client_id: client,
    local_date: date,
    meal_entry_id: entryOn(date),
    status: 'eaten',
    source: 'tap',
    eaten_at: `${date} 08:00:00.000000`,
  })

test('what was eaten, or shown by another program, keeps its day: replaced, edited or ended', async () => {
  const anna = await newClient()
  await give(anna, month)
  eat(anna, '2026-12-02')
  insert(made.db.outsider(), 'meal_uploads', { client_id: anna, meal_entry_id: entryOn('2026-12-05') })
  const kept = await give(anna, month.replace('3 eggs', '4 eggs'))
  expect(kept.logged).toEqual(['2026-12-02', '2026-12-05'])
  expect(days()).toEqual([
    { series: 1, days: 2, first: '2026-12-02', last: '2026-12-05' },
    { series: 2, days: 26, first: '2026-11-30', last: '2026-12-27' },
  ])
  await expect(edit(anna, 1, month.replace('3 eggs', '5 eggs'))).rejects.toMatchObject({ code: 'datesOver' })
  expect(days()[0]).toMatchObject({ days: 2 })
  await made.as(dana, async (turn) => endMeals(turn, await authorizeClient(turn, anna), 1))
  expect(days()[0]).toMatchObject({ series: 1, days: 2 })
})

test('an edit begins tomorrow once something of today was logged; days with other plans keep them', async () => {
  const anna = await newClient()
  await give(anna, 'Base, every day from 2026-11-24 until 2026-11-30\n\nBreakfast\nprotein: 3 eggs')
  await give(anna, 'Other, on 2026-12-02\n\nLunch\nprotein: 200g salmon')
  eat(anna, today)
  const text = 'Base, every day from 2026-11-24 until 2026-12-03\n\nBreakfast\nprotein: 4 eggs'
  const read = await edit(anna, 1, text)
  expect(read).toMatchObject({ from: '2026-11-25', others: ['2026-12-02'], isMoved: true })
  expect(days()).toEqual([
    { series: 1, days: 1, first: today, last: today },
    { series: 2, days: 1, first: '2026-12-02', last: '2026-12-02' },
    { series: 3, days: 8, first: '2026-11-25', last: '2026-12-03' },
  ])
  expect(series()[2]).toMatchObject({ start_date: '2026-11-25', end_date: '2026-12-03', previous_id: 1 })
})

test('an edit that names no days keeps those there are', async () => {
  const anna = await newClient()
  await give(anna, 'Base, Mon, Wed from 2026-11-30 until 2026-12-27\n\nBreakfast\nprotein: 3 eggs')
  expect(await edit(anna, 1, 'Base\n\nBreakfast\nprotein: 4 eggs')).toMatchObject({ isMoved: false })
  expect(days()).toEqual([{ series: 2, days: 8, first: '2026-11-30', last: '2026-12-23' }])
})

test('meals without a day or a meal are refused', async () => {
  const anna = await newClient()
  await expect(give(anna, 'Old, on 2026-11-20\nBreakfast\n3 eggs')).rejects.toMatchObject({
    code: 'datesOver',
  })
  await expect(give(anna, 'hello there')).rejects.toMatchObject({ code: 'emptyPlan' })
})

test('nobody else’s: foreign and missing alike', async () => {
  const anna = await newClient()
  const ben = await newClient()
  await give(anna, month)
  const weekly = insert(made.db.outsider(), 'nutrition_plans', { client_id: anna, name: 'Week' })
  await expect(made.as(yossi, (turn) => given(turn, anna, month))).rejects.toMatchObject({ code: 'notThere' })
  for (const id of [1, 99]) {
    const read = made.as(dana, async (turn) => readCurrentSeries(turn, await authorizeClient(turn, ben), id))
    await expect(read).rejects.toMatchObject({ code: 'notThere' })
  }
  for (const id of [weekly, weekly + 9]) {
    const read = made.as(dana, async (turn) => readWeekly(turn, await authorizeClient(turn, ben), id))
    await expect(read).rejects.toMatchObject({ code: 'notThere' })
  }
  const ways = await made.as(dana, async (turn) => {
    const client = await authorizeClient(turn, ben)
    return mealsInTheWay(turn, client, readMeals(turn, client, draft(month)))
  })
  expect(ways).toEqual({ isSame: false, days: [] })
  made.pass(24 * 60)
  const over = made.as(dana, async (turn) => readCurrentSeries(turn, await authorizeClient(turn, anna), 1))
  await expect(over).rejects.toMatchObject({ code: 'planOver' })
})
