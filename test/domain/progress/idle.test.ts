import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween } from '../../../src/domain/localTime.ts'
import { daysInTurn, idleDays } from '../../../src/domain/progress/idle.ts'

const today = '2026-11-26'
const from = addDays(today, -27)
const inTurn = [{ sessionId: 1, name: 'A', weekday: null }]
const onMondays = [{ sessionId: 2, name: 'B', weekday: 0 }]
const plan = { id: 1, previousId: null, start: '2026-10-01', end: null, days: inTurn }
const did = (date: string) => ({ date, sessionId: null, name: null, isWhole: false })
const never = () => false

test('days since the last workout, whatever it was, and no more than are looked at', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat({ max: 40 })), (back) => {
      const trained = back.map((days) => did(addDays(today, -days)))
      const days = idleDays({ versions: [plan], trained, from, today, isSpared: never })
      expect(days).toBe(Math.min(28, ...back))
    }),
  )
})

test('a plan that is edited goes on; one that began counts from its first day, one with weekdays not at all', () => {
  const days = (versions: (typeof plan)[], isSpared: (date: string) => boolean = never) =>
    idleDays({ versions, trained: [], from, today, isSpared })
  const edited = { ...plan, id: 2, previousId: 1, start: '2026-11-25' } as unknown as typeof plan
  expect(days([plan, edited])).toBe(28)
  expect(days([edited])).toBe(2)
  expect(days([{ ...plan, days: onMondays } as unknown as typeof plan])).toBe(0)
  expect(days([{ ...plan, end: '2026-11-25' } as unknown as typeof plan])).toBe(0)
  expect(days([plan], (date) => daysBetween(date, today) < 7)).toBe(21)
})

test('of some days, those on which there was something to be taken in turn', () => {
  expect(daysInTurn([{ ...plan, start: today }], [addDays(today, -1), today, addDays(today, 1)])).toBe(2)
})
