import { expect, test } from 'vitest'
import { type Held, clientSlots, coachSlots, momentOf, slotKey } from '../../../src/domain/reminders/slots.ts'

const nothing: Held = {
  meals: [],
  trains: false,
  inTurn: false,
  trainedYesterday: false,
  endsSoon: false,
  hasPlan: false,
}
const breakfast = { of: 'entry', id: 5, name: 'Breakfast', type: null, time: '08:00' } as const
const monday = '2026-11-23'
const kinds = (held: Held, date = monday) =>
  clientSlots({}, date, held).map(({ kind, time }) => `${kind} ${time}`)

test('a usual Monday, and a Sunday', () => {
  expect(kinds({ ...nothing, trains: true, meals: [breakfast] })).toEqual([
    'morning 07:30',
    'workout 17:30',
    'meal 08:00',
    'weighIn 07:00',
  ])
  expect(kinds({ ...nothing, endsSoon: true, trainedYesterday: true }, '2026-11-29')).toEqual([
    'morning 07:30',
    'checkIn 10:00',
    'missed 12:00',
    'planEnd 10:30',
  ])
})

test('what somebody said counts: off, another hour, other days', () => {
  const wishes = {
    morning: { isOn: false, time: null, weekdays: null },
    weighIn: { isOn: true, time: '06:15', weekdays: [0] },
    meal: { isOn: true, time: null, weekdays: [5, 6] },
  }
  const slots = clientSlots(wishes, monday, { ...nothing, meals: [breakfast] })
  expect(slots).toMatchObject([{ kind: 'weighIn', time: '06:15', isOwnHour: true }])
  expect(clientSlots(wishes, '2026-11-26', nothing)).toEqual([])
})

test('own days count for a workout that is taken in turn, and not against the days of a plan', () => {
  const wishes = { workout: { isOn: true, time: null, weekdays: [2] } }
  const trains = (inTurn: boolean, date: string) =>
    clientSlots(wishes, date, { ...nothing, trains: true, inTurn }).some(({ kind }) => kind === 'workout')
  expect([trains(true, monday), trains(true, '2026-11-25')]).toEqual([false, true])
  expect([trains(false, monday), trains(false, '2026-11-25')]).toEqual([true, true])
})

test('coaches hear every morning who needs them, and of the week on Mondays', () => {
  expect(coachSlots({}, monday).map(({ kind }) => kind)).toEqual(['brief', 'week'])
  expect(coachSlots({}, '2026-11-24').map(({ kind }) => kind)).toEqual(['brief'])
})

test('one key for a person, a kind and a local day; for meals each', () => {
  const [morning] = clientSlots({}, '2026-11-24', nothing)
  const [, meal] = clientSlots({}, '2026-11-24', { ...nothing, meals: [breakfast] })
  expect(morning && slotKey(7, morning)).toBe('morning:7:2026-11-24')
  expect(meal && slotKey(7, meal)).toBe('meal:7:2026-11-24:entry5')
})

test('due at the wall time of the zone, and worth sending for a while', () => {
  const [meal] = clientSlots({}, monday, { ...nothing, meals: [breakfast] }).filter(
    ({ kind }) => kind === 'meal',
  )
  const { dueAt, expiresAt } = momentOf(meal!, 'Asia/Jerusalem')
  expect([dueAt.toISOString(), expiresAt.toISOString()]).toEqual([
    '2026-11-23T06:00:00.000Z',
    '2026-11-23T06:30:00.000Z',
  ])
})
