import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, weekdayOf } from '../../../src/domain/localTime.ts'
import { type PlannedDay, todayOf } from '../../../src/domain/workout/due.ts'

const monday = '2026-11-23'

function day(sessionId: number, more: Partial<PlannedDay> = {}): PlannedDay {
  return {
    sessionId,
    planId: 1,
    name: `Day ${sessionId}`,
    planName: 'Plan',
    weekday: null,
    from: '2026-11-02',
    until: null,
    leftOpen: false,
    order: sessionId,
    lastDone: null,
    lastDoneAt: null,
    ...more,
  }
}

const doneOn = (date: string) => ({ lastDone: date, lastDoneAt: Date.parse(`${date}T10:00:00Z`) })
const names = (days: readonly PlannedDay[]) => days.map(({ name }) => name)
const on = (date: string, days: PlannedDay[]) => todayOf(days, date, weekdayOf(date))

test('weekdays are due on their day, and what was due before is open until it is done', () => {
  const upper = day(1, { weekday: 0 })
  const lower = day(2, { weekday: 3 })
  expect(names(on(monday, [upper, lower]).due)).toEqual(['Day 1'])
  const tuesday = on('2026-11-24', [upper, lower])
  expect(tuesday.due).toEqual([])
  expect(tuesday.missed).toMatchObject([
    { day: { name: 'Day 1' }, date: monday },
    { day: { name: 'Day 2' }, date: '2026-11-19' },
  ])
  expect(tuesday.next).toMatchObject({ day: { name: 'Day 2' }, inDays: 2 })
  expect(on('2026-11-24', [{ ...upper, ...doneOn(monday) }, lower]).missed).toHaveLength(1)
  expect(on('2026-11-25', [{ ...upper, ...doneOn('2026-11-24') }]).missed).toEqual([])
})

test('nothing was missed before the plan began', () => {
  expect(on('2026-11-24', [day(1, { weekday: 0, from: '2026-11-24' })]).missed).toEqual([])
  expect(on('2026-11-24', [day(1, { weekday: 0, from: monday })]).missed).toHaveLength(1)
})

test('nothing is announced for after the plan has ended', () => {
  const [upper, lower] = [
    day(1, { weekday: 0, until: '2026-11-25' }),
    day(2, { weekday: 3, until: '2026-11-25' }),
  ]
  expect(on(monday, [upper, lower]).next).toBeNull()
  const turn = [day(3, { ...doneOn(monday), until: monday }), day(4, { until: monday })]
  expect(on(monday, turn).next).toBeNull()
})

test('days without a weekday are taken in turn, one a day, round and round', () => {
  const [a, b] = [day(1), day(2)]
  expect(names(on(monday, [a, b]).due)).toEqual(['Day 1'])
  const afterA = on(monday, [{ ...a, ...doneOn(monday) }, b])
  expect(afterA).toMatchObject({
    due: [],
    done: [{ name: 'Day 1' }],
    next: { day: { name: 'Day 2' }, inDays: null },
  })
  expect(names(on('2026-11-24', [{ ...a, ...doneOn(monday) }, b]).due)).toEqual(['Day 2'])
  const both = [
    { ...a, ...doneOn(monday) },
    { ...b, ...doneOn('2026-11-24') },
  ]
  expect(names(on('2026-11-27', both).due)).toEqual(['Day 1'])
})

test('two plans side by side are both due', () => {
  const days = [day(1, { weekday: 0 }), day(2, { planId: 2 })]
  expect(names(on(monday, days).due)).toEqual(['Day 1', 'Day 2'])
})

test('walking through any plan day by day, the turn never skips a day and never gives one twice in a row', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 6 }),
      fc.array(fc.boolean(), { maxLength: 40 }),
      (count, trains) => {
        let days = Array.from({ length: count }, (_, index) => day(index + 1))
        const order: number[] = []
        for (const [index, train] of trains.entries()) {
          const date = addDays(monday, index)
          const [due, ...more] = on(date, days).due
          expect(more).toEqual([])
          if (!train || !due) continue
          order.push(due.sessionId)
          days = days.map((one) => (one === due ? { ...one, ...doneOn(date) } : one))
        }
        expect(order).toEqual(order.map((_, index) => (index % count) + 1))
      },
    ),
  )
})
